package org.mineban.operations;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The columns of a file before its rows become records.
 *
 * @param asOf the day of which the file tells; empty when it is not known
 */
public record FileTable(Optional<LocalDate> asOf, List<Column> columns) {

    public FileTable {
        columns = List.copyOf(columns);
    }

    /** What a column holds. */
    public enum Holds {
        /** Years. */
        YEAR,
        /** Numbers that name something, such as a district. */
        CODE,
        /** Whole numbers. */
        WHOLE,
        /** Numbers with decimals. */
        DECIMAL,
        /** Words. */
        WORDS
    }

    /**
     * A column.
     *
     * @param header as it stands in the file
     * @param label what the form calls it for people; empty when there is no form
     * @param holds what it should hold
     * @param list the code list that its words should be of; empty when there is none
     * @param values each value that is not blank, and how many rows have it
     */
    public record Column(
            String header,
            Optional<String> label,
            Holds holds,
            Optional<String> list,
            SequencedMap<String, Long> values) {

        public Column {
            values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
        }

        /** A column of those cells; blank ones are left out. */
        public static Column of(String header, Holds holds, Optional<String> list, Iterable<String> cells) {
            SequencedMap<String, Long> values = new LinkedHashMap<>();
            cells.forEach(cell -> {
                if (!cell.isBlank()) {
                    values.merge(cell.strip(), 1L, Long::sum);
                }
            });
            return new Column(header, Optional.empty(), holds, list, values);
        }

        /** How many rows have a value. */
        public long filled() {
            return values.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Which words stand for the codes of which list. */
    public interface Words {

        /** The code lists to which a word belongs, in any language that the program reads; none when it belongs to none. */
        Set<String> listsOf(String word);

        /** Words by list, each as it is written in files, whatever its case. */
        static Words of(Map<String, Set<String>> byList) {
            return word -> byList.entrySet().stream()
                    .filter(list -> list.getValue().stream().anyMatch(word::equalsIgnoreCase))
                    .map(Map.Entry::getKey)
                    .collect(java.util.stream.Collectors.toUnmodifiableSet());
        }
    }
}
