package org.mineban.portal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Actor;
import org.mineban.operations.ImportProgress;
import org.mineban.operations.RunningImports;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far a long import is. Whoever started it may leave this page, come back, and stop it. */
@RestController
final class RunningImportPages {

    private static final String RUNNING = "/register/{code:[A-Za-z]{3}}/import/running/{id:[0-9a-f-]{36}}";

    private final PageRenderer renderer;
    private final RunningImports running;

    RunningImportPages(PageRenderer renderer, RunningImports running) {
        this.renderer = renderer;
        this.running = running;
    }

    /** What is shown of it. */
    record View(
            String backHref,
            String againHref,
            String address,
            String status,
            String progress,
            boolean goesOn,
            Optional<String> problem) {}

    @GetMapping(RUNNING)
    ResponseEntity<byte[]> show(Visit visit, @PathVariable("code") String iso3, @PathVariable("id") UUID id) {
        StateCode state = RegisterPages.state(visit, iso3);
        RunningImports.Started one = running.get(RegisterPages.required(visit), state, id);
        String back = "/register/" + state.iso3() + "/import";
        View view = new View(
                visit.link(back),
                visit.link(back + "/running/" + id),
                "/" + visit.lang() + back + "/running/" + id + "/cancel",
                visit.say("import.status." + one.status().id()),
                one.progress().map(progress -> said(visit, progress)).orElse(""),
                one.status() == RunningImports.Status.RUNNING,
                one.problem().map(visit.narrator()::problem));
        return renderer.page(
                visit,
                HttpStatus.OK,
                "register-running",
                visit.say("import.running.title", Map.of("file", one.fileName())),
                view);
    }

    private static String said(Visit visit, ImportProgress progress) {
        Map<String, Object> values = Map.of("read", progress.read(), "written", progress.written());
        return visit.say(progress.comparing() ? "import.running.comparing" : "import.running.progress", values);
    }

    @PostMapping(RUNNING + "/cancel")
    ResponseEntity<byte[]> cancel(Visit visit, @PathVariable("code") String iso3, @PathVariable("id") UUID id) {
        StateCode state = RegisterPages.state(visit, iso3);
        Actor actor = RegisterPages.required(visit);
        running.cancel(actor, state, id);
        return Forms.seeOther(visit.link("/register/" + state.iso3() + "/import/running/" + id));
    }
}
