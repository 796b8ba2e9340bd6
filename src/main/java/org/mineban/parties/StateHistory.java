package org.mineban.parties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Day;
import org.mineban.kernel.Doubt;
import org.mineban.kernel.Explained;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.Reason;
import org.mineban.kernel.RuleName;
import org.mineban.kernel.StateCode;
import org.mineban.parties.TreatyAction.Communication;
import org.mineban.parties.TreatyAction.Consent;
import org.mineban.parties.TreatyAction.ProvisionalApplication;
import org.mineban.parties.TreatyAction.Signature;
import org.mineban.parties.TreatyAction.Withdrawal;

/**
 * One State's standing through time. A standing changes on few days; they are worked out once, and a day is answered by looking up the last
 * change before it.
 */
final class StateHistory {

    /** Consent to be bound, what it gives, and the withdrawal that ended it, if any. */
    record Membership(
            Consent consent,
            Explained<Day> entryIntoForce,
            Optional<Withdrawal> withdrawal,
            Optional<Explained<Day>> withdrawalEffect) {

        LocalDate begins() {
            LocalDate deposit = consent.date().earliest();
            LocalDate force = entryIntoForce.value().earliest().orElse(deposit);
            return force.isBefore(deposit) ? force : deposit;
        }

        boolean withdrawnWithEffectOn(LocalDate on) {
            return withdrawalEffect
                    .flatMap(effect -> effect.value().latest())
                    .filter(effect -> !effect.isAfter(on))
                    .isPresent();
        }
    }

    private final StateCode state;
    private final List<TreatyAction> actions;
    private final List<Membership> memberships;
    private final Optional<Signature> signature;
    private final long[] changeDays;
    private final List<Explained<Standing>> standings;

    StateHistory(StateCode state, List<TreatyAction> actions, Article17 article17) {
        this.state = state;
        this.actions = actions.stream()
                .sorted(Comparator.comparing(
                        (TreatyAction action) -> action.date().earliest()))
                .toList();
        this.signature = first(Signature.class);
        this.memberships = memberships(article17);
        TreeSet<LocalDate> days = new TreeSet<>();
        days.add(LocalDate.MIN);
        this.actions.forEach(action -> {
            days.add(action.date().earliest());
            days.add(action.date().latest());
        });
        for (Membership membership : memberships) {
            membership.entryIntoForce().value().earliest().ifPresent(days::add);
            membership.entryIntoForce().value().latest().ifPresent(days::add);
            membership
                    .withdrawalEffect()
                    .flatMap(effect -> effect.value().latest())
                    .ifPresent(days::add);
        }
        this.changeDays = days.stream().mapToLong(LocalDate::toEpochDay).toArray();
        this.standings = days.stream().map(this::standingFrom).toList();
    }

    List<TreatyAction> actions() {
        return actions;
    }

    List<LocalDate> changeDays() {
        return java.util.Arrays.stream(changeDays)
                .skip(1) // the first is before all days
                .mapToObj(LocalDate::ofEpochDay)
                .toList();
    }

    Optional<Signature> signature() {
        return signature;
    }

    /** The last membership that had begun on that day; empty when none had. */
    Optional<Membership> membership(LocalDate on) {
        return memberships.stream()
                .filter(membership -> !membership.begins().isAfter(on))
                .reduce((earlier, later) -> later);
    }

    Explained<Standing> standing(LocalDate on) {
        int found = java.util.Arrays.binarySearch(changeDays, on.toEpochDay());
        return standings.get(found >= 0 ? found : -found - 2);
    }

    /** Where the State stands by deposit alone, with the reason. */
    Explained<Acceptance> acceptance(LocalDate on) {
        Optional<Membership> last = memberships.stream()
                .filter(membership -> !membership.consent().date().earliest().isAfter(on))
                .reduce((earlier, later) -> later);
        if (last.isPresent()) {
            Membership membership = last.get();
            Consent consent = membership.consent();
            Explained<?> deposit = Explained.stated(consent.date(), PartyRule.DEPOSITED, consent.row());
            if (membership.withdrawnWithEffectOn(on)) {
                return because(
                        Acceptance.WITHDRAWN,
                        PartyRule.HAS_WITHDRAWN,
                        membership.withdrawalEffect().orElseThrow());
            }
            return consent.date().latest().isAfter(on)
                    ? because(Acceptance.NOT_DETERMINABLE, PartyRule.CANNOT_BE_DETERMINED, deposit)
                    : new Explained<>(Acceptance.ACCEPTED, deposit.reason());
        }
        return signedOn(on)
                .<Explained<Acceptance>>map(
                        signed -> Explained.stated(Acceptance.SIGNED_ONLY, PartyRule.SIGNED, signed.row()))
                .orElseGet(() -> new Explained<>(Acceptance.NEITHER, silent(on)));
    }

    Optional<Signature> signedOn(LocalDate on) {
        return signature.filter(signed -> !signed.date().earliest().isAfter(on));
    }

    private Explained<Standing> standingFrom(LocalDate on) {
        @Nullable Membership membership = membership(on).orElse(null);
        Explained<Standing> standing = membership == null ? unbound(on) : bound(membership, on);
        return standing.doubting(communications(on));
    }

