package org.mineban.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.mineban.geography.Geodesy;
import org.mineban.geography.Legs;
import org.mineban.geography.MgrsReference;
import org.mineban.geography.Position;
import org.mineban.geography.Repair;
import org.mineban.geography.Severity;
import org.mineban.geography.ShapePicture;
import org.mineban.geography.UtmPosition;
import org.mineban.operations.CheckFinding;
import org.mineban.operations.PlaceReading;
import org.mineban.operations.WrittenPlace;

/** What a written place was read as, for a reader: a picture, figures, the points in three notations, and what is to be said of it. */
final class RecordSketch {

    private static final double HUNDRED = 100;

    private RecordSketch() {}

    /**
     * Something to be said.
     *
     * @param field the id of the field that it is about; empty when it is about the whole
     */
    record NoteRow(String severity, boolean blocks, String where, String field, String sentence, String next) {}

    /** A point in three notations. */
    record PointRow(String name, String degrees, String utm, String mgrs) {}

    /** What is shown of a written place. */
    record View(
            String svg,
            List<String> facts,
            List<PointRow> points,
            List<NoteRow> notes,
            Optional<String> mend,
            boolean mending,
            boolean anything) {

        static View nothing() {
            return new View("", List.of(), List.of(), List.of(), Optional.empty(), false, false);
        }
    }

    static View of(
            Visit visit, WrittenPlace written, PlaceReading reading, List<CheckFinding> findings, boolean mending) {
        List<NoteRow> notes = new ArrayList<>();
        reading.notes().forEach(note -> notes.add(note(visit, written, note)));
        reading.building()
                .forEach(one -> notes.add(new NoteRow(
                        severity(visit, one.fault().severity()),
                        one.fault().severity() == Severity.BLOCKS,
                        one.fault().rule(),
                        "",
                        visit.say(one.fault().message(), one.values()),
                        "")));
        findings.stream()
                .filter(finding -> !finding.check().equals("M-01"))
                .forEach(finding -> notes.add(note(visit, finding)));
        Geometry shape = reading.geometry();
        Optional<Repair> repair = Repair.of(shape);
        return new View(
                shape == null && reading.points().isEmpty() ? "" : svg(visit, shape, reading),
                facts(visit, shape, reading),
                points(visit, written, reading),
                notes,
                repair.map(one -> visit.say(
                        "area-form.mend",
                        Map.of("before", Math.round(one.areaBefore()), "after", Math.round(one.areaAfter())))),
                mending,
                !reading.points().isEmpty() || !notes.isEmpty());
    }

    private static NoteRow note(Visit visit, WrittenPlace written, PlaceReading.Note note) {
        String key = note.row() < 0 ? "" : RecordForm.key(written, note.row());
        String field = note.row() < 0 ? note.column() : key + "-" + note.column();
        return new NoteRow(
                severity(visit, note.severity()),
                note.severity() == Severity.BLOCKS,
                note.row() < 0 ? "" : name(visit, key),
                field,
                visit.say(note.message(), note.values()),
                "");
    }

    static NoteRow note(Visit visit, CheckFinding finding) {
        boolean missing = finding.check().equals("M-01");
        String name = missing ? visit.say("register.field." + Words.key(finding.field())) : "";
        return new NoteRow(
                severity(visit, finding.severity()),
                finding.blocks(),
                finding.check(),
                "",
                visit.say(finding.message(), missing ? Map.of("field", name) : finding.values()),
                missing ? "" : visit.say(finding.next()));
    }

    static String severity(Visit visit, Severity severity) {
        return visit.say("check-severity." + severity.name().toLowerCase(Locale.ROOT));
    }

    private static String name(Visit visit, String key) {
        return switch (key) {
            case "r" -> visit.say("area-form.point.reference");
            case "b" -> visit.say("area-form.point.benchmark");
            case "s" -> visit.say("area-form.point.start");
            case "c" -> visit.say("area-form.point.closing");
            default -> visit.say("area-form.point.turning", Map.of("number", Integer.parseInt(key.substring(1))));
        };
    }

    /** The short name of a point: as the report calls it, else a letter for what it is. */
    private static String label(WrittenPlace written, PlaceReading.Placed point) {
        return point.name().isBlank()
                ? RecordForm.key(written, point.row()).toUpperCase(Locale.ROOT)
                : point.name().strip();
    }

