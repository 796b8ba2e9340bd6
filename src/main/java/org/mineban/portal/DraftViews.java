package org.mineban.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mineban.accounts.Organisations;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.accounts.Thing;
import org.mineban.kernel.Language;
import org.mineban.reporting.Comparison;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Editions;
import org.mineban.reporting.Entry;
import org.mineban.reporting.Field;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportWords;
import org.mineban.reporting.Rows;
import org.mineban.reporting.Severity;
import org.mineban.reporting.Subject;
import org.mineban.submissions.Certification;
import org.mineban.submissions.Draft;
import org.mineban.submissions.DraftNote;
import org.mineban.submissions.DraftPart;
import org.mineban.submissions.DraftStatus;
import org.mineban.submissions.Drafts;
import org.mineban.submissions.EntryWords;
import org.mineban.submissions.Examination;
import org.mineban.submissions.Part;
import org.mineban.submissions.Progress;
import org.mineban.submissions.SectionLayout;
import org.mineban.submissions.Submission;
import org.mineban.submissions.Submissions;
import org.springframework.stereotype.Component;

/** What the pages of a draft show. */
@Component
final class DraftViews {

    private static final int MOST_SHOWN = 6;
    private static final int MOST_LAST_YEAR = 120;

    private final Drafts drafts;
    private final Dictionary dictionary;
    private final Editions editions;
    private final Examination examination;
    private final Organisations organisations;
    private final DraftBeside beside;
    private final Submissions submissions;

    DraftViews(
            Drafts drafts,
            Dictionary dictionary,
            Editions editions,
            Examination examination,
            Organisations organisations,
            DraftBeside beside,
            Submissions submissions) {
        this.submissions = submissions;
        this.beside = beside;
        this.examination = examination;
        this.organisations = organisations;
        this.drafts = drafts;
        this.dictionary = dictionary;
        this.editions = editions;
    }

    /**
     * The draft as a whole.
     *
     * @param waiting how many parts wait for somebody to say that they are unchanged
     */
    record Overview(
            String address,
            int version,
            String status,
            String statusKey,
            Optional<String> wrong,
            List<Card> cards,
            int waiting,
            String confirmAll,
            boolean mayConfirm,
            boolean maySend,
            boolean mayApprove,
            Certification authority,
            boolean mayReturn,
            boolean maySubmit,
            boolean correction,
            String notReady,
            List<Note> open,
            List<Note> why,
            List<Line> asked,
            List<DraftBeside.Found> findings) {}

    /** A part of a draft. */
    record Card(
            String key,
            String href,
            String title,
            String mark,
            String progress,
            String progressKey,
            boolean confirmable,
            String returned,
            String saved,
            List<Line> lines,
            String more,
            boolean aside,
            boolean readable) {}

    /** A field and its content. */
    record Line(String label, String text) {}

    /** What somebody said. */
    record Note(String id, String place, String year, String text, String by, boolean settled) {}

    /** The form of a part. */
    record Section(
            String address,
            String back,
            String files,
            boolean write,
            int revision,
            Optional<String> wrong,
            boolean saved,
            String returned,
            String lastSaved,
            boolean aside,
            boolean hasMark,
            String mark,
            String since,
            String sentence,
            List<Choice> sentences,
            String readingLanguage,
            List<SectionForm.ItemView> items,
            List<Note> comments,
            List<Note> why,
            List<DraftBeside.Found> findings,
            boolean takes,
            String noteAbout,
            String notePlace,
            List<Choice> filePlaces,
            Optional<LastYear> last) {}

    /**
     * The last report beside the section.
     *
     * @param broken that what it closed with is not what this one opens with; empty text where it is, or nothing is told
     */
    record LastYear(String title, String href, String mark, List<Line> lines, String broken, List<Changed> changes) {}

    /** A field that differs from the last report, rows matched by what they are about. */
    record Changed(String kind, String label, String about, String before, String after) {}

    /** Two texts of a part. */
    record Choosing(
            String address,
            String aside,
            String kept,
            String other,
            boolean marks,
            String keptMark,
            String otherMark,
            List<Difference> differences) {}

