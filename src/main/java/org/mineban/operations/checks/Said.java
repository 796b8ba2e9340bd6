package org.mineban.operations.checks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.mineban.kernel.PartialDate;
import org.mineban.operations.Examined;

/** What a record says in a field, read without stumbling over what cannot be read: V-52 tells of that. */
final class Said {

    private static final int LONGEST_NUMBER = 18;

    private Said() {}

    /** A whole number; empty when the field is blank or no whole number. */
    static OptionalLong whole(Examined record, String field) {
        Optional<String> text = record.fields().text(field);
        if (text.isEmpty() || text.get().length() > LONGEST_NUMBER) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text.get()));
        } catch (NumberFormatException noNumber) {
            return OptionalLong.empty();
        }
    }

    /** A whole number, and zero when nothing readable is said. */
    static long orZero(Examined record, String field) {
        return whole(record, field).orElse(0);
    }

    /** A number with decimals; empty when the field is blank or no number. */
    static OptionalDouble decimal(Examined record, String field) {
        Optional<String> text = record.fields().text(field);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(new BigDecimal(text.get()).doubleValue());
        } catch (NumberFormatException noNumber) {
            return OptionalDouble.empty();
        }
    }

    /** A date; empty when the field is blank or no date. */
    static Optional<PartialDate> date(Examined record, String field) {
        return record.fields().date(field);
    }

    /** Whether the field says that word. */
    static boolean is(Examined record, String field, String word) {
        return record.fields().text(field).filter(word::equals).isPresent();
    }

    /** Whether the field says anything. */
    static boolean has(Examined record, String field) {
        return record.fields().text(field).isPresent();
    }

    /** Whether one surely came after the other, however little is known of their days. */
    static boolean surelyAfter(PartialDate one, PartialDate other) {
        return one.earliest().isAfter(other.latest());
    }

    /** Whether it surely comes after that day. */
    static boolean surelyAfter(PartialDate one, LocalDate day) {
        return one.earliest().isAfter(day);
    }
}
