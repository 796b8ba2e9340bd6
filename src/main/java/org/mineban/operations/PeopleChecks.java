package org.mineban.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mineban.geography.Severity;

/** Checks of what is said of a victim: age (V-38), child and work (V-39). */
final class PeopleChecks {

    private static final long OLDEST = 120;
    private static final long ADULT_FROM = 18;
    private static final Set<String> GROWN_UP = Set.of("SECURITY_FORCE", "DEMINER");
    private static final Set<String> PLAYING = Set.of("playing", "jugando", "jeu", "играл", "لعب", "玩耍");

    private PeopleChecks() {}

    static List<Finding> victim(Fields fields) {
        List<Finding> found = new ArrayList<>();
        OptionalLong age = fields.integer("age");
        Optional<String> band = fields.text("age_band");
        if (age.isPresent() && (age.getAsLong() < 0 || age.getAsLong() > OLDEST)) {
            found.add(Finding.of("V-38", Severity.BLOCKS, "age", "", Map.of("age", age.getAsLong(), "most", OLDEST)));
        } else if (age.isPresent() && band.isPresent() && !contains(band.get(), age.getAsLong())) {
            found.add(Finding.of(
                    "V-38", Severity.BLOCKS, "age_band", "band", Map.of("age", age.getAsLong(), "band", band.get())));
        }
        String civil = fields.text("civil_status").orElse("");
        Optional<Boolean> child = child(fields);
        if (child.equals(Optional.of(true)) && GROWN_UP.contains(civil)) {
            found.add(Finding.of("V-39", Severity.WARNS, "civil_status", "", Map.of("status", civil)));
        }
        String activity = fields.text("activity_then").orElse("").toLowerCase(java.util.Locale.ROOT);
        if (child.equals(Optional.of(false)) && PLAYING.contains(activity)) {
            found.add(Finding.of("V-39", Severity.WARNS, "activity_then", "playing", Map.of("activity", activity)));
        }
        return found;
    }

    /** Whether the victim was younger than 18; empty when nobody knows. */
    static Optional<Boolean> child(Fields fields) {
        OptionalLong age = fields.integer("age");
        if (age.isPresent()) {
            return Optional.of(age.getAsLong() < ADULT_FROM);
        }
        return switch (fields.text("age_band").orElse("UNKNOWN")) {
            case "0-4", "5-9", "10-14", "15-17", "CHILD" -> Optional.of(true);
            case "UNKNOWN" -> Optional.empty();
            default -> Optional.of(false);
        };
    }

    private static boolean contains(String band, long age) {
        return switch (band) {
            case "UNKNOWN" -> true;
            case "CHILD" -> age < ADULT_FROM;
            case "ADULT" -> age >= ADULT_FROM;
            case "65+" -> age >= 65;
            default -> {
                int dash = band.indexOf('-');
                yield age >= Long.parseLong(band.substring(0, dash)) && age <= Long.parseLong(band.substring(dash + 1));
            }
        };
    }
}
