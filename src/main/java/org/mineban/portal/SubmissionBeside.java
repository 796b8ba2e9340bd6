package org.mineban.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.accounts.Person;
import org.mineban.kernel.Figure;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.ReportWords;
import org.mineban.submissions.DraftFigures;
import org.mineban.submissions.DraftFindings;
import org.mineban.submissions.Drafts;
import org.mineban.submissions.EntryWords;
import org.mineban.submissions.Submission;
import org.springframework.stereotype.Component;

/** What stays with a report that was handed in, for its State: answers to findings, and its figures beside those of the register then and now. */
@Component
final class SubmissionBeside {

    private final Drafts drafts;
    private final DraftFigures figures;
    private final DraftFindings findings;
    private final DraftBeside beside;
    private final Dictionary dictionary;

    SubmissionBeside(
            Drafts drafts, DraftFigures figures, DraftFindings findings, DraftBeside beside, Dictionary dictionary) {
        this.drafts = drafts;
        this.figures = figures;
        this.findings = findings;
        this.beside = beside;
        this.dictionary = dictionary;
    }

    /**
     * What is shown.
     *
     * @param changed that the register changed since; empty text where it did not
     */
    record View(List<FigureRow> figures, String changed, List<AnswerRow> answers) {}

    /** A figure: as reported, as the register gave it then, and now. */
    record FigureRow(
            String label,
            String place,
            String reported,
            String reason,
            String then,
            String href,
            String now,
            String change) {}

    /** An answer to a finding. */
    record AnswerRow(String rule, String place, String text, String by) {}

    /** What is shown to that reader; nothing to whoever may not read drafts of the State, such as the secretariat. */
    View of(Visit visit, Submission one) {
        Optional<Person> reader = visit.visitor().person();
        if (!drafts.mayRead(reader, one.state())) {
            return new View(List.of(), "", List.of());
        }
        Person person = reader.orElseThrow();
        EntryWords words = new EntryWords(visit.narrator());
        List<DraftFigures.Since> since = figures.since(person, one);
        long changed =
                since.stream().filter(figure -> figure.change().isPresent()).count();
        return new View(
                since.stream().map(figure -> row(visit, one, words, figure)).toList(),
                changed == 0 ? "" : visit.say("draft.since.changed", Map.of("count", changed)),
                findings.of(person, one).stream()
                        .map(said -> new AnswerRow(
                                said.rule(),
                                label(visit, said.place()),
                                said.text(),
                                visit.say(
                                        "report.draft.said-by",
                                        Map.of(
                                                "name", beside.person(said.author()),
                                                "at", visit.moment(said.at())))))
                        .toList());
    }

    private FigureRow row(Visit visit, Submission one, EntryWords words, DraftFigures.Since figure) {
        return new FigureRow(
                label(visit, figure.place()),
                figure.place().text(),
                figure.reported().map(words::figure).orElse("–"),
                figure.reason(),
                figure.then().map(then -> words.figure(then.amount())).orElse("–"),
                figure.then()
                        .map(then -> visit.link("/reports/" + one.state() + "/" + one.year() + "/figures/" + then.id()))
                        .orElse(""),
                figure.now().map(words::figure).orElse("–"),
                figure.change().map(change -> words.figure(Figure.of(change))).orElse(""));
    }

    private String label(Visit visit, FieldPath place) {
        return dictionary
                .find(place)
                .map(new ReportWords(visit.knowledge().messages(), visit.language())::label)
                .orElse(place.text());
    }
}
