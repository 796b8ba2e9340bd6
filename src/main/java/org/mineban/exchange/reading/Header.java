package org.mineban.exchange.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mineban.exchange.ReadingFinding;
import org.mineban.exchange.ReadingFinding.Kind;

/**
 * The names of a table's columns: as written, without blanks around them, each of them once.
 *
 * @param columns in order
 * @param findings what had to be done for it
 */
record Header(List<String> columns, List<ReadingFinding> findings) {

    static Header of(List<String> written) {
        List<String> columns = new ArrayList<>();
        List<ReadingFinding> findings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < written.size(); i++) {
            String name = written.get(i).strip();
            boolean nameless = name.isEmpty();
            String wanted = nameless ? "column_" + (i + 1) : name;
            String unique = wanted;
            for (int n = 2; !seen.add(unique); n++) {
                unique = wanted + "_" + n;
            }
            columns.add(unique);
            if (nameless) {
                findings.add(new ReadingFinding(Kind.COLUMN_WITHOUT_NAME, Map.of("column", unique)));
            } else if (!unique.equals(wanted)) {
                findings.add(new ReadingFinding(Kind.COLUMN_TWICE, Map.of("value", wanted, "column", unique)));
            }
        }
        return new Header(List.copyOf(columns), findings);
    }
}
