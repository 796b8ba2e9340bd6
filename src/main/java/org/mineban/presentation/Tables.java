package org.mineban.presentation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Day;
import org.mineban.kernel.Explained;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.Obligation;
import org.mineban.parties.Register;
import org.mineban.parties.Standing;
import org.mineban.parties.State;

/** The tables of the contract with scripts: the same columns on the command line, in files and in the interface for programs. */
public final class Tables {

    private Tables() {}

    /**
     * Standings: {@code iso3, standing, depositedOn, entryIntoForce, withdrawalEffective}, then the name and the confidence. Dates are ISO
     * 8601, to the month or year where no more is known; a span is {@code from/to}; nothing where there is none.
     */
    public static Table status(Register register, List<State> states, LocalDate on, Narrator narrator) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (State state : states) {
            StateCode code = state.code();
            Explained<Standing> standing = register.standing(code, on);
            rows.add(row(
                    code.iso3(),
                    standing.value().key(),
                    register.consent(code, on)
                            .map(consent -> cell(consent.date()))
                            .orElse(null),
                    register.entryIntoForce(code, on)
                            .map(day -> cell(day.value()))
                            .orElse(null),
                    register.withdrawalEffect(code, on)
                            .map(day -> cell(day.value()))
                            .orElse(null),
                    narrator.state(code),
                    standing.confidence().code()));
        }
        return new Table(
                "status",
                List.of(
                        "iso3",
                        "standing",
                        "depositedOn",
                        "entryIntoForce",
                        "withdrawalEffective",
                        "name",
                        "confidence"),
                rows);
    }

    /**
     * Duties: {@code iso3, article, duty, due, state, daysLate}, then the calendar year that an annual report covers, the name, the state in
     * words, and the confidence of the due day. {@code daysLate} is the days since the due day where it has passed and nothing here says that
     * the duty was met, or by how many days it was met late; it does not say that nothing was done.
     */
    public static Table deadlines(List<Obligation> duties, Narrator narrator) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Obligation duty : duties) {
            rows.add(row(
                    duty.state().iso3(),
                    duty.duty().provision().cite(),
                    duty.duty().key(),
                    cell(duty.due().value()),
                    duty.standing().value().key(),
                    duty.standing().value().daysLate().orElse(null),
                    duty.year().isPresent() ? duty.year().getAsInt() : null,
                    narrator.state(duty.state()),
                    narrator.dutyState(duty.standing().value()),
                    duty.due().confidence().worse(duty.standing().confidence()).code()));
        }
        return new Table(
                "deadlines",
                List.of(
                        "iso3",
                        "article",
                        "duty",
                        "due",
                        "state",
                        "daysLate",
                        "year",
                        "name",
                        "stateInWords",
                        "confidence"),
                rows);
    }

    /** A day in data: ISO 8601, a span {@code from/to}, or null when none is recorded or set. */
    public static @Nullable Object cell(Day day) {
        return switch (day) {
            case Day.On(LocalDate on) -> on;
            case Day.Between between -> between.toString();
            case Day.NotRecorded() -> null;
            case Day.None() -> null;
        };
    }

    /** A partial date in data. */
    public static Object cell(PartialDate date) {
        Optional<LocalDate> day = date.day();
        return day.isPresent() ? day.get() : date.toString();
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }
}
