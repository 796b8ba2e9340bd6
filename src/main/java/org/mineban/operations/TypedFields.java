package org.mineban.operations;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mineban.geography.NumberText;
import org.mineban.kernel.PartialDate;

/** Reads what somebody typed into the fields of a record: numbers and dates as people write them, words of code lists, and nothing that can be read as two. */
public final class TypedFields {

    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([ ,.]\\d{3})+");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[./-](\\d{1,2})[./-](\\d{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");
    private static final int MONTHS = 12;
    private static final int HUNDREDTHS = 2;

    private TypedFields() {}

    /**
     * A field that could not be read.
     *
     * @param message the key of the sentence that says why and what to do
     */
    public record Fault(String field, String message, Map<String, Object> values) {}

    /** What was typed, as the record keeps it, and what could not be read of it. */
    public record Read(Fields fields, List<Fault> faults) {}

    /**
     * Reads a form.
     *
     * @param base what the record says already; fields that the form does not have stay
     * @param typed what was typed by the name of the field; none for a field that the form did not have
     */
    public static Read read(
            Dictionary dictionary, Kind kind, Fields base, Function<String, Optional<List<String>>> typed) {
        Map<String, String> texts = new TreeMap<>(base.texts());
        List<Fault> faults = new ArrayList<>();
        for (FieldDefinition field : dictionary.fields(kind).values()) {
            Optional<List<String>> given = typed.apply(field.name());
            if (given.isEmpty() || field.name().equals(WrittenPlace.FIELD)) {
                continue;
            }
            List<String> said = given.get().stream()
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .toList();
            if (said.isEmpty()) {
                texts.remove(field.name());
                continue;
            }
            Optional<String> read = one(dictionary, field, said);
            if (read.isPresent()) {
                texts.put(field.name(), read.get());
            } else {
                faults.add(new Fault(field.name(), message(field.type()), Map.of("value", String.join(" ", said))));
            }
        }
        return new Read(Fields.of(texts), List.copyOf(faults));
    }

    private static String message(FieldType type) {
        return switch (type) {
            case INTEGER -> "area-form.whole";
            case DECIMAL, AREA -> "area-form.decimal";
            case DATE -> "area-form.date";
            case CODE, CODES, FLAG, TEXT, LINK -> "area-form.word";
        };
    }

    private static Optional<String> one(Dictionary dictionary, FieldDefinition field, List<String> said) {
        String first = said.getFirst();
        return switch (field.type()) {
            case TEXT, LINK -> Optional.of(first.replace("\r\n", "\n"));
            case CODE ->
                Optional.of(first).filter(dictionary.codes(field.codes().orElseThrow())::contains);
            case CODES -> {
                List<String> allowed = dictionary.codes(field.codes().orElseThrow());
                yield allowed.containsAll(said)
                        ? Optional.of(String.join(
                                " ", allowed.stream().filter(said::contains).toList()))
                        : Optional.empty();
            }
            case FLAG -> Optional.of(first).filter(List.of("yes", "no")::contains);
            case INTEGER -> whole(first);
            case DECIMAL -> decimal(first).map(BigDecimal::stripTrailingZeros).map(BigDecimal::toPlainString);
            case AREA ->
                decimal(first)
                        .map(number -> number.setScale(HUNDREDTHS, RoundingMode.HALF_UP)
                                .toPlainString());
            case DATE -> date(first);
        };
    }

    /** Between thousands a separator can mean nothing else in a whole number. */
    private static Optional<String> whole(String text) {
        String plain = NumberText.plain(text);
        String bare = GROUPED.matcher(plain).matches() ? plain.replaceAll("[ ,.]", "") : plain;
        return WHOLE.matcher(bare).matches() ? Optional.of(Long.toString(Long.parseLong(bare))) : Optional.empty();
    }

    private static Optional<BigDecimal> decimal(String text) {
        OptionalDouble number = NumberText.read(text);
        return number.isPresent() && number.getAsDouble() >= 0
                ? Optional.of(BigDecimal.valueOf(number.getAsDouble()))
                : Optional.empty();
    }

    /** A date to the day, month or year; empty for one whose day and month could be exchanged. */
    public static Optional<String> date(String text) {
        String plain = NumberText.plain(text).replace('–', '-');
        if (PartialDate.find(plain).isPresent()) {
            return Optional.of(plain);
        }
        try {
            Matcher yearFirst = YEAR_FIRST.matcher(plain);
            if (yearFirst.matches()) {
                return Optional.of(day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3)));
            }
            Matcher yearLast = YEAR_LAST.matcher(plain);
            if (!yearLast.matches()) {
                return Optional.empty();
            }
            int first = Integer.parseInt(yearLast.group(1));
            int second = Integer.parseInt(yearLast.group(2));
            if (first <= MONTHS && second <= MONTHS && first != second) {
                return Optional.empty();
            }
            return Optional.of(
                    second > MONTHS
                            ? day(yearLast.group(3), yearLast.group(1), yearLast.group(2))
                            : day(yearLast.group(3), yearLast.group(2), yearLast.group(1)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static String day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                .toString();
    }
}
