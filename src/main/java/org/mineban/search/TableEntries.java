package org.mineban.search;

import static org.mineban.search.EntryMaker.lines;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Language;
import org.mineban.kernel.SourceRow;
import org.mineban.presentation.Knowledge;

/** Facts that have no page of their own yet and are found in their tables: organizations, action plans, terms. */
final class TableEntries {

    /** What rows say whose sense is only remembered and must be checked before anybody is shown it. */
    private static final String NOT_BEFORE_CHECKING = "before checking";

    private static final int FIRST_OF_PERIOD = 4;

    private final Knowledge knowledge;

    TableEntries(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    List<Entry> all() {
        List<Entry> entries = new ArrayList<>();
        rows("meetings/organizations.csv").forEach(row -> entries.add(organization(row)));
        Map<String, SourceRow> plans = new LinkedHashMap<>();
        rows("actionplans/action-plans.csv").forEach(row -> {
            plans.put(row.get("code"), row);
            entries.add(plan(row));
        });
        rows("actionplans/actions.csv").stream()
                .filter(TableEntries::fitToShow)
                .forEach(row -> entries.add(action(row, plans)));
        rows("actionplans/indicators.csv").stream()
                .filter(TableEntries::fitToShow)
                .forEach(row -> entries.add(action(row, plans)));
        Map<String, List<SourceRow>> terms = new LinkedHashMap<>();
        rows("glossary/terms.csv")
                .forEach(row -> terms.computeIfAbsent(row.get("term"), term -> new ArrayList<>())
                        .add(row));
        terms.values().forEach(rows -> entries.add(term(rows)));
        return entries;
    }

    /** What else a meeting's row says, in English: what of it is only remembered is left out. */
    static String ofMeeting(SourceRow row) {
        boolean documentsRemembered =
                row.note().contains("memory only") && row.note().contains("eclaration");
        return lines(
                remembered(row, "president_confidence") ? "" : row.get("president"),
                remembered(row, "symbol_confidence") ? "" : row.get("final_report_symbol"),
                documentsRemembered ? "" : row.get("outcome_documents"));
    }

    private static boolean remembered(SourceRow row, String column) {
        return row.get(column).equals(Confidence.MEMORY.code());
    }

    private List<SourceRow> rows(String file) {
        return knowledge.table(file).orElseThrow().rows();
    }

    private static boolean fitToShow(SourceRow row) {
        boolean says = !row.get("summary").isEmpty() || row.confidence() != Confidence.MEMORY;
        return says && !row.note().contains(NOT_BEFORE_CHECKING);
    }

    private static Entry organization(SourceRow row) {
        String acronym = row.get("acronym_or_iso3");
        return EntryMaker.general(
                EntryKind.ORGANIZATION,
                OptionalInt.empty(),
                "/data#meetings-organizations",
                row.confidence(),
                acronym.isEmpty() ? Set.of() : Set.of(acronym),
                EntryMaker.english(row.get("name"), lines(acronym, row.get("category"), row.note())));
    }

    private static Entry plan(SourceRow row) {
        return EntryMaker.general(
                EntryKind.ACTION_PLAN,
                year(row),
                "/data#actionplans-action-plans",
                row.confidence(),
                Set.of(row.get("code")),
                EntryMaker.english(
                        row.get("plan") + " " + row.get("period"), lines(row.get("adopted_at"), row.note())));
    }

    private static Entry action(SourceRow row, Map<String, SourceRow> plans) {
        SourceRow plan = plans.get(row.get("plan"));
        String name = plan == null ? row.get("plan") : plan.get("plan");
        boolean action = row.fields().containsKey("theme");
        return EntryMaker.general(
                EntryKind.ACTION_PLAN,
                plan == null ? OptionalInt.empty() : year(plan),
                "/data#" + (action ? "actionplans-actions" : "actionplans-indicators"),
                row.confidence(),
                Set.of(),
                EntryMaker.english(
                        name + ", action #" + row.get("action"),
                        lines(row.get("summary"), action ? row.get("theme") : "", action ? row.get("addressee") : "")));
    }

    private static OptionalInt year(SourceRow plan) {
        String period = plan.get("period");
        return period.length() >= FIRST_OF_PERIOD
                ? OptionalInt.of(Integer.parseInt(period.substring(0, FIRST_OF_PERIOD)))
                : OptionalInt.empty();
    }

    private static Entry term(List<SourceRow> rows) {
        Map<Language, Entry.Text> texts = new EnumMap<>(Language.class);
        Confidence worst = Confidence.VERIFIED2;
        for (SourceRow row : rows) {
            Language language = Language.find(row.get("language")).orElseThrow();
            texts.put(language, new Entry.Text(row.get("text"), language == Language.ENGLISH ? row.note() : ""));
            worst = worst.worse(row.confidence());
        }
        return EntryMaker.general(EntryKind.TERM, OptionalInt.empty(), "/data#glossary-terms", worst, Set.of(), texts);
    }
}
