package org.mineban.operations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.mineban.geography.CoordinateHabits;
import org.mineban.geography.CoordinateReading;
import org.mineban.geography.CoordinateText;
import org.mineban.geography.Geodesy;
import org.mineban.geography.Legs;
import org.mineban.geography.NumberText;
import org.mineban.geography.Position;
import org.mineban.geography.Severity;
import org.mineban.geography.ShapeBuilder;
import org.mineban.geography.UtmPosition;
import org.mineban.kernel.PartialDate;
import org.mineban.operations.PlaceReading.Note;
import org.mineban.operations.PlaceReading.Placed;
import org.mineban.operations.WrittenPlace.Role;

/**
 * Reads a place as a report from the field gives it. Each point has coordinates, or bearing and distance from the point before; where it has both the
 * coordinates count, and the difference is told. What can be meant in two ways is asked and never guessed.
 */
public final class PlaceReader {

    private static final Map<String, Legs.Circle> CIRCLES = Map.of(
            "degrees",
            Legs.Circle.DEGREES,
            "mils-6400",
            Legs.Circle.MILS_6400,
            "mils-6000",
            Legs.Circle.MILS_6000,
            "grads-400",
            Legs.Circle.GRADS_400);
    private static final int FULL_CIRCLE = 360;
    private static final int CORNERS_OF_A_CIRCLE = 36;
    private static final double LONGEST_LEG = 50_000;
    private static final double STEEPEST = 80;
    private static final int LEAST_CORNERS = 3;
    private static final double HUNDRED = 100;
    private static final double TENTHS_OF_MILLIMETRES = 1e9;

    private final WrittenPlace written;
    private final List<Placed> points = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final Map<Integer, Legs.Leg> legs = new HashMap<>();
    private Optional<Legs.Misclosure> closing = Optional.empty();

    private PlaceReader(WrittenPlace written) {
        this.written = written;
    }

    /** What a written place says. */
    public static PlaceReading read(WrittenPlace written) {
        return new PlaceReader(written).read();
    }

    private PlaceReading read() {
        declination();
        Optional<Position> before = Optional.empty();
        for (int i = 0; i < written.rows().size(); i++) {
            WrittenPlace.Row row = written.rows().get(i);
            if (row.blank()) {
                continue;
            }
            Optional<Position> here = point(i, row, before);
            if (here.isPresent() && row.role() == Role.CLOSING) {
                closing(i, here.get());
            } else if (here.isPresent()) {
                points.add(new Placed(
                        i, row.role(), row.name(), here.get(), row.place().isBlank()));
                before = here;
            } else {
                before = Optional.empty();
            }
        }
        names();
        ShapeBuilder builder = new ShapeBuilder();
        Geometry shape = shape(builder);
        return new PlaceReading(
                List.copyOf(points), shape, closing, List.copyOf(builder.findings()), List.copyOf(notes));
    }

    private void note(int row, String column, Severity severity, String message, Map<String, Object> values) {
        notes.add(new Note(row, column, severity, message, values));
    }

    private Optional<Position> point(int i, WrittenPlace.Row row, Optional<Position> before) {
        boolean byLeg = !row.bearing().isBlank() || !row.distance().isBlank();
        Optional<Legs.Leg> leg = byLeg ? leg(i, row, before) : Optional.empty();
        if (row.place().isBlank()) {
            leg.ifPresent(one -> legs.put(i, one));
            return leg.flatMap(one -> before.map(one::from)).map(PlaceReader::toTheTenthOfAMillimetre);
        }
        Optional<Position> fixed = fixed(i, row.place());
        if (fixed.isPresent() && leg.isPresent() && before.isPresent()) {
            double apart = Geodesy.distance(fixed.get(), leg.get().from(before.get()));
            note(i, "place", Severity.INFORMS, "place.both", Map.of("metres", Math.round(apart * HUNDRED) / HUNDRED));
        }
        return fixed;
    }

    private Optional<Position> fixed(int i, String text) {
        CoordinateHabits habits = new CoordinateHabits(
                switch (written.order()) {
                    case "longitude-first" -> CoordinateHabits.Order.LONGITUDE_FIRST;
                    case "ask" -> CoordinateHabits.Order.ASK;
                    default -> CoordinateHabits.Order.LATITUDE_FIRST;
                },
                switch (written.letterO()) {
                    case "west" -> CoordinateHabits.LetterO.WEST;
                    case "east" -> CoordinateHabits.LetterO.EAST;
                    default -> CoordinateHabits.LetterO.ASK;
                });
        CoordinateReading reading = CoordinateText.read(text, habits);
        return switch (reading) {
            case CoordinateReading.Read one -> {
                one.errorMetres()
                        .ifPresent(error -> note(
                                i,
                                "place",
                                Severity.INFORMS,
                                "place.error",
                                Map.of("metres", Math.round(error * 10) / 10.0)));
                yield Optional.of(
                        one.notation() == CoordinateReading.Notation.DECIMAL_DEGREES
                                ? one.position()
                                : toTheTenthOfAMillimetre(one.position()));
            }
            case CoordinateReading.Ask ask -> {
                boolean known = ask.question() == CoordinateReading.Question.SOUTH_OR_BAND
                        && !written.letterS().equals("ask");
                if (!known) {
                    note(i, "place", Severity.BLOCKS, ask.question().message(), Map.of("value", text));
                    yield Optional.empty();
                }
                yield Optional.of(toTheTenthOfAMillimetre(ask.readings()
                        .get(written.letterS().equals("south") ? 0 : 1)
                        .position()));
            }
            case CoordinateReading.Unreadable none -> {
                note(i, "place", Severity.BLOCKS, none.fault().message(), none.values());
                yield Optional.empty();
            }
        };
    }