    /** A place at which two texts differ. */
    record Difference(String place, String label, String kept, String other, boolean takeOther) {}

    Overview overview(Visit visit, Draft draft, Optional<String> wrong) {
        Optional<Person> reader = visit.visitor().person();
        List<Card> cards = draft.parts().stream()
                .map(part -> card(visit, draft, part, drafts.mayRead(reader, draft.state(), part.part())))
                .toList();
        int waiting = (int) draft.parts().stream()
                .filter(one -> one.progress() == Progress.TO_CONFIRM)
                .filter(one -> drafts.mayWrite(reader, draft.state(), one.part()))
                .count();
        boolean lead = drafts.mayLead(reader, draft.state());
        long notReady = draft.parts().stream()
                .filter(one -> one.progress() != Progress.READY || one.aside() > 0)
                .count();
        List<DraftNote> notes = drafts.notes(reader.orElseThrow(), draft.state());
        return new Overview(
                "/" + visit.lang() + "/reports/" + draft.state() + "/" + draft.year() + "/draft",
                draft.version(),
                visit.say("report.draft.status." + draft.status().key()),
                draft.status().key(),
                wrong,
                cards,
                waiting,
                visit.say("report.draft.confirm-all", Map.of("count", waiting)),
                draft.open() && waiting > 0,
                draft.open() && lead && draft.ready(),
                draft.status() == DraftStatus.IN_REVIEW && drafts.mayApprove(reader, draft),
                authority(reader.orElseThrow(), draft),
                (draft.status() == DraftStatus.IN_REVIEW || draft.status() == DraftStatus.CLEARED)
                        && (lead || visit.visitor().may(Permission.REPORT_APPROVE, Thing.of(draft.state()))),
                draft.status() == DraftStatus.CLEARED
                        && visit.visitor().may(Permission.REPORT_SUBMIT, Thing.of(draft.state())),
                draft.round() > 0,
                draft.open() && notReady > 0 ? visit.say("report.draft.not-ready", Map.of("count", notReady)) : "",
                notes.stream()
                        .filter(note -> note.kind() == DraftNote.Kind.COMMENT
                                && note.year() == draft.year()
                                && note.settledAt().isEmpty())
                        .map(note -> note(visit, note))
                        .toList(),
                notes.stream()
                        .filter(note -> note.kind() == DraftNote.Kind.WHY)
                        .map(note -> note(visit, note))
                        .toList(),
                asked(visit, draft),
                beside.found(visit, draft, Severity.ERROR));
    }

    /** The authority that an approver finds in the form: that of the report, else the organisation for which the person may approve. */
    private Certification authority(Person reader, Draft draft) {
        Certification proposed = drafts.proposedAuthority(reader, draft);
        return proposed.organisation().isEmpty()
                ? reader.grants().stream()
                        .filter(grant -> grant.role() == Role.APPROVER)
                        .flatMap(grant -> grant.organisation().stream())
                        .flatMap(id -> organisations.find(id).stream())
                        .findFirst()
                        .map(body -> new Certification(body.name(), ""))
                        .orElse(proposed)
                : proposed;
    }

    private Card card(Visit visit, Draft draft, DraftPart part, boolean readable) {
        List<Line> lines = readable ? lines(visit, part, MOST_SHOWN) : List.of();
        int fields = part.text().placed().size();
        return new Card(
                part.part().key(),
                visit.link("/reports/" + draft.state() + "/" + draft.year() + "/draft/"
                        + part.part().key()),
                name(visit, draft, part.part()),
                readable ? mark(visit, part) : "",
                visit.say("report.progress." + part.progress().key()),
                part.progress().key(),
                draft.open()
                        && part.progress() == Progress.TO_CONFIRM
                        && drafts.mayWrite(visit.visitor().person(), draft.state(), part.part()),
                part.progress() == Progress.RETURNED ? part.returnedBecause() : "",
                readable ? saved(visit, part) : "",
                lines,
                fields > lines.size() ? visit.say("report.draft.more", Map.of("count", fields - lines.size())) : "",
                part.aside() > 0,
                readable);
    }

