package org.mineban.victims;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Actor;
import org.mineban.operations.Fields;
import org.mineban.operations.Kind;
import org.mineban.operations.Register;
import org.mineban.operations.RegisterVersion;

/** The casualties of a State that are approved in the register, as statistics know them. The unhurt are none. */
public final class Casualties {

    private static final Set<String> CHILDREN = Set.of("0-4", "5-9", "10-14", "15-17", "CHILD");
    private static final Set<String> ADULTS = Set.of("18-29", "30-49", "50-64", "65+", "ADULT");
    private static final long ADULT_FROM = 18;

    private final Register register;
    private final Clock clock;
    private final Duration kept;
    private final Map<StateCode, Made> made = new ConcurrentHashMap<>();

    /** Tables and when they were made. */
    private record Made(CasualtyTables tables, Instant at) {}

    /**
     * @param kept how long tables are given again before they are made anew from the register
     */
    public Casualties(Register register, Clock clock, Duration kept) {
        this.register = register;
        this.clock = clock;
        this.kept = kept;
    }

    /** The tables that the public may see, of what is approved today. */
    public CasualtyTables tables(StateCode state) {
        Instant now = clock.instant();
        Made before = made.get(state);
        if (before != null && before.at().plus(kept).isAfter(now)) {
            return before.tables();
        }
        CasualtyTables tables = CasualtyTables.of(list(state, LocalDate.ofInstant(now, ZoneOffset.UTC)));
        made.put(state, new Made(tables, now));
        return tables;
    }

    private List<Casualty> list(StateCode state, LocalDate today) {
        Actor program = Actor.program("casualties");
        Register.Knowing now = new Register.Knowing(today, Optional.empty());
        Map<String, Fields> accidents = new HashMap<>();
        for (RegisterVersion accident : register.asOf(program, state, Kind.ACCIDENT, now)) {
            accidents.put(accident.code(), accident.fields());
            accidents.put(accident.id().toString(), accident.fields());
        }
        return register.asOf(program, state, Kind.VICTIM, now).stream()
                .filter(victim -> !victim.fields().text("outcome").equals(Optional.of("UNHURT")))
                .map(victim -> casualty(
                        victim.fields(),
                        victim.fields().text("accident").map(accidents::get).orElseGet(() -> Fields.of(Map.of()))))
                .toList();
    }

    /** One victim; what its own record does not say of day, device and place is as its accident says. */
    static Casualty casualty(Fields victim, Fields accident) {
        return new Casualty(
                victim.date("happened_on")
                        .or(() -> accident.date("happened_on"))
                        .map(day -> OptionalInt.of(day.earliest().getYear()))
                        .orElseGet(OptionalInt::empty),
                switch (victim.text("outcome").orElse("UNKNOWN")) {
                    case "KILLED", "DIED_LATER" -> Casualty.Outcome.KILLED;
                    case "INJURED" -> Casualty.Outcome.INJURED;
                    default -> Casualty.Outcome.UNKNOWN;
                },
                switch (victim.text("sex").orElse("UNKNOWN")) {
                    case "F" -> Casualty.Sex.FEMALE;
                    case "M" -> Casualty.Sex.MALE;
                    default -> Casualty.Sex.UNKNOWN;
                },
                age(victim),
                switch (victim.text("civil_status").orElse("UNKNOWN")) {
                    case "CIVILIAN" -> Casualty.CivilStatus.CIVILIAN;
                    case "SECURITY_FORCE" -> Casualty.CivilStatus.SECURITY_FORCE;
                    case "DEMINER" -> Casualty.CivilStatus.DEMINER;
                    default -> Casualty.CivilStatus.UNKNOWN;
                },
                victim.text("device").or(() -> accident.text("device")).orElse("UNKNOWN"),
                victim.text("admin1").or(() -> accident.text("admin1")).orElse(""));
    }

    private static Casualty.Age age(Fields victim) {
        if (victim.integer("age").isPresent()) {
            return victim.integer("age").getAsLong() < ADULT_FROM ? Casualty.Age.CHILD : Casualty.Age.ADULT;
        }
        String band = victim.text("age_band").orElse("UNKNOWN");
        return CHILDREN.contains(band)
                ? Casualty.Age.CHILD
                : ADULTS.contains(band) ? Casualty.Age.ADULT : Casualty.Age.UNKNOWN;
    }
}
