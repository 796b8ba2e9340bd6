package org.mineban.storage;

import java.util.UUID;
import org.jooq.impl.AbstractConverter;

/** A UUID as the 36 characters of its standard form (RFC 9562), the same on both engines and in every export. */
public final class UuidText extends AbstractConverter<String, UUID> {

    private static final long serialVersionUID = 1L;

    public UuidText() {
        super(String.class, UUID.class);
    }

    @Override
    @SuppressWarnings("NullAway") // jOOQ hands the database's null through
    public UUID from(String text) {
        return text == null ? null : UUID.fromString(text);
    }

    @Override
    @SuppressWarnings("NullAway")
    public String to(UUID value) {
        return value == null ? null : value.toString();
    }
}
