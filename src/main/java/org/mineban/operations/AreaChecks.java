package org.mineban.operations;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.mineban.geography.Severity;

/** Checks of areas: stated against computed (V-12), size (V-13), evidence (V-23), depth (V-25), devices without area (V-30), quantities (V-36). */
final class AreaChecks {

    private static final Set<String> DIRECT =
            Set.of("DETONATION", "ACCIDENT_KNOWN_PLACE", "RELIABLE_RECORD", "SIGNS_OR_FENCE", "VISUAL");
    private static final long HUNDREDTHS = 100;
    private static final long SMALL_DIFFERENCE = 100 * HUNDREDTHS;
    private static final double TENTH = 0.1;
    private static final double HALF = 0.5;
    private static final double NEAR = 0.15;
    private static final List<Double> UNITS = List.of(100.0, 10_000.0, 1_000_000.0);
    private static final long SMALLEST = 25 * HUNDREDTHS;
    private static final long LARGEST = 1_000_000_000L * HUNDREDTHS;

    private AreaChecks() {}

    static List<Finding> hazard(Content content) {
        List<Finding> found = new ArrayList<>(stated(content));
        Fields fields = content.fields();
        OptionalLong stated = fields.area("area_stated_m2");
        if (content.shape().isEmpty() && stated.isPresent()) {
            size(stated.getAsLong()).ifPresent(found::add);
        }
        boolean direct = fields.codes("evidence").stream().anyMatch(DIRECT::contains);
        String areaClass = fields.text("class").orElse("");
        if (areaClass.equals("CHA") && !direct) {
            found.add(Finding.of("V-23", Severity.BLOCKS, "evidence", "", Map.of()));
        }
        if (areaClass.equals("SHA") && direct) {
            found.add(Finding.of("V-23", Severity.WARNS, "evidence", "direct", Map.of()));
        }
        if (fields.integer("mine_quantity").orElse(-1) == 0
                && fields.text("note").isEmpty()) {
            found.add(Finding.of("V-36", Severity.BLOCKS, "mine_quantity", "", Map.of()));
        }
        return found;
    }

    private static java.util.Optional<Finding> size(long area) {
        if (area > LARGEST) {
            return java.util.Optional.of(
                    Finding.of("V-13", Severity.BLOCKS, "area_stated_m2", "", Map.of("area", metres(area))));
        }
        return area < SMALLEST
                ? java.util.Optional.of(
                        Finding.of("V-13", Severity.WARNS, "area_stated_m2", "", Map.of("area", metres(area))))
                : java.util.Optional.empty();
    }

    static List<Finding> product(Content content) {
        List<Finding> found = new ArrayList<>(stated(content));
        Fields fields = content.fields();
        boolean cleared = fields.text("release").filter("CLEARED"::equals).isPresent();
        if (cleared && fields.text("depth_cm").isEmpty()) {
            Severity severity = RecordChecks.legacy(content) ? Severity.WARNS : Severity.BLOCKS;
            found.add(Finding.of("V-25", severity, "depth_cm", "", Map.of()));
        }
        return found;
    }

    /** V-12: an area stated and the area of the shape differ; by a factor that units of area differ by, it is an error of unit. */
    private static List<Finding> stated(Content content) {
        OptionalLong stated = content.fields().area("area_stated_m2");
        long computed = content.shape().map(Shape::computedArea).orElse(0L);
        if (stated.isEmpty() || computed == 0) {
            return List.of();
        }
        long said = stated.getAsLong();
        long difference = Math.abs(said - computed);
        double share = (double) difference / computed;
        if (difference <= SMALL_DIFFERENCE || share <= TENTH) {
            return List.of();
        }
        Map<String, Object> values = Map.of("stated", metres(said), "computed", metres(computed));
        double factor = said == 0 ? 0 : Math.max((double) said / computed, (double) computed / said);
        boolean unit = UNITS.stream().anyMatch(one -> Math.abs(factor / one - 1) < NEAR);
        return List.of(
                unit
                        ? Finding.of("V-12", Severity.BLOCKS, "area_stated_m2", "unit", values)
                        : Finding.of(
                                "V-12", share > HALF ? Severity.BLOCKS : Severity.WARNS, "area_stated_m2", "", values));
    }

    /** Hundredths of a square metre as square metres. */
    static BigDecimal metres(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }
}
