package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.kernel.StateCode;
import org.mineban.reporting.ReportKind;
import org.mineban.submissions.Beginning;
import org.mineban.submissions.Draft;
import org.mineban.submissions.Drafts;
import org.mineban.submissions.Submission;
import org.mineban.submissions.Submissions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Beginning a report: which kinds fit the State's standing, and why. */
@RestController
final class DraftBeginPages {

    private static final String BEGIN = DraftPages.YEAR + "/draft/begin";

    private final PageRenderer renderer;
    private final Drafts drafts;
    private final Submissions submissions;

    DraftBeginPages(PageRenderer renderer, Drafts drafts, Submissions submissions) {
        this.renderer = renderer;
        this.drafts = drafts;
        this.submissions = submissions;
    }

    /** What can be begun. */
    record View(String back, String state, String address, List<Offer> offers) {}

    /** A kind of report; the first is what fits best. */
    record Offer(String kind, String button, String why, String whyHref) {}

    /** What a State can begin for a year, as its people see it. */
    static List<Beginning> offers(Visit visit, StateCode state, int year, List<Submission> handedIn) {
        return Beginning.of(
                visit.knowledge().register(), visit.knowledge().obligations(), state, year, visit.today(), handedIn);
    }

    @GetMapping(BEGIN)
    ResponseEntity<byte[]> choose(Visit visit, @PathVariable("code") String code, @PathVariable("year") int year) {
        StateCode state = RegisterPages.state(visit, code);
        Person opener = visit.visitor().require(Permission.REPORT_WRITE, Thing.of(state));
        List<Submission> handedIn =
                submissions.mayRead(Optional.of(opener), state) ? submissions.ofState(opener, state) : List.of();
        View view = new View(
                visit.link("/reports/" + state),
                visit.state(state),
                "/" + visit.lang() + "/reports/" + state + "/" + year + "/draft/begin",
                offers(visit, state, year, handedIn).stream()
                        .map(one -> offer(visit, state, year, one))
                        .toList());
        return renderer.page(
                visit,
                "draft-begin",
                visit.say("draft.begin.title", Map.of("state", visit.state(state), "year", Integer.toString(year))),
                view);
    }

    private static Offer offer(Visit visit, StateCode state, int year, Beginning one) {
        String duty = switch (one.why()) {
            case FIRST, FIRST_TO_COME -> "/why/" + state + "/initial-report";
            case YEARLY -> "/why/" + state + "/annual-report/" + year;
            default -> "";
        };
        return new Offer(
                one.kind().key(),
                visit.say(
                        "draft.begin.button",
                        Map.of("kind", visit.say("report-kind." + one.kind().key()))),
                visit.say(
                        "draft.begin." + one.why().key(),
                        Map.of(
                                "state", visit.state(state),
                                "year", Integer.toString(year),
                                "inForce", day(visit, one.inForce()),
                                "due", day(visit, one.due()))),
                duty.isEmpty() ? "" : visit.link(duty));
    }

    private static String day(Visit visit, Optional<LocalDate> day) {
        return day.map(visit::date).orElse("–");
    }

    @PostMapping(BEGIN)
    ResponseEntity<byte[]> begin(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("year") int year,
            HttpServletRequest request) {
        Person opener = visit.visitor().require(Permission.REPORT_WRITE, Thing.of(new StateCode(code)));
        ReportKind kind = ReportKind.find(Forms.text(request, "kind")).orElse(ReportKind.ANNUAL);
        Draft draft = drafts.open(opener, RegisterPages.state(visit, code), year, kind, visit.language());
        return Forms.seeOther(visit.link("/reports/" + draft.state() + "/" + draft.year() + "/draft"));
    }
}
