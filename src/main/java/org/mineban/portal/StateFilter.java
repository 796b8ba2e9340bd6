package org.mineban.portal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.Duty;
import org.mineban.parties.Register;
import org.mineban.parties.State;
import org.mineban.presentation.Knowledge;

/**
 * Which States a reader wants to see.
 *
 * @param standing what they are to the Convention
 * @param group regional group
 * @param open a duty in which something may still have to be done
 */
record StateFilter(Optional<String> standing, Optional<String> group, Optional<String> open) {

    /** The duties that can be asked for. */
    static final List<String> DUTIES = Arrays.stream(Duty.values())
            .filter(duty -> duty != Duty.NATIONAL_MEASURES)
            .map(Duty::key)
            .toList();

    static StateFilter of(Visit visit) {
        return new StateFilter(
                Choice.check(visit, "standing", Words.STANDINGS),
                Choice.check(visit, "group", Words.GROUPS),
                Choice.check(visit, "open", DUTIES));
    }

    boolean asked() {
        return standing.isPresent() || group.isPresent() || open.isPresent();
    }

    /** The States, in the order of the list of States of the language. */
    List<State> select(Visit visit) {
        Knowledge knowledge = visit.knowledge();
        Register register = knowledge.register();
        Set<StateCode> withDuty = new HashSet<>();
        open.ifPresent(key -> knowledge.obligations().all(visit.on()).stream()
                .filter(duty ->
                        duty.duty().key().equals(key) && duty.standing().value().open())
                .forEach(duty -> withDuty.add(duty.state())));
        return register.states().stream()
                .filter(state -> standing.isEmpty()
                        || register.standing(state.code(), visit.on())
                                .value()
                                .key()
                                .equals(standing.get()))
                .filter(state -> group.isEmpty() || state.group().name().equals(group.get()))
                .filter(state -> open.isEmpty() || withDuty.contains(state.code()))
                .sorted(Words.order(visit))
                .toList();
    }
}
