package org.mineban.portal;

import java.util.ArrayList;
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
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Editions;
import org.mineban.reporting.Entry;
import org.mineban.reporting.Field;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportWords;
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
import org.springframework.stereotype.Component;

/** What the pages of a draft show. */
@Component
final class DraftViews {

    private static final int MOST_SHOWN = 6;

    private final Drafts drafts;
    private final Dictionary dictionary;
    private final Editions editions;
    private final Examination examination;
    private final Organisations organisations;
    private final DraftBeside beside;

    DraftViews(
            Drafts drafts,
            Dictionary dictionary,
            Editions editions,
            Examination examination,
            Organisations organisations,
            DraftBeside beside) {
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
            boolean takes) {}

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
        List<Line> lines = readable ? lines(visit, part) : List.of();
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

    private List<Line> lines(Visit visit, DraftPart part) {
        Optional<Mark> mark = part.part().subject().flatMap(part.text()::mark);
        List<Line> lines = new ArrayList<>();
        if (mark.orElse(null) instanceof Mark.Nil(Map<Language, String> sentence)) {
            sentence.values().forEach(text -> lines.add(new Line("", text)));
        }
        part.text().placed().stream()
                .filter(placed -> dictionary.find(placed.place()).isPresent())
                .limit(MOST_SHOWN)
                .forEach(placed ->
                        lines.add(new Line(label(visit, placed.place()), told(visit, placed.place(), placed.entry()))));
        return lines;
    }

    private String label(Visit visit, FieldPath place) {
        return dictionary
                .find(place)
                .map(new ReportWords(visit.knowledge().messages(), visit.language())::field)
                .orElse(place.text());
    }

    private String told(Visit visit, FieldPath place, Entry entry) {
        Optional<Field> field = dictionary.find(place);
        String text = field.map(one -> new EntryWords(visit.narrator()).say(one, entry))
                .orElseGet(() -> org.mineban.submissions.EntryText.data(entry));
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
        DraftBeside.OfPart besides = beside.part(visit, draft, part, text, language);
        List<SectionForm.ItemView> items =
                SectionForm.items(visit, fields, text, language, visit.asked("add"), besides);
        List<String> ready = sentences(visit, draft, part);
        return new Section(
                "/" + visit.lang() + base + "/" + part.key(),
                visit.link(base),
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
                besides.takes());
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
