package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.FieldReader;
import org.mineban.reporting.Value;
import org.mineban.submissions.Claim;
import org.mineban.submissions.Claims;
import org.mineban.submissions.EntryWords;
import org.mineban.submissions.Submission;
import org.mineban.submissions.Submissions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures of other sources beside those of a published report: recorded by the secretariat, answered by the State, read by anybody. */
@RestController
final class ClaimPages {

    private static final String ONE = DraftPages.STATE + "/submissions/{number:\\d{1,6}}/claims";

    private final PageRenderer renderer;
    private final Submissions submissions;
    private final Claims claims;
    private final Dictionary dictionary;

    ClaimPages(PageRenderer renderer, Submissions submissions, Claims claims, Dictionary dictionary) {
        this.renderer = renderer;
        this.submissions = submissions;
        this.claims = claims;
        this.dictionary = dictionary;
    }

    /** The page. */
    record View(
            String address,
            String back,
            List<Told> claims,
            boolean mayRecord,
            boolean mayAnswer,
            List<Choice> places,
            List<Choice> confidences,
            String today) {}

    /** Two truths. */
    record Told(
            String id,
            String href,
            String place,
            String own,
            String other,
            String source,
            String note,
            String answer) {}

    private Submission find(Visit visit, String code, int number) {
        Person reader = visit.visitor().require(Permission.REPORT_READ_SUBMITTED, Thing.of(new StateCode(code)));
        return submissions.get(
                reader, visit.knowledge().register().getState(code).code(), number);
    }

    /** What other sources say of a published report. */
    static List<Told> told(Visit visit, Submission one, List<Claim> claims, Dictionary dictionary) {
        EntryWords words = new EntryWords(visit.narrator());
        return claims.stream()
                .map(claim -> new Told(
                        claim.id().toString(),
                        visit.link("/reports/" + one.state() + "/" + one.year() + "/" + one.number() + "#"
                                + claim.place()),
                        words.place(dictionary, claim.place()),
                        one.published()
                                .flatMap(Submission.Published::content)
                                .flatMap(report -> report.at(claim.place()))
                                .flatMap(entry -> dictionary.find(claim.place()).map(field -> words.say(field, entry)))
                                .orElse("–"),
                        visit.narrator().formats().number(claim.figure()),
                        visit.say(
                                "claim.source",
                                Map.of(
                                        "source", Visit.isolated(claim.source()),
                                        "day", visit.date(claim.saidOn()),
                                        "confidence", Words.confidence(visit, claim.confidence()))),
                        claim.note(),
                        claim.answer().orElse("")))
                .toList();
    }

    @GetMapping(ONE)
    ResponseEntity<byte[]> page(Visit visit, @PathVariable("code") String code, @PathVariable("number") int number) {
        Submission one = find(visit, code, number);
        EntryWords words = new EntryWords(visit.narrator());
        List<Choice> places = one.published()
                .flatMap(Submission.Published::content)
                .map(report -> report.placed().stream()
                        .filter(placed -> placed.entry().value() instanceof Value.Quantity(Figure figure)
                                && figure.known().isPresent())
                        .map(placed -> new Choice(
                                placed.place().text(),
                                words.place(dictionary, placed.place()) + " · " + placed.place(),
                                false))
                        .toList())
                .orElse(List.of());
        View view = new View(
                "/" + visit.lang() + "/reports/" + one.state() + "/submissions/" + number + "/claims",
                visit.link("/reports/" + one.state() + "/submissions/" + number),
                told(visit, one, claims.of(one), dictionary),
                visit.visitor().may(Permission.REPORT_ASK, Thing.of(one.state())) && !places.isEmpty(),
                visit.visitor().may(Permission.REPORT_WRITE, Thing.of(one.state())),
                places,
                Arrays.stream(Confidence.values())
                        .filter(confidence -> confidence != Confidence.BRIEF)
                        .map(confidence -> new Choice(
                                confidence.code(),
                                Words.confidence(visit, confidence),
                                confidence == Confidence.VERIFIED1))
                        .toList(),
                visit.today().toString());
        return renderer.page(
                visit,
                "claims",
                visit.say(
                        "claim.title", Map.of("state", visit.state(one.state()), "year", Integer.toString(one.year()))),
                view);
    }

    @PostMapping(ONE)
    ResponseEntity<byte[]> record(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("number") int number,
            HttpServletRequest request) {
        Person officer = visit.visitor().require(Permission.REPORT_ASK, Thing.of(new StateCode(code)));
        Submission one = find(visit, code, number);
        String typed = Forms.text(request, "figure");
        FieldPath place = FieldPath.find(Forms.text(request, "place"))
                .filter(at -> dictionary.find(at).isPresent())
                .orElseThrow(() -> new Problem(
                                "claim-place", Problem.Kind.WRONG_USAGE, Map.of("value", Forms.text(request, "place")))
                        .asException());
        claims.record(
                officer,
                one,
                place,
                figure(visit, place, typed),
                Forms.text(request, "source"),
                Confidence.find(Forms.text(request, "confidence")).orElse(Confidence.MEMORY),
                SubmissionPages.day(request, "day"),
                Forms.text(request, "note"));
        return Forms.seeOther(visit.link("/reports/" + one.state() + "/submissions/" + number + "/claims"));
    }

    private BigDecimal figure(Visit visit, FieldPath place, String typed) {
        return FieldReader.read(dictionary.find(place).orElseThrow(), typed, visit.language(), true)
                                        .value()
                                instanceof Value.Quantity(Figure figure)
                        && figure.known().isPresent()
                ? figure.known().get()
                : notANumber(typed);
    }

    private static BigDecimal notANumber(String typed) {
        throw new Problem("claim-number", Problem.Kind.WRONG_USAGE, Map.of("value", typed)).asException();
    }

    @PostMapping(ONE + "/answer")
    ResponseEntity<byte[]> answer(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("number") int number,
            HttpServletRequest request) {
        Person person = visit.visitor().require(Permission.REPORT_WRITE, Thing.of(new StateCode(code)));
        Submission one = find(visit, code, number);
        claims.answer(
                person,
                one,
                Forms.id(Forms.text(request, "id")).orElseThrow(() -> Faults.notFound(visit.path())),
                Forms.text(request, "answer"));
        return Forms.seeOther(visit.link("/reports/" + one.state() + "/submissions/" + number + "/claims"));
    }
}