    /** What is worked out has no more decimals than keep an area of a few thousand square metres right to the hundredth. */
    private static Position toTheTenthOfAMillimetre(Position place) {
        return new Position(
                Math.round(place.latitude() * TENTHS_OF_MILLIMETRES) / TENTHS_OF_MILLIMETRES,
                Math.round(place.longitude() * TENTHS_OF_MILLIMETRES) / TENTHS_OF_MILLIMETRES);
    }

    private Optional<Legs.Leg> leg(int i, WrittenPlace.Row row, Optional<Position> before) {
        OptionalDouble bearing = bearing(i, row.bearing());
        OptionalDouble metres = metres(i, "distance", row.distance());
        double slope = 0;
        if (!row.slope().isBlank()) {
            OptionalDouble read = NumberText.angle(row.slope());
            if (read.isEmpty() || Math.abs(read.getAsDouble()) > STEEPEST) {
                note(i, "slope", Severity.BLOCKS, "place.slope", Map.of("value", row.slope(), "most", (int) STEEPEST));
                return Optional.empty();
            }
            slope = read.getAsDouble();
        }
        if (before.isEmpty() && row.place().isBlank()) {
            note(i, "place", Severity.BLOCKS, "place.nothing-before", Map.of());
            return Optional.empty();
        }
        if (bearing.isEmpty() || metres.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Legs.Leg(bearing.getAsDouble(), circle(), north(i, row, before), metres.getAsDouble(), slope));
    }

    private Legs.Circle circle() {
        return CIRCLES.getOrDefault(written.circle(), Legs.Circle.DEGREES);
    }

    private OptionalDouble bearing(int i, String text) {
        if (text.isBlank()) {
            note(i, "bearing", Severity.BLOCKS, "place.bearing-missing", Map.of());
            return OptionalDouble.empty();
        }
        OptionalDouble read = NumberText.angle(text);
        if (read.isEmpty()) {
            note(i, "bearing", Severity.BLOCKS, "place.number", Map.of("value", text));
            return read;
        }
        double degrees = circle().degrees(read.getAsDouble());
        if (degrees < 0 || degrees > FULL_CIRCLE) {
            note(
                    i,
                    "bearing",
                    Severity.BLOCKS,
                    "place.bearing",
                    Map.of("value", text, "most", Math.round(FULL_CIRCLE / circle().degrees(1))));
            return OptionalDouble.empty();
        }
        return read;
    }

    private OptionalDouble metres(int i, String column, String text) {
        if (text.isBlank()) {
            note(i, column, Severity.BLOCKS, "place.distance-missing", Map.of());
            return OptionalDouble.empty();
        }
        OptionalDouble read = NumberText.read(text);
        if (read.isEmpty()) {
            note(i, column, Severity.BLOCKS, "place.number", Map.of("value", text));
            return read;
        }
        if (read.getAsDouble() <= 0 || read.getAsDouble() > LONGEST_LEG) {
            note(i, column, Severity.BLOCKS, "place.distance", Map.of("value", text, "most", (int) LONGEST_LEG));
            return OptionalDouble.empty();
        }
        return read;
    }

    private Legs.North north(int i, WrittenPlace.Row row, Optional<Position> before) {
        String said = row.north().isBlank() ? written.north() : row.north();
        return switch (said) {
            case "magnetic" -> {
                OptionalDouble declination = NumberText.angle(written.declination());
                if (declination.isEmpty() || written.declinationOn().isBlank()) {
                    note(i, "north", Severity.WARNS, "check-finding.v-58-declination", Map.of("leg", i + 1));
                }
                yield new Legs.North.Magnetic(declination.orElse(0));
            }
            case "grid" ->
                before.<Legs.North>map(position ->
                                new Legs.North.Grid(UtmPosition.of(position).zone()))
                        .orElseGet(Legs.North.True::new);
            case "true" -> new Legs.North.True();
            default -> {
                note(i, "north", Severity.WARNS, "check-finding.v-58", Map.of("leg", i + 1));
                yield new Legs.North.True();
            }
        };
    }