    private String saved(Visit visit, DraftPart part) {
        return part.writer()
                .map(writer -> visit.say(
                        "report.draft.saved-by", Map.of("name", person(writer), "at", visit.moment(part.changedAt()))))
                .orElse("");
    }

    private List<Line> lines(Visit visit, DraftPart part, int most) {
        Optional<Mark> mark = part.part().subject().flatMap(part.text()::mark);
        List<Line> lines = new ArrayList<>();
        if (mark.orElse(null) instanceof Mark.Nil(Map<Language, String> sentence)) {
            sentence.values().forEach(text -> lines.add(new Line("", text)));
        }
        part.text().placed().stream()
                .filter(placed -> dictionary.find(placed.place()).isPresent())
                .limit(most)
                .forEach(placed ->
                        lines.add(new Line(label(visit, placed.place()), told(visit, placed.place(), placed.entry()))));
        return lines;
    }

    private String label(Visit visit, FieldPath place) {
        return dictionary
                .find(place)
                .map(new ReportWords(visit.knowledge().messages(), visit.language())::label)
                .orElse(place.text());
    }

    private String told(Visit visit, FieldPath place, Entry entry) {
        Optional<Field> field = dictionary.find(place);
        String text = field.map(one -> new EntryWords(visit.narrator()).say(one, entry))
                .orElseGet(() -> org.mineban.submissions.EntryText.data(entry));
        return shortened(text);
    }

    static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    private static String mark(Visit visit, DraftPart part) {
        return part.part()
                .subject()
                .flatMap(part.text()::mark)
                .map(mark -> mark(visit, mark))
                .orElse("");
    }

    static String mark(Visit visit, Mark mark) {
        return mark instanceof Mark.Unchanged(String since) && !since.isEmpty()
                ? visit.say("report.unchanged-since", Map.of("since", since))
                : visit.say("mark." + mark.key());
    }

    /** What a part is called: by the letter of the edition, and its subject. */
    String name(Visit visit, Draft draft, Part part) {
        if (part.subject().isEmpty()) {
            return visit.say("report.part.title");
        }
        Subject subject = part.subject().get();
        Optional<String> letter = draft.report()
                .envelope()
                .word("edition")
                .flatMap(editions::find)
                .flatMap(edition -> edition.letter(subject));
        String words = visit.say("subject." + subject.key());
        return letter.map(one -> visit.say("report.paper.form", Map.of("letter", one, "subject", words)))
                .orElse(words);
    }

