package org.mineban.reminders;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mineban.obligations.Obligation;
import org.mineban.secrets.Token;

/**
 * Everyone looked at for a reminder, in the order of names.
 *
 * @param on the day as of which the duties were taken
 */
public record ReceiverList(LocalDate on, List<Receiver> all) {

    public ReceiverList {
        all = List.copyOf(all);
    }

    public List<Receiver> reminded() {
        return all.stream().filter(Receiver::reminded).toList();
    }

    public List<Receiver> leftOut() {
        return all.stream().filter(receiver -> !receiver.reminded()).toList();
    }

    /** How many are left out for each reason; reasons that hold for nobody are not there. */
    public Map<LeftOut.Reason, Integer> reasons() {
        Map<LeftOut.Reason, Integer> counts = new EnumMap<>(LeftOut.Reason.class);
        all.stream()
                .flatMap(receiver -> receiver.leftOut().stream())
                .forEach(left -> counts.merge(left.reason(), 1, Integer::sum));
        return counts;
    }

    /** A short name of who is reminded of what, by which a person confirms what was shown and nothing else. */
    public String fingerprint() {
        String text = all.stream()
                .filter(Receiver::reminded)
                .map(receiver -> receiver.contact().account() + " "
                        + receiver.contact().address() + " "
                        + receiver.contact().language().code() + " "
                        + receiver.duties().stream().map(ReceiverList::named).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        return Token.hash(on + "\n" + text).substring(0, 32);
    }

    private static String named(Obligation duty) {
        return duty.state() + "-" + duty.due().value();
    }
}
