package org.mineban.portal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.mineban.accounts.People;
import org.mineban.accounts.Person;
import org.mineban.kernel.Explained;
import org.mineban.kernel.Figure;
import org.mineban.reporting.CheckResult;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Entry;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.FigureSource;
import org.mineban.reporting.Finding;
import org.mineban.reporting.FindingWords;
import org.mineban.reporting.NilSentences;
import org.mineban.reporting.Origin;
import org.mineban.reporting.RememberedFigures;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportWords;
import org.mineban.reporting.Severity;
import org.mineban.reporting.Value;
import org.mineban.submissions.Draft;
import org.mineban.submissions.DraftFigures;
import org.mineban.submissions.DraftFindings;
import org.mineban.submissions.EntryWords;
import org.mineban.submissions.Examination;
import org.mineban.submissions.Part;
import org.springframework.stereotype.Component;

/** What stands beside the fields of a draft: what the rules find and what was answered, ready sentences, and the figures of the register. */
@Component
final class DraftBeside {

    /** What the name of an answer begins with; rule, place and hash of the values follow. */
    static final String ANSWER = "answer~";

    /** What the name of a reason for another figure than the register’s ends with. */
    static final String BECAUSE = "~because";

    private final DraftFindings findings;
    private final DraftFigures figures;
    private final Examination examination;
    private final Dictionary dictionary;
    private final People people;

    DraftBeside(
            DraftFindings findings,
            DraftFigures figures,
            Examination examination,
            Dictionary dictionary,
            People people) {
        this.findings = findings;
        this.figures = figures;
        this.examination = examination;
        this.dictionary = dictionary;
        this.people = people;
    }

    /**
     * What a rule found.
     *
     * @param input the name of the field for an answer; empty text where an answer is not enough
     * @param answer what was answered; empty text where nobody has
     * @param earlier what was answered to the same rule at the same place in other years
     */
    record Found(
            String rule,
            String severity,
            boolean blocks,
            String place,
            String label,
            String message,
            String next,
            String source,
            String input,
            String answer,
            String by,
            List<String> earlier) {}

    /**
     * A figure that the register gives, or gave.
     *
     * @param told what it gives now, and from how many records
     * @param take what the button sends; empty text where the figure stands as the register gives it
     * @param taken when and by whom a figure was taken, and what it was; empty text where nobody took one
     * @param href the records of the taken figure
     * @param because the name of the field for the reason of another figure; empty text where none is needed
     */
    record FromRegister(String told, String take, String taken, String href, String because, String reason) {}

    /**
     * What stands beside one field.
     *
     * @param before what the last report had there, where that was something else; empty text otherwise
     * @param noteHref where something can be said about the field; empty text where it cannot
     * @param drop what the button sends that takes a file out; empty text where there is none
     */
    record Beside(
            List<Found> findings,
            List<Choice> offers,
            Optional<FromRegister> register,
            List<DraftViews.Note> notes,
            String before,
            String noteHref,
            String drop) {
        static final Beside NOTHING = new Beside(List.of(), List.of(), Optional.empty(), List.of(), "", "", "");
    }

    String person(UUID id) {
        return people.find(id).map(Person::name).orElse("–");
    }

    /** What the rules find in a whole draft that weighs at least that much, as the reader may see it. */
    List<Found> found(Visit visit, Draft draft, Severity level) {
        return found(visit, draft, level, register(visit));
    }

    private FigureSource register(Visit visit) {
        return new RememberedFigures(examination.register(visit.say("register.title")));
    }

    private List<Found> found(Visit visit, Draft draft, Severity level, FigureSource register) {
        Person reader = visit.visitor().person().orElseThrow();
        CheckResult result = findings.of(reader, draft, visit.today(), register, this::person);
        FindingWords words = new FindingWords(visit.knowledge().messages(), visit.language());
        List<DraftFindings.Said> said = findings.said(reader, draft.state());
        return result.atLeast(level).stream()
                .map(finding -> found(visit, draft, words, finding, said))
                .toList();
    }

