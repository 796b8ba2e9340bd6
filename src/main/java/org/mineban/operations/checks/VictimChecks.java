package org.mineban.operations.checks;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.mineban.kernel.PartialDate;
import org.mineban.operations.CheckContext;
import org.mineban.operations.Examined;
import org.mineban.operations.Kind;
import org.mineban.operations.NotChecked.Reason;
import org.mineban.operations.RecordLookup;

/** Accidents and victims. */
final class VictimChecks {

    private static final int OLDEST = 120;
    private static final int ADULT = 18;

    /** From which age to which, each included. */
    private static final Map<String, List<Integer>> BANDS = Map.of(
            "0-4", List.of(0, 4),
            "5-9", List.of(5, 9),
            "10-14", List.of(10, 14),
            "15-17", List.of(15, 17),
            "18-29", List.of(18, 29),
            "30-49", List.of(30, 49),
            "50-64", List.of(50, 64),
            "65+", List.of(65, OLDEST),
            "ADULT", List.of(ADULT, OLDEST),
            "CHILD", List.of(0, ADULT - 1));

    private static final Set<String> GUARDED = Set.of("SECURITY_FORCE", "DEMINER");

    /** How the six languages begin the word for a child at play. */
    private static final List<String> PLAYING = List.of("play", "jug", "jou", "игра", "لعب", "يلعب", "玩");

    private VictimChecks() {}

    /** It is said what became of the victim, and in which accident. */
    static void v37(Examined victim, CheckContext context, Answers answers) {
        if (!Said.has(victim, "outcome")) {
            answers.blocks("outcome", "outcome", Map.of());
        }
        if (Said.has(victim, "accident")) {
            return;
        }
        // A table with a row for each victim tells of the accident in the same row.
        if (Said.has(victim, "happened_on")) {
            answers.informs("accident", "own", Map.of());
        } else {
            answers.blocks("accident", "", Map.of());
        }
    }

    /** The age is a human one and fits its band. */
    static void v38(Examined victim, CheckContext context, Answers answers) {
        answers.not(Reason.NOT_KEPT, "birth_date");
        Optional<String> text = victim.fields().text("age");
        if (text.isEmpty()) {
            answers.not(Reason.NO_VALUE, "age");
            return;
        }
        OptionalLong age = Said.whole(victim, "age");
        if (age.isEmpty() || age.getAsLong() < 0 || age.getAsLong() > OLDEST) {
            answers.blocks("age", "", Map.of("age", text.get(), "oldest", OLDEST));
            return;
        }
        Optional<List<Integer>> band = victim.fields().text("age_band").map(BANDS::get);
        if (band.isPresent()
                && (age.getAsLong() < band.get().getFirst()
                        || age.getAsLong() > band.get().getLast())) {
            answers.blocks(
                    "age_band",
                    "band",
                    Map.of(
                            "age",
                            age.getAsLong(),
                            "band",
                            victim.fields().text("age_band").orElseThrow()));
        }
    }

    /** A child in the security forces, or an adult at play, may be a slip: it is kept and asked. */
    static void v39(Examined victim, CheckContext context, Answers answers) {
        Optional<Boolean> child = child(victim);
        if (child.isEmpty()) {
            answers.not(Reason.NO_VALUE, "age_band");
            return;
        }
        Optional<String> status = victim.fields().text("civil_status");
        Optional<String> activity = victim.fields().text("activity_then");
        if (child.get() && status.filter(GUARDED::contains).isPresent()) {
            answers.warns("civil_status", "child", Map.of("status", status.get()));
        }
        if (!child.get() && activity.filter(VictimChecks::playing).isPresent()) {
            answers.warns("activity_then", "", Map.of("activity", activity.get()));
        }
    }

    private static boolean playing(String activity) {
        String small = activity.toLowerCase(Locale.ROOT);
        return PLAYING.stream().anyMatch(small::startsWith);
    }

    /** Whether somebody was under 18; empty when nothing says. */
    private static Optional<Boolean> child(Examined victim) {
        OptionalLong age = Said.whole(victim, "age");
        if (age.isPresent()) {
            return Optional.of(age.getAsLong() < ADULT);
        }
        return victim.fields().text("age_band").map(BANDS::get).map(band -> band.getLast() < ADULT);
    }