    private Explained<Standing> unbound(LocalDate on) {
        return signedOn(on)
                .<Explained<Standing>>map(signed -> because(
                        new Standing.Signatory(signed.date()),
                        PartyRule.IS_SIGNATORY,
                        Explained.stated(signed.date(), PartyRule.SIGNED, signed.row())))
                .orElseGet(() -> new Explained<>(new Standing.NotParty(), silent(on)));
    }

    private Explained<Standing> bound(Membership membership, LocalDate on) {
        Consent consent = membership.consent();
        Day force = membership.entryIntoForce().value();
        LocalDate certain = force.latest().orElse(LocalDate.MAX);
        LocalDate possible = force.earliest().orElse(LocalDate.MAX);
        if (membership.withdrawnWithEffectOn(on)) {
            Explained<Day> effect = membership.withdrawalEffect().orElseThrow();
            return because(new Standing.Withdrawn(effect.value()), PartyRule.HAS_WITHDRAWN, effect);
        }
        Optional<Withdrawal> notified = membership
                .withdrawal()
                .filter(withdrawal -> !withdrawal.date().earliest().isAfter(on));
        if (notified.isPresent() && !certain.isAfter(on)) {
            Explained<Day> effect = membership.withdrawalEffect().orElseThrow();
            return because(
                    new Standing.WithdrawalNotified(force, notified.get().date().earliest(), effect.value()),
                    PartyRule.HAS_NOTIFIED_WITHDRAWAL,
                    membership.entryIntoForce(),
                    effect);
        }
        if (!certain.isAfter(on)) {
            Explained<Standing> party =
                    because(new Standing.StateParty(force), PartyRule.IS_STATE_PARTY, membership.entryIntoForce());
            return consent.date().earliest().isAfter(on)
                    ? party.doubting(List.of(Doubt.of(PartyRule.DOUBT_EFFECT_BEFORE_DEPOSIT, consent.row())))
                    : party;
        }
        if (possible.isAfter(on) && !consent.date().latest().isAfter(on)) {
            Explained<Standing> deposited = because(
                    new Standing.ConsentDeposited(consent.date(), force),
                    PartyRule.HAS_CONSENTED_NOT_YET_IN_FORCE,
                    membership.entryIntoForce());
            return deposited.doubting(provisionalApplication(on));
        }
        return because(
                new Standing.NotDeterminable(consent.date(), force),
                PartyRule.CANNOT_BE_DETERMINED,
                membership.entryIntoForce());
    }

    private List<Doubt> communications(LocalDate on) {
        return actions.stream()
                .filter(action -> action instanceof Communication
                        && !action.date().earliest().isAfter(on))
                .map(action -> Doubt.of(PartyRule.DOUBT_COMMUNICATION_CHANGES_NOTHING, action.row()))
                .toList();
    }

    private List<Doubt> provisionalApplication(LocalDate on) {
        return actions.stream()
                .filter(action -> action instanceof ProvisionalApplication
                        && !action.date().earliest().isAfter(on))
                .map(action -> Doubt.of(PartyRule.APPLIES_PROVISIONALLY, action.row()))
                .toList();
    }

    private Reason silent(LocalDate on) {
        return new Reason.Silent(
                PartyRule.NO_ACTION_RECORDED,
                "parties/treaty-actions.csv",
                on.equals(LocalDate.MIN) ? Optional.empty() : Optional.of(on),
                List.of());
    }

    private List<Membership> memberships(Article17 article17) {
        List<Consent> consents = all(Consent.class);
        List<Withdrawal> withdrawals = all(Withdrawal.class);
        List<Membership> found = new ArrayList<>();
        for (int i = 0; i < consents.size(); i++) {
            Consent consent = consents.get(i);
            LocalDate until =
                    i + 1 < consents.size() ? consents.get(i + 1).date().earliest() : LocalDate.MAX;
            Optional<Withdrawal> withdrawal = withdrawals.stream()
                    .filter(notice ->
                            !notice.date().earliest().isBefore(consent.date().earliest())
                                    && notice.date().earliest().isBefore(until))
                    .findFirst();
            found.add(new Membership(
                    consent,
                    article17.entryIntoForce(consent).doubting(noteOf(consent)),
                    withdrawal,
                    withdrawal.map(Article20::withdrawalTakesEffect)));
        }
        return List.copyOf(found);
    }

    private static List<Doubt> noteOf(Consent consent) {
        boolean saidAlready = consent.kind() == Consent.Kind.SUCCESSION
                || consent.date() instanceof PartialDate.OfYear
                || consent.row().note().isEmpty();
        return saidAlready ? List.of() : List.of(Doubt.of(PartyRule.DOUBT_SEE_NOTE, consent.row()));
    }

    private <T extends TreatyAction> List<T> all(Class<T> type) {
        return actions.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private <T extends TreatyAction> Optional<T> first(Class<T> type) {
        return all(type).stream().findFirst();
    }

    private static <T> Explained<T> because(T value, RuleName name, Explained<?>... because) {
        return new Explained<>(value, new Reason.Given(name, Optional.empty(), List.of(because), List.of()));
    }

    @Override
    public String toString() {
        return state + " " + actions.size();
    }
}
