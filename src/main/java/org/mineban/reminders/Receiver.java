package org.mineban.reminders;

import java.util.List;
import java.util.Optional;
import org.mineban.obligations.Obligation;

/**
 * A person looked at for a reminder.
 *
 * @param duties what the person would be reminded of, by State; empty when left out
 * @param leftOut why the person is not reminded; empty when the person is
 */
public record Receiver(Contact contact, List<Obligation> duties, Optional<LeftOut> leftOut) {

    public Receiver {
        duties = List.copyOf(duties);
    }

    public boolean reminded() {
        return leftOut.isEmpty();
    }
}