    private Found found(Visit visit, Draft draft, FindingWords words, Finding finding, List<DraftFindings.Said> said) {
        String place = finding.place().text();
        return new Found(
                finding.rule().id(),
                words.severity(finding),
                finding.blocks(),
                place,
                dictionary
                        .find(finding.place())
                        .map(new ReportWords(visit.knowledge().messages(), visit.language())::label)
                        .orElse(""),
                words.message(finding),
                words.next(finding.rule()),
                finding.rule().source().equals("P") ? "" : finding.rule().source(),
                finding.answerable() ? ANSWER + finding.rule().id() + "~" + place + "~" + finding.valuesHash() : "",
                finding.answer().map(answer -> answer.text()).orElse(""),
                finding.answer()
                        .map(answer -> visit.say(
                                "report.draft.said-by", Map.of("name", answer.by(), "at", visit.moment(answer.at()))))
                        .orElse(""),
                said.stream()
                        .filter(one -> one.rule().equals(finding.rule().id())
                                && one.place().equals(finding.place())
                                && (one.year() != draft.year()
                                        || !one.valuesHash().equals(finding.valuesHash())))
                        .map(one -> visit.say(
                                "draft.finding.earlier",
                                Map.of(
                                        "year", Integer.toString(one.year()),
                                        "text", one.text(),
                                        "name", person(one.author()))))
                        .toList());
    }

    /** What stands beside the fields of a part. Asked field by field, it knows in the end which findings no field showed. */
    OfPart part(
            Visit visit,
            Draft draft,
            Part part,
            Report text,
            List<String> sentences,
            Optional<Report> last,
            Map<String, List<DraftViews.Note>> notes) {
        Person reader = visit.visitor().person().orElseThrow();
        Map<String, List<Found>> byPlace = new LinkedHashMap<>();
        FigureSource register = register(visit);
        found(visit, draft, Severity.INFO, register).stream()
                .filter(one -> one.place().equals(part.prefix()) || one.place().startsWith(part.prefix() + "."))
                .forEach(one -> byPlace.computeIfAbsent(one.place(), place -> new ArrayList<>())
                        .add(one));
        Map<String, DraftFigures.Frozen> kept = new LinkedHashMap<>();
        figures.kept(reader, draft.state(), draft.year())
                .forEach(one -> kept.put(one.id().toString(), one));
        return new OfPart(visit, draft, text, byPlace, sentences, figures.offered(draft, register), kept, last, notes);
    }

    /** What stands beside the fields of one part. */
    final class OfPart implements Function<FieldPath, Beside> {

        private final Visit visit;
        private final Draft draft;
        private final Report text;
        private final Map<String, List<Found>> byPlace;
        private final List<String> sentences;
        private final Map<FieldPath, Explained<Figure>> offered;
        private final Map<String, DraftFigures.Frozen> kept;
        private final Optional<Report> last;
        private final Map<String, List<DraftViews.Note>> notes;
        private final Set<String> shown = new HashSet<>();
        private boolean takes;

        private OfPart(
                Visit visit,
                Draft draft,
                Report text,
                Map<String, List<Found>> byPlace,
                List<String> sentences,
                Map<FieldPath, Explained<Figure>> offered,
                Map<String, DraftFigures.Frozen> kept,
                Optional<Report> last,
                Map<String, List<DraftViews.Note>> notes) {
            this.visit = visit;
            this.draft = draft;
            this.text = text;
            this.byPlace = byPlace;
            this.sentences = sentences;
            this.offered = offered;
            this.kept = kept;
            this.last = last;
            this.notes = notes;
        }

        @Override
        public Beside apply(FieldPath place) {
            shown.add(place.text());
            return new Beside(
                    byPlace.getOrDefault(place.text(), List.of()),
                    text.at(place)
                            .filter(NilSentences::asked)
                            .map(entry -> offers(place, entry))
                            .orElse(List.of()),
                    register(place),
                    notes.getOrDefault(place.text(), List.of()),
                    before(place),
                    visit.here(Map.of("note", place.text())) + "#notes",
                    text.at(place)
                            .filter(entry -> entry.value() instanceof Value.Attachment)
                            .map(entry -> "drop~" + place)
                            .orElse(""));
        }

        /** The findings that no field showed: about the whole part, a row, or a field that the form does not have. */
        List<Found> rest() {
            List<Found> rest = new ArrayList<>();
            byPlace.forEach((place, found) -> {
                if (!shown.contains(place)) {
                    rest.addAll(found);
                }
            });
            return rest;
        }