    /** The sex is one of the list; that it is not known is one of them, blank is not. */
    static void v40(Examined victim, CheckContext context, Answers answers) {
        Optional<String> sex = victim.fields().text("sex");
        if (sex.isEmpty()) {
            answers.blocks("sex", "blank", Map.of());
        } else if (!context.dictionary().codes("sex").contains(sex.get())) {
            answers.blocks("sex", "", Map.of("value", sex.get()));
        }
    }

    /** As many victims as the accident says. */
    static void v41(Examined accident, CheckContext context, Answers answers) {
        if (context.register().isEmpty()) {
            answers.not(Reason.NO_REGISTER, "victim");
            return;
        }
        if (!Said.has(accident, "stated_killed") && !Said.has(accident, "stated_injured")) {
            answers.not(Reason.NO_VALUE, "stated_killed");
            return;
        }
        List<Examined> victims = context.register().get().saying(Kind.VICTIM, "accident", accident.code());
        compare(accident, "stated_killed", victims, Set.of("KILLED", "DIED_LATER"), answers);
        compare(accident, "stated_injured", victims, Set.of("INJURED"), answers);
    }

    private static void compare(
            Examined accident, String field, List<Examined> victims, Set<String> outcomes, Answers answers) {
        OptionalLong stated = Said.whole(accident, field);
        if (stated.isEmpty()) {
            return;
        }
        long rows = victims.stream()
                .filter(one ->
                        one.fields().text("outcome").filter(outcomes::contains).isPresent())
                .count();
        Map<String, Object> values = Map.of("stated", stated.getAsLong(), "rows", rows);
        if (rows > stated.getAsLong()) {
            answers.blocks(field, "more", values);
        } else if (rows < stated.getAsLong()) {
            answers.warns(field, "", values);
        }
    }

    /** Victims without a number of their own who look alike are different people: none is left out. */
    static void v42(Examined victim, CheckContext context, Answers answers) {
        if (victim.ownCode()) {
            return;
        }
        if (context.register().isEmpty()) {
            answers.not(Reason.NO_REGISTER, "victim");
            return;
        }
        context.register().get().same(victim).stream()
                .filter(other -> !other.ownCode())
                .findFirst()
                .ifPresent(other -> answers.warns("", "", Map.of("other", other.code())));
    }

    /** An accident in land that was released before: a mine was missed, or laid anew. */
    static void v43(Examined accident, CheckContext context, Answers answers) {
        Optional<PartialDate> happened = Said.date(accident, "happened_on");
        Optional<Geometry> place = accident.geometry();
        if (happened.isEmpty() || place.isEmpty()) {
            answers.not(
                    happened.isEmpty() ? Reason.NO_VALUE : Reason.NO_PLACE, happened.isEmpty() ? "happened_on" : "");
            return;
        }
        if (context.register().isEmpty()) {
            answers.not(Reason.NO_REGISTER, "product");
            return;
        }
        RecordLookup register = context.register().get();
        for (Examined product : register.near(Kind.PRODUCT, place.get().getEnvelopeInternal())) {
            Optional<PartialDate> released = Said.date(product, "released_on");
            if (released.isPresent()
                    && Said.surelyAfter(happened.get(), released.get())
                    && product.geometry()
                            .filter(land -> meet(land, place.get()))
                            .isPresent()) {
                Map<String, Object> values = Map.of(
                        "other", product.code(),
                        "released", released.get().toString(),
                        "happened", happened.get().toString());
                if (accident.fields().yes("cleared_before")) {
                    answers.warns("cleared_before", "known", values);
                } else {
                    answers.blocks("cleared_before", "", values);
                }
                return;
            }
        }
    }

    private static boolean meet(Geometry land, Geometry place) {
        return land.isValid() && land.intersects(place);
    }

    /** A demining accident is investigated within a month. */
    static void v44(Examined accident, CheckContext context, Answers answers) {
        if (!Said.is(accident, "accident_kind", "DEMINING") || Said.has(accident, "investigated_on")) {
            return;
        }
        Optional<PartialDate> happened = Said.date(accident, "happened_on");
        if (happened.isEmpty()) {
            answers.not(Reason.NO_VALUE, "happened_on");
            return;
        }
        long days = ChronoUnit.DAYS.between(happened.get().latest(), context.today());
        if (days > context.settings().investigationDays()) {
            answers.warns(
                    "investigated_on",
                    "",
                    Map.of("days", days, "most", context.settings().investigationDays()));
        }
    }
}
