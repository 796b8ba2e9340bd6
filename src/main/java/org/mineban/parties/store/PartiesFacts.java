package org.mineban.parties.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.SourceRow;
import org.mineban.kernel.StateCode;
import org.mineban.parties.Declaration;
import org.mineban.parties.RegionalGroup;
import org.mineban.parties.Register;
import org.mineban.parties.State;
import org.mineban.parties.StateName;
import org.mineban.parties.TreatyAction;
import org.mineban.platform.FactColumn;
import org.mineban.platform.FactColumn.Kind;
import org.mineban.platform.FactTable;

/** Reads {@code parties/*.csv}. */
public final class PartiesFacts {

    private final FactTable states;
    private final FactTable names;
    private final FactTable formerNames;
    private final FactTable actions;
    private final FactTable declarations;
    private final FactTable publishedCounts;

    /** Reads the facts that come with the program. */
    public PartiesFacts() {
        this(FactTable.resource("parties/treaty-actions.csv", ACTION_COLUMNS));
    }

    /** The program's facts with other treaty actions, so that the register can be tried on a record of one's own. */
    public PartiesFacts(FactTable actions) {
        this.actions = actions;
        this.states = FactTable.resource(
                "parties/states.csv",
                FactColumn.of("iso3", Kind.STATE),
                FactColumn.of("m49", Kind.TEXT),
                FactColumn.of("name_en", Kind.TEXT),
                FactColumn.of("name_fr", Kind.TEXT),
                FactColumn.of("un_member", Kind.YES_NO),
                FactColumn.oneOf("un_regional_group", "AFR", "APG", "EEG", "GRULAC", "WEOG", "none"),
                FactColumn.text("m49_region"),
                FactColumn.text("m49_subregion"),
                FactColumn.text("m49_intermediate_region"),
                FactColumn.text("m49_region_code"),
                FactColumn.text("m49_subregion_code"),
                FactColumn.text("m49_intermediate_code"),
                FactColumn.of("iso2", Kind.TEXT),
                FactColumn.oneOf("un_status", "member", "observer", "non-member"));
        this.names = FactTable.resource(
                "parties/state-names.csv",
                FactColumn.of("iso3", Kind.STATE),
                FactColumn.oneOf("language", "ar", "en", "es", "fr", "ru", "zh"),
                FactColumn.of("name", Kind.TEXT),
                FactColumn.of("rank", Kind.WHOLE_NUMBER),
                FactColumn.of("source", Kind.TEXT),
                FactColumn.of("confidence", Kind.CONFIDENCE),
                FactColumn.text("note"));
        this.formerNames = FactTable.resource(
                "parties/former-state-names.csv",
                FactColumn.of("iso3", Kind.STATE),
                FactColumn.oneOf("language", "ar", "en", "es", "fr", "ru", "zh"),
                FactColumn.of("name", Kind.TEXT),
                FactColumn.of("before", Kind.DAY),
                FactColumn.of("listed_after", Kind.STATE).orEmpty(),
                FactColumn.of("source", Kind.TEXT),
                FactColumn.of("confidence", Kind.CONFIDENCE),
                FactColumn.text("note"));
        this.declarations = FactTable.resource(
                "parties/declarations.csv",
                FactColumn.of("iso3", Kind.STATE),
                FactColumn.oneOf(
                        "kind",
                        "interpretative_declaration",
                        "declaration_on_signature",
                        "objection_to_communication",
                        "provisional_application",
                        "territorial_application",
                        "communication"),
                FactColumn.of("date", Kind.DATE).orEmpty(),
                FactColumn.of("summary", Kind.TEXT),
                FactColumn.of("source", Kind.TEXT),
                FactColumn.of("confidence", Kind.CONFIDENCE),
                FactColumn.text("note"));
        this.publishedCounts = FactTable.resource(
                "parties/published-counts.csv",
                FactColumn.of("date", Kind.DAY),
                FactColumn.oneOf(
                        "measure",
                        "parties_by_deposit",
                        "signatures",
                        "signatures_plus_accessions",
                        "signed_not_bound",
                        "not_bound_of_197"),
                FactColumn.of("value", Kind.WHOLE_NUMBER),
                FactColumn.of("source", Kind.TEXT),
                FactColumn.text("note"));
    }

