package org.mineban.reporting;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The canonical JSON of a report, described by {@code docs/reference/report.schema.json}. The same report is always the same bytes (UTF-8, fields in the
 * order of the alphabet, line feeds), so that their hash is the report's identity.
 */
public final class ReportJson {

    /** The value of {@code format}. */
    public static final String FORMAT = "mineban-report-1";

    /** A report is refused above this size, which is a thousand times that of a full one. */
    public static final int MOST_BYTES = 32 << 20;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String IS = "is";

    private ReportJson() {}

    /** The report as text. */
    public static String write(Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("envelope", group(report.envelope()));
        Map<String, Object> marks = new LinkedHashMap<>();
        report.marks().forEach((subject, mark) -> marks.put(subject.key(), mark(mark)));
        json.put("marks", marks);
        Map<String, Object> sections = new LinkedHashMap<>();
        report.sections().forEach((subject, section) -> sections.put(subject.key(), group(section)));
        json.put("sections", sections);
        json.put(
                "restatements",
                report.restatements().stream().map(ReportJson::restatement).toList());
        return MAPPER.writeValueAsString(json).replace("\r\n", "\n") + "\n";
    }

    /** The identity of a report: the SHA-256 of its canonical JSON, 64 hexadecimal digits. */
    public static String identity(Report report) {
        return sha256(write(report).getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a report. Fields that the dictionary does not know are kept.
     *
     * @throws org.mineban.kernel.ProblemException {@code report-unreadable}, with the place and what was expected there
     */
    public static Report read(byte[] bytes) {
        JsonNode json = parse(bytes);
        if (!json.path("format").asString("").equals(FORMAT)) {
            throw unreadable("format", json.path("format").asString(""), FORMAT);
        }
        Map<Subject, Mark> marks = new EnumMap<>(Subject.class);
        json.path("marks")
                .properties()
                .forEach(field -> marks.put(subject(field.getKey()), readMark(field.getKey(), field.getValue())));
        Map<Subject, Group> sections = new EnumMap<>(Subject.class);
        json.path("sections")
                .properties()
                .forEach(field -> sections.put(
                        subject(field.getKey()), readGroup(field.getKey(), object(field.getKey(), field.getValue()))));
        List<Restatement> restatements = new ArrayList<>();
        json.path("restatements").forEach(item -> restatements.add(readRestatement(item)));
        return new Report(
                json.has("envelope") ? readGroup("envelope", object("envelope", json.path("envelope"))) : Group.empty(),
                marks,
                sections,
                restatements);
    }

    /** Whether these bytes are, or mean to be, a report in this form. */
    public static boolean recognises(JsonNode json) {
        return json.path("format").asString("").startsWith("mineban-report");
    }

    /** JSON of any kind, within bounds. */
    public static JsonNode parse(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw tooLarge(bytes.length).asException();
        }
        try {
            JsonNode json = MAPPER.readTree(bytes);
            if (!json.isObject()) {
                throw unreadable("$", json.getNodeType().toString().toLowerCase(Locale.ROOT), "{ }");
            }
            return json;
        } catch (JacksonException notJson) {
            String where = Optional.ofNullable(notJson.getLocation())
                    .map(place -> place.getLineNr() + ":" + place.getColumnNr())
                    .orElse("1:1");
            throw unreadable(where, String.valueOf(notJson.getOriginalMessage()), "JSON");
        }
    }

    private static Object node(Node node) {
        return switch (node) {
            case Group group -> group(group);
            case Rows rows ->
                rows.rows().stream()
                        .map(row -> {
                            Map<String, Object> json = new LinkedHashMap<>();
                            json.put("name", row.name());
                            json.put("fields", group(row.fields()));
                            return json;
                        })
                        .toList();
            case Entry entry -> entry(entry);
        };
    }

    private static Map<String, Object> group(Group group) {
        Map<String, Object> json = new LinkedHashMap<>();
        group.fields().forEach((name, node) -> json.put(name, node(node)));
        return json;
    }

    private static Map<String, Object> entry(Entry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (entry.value()) {
            case Value.Quantity(Figure figure) -> json.putAll(figure(figure));
            case Value.Text(Map<Language, String> texts) -> {
                json.put(IS, "text");
                json.put("value", texts(texts));
            }
            case Value.Date(PartialDate date) -> {
                json.put(IS, "date");
                json.put("value", date.toString());
            }
            case Value.Words(List<String> words) -> {
                json.put(IS, "words");
                json.put("value", words);
            }
            case Value.Flag(boolean yes) -> {
                json.put(IS, "flag");
                json.put("value", yes);
            }
            case Value.Attachment file -> {
                json.put(IS, "file");
                json.put("value", file.name());
                json.put("sha256", file.sha256());
                json.put("mediaType", file.mediaType());
                json.put("bytes", file.bytes());
            }
            case Value.Unread(String why, List<String> readings) -> {
                json.put(IS, "unread");
                json.put("value", why);
                json.put("readings", readings);
            }
        }
        if (!entry.written().isEmpty()) {
            json.put("written", entry.written());
        }
        entry.origin().ifPresent(origin -> json.put("origin", origin(origin)));
        return json;
    }

    private static Map<String, Object> figure(Figure figure) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(IS, figure.key());
        if (figure instanceof Figure.Amount(BigDecimal value, BigDecimal resolution, Figure.Exactness exactness)) {
            json.put("value", value.toPlainString());
            if (resolution.compareTo(BigDecimal.ONE) != 0) {
                json.put("resolution", resolution.toPlainString());
            }
            if (exactness != Figure.Exactness.EXACT) {
                json.put("exactness", word(exactness));
            }
        }
        return json;
    }

