package org.mineban.accounts;

import java.util.Optional;
import java.util.UUID;
import org.mineban.kernel.StateCode;

/**
 * What a permission is asked for: whose it is and who wrote it.
 *
 * @param state the State it belongs to; empty when it belongs to none
 * @param organisation the organisation it belongs to; empty when it belongs to none
 * @param section the section of a report it is; empty when it is none
 * @param author who wrote it; empty when that does not matter or is not known
 */
public record Thing(
        Optional<StateCode> state, Optional<UUID> organisation, Optional<String> section, Optional<UUID> author) {

    /** Something of the whole system. */
    public static final Thing SYSTEM =
            new Thing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Something of a State. */
    public static Thing of(StateCode state) {
        return new Thing(Optional.of(state), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, of that organisation. */
    public Thing of(UUID owner) {
        return new Thing(state, Optional.of(owner), section, author);
    }

    /** The same, being that section of a report. */
    public Thing section(String name) {
        return new Thing(state, organisation, Optional.of(name), author);
    }

    /** The same, written by that person. */
    public Thing by(UUID writer) {
        return new Thing(state, organisation, section, Optional.of(writer));
    }
}