    Section section(
            Visit visit,
            Draft draft,
            Part part,
            List<Field> fields,
            Report text,
            int revision,
            Optional<String> wrong) {
        Optional<Person> reader = visit.visitor().person();
        DraftPart now = draft.part(part);
        Language language = DraftPages.language(visit, draft);
        Optional<Mark> mark = part.subject().flatMap(text::mark);
        String since = mark.orElse(null) instanceof Mark.Unchanged(String year) ? year : "";
        String sentence = mark.orElse(null) instanceof Mark.Nil(Map<Language, String> said)
                ? said.getOrDefault(language, said.values().stream().findFirst().orElse(""))
                : "";
        String base = "/reports/" + draft.state() + "/" + draft.year() + "/draft";
        List<Note> notes = drafts.notes(reader.orElseThrow(), draft.state()).stream()
                .filter(note ->
                        note.place().equals(part.prefix()) || note.place().startsWith(part.prefix() + "."))
                .filter(note -> note.kind() == DraftNote.Kind.WHY || note.year() == draft.year())
                .map(note -> note(visit, note))
                .toList();
        Optional<Report> last = drafts.before(reader.orElseThrow(), draft).flatMap(Submission::content);
        Map<String, List<Note>> byPlace = new LinkedHashMap<>();
        drafts.notes(reader.orElseThrow(), draft.state()).stream()
                .filter(note -> note.kind() == DraftNote.Kind.WHY || note.year() == draft.year())
                .forEach(note -> byPlace.computeIfAbsent(note.place(), place -> new ArrayList<>())
                        .add(note(visit, note)));
        List<String> ready = sentences(visit, draft, part);
        DraftBeside.OfPart besides = beside.part(visit, draft, part, text, ready, last, byPlace);
        List<SectionForm.ItemView> items =
                SectionForm.items(visit, fields, text, language, visit.asked("add"), besides);
        Optional<FieldPath> about = visit.asked("note")
                .flatMap(FieldPath::find)
                .filter(place -> place.text().startsWith(part.prefix() + "."));
        return new Section(
                "/" + visit.lang() + base + "/" + part.key(),
                visit.link(base),
                "/" + visit.lang() + base + "/file?place=",
                draft.open() && drafts.mayWrite(reader, draft.state(), part),
                revision,
                wrong,
                visit.asked("saved").isPresent(),
                now.progress() == Progress.RETURNED ? now.returnedBecause() : "",
                saved(visit, now),
                now.aside() > 0,
                part.subject().isPresent(),
                mark.map(Mark::key).orElse(""),
                since,
                sentence,
                java.util.stream.IntStream.range(0, ready.size())
                        .mapToObj(number -> new Choice(Integer.toString(number), ready.get(number), false))
                        .toList(),
                visit.say("language." + language.code()),
                items,
                notes.stream().filter(note -> note.year().isEmpty()).toList(),
                notes.stream().filter(note -> !note.year().isEmpty()).toList(),
                besides.rest(),
                besides.takes(),
                about.map(place -> label(visit, place)).orElse(""),
                about.map(FieldPath::text).orElse(part.prefix()),
                filePlaces(visit, part, fields, text),
                last.map(report -> lastYear(visit, draft, part, report)));
    }

    /** The fields of a part that can take a file: those by themselves, and those of each row. */
    private List<Choice> filePlaces(Visit visit, Part part, List<Field> fields, Report text) {
        List<Choice> places = new ArrayList<>();
        places.add(new Choice("", visit.say("draft.file.list"), true));
        for (SectionLayout.Item item : SectionLayout.of(fields)) {
            if (!(item instanceof SectionLayout.Many many)) {
                continue;
            }
            List<Field> files = many.columns().stream()
                    .filter(field -> field.type() == Field.Type.FILE)
                    .toList();
            List<Rows.Row> rows = files.isEmpty() || part.equals(Part.TITLE)
                    ? List.of()
                    : SectionForm.rows(text, new FieldPath(many.list()));
            for (int number = 0; number < rows.size(); number++) {
                for (Field field : files) {
                    FieldPath place = new FieldPath(many.list())
                            .row(rows.get(number).name())
                            .child(SectionLayout.Many.column(field));
                    places.add(new Choice(
                            place.text(),
                            visit.say("report.list." + many.list()) + " · "
                                    + visit.say("report.draft.row", Map.of("number", number + 1)) + " · "
                                    + label(visit, place),
                            false));
                }
            }
        }
        return places;
    }

    private LastYear lastYear(Visit visit, Draft draft, Part part, Report before) {
        Report now = draft.report();
        Comparison comparison = Comparison.of(part.cut(before), part.cut(now));
        DraftPart then =
                new DraftPart(part, part.cut(before), 0, Progress.READY, "", Optional.empty(), draft.openedAt(), 0);
        return new LastYear(
                visit.say("draft.before.title", Map.of("year", year(before))),
                drafts.before(visit.visitor().person().orElseThrow(), draft)
                        .map(one -> visit.link("/reports/" + one.state() + "/submissions/" + one.number()))
                        .orElse(""),
                mark(visit, then),
                lines(visit, then, MOST_LAST_YEAR),
                comparison.carried().stream()
                        .filter(Comparison.Carried::broken)
                        .map(sum -> visit.say(
                                sum.restated() ? "draft.before.restated" : "draft.before.broken",
                                Map.of(
                                        "year", year(before),
                                        "closing",
                                                visit.narrator()
                                                        .formats()
                                                        .number(sum.closing().orElseThrow()),
                                        "opening",
                                                visit.narrator()
                                                        .formats()
                                                        .number(sum.opening().orElseThrow()))))
                        .findFirst()
                        .orElse(""),
                comparison.differences().stream()
                        .filter(one -> dictionary.find(one.place()).isPresent())
                        .limit(MOST_LAST_YEAR)
                        .map(one -> new Changed(
                                visit.say("draft.before." + Words.key(one.kind().name())),
                                label(visit, one.place()),
                                one.about(),
                                one.before()
                                        .map(entry -> told(visit, one.place(), entry))
                                        .orElse("–"),
                                one.after()
                                        .map(entry -> told(visit, one.place(), entry))
                                        .orElse("–")))
                        .toList());
    }