    private static Map<String, Object> origin(Origin origin) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", word(origin.kind()));
        if (!origin.reference().isEmpty()) {
            json.put("reference", origin.reference());
        }
        if (!origin.note().isEmpty()) {
            json.put("note", origin.note());
        }
        origin.page().ifPresent(page -> json.put("page", page));
        origin.offered().ifPresent(figure -> json.put("offered", figure(figure)));
        return json;
    }

    private static Map<String, Object> mark(Mark mark) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mark", mark.key());
        switch (mark) {
            case Mark.Unchanged(String since) -> json.put("since", since);
            case Mark.Nil(Map<Language, String> sentence) -> json.put("sentence", texts(sentence));
            case Mark.Changed changed -> {}
            case Mark.NotApplicable notApplicable -> {}
        }
        return json;
    }

    private static Map<String, Object> restatement(Restatement restatement) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("place", restatement.place().text());
        json.put("earlier", figure(restatement.earlier()));
        json.put("corrected", figure(restatement.corrected()));
        json.put("reason", restatement.reason());
        json.put("on", restatement.on().toString());
        return json;
    }

    private static Map<String, String> texts(Map<Language, String> texts) {
        Map<String, String> json = new TreeMap<>();
        texts.forEach((language, text) -> json.put(language.code(), text));
        return json;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Group readGroup(String where, JsonNode json) {
        TreeMap<String, Node> fields = new TreeMap<>();
        json.properties().forEach(field -> {
            String place = where + "." + field.getKey();
            if (!field.getKey().matches("[a-zA-Z0-9]+")) {
                throw unreadable(place, field.getKey(), "[a-zA-Z0-9]+");
            }
            fields.put(field.getKey(), readNode(place, field.getValue()));
        });
        return new Group(fields);
    }

    private static Node readNode(String where, JsonNode json) {
        if (json.isArray()) {
            List<Rows.Row> rows = new ArrayList<>();
            for (JsonNode item : json) {
                rows.add(new Rows.Row(
                        item.path("name").asString(Integer.toString(rows.size() + 1)),
                        readGroup(where + "[" + (rows.size() + 1) + "]", object(where, item.path("fields")))));
            }
            try {
                return new Rows(rows);
            } catch (IllegalArgumentException twice) {
                throw unreadable(where, String.valueOf(twice.getMessage()), "[{ name, fields }]");
            }
        }
        JsonNode object = object(where, json);
        return object.has(IS) ? readEntry(where, object) : readGroup(where, object);
    }

    private static Entry readEntry(String where, JsonNode json) {
        String is = json.path(IS).asString("");
        JsonNode value = json.path("value");
        Value read = switch (is) {
            case "text" -> new Value.Text(readTexts(where, value));
            case "date" -> new Value.Date(date(where, value.asString("")));
            case "words" -> new Value.Words(strings(value));
            case "flag" -> new Value.Flag(value.asBoolean(false));
            case "file" ->
                new Value.Attachment(
                        value.asString(""),
                        json.path("sha256").asString(""),
                        json.path("mediaType").asString(""),
                        json.path("bytes").asLong(-1));
            case "unread" -> new Value.Unread(value.asString(""), strings(json.path("readings")));
            default -> new Value.Quantity(readFigure(where, json));
        };
        Optional<Origin> origin =
                json.has("origin") ? Optional.of(readOrigin(where, json.path("origin"))) : Optional.empty();
        return new Entry(read, json.path("written").asString(""), origin);
    }

    private static Figure readFigure(String where, JsonNode json) {
        String is = json.path(IS).asString("");
        return switch (is) {
            case "number" -> {
                BigDecimal value = decimal(where, json.path("value").asString(""));
                BigDecimal resolution = json.has("resolution")
                        ? decimal(where, json.path("resolution").asString(""))
                        : BigDecimal.ONE;
                if (resolution.signum() <= 0) {
                    throw unreadable(where, resolution.toPlainString(), "> 0");
                }
                yield new Figure.Amount(
                        value,
                        resolution,
                        constant(
                                where,
                                Figure.Exactness.class,
                                json.path("exactness").asString("exact")));
            }
            case "nil" -> new Figure.Nil();
            case "unknown" -> new Figure.Unknown();
            case "not-measured" -> new Figure.NotMeasured();
            case "withheld" -> new Figure.Withheld();
            case "blank" -> new Figure.Blank();
            default ->
                throw unreadable(
                        where,
                        is,
                        "number | nil | unknown | not-measured | withheld | blank | text | date | words | flag | file | unread");
        };
    }

    private static Origin readOrigin(String where, JsonNode json) {
        return new Origin(
                constant(where, Origin.Kind.class, json.path("kind").asString("")),
                json.path("reference").asString(""),
                json.path("note").asString(""),
                json.has("page") ? OptionalInt.of(json.path("page").asInt(0)) : OptionalInt.empty(),
                json.has("offered") ? Optional.of(readFigure(where, json.path("offered"))) : Optional.empty());
    }

    private static Mark readMark(String where, JsonNode json) {
        String mark = json.path("mark").asString("");
        return switch (mark) {
            case "changed" -> new Mark.Changed();
            case "unchanged" -> new Mark.Unchanged(json.path("since").asString(""));
            case "nil" -> new Mark.Nil(readTexts(where, json.path("sentence")));
            case "not-applicable" -> new Mark.NotApplicable();
            default -> throw unreadable("marks." + where, mark, "changed | unchanged | nil | not-applicable");
        };
    }

    private static Restatement readRestatement(JsonNode json) {
        String place = json.path("place").asString("");
        return new Restatement(
                FieldPath.find(place).orElseThrow(() -> unreadable("restatements", place, "b.row[1].qty")),
                readFigure("restatements", json.path("earlier")),
                readFigure("restatements", json.path("corrected")),
                json.path("reason").asString(""),
                date("restatements", json.path("on").asString("")).day().orElse(LocalDate.EPOCH));
    }

    private static Map<Language, String> readTexts(String where, JsonNode json) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        object(where, json)
                .properties()
                .forEach(field -> texts.put(
                        Language.find(field.getKey())
                                .orElseThrow(() -> unreadable(where, field.getKey(), "ar | en | es | fr | ru | zh")),
                        field.getValue().asString("")));
        return texts;
    }

    private static PartialDate date(String where, String text) {
        return PartialDate.find(text).orElseThrow(() -> unreadable(where, text, "2012-12-03 | 2012-12 | 2012"));
    }

    private static BigDecimal decimal(String where, String text) {
        if (!text.matches("-?\\d{1,30}(\\.\\d{1,15})?")) {
            throw unreadable(where, text, "1234.5");
        }
        return new BigDecimal(text);
    }

    private static <E extends Enum<E>> E constant(String where, Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(word)) {
                return constant;
            }
        }
        throw unreadable(
                where,
                word,
                java.util.Arrays.stream(type.getEnumConstants())
                        .map(ReportJson::word)
                        .toList()
                        .toString());
    }

    private static Subject subject(String key) {
        return Subject.find(key)
                .orElseThrow(() -> unreadable(
                        "sections",
                        key,
                        java.util.Arrays.stream(Subject.values())
                                .map(Subject::key)
                                .toList()
                                .toString()));
    }

    private static List<String> strings(JsonNode json) {
        List<String> strings = new ArrayList<>();
        json.forEach(item -> strings.add(item.asString("")));
        return strings;
    }

    private static JsonNode object(String where, JsonNode json) {
        if (!json.isObject()) {
            throw unreadable(where, json.toString(), "{ }");
        }
        return json;
    }

    static Problem tooLarge(long bytes) {
        return new Problem(
                "report-too-large", Problem.Kind.CANNOT_BE_DONE, Map.of("bytes", bytes, "limit", MOST_BYTES));
    }

    private static RuntimeException unreadable(String place, String value, String wanted) {
        return new Problem(
                        "report-unreadable",
                        Problem.Kind.CANNOT_BE_DONE,
                        Map.of(
                                "place",
                                place,
                                "value",
                                value.length() > 80 ? value.substring(0, 80) + "…" : value,
                                "wanted",
                                wanted))
                .asException();
    }
}
