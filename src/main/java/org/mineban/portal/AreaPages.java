package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.locationtech.jts.geom.Geometry;
import org.mineban.accounts.Permission;
import org.mineban.geography.ShapePicture;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Actor;
import org.mineban.operations.Approval;
import org.mineban.operations.AreaLife;
import org.mineban.operations.AreaSteps;
import org.mineban.operations.Kind;
import org.mineban.operations.Register;
import org.mineban.operations.RegisterVersion;
import org.mineban.operations.Shapes;
import org.mineban.operations.TypedFields;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps in the life of a hazardous area, on the page of its record. */
@RestController
final class AreaPages {

    private static final String RECORD = "/register/{code:[A-Za-z]{3}}/records/{number:\\d{1,18}}";

    private final RegisterRecordPages records;
    private final AreaSteps steps;

    AreaPages(RegisterRecordPages records, AreaSteps steps) {
        this.records = records;
        this.steps = steps;
    }

    /**
     * What may be done with an area.
     *
     * @param remainder what is left after land was released; empty when none was
     * @param picture of what is left beside the area; empty when it cannot be drawn
     * @param openAgain whether it is closed, so that a new record may begin where it was
     */
    record View(
            List<Choice> statuses,
            String today,
            String remainder,
            String picture,
            boolean takeRemainder,
            Optional<String> splitHref,
            boolean merge,
            boolean openAgain) {}

    static Optional<View> view(Visit visit, Register register, AreaSteps steps, Actor reader, RegisterVersion area) {
        if (area.kind() != Kind.HAZARD) {
            return Optional.empty();
        }
        boolean may = (area.approval() == Approval.APPROVED || area.approval().open())
                && register.may(reader, Permission.REGISTER_WRITE, area);
        String status = area.fields().text("status").orElse("");
        boolean closed = AreaLife.CLOSED.contains(status);
        boolean counts = area.approval() == Approval.APPROVED;
        AreaSteps.Remainder rest = steps.remainder(reader, area.state(), area.number());
        List<String> next = AreaLife.next(status, area.fields().text("class").orElse("")).stream()
                .filter(one -> !one.equals("MERGED"))
                .toList();
        View view = new View(
                may && counts
                        ? next.stream()
                                .map(one -> new Choice(one, RegisterPages.word(visit, "hazard_status", one), false))
                                .toList()
                        : List.of(),
                visit.today().toString(),
                rest.lastReleased().isPresent() ? remainder(visit, area, rest) : "",
                rest.byShape() && rest.lastReleased().isPresent() ? picture(visit, area, rest) : "",
                may
                        && counts
                        && !closed
                        && rest.left().isPresent()
                        && rest.lastReleased().isPresent(),
                may && counts && !closed && area.content().shape().isPresent()
                        ? Optional.of(visit.link(
                                "/register/" + area.state().iso3() + "/hazard/new",
                                Map.of("split", Long.toString(area.number()))))
                        : Optional.empty(),
                may && counts && AreaLife.next(status, "").contains("MERGED"),
                may && counts && closed);
        return Optional.of(view);
    }

    private static String remainder(Visit visit, RegisterVersion area, AreaSteps.Remainder rest) {
        OptionalLong left = rest.left();
        return left.isEmpty()
                ? visit.say(
                        "area.remainder.not-known",
                        Map.of("count", rest.products().size()))
                : visit.say(
                        rest.byShape() ? "area.remainder.shape" : "area.remainder.figures",
                        Map.of(
                                "left", left.getAsLong() / 100.0,
                                "whole", area.areaForReports().orElse(0) / 100.0,
                                "count", rest.products().size()));
    }

    private static String picture(Visit visit, RegisterVersion area, AreaSteps.Remainder rest) {
        List<Geometry> shapes = new ArrayList<>();
        rest.shape().map(Shapes::geometry).ifPresent(shapes::add);
        area.content().shape().map(Shapes::geometry).ifPresent(shapes::add);
        ShapePicture picture = ShapePicture.of(shapes, List.of());
        return picture.svg(visit.say("area.remainder.picture"), visit.say(ShapePicture.DESCRIPTION, picture.values()));
    }

    @PostMapping(RECORD + "/move")
    ResponseEntity<byte[]> move(
            Visit visit,
            @PathVariable("code") String iso3,
            @PathVariable("number") long number,
            HttpServletRequest request) {
        return step(
                visit,
                iso3,
                number,
                (actor, state) -> steps.move(
                        actor,
                        state,
                        number,
                        RegisterRecordPages.seen(request),
                        Forms.text(request, "status"),
                        day(request),
                        Forms.text(request, "because")));
    }

    @PostMapping(RECORD + "/merge")
    ResponseEntity<byte[]> merge(
            Visit visit,
            @PathVariable("code") String iso3,
            @PathVariable("number") long number,
            HttpServletRequest request) {
        return step(
                visit,
                iso3,
                number,
                (actor, state) -> steps.merge(
                        actor,
                        state,
                        number,
                        RegisterRecordPages.seen(request),
                        Forms.text(request, "into"),
                        day(request),
                        Forms.text(request, "because")));
    }

    @PostMapping(RECORD + "/remainder")
    ResponseEntity<byte[]> remainder(
            Visit visit,
            @PathVariable("code") String iso3,
            @PathVariable("number") long number,
            HttpServletRequest request) {
        return step(
                visit,
                iso3,
                number,
                (actor, state) -> steps.takeRemainder(actor, state, number, RegisterRecordPages.seen(request)));
    }

    @PostMapping(RECORD + "/open-again")
    ResponseEntity<byte[]> openAgain(
            Visit visit,
            @PathVariable("code") String iso3,
            @PathVariable("number") long number,
            HttpServletRequest request) {
        return step(
                visit,
                iso3,
                number,
                (actor, state) -> steps.openAgain(
                        actor,
                        state,
                        number,
                        Forms.text(request, "new-code"),
                        day(request),
                        Forms.text(request, "because")));
    }

    private ResponseEntity<byte[]> step(
            Visit visit, String iso3, long number, BiFunction<Actor, StateCode, RegisterVersion> doing) {
        return records.step(visit, iso3, number, doing);
    }

    /**
     * The day of a step.
     *
     * @throws org.mineban.kernel.ProblemException {@code register-day-needed}
     */
    private static LocalDate day(HttpServletRequest request) {
        String typed = Forms.text(request, "step-on");
        return TypedFields.date(typed)
                .filter(text -> text.length() == 10)
                .map(LocalDate::parse)
                .orElseThrow(() -> new Problem("register-day-needed", Problem.Kind.WRONG_USAGE, Map.of("value", typed))
                        .asException());
    }
}
