package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mineban.operations.Dictionary;
import org.mineban.operations.FieldDefinition;
import org.mineban.operations.FieldType;
import org.mineban.operations.Fields;
import org.mineban.operations.Kind;
import org.mineban.operations.WrittenPlace;
import org.mineban.operations.WrittenPlace.Role;

/** The form of a record, made from the dictionary: what stands in it when it is opened, and what was typed into it when it comes back. */
final class RecordForm {

    /** What the names of fields of the dictionary begin with, so that none is taken for another part of the form. */
    static final String FIELD = "f-";

    /** How many corners a form can have: more come from a file. */
    static final int MOST_CORNERS = 120;

    private static final int FIRST_CORNERS = 6;
    private static final int LONGEST = 4000;
    private static final List<String> ORDERS = List.of("latitude-first", "longitude-first", "ask");
    private static final List<String> LETTER_O = List.of("ask", "west", "east");
    private static final List<String> LETTER_S = List.of("ask", "south", "band");
    private static final List<String> NORTHS = List.of("true", "magnetic", "grid");
    private static final List<String> CIRCLES = List.of("degrees", "mils-6400", "mils-6000", "grads-400");

    private RecordForm() {}

    /**
     * A field of the form.
     *
     * @param type how it is filled in, by the words that the template knows
     * @param hint how to fill it in; may be empty
     * @param error why it could not be read; empty when it could
     */
    record FieldView(
            String name,
            String type,
            String label,
            String value,
            List<Choice> choices,
            boolean need,
            String hint,
            String error) {}

    /** A point of the form. */
    record PointView(
            String key, String legend, boolean first, boolean corner, List<FieldView> fields, boolean insert) {}

    /** How a place is written, and its points. */
    record PlaceView(
            List<FieldView> settings,
            List<PointView> points,
            int corners,
            boolean more,
            boolean outline,
            boolean adjust,
            boolean shapeStays) {}

    /** What was typed, as it was typed. */
    record Typed(String code, String validFrom, String how, Map<String, List<String>> fields, WrittenPlace place) {}

    /** Kinds that have an outline, not only a place. */
    static boolean outline(Kind kind) {
        return kind == Kind.HAZARD || kind == Kind.ACTIVITY || kind == Kind.PRODUCT;
    }

    /** Whether records of a kind have a place that can be written down. */
    static boolean placed(Dictionary dictionary, Kind kind) {
        return dictionary.find(kind, WrittenPlace.FIELD).isPresent();
    }

