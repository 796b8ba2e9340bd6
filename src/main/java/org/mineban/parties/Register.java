package org.mineban.parties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mineban.kernel.Day;
import org.mineban.kernel.Doubt;
import org.mineban.kernel.Explained;
import org.mineban.kernel.Problem;
import org.mineban.kernel.Reason;
import org.mineban.kernel.StateCode;
import org.mineban.parties.TreatyAction.Consent;

/**
 * The register of the parties: what every State was to the Convention on any day. It knows no clock; the day is an argument.
 *
 * <p>It is immutable: a register as the record was known on an earlier day is a register made of fewer actions.
 */
public final class Register {

    private final Map<StateCode, State> states;
    private final Map<StateCode, StateHistory> histories;
    private final List<TreatyAction> actions;
    private final List<Declaration> declarations;
    private final Article17 article17;

    public Register(List<State> states, List<TreatyAction> actions, List<Declaration> declarations) {
        this.states = new LinkedHashMap<>();
        states.forEach(state -> this.states.put(state.code(), state));
        this.actions = List.copyOf(actions);
        this.declarations = List.copyOf(declarations);
        this.article17 = new Article17(actions.stream()
                .filter(Consent.class::isInstance)
                .map(Consent.class::cast)
                .toList());
        Map<StateCode, List<TreatyAction>> byState =
                actions.stream().collect(Collectors.groupingBy(TreatyAction::state));
        this.histories = new LinkedHashMap<>();
        states.forEach(state -> histories.put(
                state.code(),
                new StateHistory(state.code(), byState.getOrDefault(state.code(), List.of()), article17)));
    }

    /** Every State of the list, in the order of the codes. */
    public List<State> states() {
        return List.copyOf(states.values());
    }

    /** The State with that code; empty when the list has none. */
    public Optional<State> findState(StateCode code) {
        return Optional.ofNullable(states.get(code));
    }

    /**
     * The State that a person named by its code, in capitals or not.
     *
     * @throws org.mineban.kernel.ProblemException when there is none, naming the nearest codes
     */
    public State getState(String code) {
        return states.values().stream()
                .filter(state -> state.code().iso3().equalsIgnoreCase(code.strip()))
                .findFirst()
                .orElseThrow(() -> new Problem(
                                "unknown-state",
                                Problem.Kind.NOT_FOUND,
                                Map.of("value", code, "nearest", NearestStates.to(code, states())))
                        .asException());
    }

    /** A register of the same States with another record. */
    public Register with(List<TreatyAction> otherActions, List<Declaration> otherDeclarations) {
        return new Register(states(), otherActions, otherDeclarations);
    }

    /** What every State did, in the order of the record. */
    public List<TreatyAction> actions() {
        return actions;
    }

    /** What every State declared, in the order of the record. */
    public List<Declaration> declarations() {
        return declarations;
    }

    /** The days on which the State's standing may have changed or may change, in order; none for a State that did nothing. */
    public List<LocalDate> changeDays(StateCode state) {
        return history(state).changeDays();
    }

    /** What the State did, in order of time. */
    public List<TreatyAction> actions(StateCode state) {
        return history(state).actions();
    }

    /** What the State declared, in the order of the record. */
    public List<Declaration> declarations(StateCode state) {
        return declarations.stream()
                .filter(declaration -> declaration.state().equals(state))
                .toList();
    }

    /** What the State was on that day. */
    public Explained<Standing> standing(StateCode state, LocalDate on) {
        return history(state).standing(on);
    }

    /** Entry into force for the State by the instrument it had deposited on that day, in force yet or not; empty when it had deposited none. */
    public Optional<Explained<Day>> entryIntoForce(StateCode state, LocalDate on) {
        return history(state).membership(on).map(StateHistory.Membership::entryIntoForce);
    }

    /** The instrument by which the State was bound, or was to be bound, on that day. */
    public Optional<Consent> consent(StateCode state, LocalDate on) {
        return history(state).membership(on).map(StateHistory.Membership::consent);
    }

    /** The day on which a withdrawal notified by then takes effect; empty when none had been notified. */
    public Optional<Explained<Day>> withdrawalEffect(StateCode state, LocalDate on) {
        return history(state)
                .membership(on)
                .filter(membership -> membership
                        .withdrawal()
                        .filter(notice -> !notice.date().earliest().isAfter(on))
                        .isPresent())
                .flatMap(StateHistory.Membership::withdrawalEffect);
    }

