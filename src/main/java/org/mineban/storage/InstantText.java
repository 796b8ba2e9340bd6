package org.mineban.storage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jooq.impl.AbstractConverter;

/** A moment in UTC with six decimals, always as long: sorted as text it is sorted in time, on both engines and in every export. */
public final class InstantText extends AbstractConverter<String, Instant> {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter SIX_DECIMALS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    public InstantText() {
        super(String.class, Instant.class);
    }

    /** The moment as it is stored, as {@code 2026-11-24T10:24:00.000000Z}. */
    public static String of(Instant moment) {
        return SIX_DECIMALS.format(moment);
    }

    @Override
    @SuppressWarnings("NullAway") // jOOQ hands the database's null through
    public Instant from(String text) {
        return text == null ? null : Instant.parse(text);
    }

    @Override
    @SuppressWarnings("NullAway")
    public String to(Instant moment) {
        return moment == null ? null : of(moment);
    }
}