    /** What a form shows of a record that is opened. */
    static Typed of(String code, String validFrom, Fields fields) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        fields.texts().forEach((name, text) -> texts.put(name, List.of(text)));
        return new Typed(code, validFrom, "", texts, WrittenPlace.of(fields).orElseGet(WrittenPlace::none));
    }

    /** What a form sent. */
    static Typed read(HttpServletRequest request, Dictionary dictionary, Kind kind) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (FieldDefinition field : dictionary.fields(kind).values()) {
            String[] values = request.getParameterValues(FIELD + field.name());
            if (field.name().equals(WrittenPlace.FIELD)) {
                continue;
            }
            if (values != null) {
                texts.put(
                        field.name(),
                        Arrays.stream(values).map(RecordForm::bounded).toList());
            } else if (field.type() == FieldType.CODES && request.getParameter(FIELD + field.name() + "~") != null) {
                texts.put(field.name(), List.of());
            }
        }
        return new Typed(
                Forms.text(request, "code"),
                Forms.text(request, "valid-from"),
                Forms.text(request, "how"),
                texts,
                place(request));
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static WrittenPlace place(HttpServletRequest request) {
        List<WrittenPlace.Row> rows = new ArrayList<>();
        row(request, "r", Role.REFERENCE, rows);
        row(request, "b", Role.BENCHMARK, rows);
        row(request, "s", Role.START, rows);
        for (int i = 1; i <= corners(request); i++) {
            row(request, "t" + i, Role.TURNING, rows);
        }
        row(request, "c", Role.CLOSING, rows);
        return new WrittenPlace(
                oneOf(request, "order", ORDERS),
                oneOf(request, "letter-o", LETTER_O),
                oneOf(request, "letter-s", LETTER_S),
                NORTHS.contains(Forms.text(request, "north")) ? Forms.text(request, "north") : "",
                Forms.text(request, "declination"),
                Forms.text(request, "declination-on"),
                oneOf(request, "circle", CIRCLES),
                Forms.text(request, "radius"),
                "yes".equals(request.getParameter("adjust")),
                rows);
    }

    private static String oneOf(HttpServletRequest request, String name, List<String> allowed) {
        String text = Forms.text(request, name);
        return allowed.contains(text) ? text : allowed.getFirst();
    }

    private static int corners(HttpServletRequest request) {
        String text = Forms.text(request, "corners");
        return text.matches("\\d{1,3}") ? Math.min(MOST_CORNERS, Integer.parseInt(text)) : 0;
    }

    private static void row(HttpServletRequest request, String key, Role role, List<WrittenPlace.Row> rows) {
        if (request.getParameter(key + "-place") == null) {
            return;
        }
        rows.add(new WrittenPlace.Row(
                role,
                Forms.text(request, key + "-name"),
                Forms.text(request, key + "-place"),
                Forms.text(request, key + "-bearing"),
                Forms.text(request, key + "-north"),
                Forms.text(request, key + "-distance"),
                Forms.text(request, key + "-slope")));
    }

    /** The same with a blank corner before the one of that number, from 1. */
    static WrittenPlace inserted(WrittenPlace place, int before) {
        List<WrittenPlace.Row> rows = new ArrayList<>();
        int corner = 0;
        for (WrittenPlace.Row row : place.rows()) {
            if (row.role() == Role.TURNING && ++corner == before) {
                rows.add(new WrittenPlace.Row(Role.TURNING, "", "", "", "", "", ""));
            }
            rows.add(row);
        }
        return with(place, rows);
    }

    private static WrittenPlace with(WrittenPlace place, List<WrittenPlace.Row> rows) {
        return new WrittenPlace(
                place.order(),
                place.letterO(),
                place.letterS(),
                place.north(),
                place.declination(),
                place.declinationOn(),
                place.circle(),
                place.radius(),
                place.adjust(),
                rows);
    }

    /** The name of a row in the form, by its place among the rows. */
    static String key(WrittenPlace place, int row) {
        WrittenPlace.Row asked = place.rows().get(row);
        int corner = 0;
        for (int i = 0; i <= row; i++) {
            corner += place.rows().get(i).role() == Role.TURNING ? 1 : 0;
        }
        return switch (asked.role()) {
            case REFERENCE -> "r";
            case BENCHMARK -> "b";
            case START -> "s";
            case TURNING -> "t" + corner;
            case CLOSING -> "c";
        };
    }

    /** The fields of the dictionary. */
    static List<FieldView> fields(
            Visit visit, Dictionary dictionary, Kind kind, Typed typed, Map<String, String> errors) {
        List<FieldView> views = new ArrayList<>();
        for (FieldDefinition field : dictionary.fields(kind).values()) {
            if (!field.name().equals(WrittenPlace.FIELD)) {
                views.add(field(
                        visit,
                        dictionary,
                        field,
                        typed.fields().getOrDefault(field.name(), List.of()),
                        Objects.requireNonNullElse(errors.get(FIELD + field.name()), "")));
            }
        }
        return views;
    }

    private static FieldView field(
            Visit visit, Dictionary dictionary, FieldDefinition field, List<String> values, String error) {
        String value = String.join(" ", values);
        Optional<String> chosen = Optional.of(value).filter(text -> !text.isBlank());
        String type = switch (field.type()) {
            case CODE, FLAG -> "choice";
            case CODES -> "choices";
            case INTEGER, DECIMAL, AREA -> "number";
            case DATE, LINK -> "line";
            case TEXT ->
                field.name().matches("note|priority_reason|criterion|waiver|description|reason|measure")
                        ? "text"
                        : "line";
        };
        List<Choice> choices = switch (field.type()) {
            case CODE -> {
                String list = field.codes().orElseThrow();
                yield Choice.of("–", dictionary.codes(list), chosen, code -> RegisterPages.word(visit, list, code));
            }
            case FLAG -> Choice.of("–", List.of("yes", "no"), chosen, word -> visit.say("register.flag." + word));
            case CODES -> {
                String list = field.codes().orElseThrow();
                List<String> all = values.size() == 1 ? Arrays.asList(value.split(" ", -1)) : values;
                yield dictionary.codes(list).stream()
                        .map(code -> new Choice(code, RegisterPages.word(visit, list, code), all.contains(code)))
                        .toList();
            }
            default -> List.of();
        };
        String hint = switch (field.type()) {
            case DATE -> visit.say("area-form.date-hint");
            case LINK ->
                visit.say(
                        "area-form.link-hint",
                        Map.of(
                                "kind",
                                RegisterPages.kindName(visit, field.linked().orElseThrow())));
            default -> "";
        };
        return new FieldView(
                FIELD + field.name(),
                type,
                visit.say(field.textKey()),
                value,
                choices,
                field.need() == FieldDefinition.Need.MANDATORY,
                hint,
                error);
    }

    /** The place of a record of that kind. */
    static PlaceView place(
            Visit visit, Kind kind, WrittenPlace place, boolean shapeStays, boolean more, Map<String, String> errors) {
        boolean outline = outline(kind);
        List<PointView> points = new ArrayList<>();
        points.add(point(visit, "r", find(place, Role.REFERENCE), outline, errors, !outline));
        int corners = 0;
        if (outline) {
            points.add(point(visit, "b", find(place, Role.BENCHMARK), true, errors, false));
            points.add(point(visit, "s", find(place, Role.START), true, errors, false));
            List<WrittenPlace.Row> turning = place.rows().stream()
                    .filter(row -> row.role() == Role.TURNING)
                    .toList();
            corners = Math.min(MOST_CORNERS, Math.max(FIRST_CORNERS, turning.size() + (more ? FIRST_CORNERS : 0)));
            for (int i = 1; i <= corners; i++) {
                Optional<WrittenPlace.Row> row =
                        i <= turning.size() ? Optional.of(turning.get(i - 1)) : Optional.empty();
                points.add(point(visit, "t" + i, row, true, errors, false));
            }
            points.add(point(visit, "c", find(place, Role.CLOSING), true, errors, false));
        }
        return new PlaceView(
                settings(visit, place, outline, errors),
                points,
                corners,
                corners < MOST_CORNERS,
                outline,
                place.adjust(),
                shapeStays);
    }

    private static Optional<WrittenPlace.Row> find(WrittenPlace place, Role role) {
        return place.rows().stream().filter(row -> row.role() == role).findFirst();
    }

    private static List<FieldView> settings(
            Visit visit, WrittenPlace place, boolean outline, Map<String, String> errors) {
        List<FieldView> all = new ArrayList<>();
        all.add(choice(visit, "order", ORDERS, place.order()));
        all.add(choice(visit, "letter-o", LETTER_O, place.letterO()));
        all.add(choice(visit, "letter-s", LETTER_S, place.letterS()));
        if (outline) {
            all.add(new FieldView(
                    "north",
                    "choice",
                    visit.say("area-form.north"),
                    place.north(),
                    Choice.of("–", NORTHS, Optional.of(place.north()), word -> visit.say("area-form.north." + word)),
                    false,
                    "",
                    ""));
            all.add(line(visit, "declination", "number", place.declination(), errors));
            all.add(line(visit, "declination-on", "line", place.declinationOn(), errors));
            all.add(choice(visit, "circle", CIRCLES, place.circle()));
            all.add(line(visit, "radius", "number", place.radius(), errors));
        }
        return all;
    }

    private static FieldView choice(Visit visit, String name, List<String> values, String chosen) {
        return new FieldView(
                name,
                "choice",
                visit.say("area-form." + name),
                chosen,
                values.stream()
                        .map(value ->
                                new Choice(value, visit.say("area-form." + name + "." + value), value.equals(chosen)))
                        .toList(),
                false,
                "",
                "");
    }

    private static FieldView line(Visit visit, String name, String type, String value, Map<String, String> errors) {
        return new FieldView(
                name,
                type,
                visit.say("area-form." + name),
                value,
                List.of(),
                false,
                "",
                Objects.requireNonNullElse(errors.get(name), ""));
    }

    private static PointView point(
            Visit visit,
            String key,
            Optional<WrittenPlace.Row> row,
            boolean legs,
            Map<String, String> errors,
            boolean alone) {
        boolean corner = key.startsWith("t");
        String legend = alone
                ? visit.say("area-form.point.place")
                : corner
                        ? visit.say("area-form.point.turning", Map.of("number", Integer.parseInt(key.substring(1))))
                        : visit.say("area-form.point."
                                + switch (key) {
                                    case "r" -> "reference";
                                    case "b" -> "benchmark";
                                    case "s" -> "start";
                                    default -> "closing";
                                });
        List<FieldView> fields = new ArrayList<>();
        if (!key.equals("c")) {
            fields.add(cell(visit, key, "name", "line", row.map(WrittenPlace.Row::name), errors));
        }
        fields.add(cell(visit, key, "place", "line", row.map(WrittenPlace.Row::place), errors));
        if (legs && !key.equals("r")) {
            fields.add(cell(visit, key, "bearing", "number", row.map(WrittenPlace.Row::bearing), errors));
            fields.add(new FieldView(
                    key + "-north",
                    "choice",
                    visit.say("area-form.cell.north"),
                    row.map(WrittenPlace.Row::north).orElse(""),
                    Choice.of(
                            visit.say("area-form.north.as-above"),
                            NORTHS,
                            row.map(WrittenPlace.Row::north).filter(text -> !text.isEmpty()),
                            word -> visit.say("area-form.north." + word)),
                    false,
                    "",
                    ""));
            fields.add(cell(visit, key, "distance", "number", row.map(WrittenPlace.Row::distance), errors));
            fields.add(cell(visit, key, "slope", "number", row.map(WrittenPlace.Row::slope), errors));
        }
        return new PointView(key, legend, key.equals("r"), corner, fields, corner);
    }

    private static FieldView cell(
            Visit visit, String key, String column, String type, Optional<String> value, Map<String, String> errors) {
        String name = key + "-" + column;
        return new FieldView(
                name,
                type,
                visit.say("area-form.cell." + column),
                value.orElse(""),
                List.of(),
                false,
                "",
                Objects.requireNonNullElse(errors.get(name), ""));
    }
}