    private static String svg(Visit visit, @org.jspecify.annotations.Nullable Geometry shape, PlaceReading reading) {
        List<ShapePicture.Label> labels = new ArrayList<>();
        for (PlaceReading.Placed point : reading.points()) {
            labels.add(new ShapePicture.Label(
                    point.position().coordinate(), point.name().isBlank() ? letter(reading, point) : point.name()));
        }
        ShapePicture picture = ShapePicture.of(shape == null ? List.of() : List.of(shape), List.of())
                .named(labels);
        return picture.svg(visit.say(ShapePicture.TITLE), visit.say(ShapePicture.DESCRIPTION, picture.values()));
    }

    private static String letter(PlaceReading reading, PlaceReading.Placed asked) {
        int corner = 0;
        for (PlaceReading.Placed point : reading.points()) {
            corner += point.role() == WrittenPlace.Role.TURNING ? 1 : 0;
            if (point.row() == asked.row()) {
                break;
            }
        }
        return switch (asked.role()) {
            case REFERENCE -> "R";
            case BENCHMARK -> "B";
            case START -> "S";
            case TURNING -> "T" + corner;
            case CLOSING -> "C";
        };
    }

    private static List<String> facts(
            Visit visit, @org.jspecify.annotations.Nullable Geometry shape, PlaceReading reading) {
        List<String> facts = new ArrayList<>();
        if (shape != null && shape.getDimension() == 2) {
            facts.add(visit.say(
                    "area-form.fact.area",
                    Map.of(
                            "area", Math.round(Geodesy.area(shape) * HUNDRED) / HUNDRED,
                            "perimeter", Math.round(Geodesy.perimeter(shape) * HUNDRED) / HUNDRED)));
        }
        reading.closing().ifPresent(closing -> facts.add(closing(visit, closing)));
        return facts;
    }

    private static String closing(Visit visit, Legs.Misclosure closing) {
        return visit.say(
                "area-form.fact.closing",
                Map.of(
                        "metres", Math.round(closing.metres() * HUNDRED) / HUNDRED,
                        "length", Math.round(closing.length()),
                        "percent", Math.round(closing.share().orElse(0) * 1000) / 10.0,
                        "bearing", Math.round(closing.closingBearing() * HUNDRED) / HUNDRED,
                        "distance", Math.round(closing.closingDistance() * HUNDRED) / HUNDRED));
    }

    static List<PointRow> points(Visit visit, WrittenPlace written, PlaceReading reading) {
        return reading.points().stream()
                .map(point -> row(visit, label(written, point), point.position()))
                .toList();
    }

    /** A place as it was written, point by point. */
    static List<RegisterRecordPages.FieldRow> written(Visit visit, WrittenPlace written) {
        List<RegisterRecordPages.FieldRow> rows = new ArrayList<>();
        for (int i = 0; i < written.rows().size(); i++) {
            WrittenPlace.Row row = written.rows().get(i);
            String north = row.north().isEmpty() ? written.north() : row.north();
            String leg = row.bearing().isBlank()
                    ? ""
                    : visit.code(row.bearing() + " / " + row.distance() + " m")
                            + (north.isEmpty() ? "" : " " + visit.say("area-form.north." + north));
            rows.add(new RegisterRecordPages.FieldRow(
                    name(visit, RecordForm.key(written, i)) + (row.name().isBlank() ? "" : " " + row.name()),
                    (row.place().isBlank() ? "" : visit.code(row.place()) + " ") + leg));
        }
        return rows;
    }

    /** A place in three notations. */
    static PointRow row(Visit visit, String name, Position place) {
        return new PointRow(
                name,
                visit.code(String.format(Locale.ROOT, "%.6f, %.6f", place.latitude(), place.longitude())),
                visit.code(
                        place.possible() && Math.abs(place.latitude()) < 84
                                ? UtmPosition.of(place).toString()
                                : ""),
                visit.code(
                        place.possible()
                                ? MgrsReference.of(place, 1)
                                        .map(MgrsReference::text)
                                        .orElse("")
                                : ""));
    }
}
