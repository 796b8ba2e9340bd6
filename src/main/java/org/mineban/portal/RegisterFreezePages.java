package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.accounts.Permission;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Actor;
import org.mineban.operations.Register;
import org.mineban.rollup.Period;
import org.mineban.rollup.RollUp;
import org.mineban.rollup.Snapshots;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures frozen for a report, and what has changed since, record by record. */
@RestController
final class RegisterFreezePages {

    private static final int MOST = 500;

    private final PageRenderer renderer;
    private final Register register;
    private final RollUp rollUp;
    private final Snapshots snapshots;

    RegisterFreezePages(PageRenderer renderer, Register register, RollUp rollUp, Snapshots snapshots) {
        this.renderer = renderer;
        this.register = register;
        this.rollUp = rollUp;
        this.snapshots = snapshots;
    }

    /** What has changed. */
    record View(
            String backHref, String address, String year, boolean mayFreeze, String lead, List<Row> rows, long more) {}

    /** What a record gives to a figure, then and now. */
    record Row(String figure, String code, String href, String change, String before, String now) {}

    @GetMapping("/register/{code:[A-Za-z]{3}}/differences")
    ResponseEntity<byte[]> differences(Visit visit, @PathVariable("code") String iso3) {
        StateCode state = RegisterPages.state(visit, iso3);
        Actor reader = RegisterPages.required(visit);
        register.counts(reader, state);
        Period period = visit.asked("year")
                .map(Period::parse)
                .orElseGet(() -> Period.of(visit.today().getYear() - 1));
        Optional<Snapshots.Since> since = snapshots.since(rollUp.of(state, period));
        List<Snapshots.Difference> all = since.map(Snapshots.Since::differences).orElse(List.of());
        View view = new View(
                visit.link("/register/" + state.iso3(), Map.of("year", period.toString())),
                "/" + visit.lang() + "/register/" + state.iso3() + "/freeze",
                period.toString(),
                register.mayWrite(reader, state),
                since.map(one -> visit.say(
                                "rollup.since-page",
                                Map.of(
                                        "at",
                                        visit.moment(one.frozenAt()),
                                        "many",
                                        one.differences().size())))
                        .orElseGet(() -> visit.say("rollup.never-frozen")),
                all.stream().limit(MOST).map(one -> row(visit, state, one)).toList(),
                Math.max(0, all.size() - MOST));
        return renderer.page(
                visit,
                "register-differences",
                visit.say("rollup.differences", Map.of("state", visit.state(state), "year", period.toString())),
                view);
    }

    private static Row row(Visit visit, StateCode state, Snapshots.Difference one) {
        return new Row(
                visit.say("rollup.figure." + one.figure().id()),
                one.code(),
                visit.link("/register/" + state.iso3() + "/records/" + one.number()),
                visit.say("rollup.change." + one.change().id()),
                number(visit, one.before()),
                number(visit, one.now()));
    }

    private static String number(Visit visit, Optional<BigDecimal> value) {
        return value.map(number -> visit.say("register.number", Map.of("number", number)))
                .orElse("—");
    }

    @PostMapping("/register/{code:[A-Za-z]{3}}/freeze")
    ResponseEntity<byte[]> freeze(Visit visit, @PathVariable("code") String iso3, HttpServletRequest request) {
        StateCode state = RegisterPages.state(visit, iso3);
        Actor writer = RegisterPages.required(visit);
        if (!register.mayWrite(writer, state)) {
            throw new Problem(
                            "not-allowed",
                            Problem.Kind.NOT_ALLOWED,
                            Map.of("permission", Permission.REGISTER_WRITE.id(), "state", state.iso3()))
                    .asException();
        }
        Period period = Period.parse(Forms.text(request, "year"));
        snapshots.freeze(writer.name(), rollUp.of(state, period));
        return Forms.seeOther(
                visit.link("/register/" + state.iso3() + "/differences", Map.of("year", period.toString())));
    }
}