    /** The year that a report covers. */
    static String year(Report report) {
        return report.env().year().isPresent()
                ? Integer.toString(report.env().year().getAsInt())
                : "–";
    }

    /** What the secretariat asked about earlier reports and nobody has answered. */
    private List<Line> asked(Visit visit, Draft draft) {
        Optional<Person> reader = visit.visitor().person();
        if (!submissions.mayRead(reader, draft.state())) {
            return List.of();
        }
        return submissions.ofState(reader.orElseThrow(), draft.state()).reversed().stream()
                .flatMap(one -> submissions.questions(reader.orElseThrow(), one).stream()
                        .filter(question -> question.answer().isEmpty())
                        .map(question -> new Line(one.year() + " · " + question.place(), question.question())))
                .toList();
    }

    /** Definitive sentences for the subject of a part, in the language of the report. */
    List<String> sentences(Visit visit, Draft draft, Part part) {
        return part.subject()
                .map(subject -> examination.sentences(draft, subject, DraftPages.language(visit, draft), visit.today()))
                .orElse(List.of());
    }

    private Note note(Visit visit, DraftNote note) {
        String by =
                visit.say("report.draft.said-by", Map.of("name", person(note.author()), "at", visit.moment(note.at())));
        String place = FieldPath.find(note.place())
                .filter(path -> path.steps().size() > 1)
                .map(path -> label(visit, path))
                .orElseGet(() -> Part.all().stream()
                        .filter(part -> part.prefix().equals(note.place()))
                        .findFirst()
                        .map(part -> part.subject()
                                .map(subject -> visit.say("subject." + subject.key()))
                                .orElseGet(() -> visit.say("report.part.title")))
                        .orElse(note.place()));
        return new Note(
                note.id().toString(),
                place,
                note.kind() == DraftNote.Kind.WHY ? Integer.toString(note.year()) : "",
                note.text(),
                by,
                note.settledAt().isPresent());
    }

    Choosing choose(Visit visit, Draft draft, Part part, Drafts.Choice choice) {
        Optional<Mark> kept = part.subject().flatMap(choice.kept()::mark);
        Optional<Mark> other = part.subject().flatMap(choice.other()::mark);
        DraftPart now = draft.part(part);
        return new Choosing(
                "/" + visit.lang() + "/reports/" + draft.state() + "/" + draft.year() + "/draft/" + part.key()
                        + "/choose",
                choice.aside().toString(),
                saved(visit, now),
                visit.say(
                        "report.draft.saved-by",
                        Map.of("name", person(choice.writer()), "at", visit.moment(choice.at()))),
                !kept.equals(other),
                kept.map(mark -> mark(visit, mark)).orElse("–"),
                other.map(mark -> mark(visit, mark)).orElse("–"),
                choice.differences().stream()
                        .map(place -> new Difference(
                                place.text(),
                                label(visit, place),
                                choice.kept()
                                        .at(place)
                                        .map(entry -> told(visit, place, entry))
                                        .orElse("–"),
                                choice.other()
                                        .at(place)
                                        .map(entry -> told(visit, place, entry))
                                        .orElse("–"),
                                choice.kept().at(place).isEmpty()))
                        .toList());
    }

    String person(UUID id) {
        return beside.person(id);
    }
}
