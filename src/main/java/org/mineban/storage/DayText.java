package org.mineban.storage;

import java.time.LocalDate;
import org.jooq.impl.AbstractConverter;

/** A day as ISO 8601 writes it, {@code 2012-12-03}: sorted as text it is sorted in time. */
public final class DayText extends AbstractConverter<String, LocalDate> {

    private static final long serialVersionUID = 1L;

    public DayText() {
        super(String.class, LocalDate.class);
    }

    @Override
    @SuppressWarnings("NullAway") // jOOQ hands the database's null through
    public LocalDate from(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    @Override
    @SuppressWarnings("NullAway")
    public String to(LocalDate value) {
        return value == null ? null : value.toString();
    }
}
