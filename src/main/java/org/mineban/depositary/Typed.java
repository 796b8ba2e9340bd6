package org.mineban.depositary;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.mineban.convention.Convention;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.Problem;
import org.mineban.kernel.SourceRow;
import org.mineban.kernel.StateCode;
import org.mineban.parties.Declaration;
import org.mineban.parties.Standing;
import org.mineban.parties.TreatyAction;
import org.mineban.presentation.Knowledge;

/**
 * What somebody typed into the form of an entry, by the names of the fields: kept as it was until it is right.
 *
 * @param fields each field and its text, stripped and bounded
 */
public record Typed(SequencedMap<String, String> fields) {

    /** The fields, in the order of the form. */
    public static final List<String> NAMES =
            List.of("state", "act", "date", "effect", "summary", "source", "link", "note", "corrects", "manner", "why");

    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 4000;
    private static final List<String> TEXTS = List.of("summary", "note", "why");

    public Typed {
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }

    /** What stands in the fields of that names; others are left aside. */
    public static Typed of(Map<String, String> given) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        NAMES.forEach(name -> fields.put(name, readable(given.getOrDefault(name, ""))));
        return new Typed(fields);
    }

    /** What an entry states, to be changed. */
    public static Typed of(Content content) {
        return new Typed(content.fields());
    }

    /** What a row of the record states, to be corrected. */
    public static Typed correcting(SourceRow row) {
        Map<String, String> given = new LinkedHashMap<>();
        Map<String, String> stated = row.asMap();
        given.put("state", stated.getOrDefault("iso3", ""));
        actOf(row).ifPresent(act -> given.put("act", act.id()));
        given.put("date", stated.getOrDefault("date", ""));
        given.put("effect", stated.getOrDefault("effective_date", ""));
        given.put("summary", stated.getOrDefault("summary", ""));
        given.put("source", row.source());
        given.put("link", stated.getOrDefault("link", ""));
        given.put("note", row.note());
        given.put("corrects", row.place());
        given.put("manner", Correction.Manner.REPLACE.id());
        return of(given);
    }

    private static String readable(String text) {
        String clean = text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").strip();
        return clean.substring(0, Math.min(LONGEST_TEXT + 1, clean.length()));
    }

    /** The text of a field. */
    public String get(String name) {
        return fields.getOrDefault(name, "");
    }

    /**
     * What came of reading it.
     *
     * @param content what it states; empty when something is wrong
     * @param wrong what is wrong, by field, in the order of the form
     */
    public record Outcome(Optional<Content> content, SequencedMap<String, Problem> wrong) {}

    /**
     * Reads it.
     *
     * @param knowledge what is known, in which a corrected row must be
     * @param today nothing that lies ahead can be put on record
     */
    public Outcome read(Knowledge knowledge, LocalDate today) {
        return new Reading(knowledge, today).outcome();
    }

    /** The rows of the record that an entry may correct, of one State: its actions, then its declarations. */
    public static List<SourceRow> correctable(Knowledge knowledge, StateCode state) {
        return Stream.concat(
                        knowledge.register().actions(state).stream().map(TreatyAction::row),
                        knowledge.register().declarations(state).stream().map(Declaration::row))
                .toList();
    }

    /** The row that stands at that place and may be corrected. */
    public static Optional<SourceRow> row(Knowledge knowledge, String place) {
        return Stream.concat(
                        knowledge.register().actions().stream().map(TreatyAction::row),
                        knowledge.register().declarations().stream().map(Declaration::row))
                .filter(row -> row.place().equals(place))
                .findFirst();
    }

    /** The act that a row of the record is of. */
    static Optional<Act> actOf(SourceRow row) {
        Map<String, String> stated = row.asMap();
        String action = stated.getOrDefault("action", "");
        return action.isEmpty()
                ? Act.of(Act.Table.DECLARATIONS, stated.getOrDefault("kind", ""))
                : Act.of(Act.Table.ACTIONS, action);
    }

    /** The reading of one. */
    private final class Reading {

        private final Knowledge knowledge;
        private final LocalDate today;
        private final SequencedMap<String, Problem> wrong = new LinkedHashMap<>();

        Reading(Knowledge knowledge, LocalDate today) {
            this.knowledge = knowledge;
            this.today = today;
        }

        Outcome outcome() {
            Optional<StateCode> state = state();
            Optional<Act> act = act();
            Optional<PartialDate> date = date();
            Optional<LocalDate> effect = effect();
            String summary = act.filter(Act::needsSummary).isPresent() ? needed("summary") : bounded("summary");
            String source = needed("source");
            String link = link();
            String note = bounded("note");
            Optional<Correction> correction = correction(state, act);
            if (!wrong.isEmpty()) {
                SequencedMap<String, Problem> inOrder = new LinkedHashMap<>();
                NAMES.stream().filter(wrong::containsKey).forEach(name -> inOrder.put(name, wrong.get(name)));
                return new Outcome(Optional.empty(), inOrder);
            }
            return new Outcome(
                    Optional.of(new Content(
                            state.orElseThrow(),
                            act.orElseThrow(),
                            date.orElseThrow(),
                            effect,
                            summary,
                            source,
                            link,
                            note,
                            correction)),
                    wrong);
        }

        private void wrong(String field, String problem) {
            wrong.putIfAbsent(
                    field, new Problem("desk-" + problem, Problem.Kind.WRONG_USAGE, Map.of("value", get(field))));
        }

        private Optional<StateCode> state() {
            Optional<StateCode> found = knowledge.register().states().stream()
                    .map(org.mineban.parties.State::code)
                    .filter(code -> code.iso3().equals(get("state")))
                    .findFirst();
            if (found.isEmpty()) {
                wrong("state", "state");
            }
            return found;
        }

        private Optional<Act> act() {
            Optional<Act> found = Act.find(get("act"))
                    .filter(act ->
                            Act.recordable().contains(act) || !get("corrects").isEmpty());
            if (found.isEmpty()) {
                wrong("act", "act");
            }
            return found;
        }

        private Optional<PartialDate> date() {
            Optional<PartialDate> found = PartialDate.find(get("date"));
            if (found.isEmpty()) {
                wrong("date", "date");
            } else if (found.get().earliest().isAfter(today)) {
                wrong("date", "date-ahead");
            } else if (found.get().latest().isBefore(Convention.OPENED_FOR_SIGNATURE)) {
                wrong("date", "date-before");
            }
            return found;
        }

        private Optional<LocalDate> effect() {
            if (get("effect").isEmpty()) {
                return Optional.empty();
            }
            Optional<LocalDate> found = PartialDate.find(get("effect")).flatMap(PartialDate::day);
            if (found.isEmpty() || found.get().isAfter(org.mineban.kernel.AskedDay.LAST)) {
                wrong("effect", "effect");
            }
            return found;
        }

        private String needed(String field) {
            if (get(field).isEmpty()) {
                wrong(field, field);
            }
            return bounded(field);
        }

        private String bounded(String field) {
            if (get(field).length() > (TEXTS.contains(field) ? LONGEST_TEXT : LONGEST_LINE)) {
                wrong(field, "too-long");
            }
            return get(field);
        }

        private String link() {
            String link = bounded("link");
            if (!link.isEmpty() && !webAddress(link)) {
                wrong("link", "link");
            }
            return link;
        }

        private static boolean webAddress(String text) {
            try {
                URI address = new URI(text);
                return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                        && address.getHost() != null;
            } catch (URISyntaxException noAddress) {
                return false;
            }
        }

        private Optional<Correction> correction(Optional<StateCode> state, Optional<Act> act) {
            if (get("corrects").isEmpty()) {
                return Optional.empty();
            }
            Optional<SourceRow> row = row(knowledge, get("corrects"));
            Optional<Correction.Manner> manner = Correction.Manner.find(get("manner"));
            if (row.isEmpty()) {
                wrong("corrects", "corrects");
            } else {
                if (state.filter(code -> !code.iso3().equals(row.get().get("iso3")))
                        .isPresent()) {
                    wrong("state", "corrects-state");
                }
                if (act.filter(found -> !actOf(row.get()).map(Act::table).equals(Optional.of(found.table())))
                        .isPresent()) {
                    wrong("act", "corrects-act");
                }
            }
            if (manner.isEmpty()) {
                wrong("manner", "manner");
            }
            String why = needed("why");
            return row.isPresent() && manner.isPresent()
                    ? Optional.of(new Correction(RowName.of(row.get()), manner.get(), why))
                    : Optional.empty();
        }
    }

    /**
     * What is unusual in an entry and should be looked at by both people before it counts. It stops nothing: what an act means, the depositary decides.
     *
     * @return message ids
     */
    public static List<String> unusual(Content content, Knowledge knowledge) {
        if (content.correction().isPresent()) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        LocalDate on = content.date().earliest();
        LocalDate dayBefore = on.minusDays(1);
        Standing before =
                knowledge.register().standing(content.state(), dayBefore).value();
        boolean bound = before.inForce() || before instanceof Standing.ConsentDeposited;
        boolean signed = knowledge.register().actions(content.state()).stream()
                .anyMatch(action -> action instanceof TreatyAction.Signature
                        && !action.date().earliest().isAfter(on));
        boolean same = knowledge.register().actions(content.state()).stream()
                .anyMatch(action ->
                        action.row().get("action").equals(content.act().word())
                                && Math.abs(java.time.temporal.ChronoUnit.DAYS.between(
                                                action.date().earliest(), on))
                                        <= 31);
        if (content.act().table() == Act.Table.ACTIONS && same) {
            found.add("same-recorded");
        }
        if (content.act().consent() && bound) {
            found.add("already-bound");
        }
        if (content.act() == Act.ACCESSION && signed) {
            found.add("accession-of-signatory");
        }
        if (List.of(Act.RATIFICATION, Act.ACCEPTANCE, Act.APPROVAL).contains(content.act()) && !signed) {
            found.add("not-signed");
        }
        if (content.act() == Act.WITHDRAWAL && !before.inForce()) {
            found.add("not-bound");
        }
        if (content.act() == Act.SIGNATURE
                && knowledge
                        .register()
                        .article17()
                        .generalEntryIntoForce()
                        .flatMap(day -> day.value().known())
                        .filter(day -> !on.isBefore(day))
                        .isPresent()) {
            found.add("signature-closed");
        }
        if (content.date().day().isEmpty()) {
            found.add("no-day");
        }
        return List.copyOf(found);
    }
}
