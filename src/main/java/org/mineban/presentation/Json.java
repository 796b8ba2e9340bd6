package org.mineban.presentation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Explained;
import org.mineban.kernel.Problem;
import org.mineban.kernel.Recorded;
import org.mineban.kernel.SourceRow;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.WhatIf;
import org.mineban.parties.Counts;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of the contract: built from plain maps and lists, so that the shape is read here and nowhere else. */
public final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /** A value of maps, lists, texts, numbers and nulls as JSON text; days are written as ISO 8601. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value) + "\n";
    }

    /**
     * Counts: {@code on, partiesByDeposit, inForce, signatures, signedNotBound, notBound, withdrawn, notDeterminable}; when asked, with
     * the States behind each count in a further field.
     */
    public static Map<String, @Nullable Object> counts(Counts counts, Narrator narrator, boolean explain) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("on", counts.on().toString());
        counts.byName().forEach((name, count) -> json.put(name, count.value()));
        if (explain) {
            Map<String, @Nullable Object> explained = new LinkedHashMap<>();
            counts.byName().forEach((name, count) -> explained.put(name, members(count, narrator)));
            json.put("explained", explained);
        }
        return json;
    }

    private static List<Map<String, @Nullable Object>> members(Explained<Integer> count, Narrator narrator) {
        List<Map<String, @Nullable Object>> members = new ArrayList<>();
        for (Explained<?> member : count.reason().because()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            if (member.value() instanceof StateCode state) {
                json.put("iso3", state.iso3());
            }
            Telling telling = narrator.tell(member);
            json.put("name", telling.value());
            json.put("why", why(telling));
            members.add(json);
        }
        return members;
    }

    /**
     * A reason tree: {@code value, sentence, rule, provision, confidence, row, doubts[], because[]}. {@code row} has {@code file, line,
     * fields}, and {@code corrects}: the row that it takes the place of, when it was recorded here as a correction.
     */
    public static Map<String, @Nullable Object> why(Telling telling) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("value", telling.value());
        json.put("sentence", telling.sentence());
        json.put("rule", telling.rule());
        json.put(
                "provision",
                telling.provision().map(provision -> provision.cite()).orElse(null));
        json.put("confidence", telling.confidence().code());
        telling.row().ifPresent(row -> json.put("row", row(row)));
        if (!telling.doubts().isEmpty()) {
            List<Map<String, @Nullable Object>> doubts = new ArrayList<>();
            for (Telling.ToldDoubt doubt : telling.doubts()) {
                Map<String, @Nullable Object> one = new LinkedHashMap<>();
                one.put("sentence", doubt.sentence());
                one.put("rule", doubt.rule());
                one.put("rows", doubt.rows().stream().map(Json::row).toList());
                doubts.add(one);
            }
            json.put("doubts", doubts);
        }
        if (!telling.because().isEmpty()) {
            json.put("because", telling.because().stream().map(Json::why).toList());
        }
        return json;
    }

    private static Map<String, @Nullable Object> row(SourceRow row) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("file", row.file());
        json.put("line", row.line());
        json.put("fields", row.asMap());
        row.recorded().flatMap(Recorded::corrects).ifPresent(earlier -> json.put("corrects", row(earlier)));
        return json;
    }

    /** What an accession would bring: each date with its reasons. */
    public static Map<String, @Nullable Object> whatIf(WhatIf whatIf, Narrator narrator) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("iso3", whatIf.state().iso3());
        json.put("name", narrator.state(whatIf.state()));
        json.put("deposit", whatIf.deposit().toString());
        whatIf.byName().forEach((name, day) -> json.put(name, text(Tables.cell(day.value()))));
        json.put("costShare", whatIf.costShare().map(Explained::value).orElse(null));
        Map<String, @Nullable Object> why = new LinkedHashMap<>();
        whatIf.byName().forEach((name, day) -> why.put(name, why(narrator.tell(day))));
        whatIf.costShare().ifPresent(share -> why.put("costShare", why(narrator.tell(share))));
        json.put("why", why);
        return json;
    }

    /** A problem: {@code problem, kind, message, values}. */
    public static Map<String, @Nullable Object> problem(Problem problem, Narrator narrator) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("problem", problem.id());
        json.put(
                "kind", problem.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        json.put("message", narrator.problem(problem));
        Map<String, @Nullable Object> values = new LinkedHashMap<>(problem.values());
        values.replaceAll((name, value) -> value instanceof List<?> items
                ? items.stream().map(Object::toString).toList()
                : value);
        json.put("values", values);
        return json;
    }

    private static @Nullable String text(@Nullable Object cell) {
        return cell == null ? null : cell.toString();
    }
}
