package org.mineban.reminders;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;

/**
 * Somebody who may be reminded.
 *
 * @param address the e-mail address as the account has it, whether it can be used or not
 * @param disabledOn since when the account is disabled; empty while it is not
 * @param states the States for which the person has a role that is addressed, without repetition
 */
public record Contact(
        UUID account,
        String name,
        String address,
        Language language,
        Optional<LocalDate> disabledOn,
        List<StateCode> states) {

    public Contact {
        states = List.copyOf(states);
    }
}
