package org.mineban.operations.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mineban.geography.Legs;
import org.mineban.geography.UtmPosition;
import org.mineban.operations.NotChecked.Reason;
import org.mineban.operations.WrittenPoints;

/** Points, bearings and distances as somebody wrote them down. */
final class CoordinateChecks {

    private static final Pattern UTM = Pattern.compile("(?:EPSG:)?32[67](\\d\\d)");
    private static final double LONGITUDE = 180;
    private static final double LATITUDE = 90;

    private CoordinateChecks() {}

    /** No two points of a polygon have one name, also when spaces are left out. */
    static void v06(WrittenPoints written, Answers answers) {
        Map<String, Integer> times = new HashMap<>();
        List<String> told = new ArrayList<>();
        for (WrittenPoints.Point point : written.points()) {
            String name = point.name().strip();
            if (!name.isEmpty() && times.merge(name, 1, Integer::sum) == 2) {
                told.add(name);
            }
        }
        for (String name : told) {
            answers.warns(name, "", Map.of("name", name, "times", times.getOrDefault(name, 0)));
        }
    }

    /** Metres of a grid have a coordinate system, and lie in the range of their zone. */
    static void v56(WrittenPoints written, Answers answers) {
        for (WrittenPoints.Point point : written.points()) {
            boolean metres = Math.abs(point.x()) > LONGITUDE || Math.abs(point.y()) > LATITUDE;
            Map<String, Object> values = Map.of("x", plain(point.x()), "y", plain(point.y()));
            if (written.system().isEmpty()) {
                if (metres) {
                    answers.blocks(point.name(), "", values);
                    return;
                }
                continue;
            }
            var utm = UTM.matcher(written.system().get());
            if (utm.matches()) {
                boolean north = written.system().get().replace("EPSG:", "").startsWith("326");
                int zone = Integer.parseInt(utm.group(1));
                if (zone < 1 || zone > 60 || !new UtmPosition(zone, north, point.x(), point.y()).possible()) {
                    answers.blocks(point.name(), "range", values);
                    return;
                }
            }
        }
    }

    private static String plain(double number) {
        return new java.math.BigDecimal(Double.toString(number))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Bearings and distances come back to where they began, but for 1 per cent of their length and 5 m. */
    static void v57(WrittenPoints written, Answers answers) {
        if (written.legs().isEmpty()) {
            return;
        }
        if (written.start().isEmpty()) {
            answers.not(Reason.NO_VALUE, "start");
            return;
        }
        List<Legs.Leg> legs = written.legs().stream().map(CoordinateChecks::leg).toList();
        Legs.Misclosure misclosure = Legs.misclosure(written.start().get(), legs);
        if (misclosure.tooMuch()) {
            answers.warns(
                    "",
                    "",
                    Map.of(
                            "metres", Math.round(misclosure.metres() * 100) / 100.0,
                            "length", Math.round(misclosure.length()),
                            "percent", Math.round(misclosure.share().orElse(0) * 1000) / 10.0));
        }
    }

    /** Which north is meant matters little here: a polygon closes as well when all of it is turned. */
    private static Legs.Leg leg(WrittenPoints.Leg written) {
        Legs.North north =
                written.north().filter(WrittenPoints.North.MAGNETIC::equals).isPresent()
                        ? new Legs.North.Magnetic(written.declination().orElse(0))
                        : new Legs.North.True();
        return new Legs.Leg(written.bearing(), written.circle(), north, written.metres(), written.slope());
    }

    /** It is said from which north bearings were taken, and of a compass by how much and when the needle was off. */
    static void v58(WrittenPoints written, Answers answers) {
        for (int i = 0; i < written.legs().size(); i++) {
            WrittenPoints.Leg leg = written.legs().get(i);
            Optional<WrittenPoints.North> north = leg.north();
            String field = Integer.toString(i + 1);
            if (north.isEmpty()) {
                answers.warns(field, "", Map.of("leg", i + 1));
                return;
            }
            if (north.get() == WrittenPoints.North.MAGNETIC
                    && (leg.declination().isEmpty() || leg.declinationOn().isEmpty())) {
                answers.warns(field, "declination", Map.of("leg", i + 1));
                return;
            }
        }
    }
}