        /** Whether the register gives figures that do not stand here yet; asked after the fields. */
        boolean takes() {
            return takes;
        }

        private List<Choice> offers(FieldPath place, Entry entry) {
            boolean figure =
                    dictionary.find(place).filter(field -> field.quantity()).isPresent();
            List<Choice> offers = new ArrayList<>();
            if (figure) {
                for (String word : SectionForm.ABSENT) {
                    offers.add(new Choice("put~" + place + "~" + word, visit.say("figure." + word), false));
                }
            } else if (entry.value() instanceof Value.Text) {
                for (int i = 0; i < sentences.size(); i++) {
                    offers.add(new Choice("put~" + place + "~" + i, sentences.get(i), false));
                }
            }
            return offers;
        }

        /** What the last report had there, where it was something else. */
        private String before(FieldPath place) {
            Optional<Entry> was = last.flatMap(report -> report.at(place));
            boolean same = was.map(Entry::value).equals(text.at(place).map(Entry::value));
            return same || was.isEmpty()
                    ? ""
                    : dictionary
                            .find(place)
                            .map(field -> new EntryWords(visit.narrator()).say(field, was.get()))
                            .map(words -> visit.say(
                                    "draft.before.was",
                                    Map.of(
                                            "year", DraftViews.year(last.orElseThrow()),
                                            "text", DraftViews.shortened(words))))
                            .orElse("");
        }

        private Optional<FromRegister> register(FieldPath place) {
            Optional<Explained<Figure>> now = Optional.ofNullable(offered.get(place));
            Optional<Entry> entry = text.at(place);
            Optional<Origin> origin = entry.flatMap(DraftFigures::offered);
            if (now.isEmpty() && origin.isEmpty()) {
                return Optional.empty();
            }
            boolean stands = origin.filter(one -> one.kind() == Origin.Kind.REGISTER)
                    .flatMap(Origin::offered)
                    .filter(given -> now.filter(one -> DraftFigures.same(given, one.value()))
                            .isPresent())
                    .isPresent();
            takes = takes || (now.isPresent() && origin.isEmpty());
            boolean overruled =
                    origin.filter(one -> one.kind() != Origin.Kind.REGISTER).isPresent();
            return Optional.of(new FromRegister(
                    now.filter(one -> !stands).map(this::told).orElse(""),
                    now.isPresent() && !stands ? "take~" + place : "",
                    origin.map(this::taken).orElse(""),
                    origin.map(one -> visit.link(
                                    "/reports/" + draft.state() + "/" + draft.year() + "/figures/" + one.reference()))
                            .orElse(""),
                    overruled ? place + BECAUSE : "",
                    overruled ? origin.map(Origin::note).orElse("") : ""));
        }

        private String told(Explained<Figure> figure) {
            return visit.say(
                    "draft.figure.now",
                    Map.of(
                            "figure", new EntryWords(visit.narrator()).figure(figure.value()),
                            "count", DraftFigures.records(figure).size()));
        }

        private String taken(Origin origin) {
            DraftFigures.Frozen frozen = kept.get(origin.reference());
            String figure =
                    new EntryWords(visit.narrator()).figure(origin.offered().orElseThrow());
            return frozen == null
                    ? visit.say("draft.figure.given", Map.of("figure", figure))
                    : visit.say(
                            "draft.figure.taken",
                            Map.of(
                                    "figure", figure,
                                    "count", frozen.records().size(),
                                    "name", person(frozen.person()),
                                    "at", visit.moment(frozen.at())));
        }
    }

    /** Answers that a form holds. */
    record Typed(String rule, FieldPath place, String valuesHash, String text) {

        /** The answers among the fields of a form; those left empty are none. */
        static List<Typed> of(Map<String, String[]> sent) {
            List<Typed> typed = new ArrayList<>();
            sent.forEach((name, values) -> {
                String[] parts = name.split("~", -1);
                String text = values.length == 0
                        ? ""
                        : Objects.requireNonNullElse(values[0], "").strip();
                if (name.startsWith(ANSWER)
                        && parts.length == 4
                        && !text.isEmpty()
                        && parts[1].length() <= 20
                        && parts[3].length() <= 64) {
                    FieldPath.find(parts[2]).ifPresent(place -> typed.add(new Typed(parts[1], place, parts[3], text)));
                }
            });
            return typed;
        }
    }
}