    /** Article 17, with the fortieth instrument of this register. */
    public Article17 article17() {
        return article17;
    }

    /** The counts of that day. */
    public Counts counts(LocalDate on) {
        return new Counts(
                on,
                countBy(PartyRule.COUNT_PARTIES_BY_DEPOSIT, on, Acceptance.ACCEPTED),
                count(PartyRule.COUNT_IN_FORCE, inForce(on)),
                count(PartyRule.COUNT_SIGNATURES, signatures(on)),
                countBy(PartyRule.COUNT_SIGNED_NOT_BOUND, on, Acceptance.SIGNED_ONLY),
                countBy(PartyRule.COUNT_NOT_BOUND, on, Acceptance.NEITHER)
                        .doubting(List.of(Doubt.of(PartyRule.DOUBT_LIST_OF_STATES_IS_TODAYS))),
                countBy(PartyRule.COUNT_WITHDRAWN, on, Acceptance.WITHDRAWN),
                countBy(PartyRule.COUNT_NOT_DETERMINABLE, on, Acceptance.NOT_DETERMINABLE));
    }

    /**
     * Which States accepted the obligations, and which ceased to be bound, after one day and until another. In the order of the days.
     *
     * @param joined by deposit
     * @param left by withdrawals with effect
     */
    public record Change(
            LocalDate after, LocalDate until, List<Explained<StateCode>> joined, List<Explained<StateCode>> left) {
        public Change {
            joined = List.copyOf(joined);
            left = List.copyOf(left);
        }
    }

    /** What changed by deposit after one day and until another, the later day included. */
    public Change change(LocalDate after, LocalDate until) {
        List<Explained<StateCode>> joined = new ArrayList<>();
        List<Explained<StateCode>> left = new ArrayList<>();
        histories.forEach((state, history) -> {
            Explained<Acceptance> before = history.acceptance(after);
            Explained<Acceptance> then = history.acceptance(until);
            if (before.value() != Acceptance.ACCEPTED && then.value() == Acceptance.ACCEPTED) {
                joined.add(new Explained<>(state, then.reason()));
            } else if (before.value() == Acceptance.ACCEPTED && then.value() == Acceptance.WITHDRAWN) {
                left.add(new Explained<>(state, then.reason()));
            }
        });
        Comparator<Explained<StateCode>> byDay = Comparator.comparing(explained -> depositOrEffect(explained, until));
        joined.sort(byDay);
        left.sort(byDay);
        return new Change(after, until, joined, left);
    }

    private LocalDate depositOrEffect(Explained<StateCode> explained, LocalDate until) {
        StateHistory.Membership membership =
                history(explained.value()).membership(until).orElseThrow();
        return membership.withdrawnWithEffectOn(until)
                ? membership
                        .withdrawalEffect()
                        .flatMap(effect -> effect.value().latest())
                        .orElseThrow()
                : membership.consent().date().earliest();
    }

    private Explained<Integer> countBy(PartyRule name, LocalDate on, Acceptance wanted) {
        List<Explained<?>> members = new ArrayList<>();
        histories.forEach((state, history) -> {
            Explained<Acceptance> acceptance = history.acceptance(on);
            if (acceptance.value() == wanted) {
                members.add(new Explained<>(state, acceptance.reason()));
            }
        });
        return count(name, members);
    }

    private List<Explained<?>> inForce(LocalDate on) {
        return members(history -> history.standing(on).value().inForce(), on);
    }

    private List<Explained<?>> members(Predicate<StateHistory> wanted, LocalDate on) {
        List<Explained<?>> members = new ArrayList<>();
        histories.forEach((state, history) -> {
            if (wanted.test(history)) {
                members.add(new Explained<>(state, history.standing(on).reason()));
            }
        });
        return members;
    }

    private List<Explained<?>> signatures(LocalDate on) {
        List<Explained<?>> members = new ArrayList<>();
        histories.forEach((state, history) -> history.signedOn(on)
                .ifPresent(signed -> members.add(Explained.stated(state, PartyRule.SIGNED, signed.row()))));
        return members;
    }

    private static Explained<Integer> count(PartyRule name, List<Explained<?>> members) {
        return new Explained<>(members.size(), new Reason.Counted(name, members, List.of()));
    }

    private StateHistory history(StateCode state) {
        StateHistory history = histories.get(state);
        if (history == null) {
            throw new IllegalArgumentException("No such State in the register: " + state);
        }
        return history;
    }
}