    private void declination() {
        if (!written.declination().isBlank()) {
            OptionalDouble read = NumberText.angle(written.declination());
            if (read.isEmpty() || Math.abs(read.getAsDouble()) > FULL_CIRCLE / 2) {
                note(-1, "declination", Severity.BLOCKS, "place.declination", Map.of("value", written.declination()));
            }
        }
        if (!written.declinationOn().isBlank()
                && PartialDate.find(NumberText.plain(written.declinationOn())).isEmpty()) {
            note(-1, "declination-on", Severity.BLOCKS, "area-form.date", Map.of("value", written.declinationOn()));
        }
    }

    private List<Placed> corners() {
        return points.stream()
                .filter(point -> point.role() == Role.START || point.role() == Role.TURNING)
                .toList();
    }

    private void closing(int i, Position end) {
        List<Placed> corners = corners();
        if (corners.size() < 2) {
            return;
        }
        Position first = corners.getFirst().position();
        Position last = corners.getLast().position();
        double length = 0;
        for (int corner = 1; corner < corners.size(); corner++) {
            length += Geodesy.distance(
                    corners.get(corner - 1).position(), corners.get(corner).position());
        }
        length += Geodesy.distance(last, end);
        Legs.Misclosure missed = new Legs.Misclosure(
                Geodesy.distance(end, first), length, Geodesy.bearing(last, first), Geodesy.distance(last, first));
        closing = Optional.of(missed);
        if (missed.tooMuch()) {
            note(
                    i,
                    "distance",
                    Severity.WARNS,
                    "check-finding.v-57",
                    Map.of(
                            "metres", Math.round(missed.metres() * HUNDRED) / HUNDRED,
                            "length", Math.round(missed.length()),
                            "percent", Math.round(missed.share().orElse(0) * 1000) / 10.0));
        }
    }

    private void names() {
        Map<String, Integer> times = new HashMap<>();
        for (Placed point : points) {
            String name = point.name().strip();
            if (!name.isEmpty() && times.merge(name, 1, Integer::sum) == 2) {
                note(point.row(), "name", Severity.WARNS, "check-finding.v-06", Map.of("name", name, "times", 2));
            }
        }
    }

    private @Nullable Geometry shape(ShapeBuilder builder) {
        List<Placed> corners = corners();
        if (!corners.isEmpty()) {
            builder.polygon(List.of(ring(positions(corners))));
            return builder.build();
        }
        Optional<Placed> middle = points.stream()
                .filter(point -> point.role() == Role.BENCHMARK)
                .findFirst()
                .or(() -> points.stream().findFirst());
        if (middle.isEmpty()) {
            return null;
        }
        Position place = middle.get().position();
        OptionalDouble radius =
                written.radius().isBlank() ? OptionalDouble.empty() : metres(-1, "radius", written.radius());
        if (radius.isEmpty()) {
            builder.point(place.longitude(), place.latitude());
            return builder.build();
        }
        List<Position> circle = new ArrayList<>();
        for (int i = 0; i < CORNERS_OF_A_CIRCLE; i++) {
            circle.add(Geodesy.from(place, i * (double) FULL_CIRCLE / CORNERS_OF_A_CIRCLE, radius.getAsDouble()));
        }
        builder.polygon(List.of(ring(circle)));
        return builder.build();
    }

    /** The corners as surveyed, or with the misclosure spread when that is asked for and every one of them was walked to. */
    private List<Position> positions(List<Placed> corners) {
        List<Position> surveyed = corners.stream().map(Placed::position).toList();
        if (!written.adjust() || closing.isEmpty() || corners.size() < LEAST_CORNERS) {
            return surveyed;
        }
        List<Legs.Leg> walked = new ArrayList<>();
        for (Placed corner : corners.subList(1, corners.size())) {
            Legs.Leg leg = legs.get(corner.row());
            if (leg == null) {
                return surveyed;
            }
            walked.add(leg);
        }
        int last = written.rows().size() - 1;
        Legs.Leg back = legs.get(last);
        if (back == null || written.rows().get(last).role() != Role.CLOSING) {
            return surveyed;
        }
        walked.add(back);
        List<Position> adjusted = new ArrayList<>();
        adjusted.add(surveyed.getFirst());
        adjusted.addAll(Legs.adjusted(surveyed.getFirst(), walked));
        return adjusted;
    }

    /** Closed when there are enough corners to close it: the way back to the first needs no telling. */
    private static double[] ring(List<Position> corners) {
        boolean closed = corners.size() >= LEAST_CORNERS && !corners.getFirst().equals(corners.getLast());
        double[] ring = new double[2 * (corners.size() + (closed ? 1 : 0))];
        for (int i = 0; i < ring.length / 2; i++) {
            Position corner = corners.get(i % corners.size());
            ring[2 * i] = corner.longitude();
            ring[2 * i + 1] = corner.latitude();
        }
        return ring;
    }
}