    /** The columns of a file of treaty actions. */
    public static FactColumn[] actionColumns() {
        return ACTION_COLUMNS.clone();
    }

    private static final FactColumn[] ACTION_COLUMNS = {
        FactColumn.of("iso3", Kind.STATE),
        FactColumn.oneOf(
                "action",
                "signature",
                "ratification",
                "acceptance",
                "approval",
                "accession",
                "succession",
                "withdrawal",
                "provisional_application",
                "territorial_application",
                "communication"),
        FactColumn.of("date", Kind.DATE),
        FactColumn.of("effective_date", Kind.DAY).orEmpty(),
        FactColumn.of("source", Kind.TEXT),
        FactColumn.of("confidence", Kind.CONFIDENCE),
        FactColumn.text("note")
    };

    /** The files as they were read. */
    public List<FactTable> tables() {
        return List.of(states, names, formerNames, actions, declarations, publishedCounts);
    }

    /** Counts that others published, to hold ours against. */
    public FactTable publishedCounts() {
        return publishedCounts;
    }

    /** The register that these facts make. */
    public Register register() {
        Map<String, SourceRow> byCode = states.by("iso3");
        Map<StateCode, Map<Language, List<StateName>>> nameOf = namesByState();
        List<State> all = byCode.values().stream()
                .map(row -> state(row, nameOf))
                .sorted(java.util.Comparator.comparing(State::code))
                .toList();
        return new Register(
                all,
                actions.map(row -> TreatyAction.of(known(row, byCode))),
                declarations.map(row -> Declaration.of(known(row, byCode))));
    }

    private Map<StateCode, Map<Language, List<StateName>>> namesByState() {
        Map<StateCode, Map<Language, List<StateName>>> byState = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        for (SourceRow row : names.rows()) {
            int place = 2 * Integer.parseInt(row.get("rank")); // leaves room for a former name between two of today's
            if (places.put(row.get("language") + row.get("iso3"), place) != null) {
                throw FactTable.broken(row, "language", "unique");
            }
            namesOf(byState, row).add(new StateName(row.get("name"), place, Optional.empty(), row));
        }
        for (SourceRow row : formerNames.rows()) {
            String listedAfter = row.get("listed_after");
            Integer place = places.get(row.get("language") + (listedAfter.isEmpty() ? row.get("iso3") : listedAfter));
            if (place == null) {
                throw FactTable.broken(row, "listed_after", "known-state");
            }
            namesOf(byState, row)
                    .add(new StateName(
                            row.get("name"),
                            listedAfter.isEmpty() ? place : place + 1,
                            PartialDate.find(row.get("before")).flatMap(PartialDate::day),
                            row));
        }
        byState.values()
                .forEach(byLanguage -> byLanguage
                        .values()
                        .forEach(ofState -> ofState.sort(
                                Comparator.comparing(name -> name.before().orElse(LocalDate.MAX)))));
        return byState;
    }

    private static List<StateName> namesOf(Map<StateCode, Map<Language, List<StateName>>> byState, SourceRow row) {
        return byState.computeIfAbsent(new StateCode(row.get("iso3")), state -> new EnumMap<>(Language.class))
                .computeIfAbsent(Language.find(row.get("language")).orElseThrow(), language -> new ArrayList<>());
    }

    private static State state(SourceRow row, Map<StateCode, Map<Language, List<StateName>>> names) {
        StateCode code = new StateCode(row.get("iso3"));
        Map<Language, List<StateName>> own = names.getOrDefault(code, Map.of());
        if (own.size() != Language.values().length) {
            throw FactTable.broken(row, "iso3", "names-in-six-languages");
        }
        return new State(
                code,
                Boolean.parseBoolean(row.get("un_member")),
                RegionalGroup.valueOf(row.get("un_regional_group").toUpperCase(Locale.ROOT)),
                own,
                row);
    }

    private static SourceRow known(SourceRow row, Map<String, SourceRow> states) {
        if (!states.containsKey(row.get("iso3"))) {
            throw FactTable.broken(row, "iso3", "known-state");
        }
        return row;
    }
}
