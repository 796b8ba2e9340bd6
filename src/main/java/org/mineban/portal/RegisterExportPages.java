package org.mineban.portal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.exchange.FeatureWriter;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Actor;
import org.mineban.operations.Dictionary;
import org.mineban.operations.Kind;
import org.mineban.operations.Register;
import org.mineban.operations.RegisterExport;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Records of a register as a file: a kind, a format, now or as of a day. Only what the reader may see is in it. */
@RestController
final class RegisterExportPages {

    private static final String EXPORT = "/register/{code:[A-Za-z]{3}}/export";

    private final PageRenderer renderer;
    private final Register register;
    private final Dictionary dictionary;

    RegisterExportPages(PageRenderer renderer, Register register, Dictionary dictionary) {
        this.renderer = renderer;
        this.register = register;
        this.dictionary = dictionary;
    }

    /** The form. */
    record View(String backHref, String address, List<Choice> kinds, List<Choice> formats, String today) {}

    @GetMapping(EXPORT)
    ResponseEntity<byte[]> form(Visit visit, @PathVariable("code") String iso3) {
        StateCode state = RegisterPages.state(visit, iso3);
        register.counts(RegisterPages.required(visit), state);
        String address = "/register/" + state.iso3();
        View view = new View(
                visit.link(address),
                "/" + visit.lang() + address + "/export/file",
                Arrays.stream(Kind.values())
                        .map(kind -> new Choice(kind.id(), visit.say("register.kind." + kind.id()), false))
                        .toList(),
                FeatureWriter.endings().stream()
                        .map(ending -> new Choice(ending, ending.equals("zip") ? "Shapefile (zip)" : ending, false))
                        .toList(),
                visit.today().toString());
        return renderer.page(
                visit, "register-export", visit.say("export.title", Map.of("state", visit.state(state))), view);
    }

    @GetMapping(EXPORT + "/file")
    ResponseEntity<byte[]> file(Visit visit, @PathVariable("code") String iso3) {
        StateCode state = RegisterPages.state(visit, iso3);
        Actor reader = RegisterPages.required(visit);
        register.counts(reader, state);
        Kind kind = Kind.find(visit.asked("kind").orElse("")).orElseThrow(() -> wrong("kind", visit));
        String format = visit.asked("format")
                .filter(FeatureWriter.endings()::contains)
                .orElseThrow(() -> wrong("format", visit));
        Optional<LocalDate> on = visit.dayAsked() ? Optional.of(visit.on()) : Optional.empty();
        String filter = on.map(day -> visit.say("export.on", Map.of("day", day.toString())))
                .orElseGet(() -> visit.say("register.export.all"));
        String name = state.iso3() + "-" + kind.id() + "-" + on.orElse(visit.today()) + "." + format;
        return ExportFile.answer(
                name,
                path -> new RegisterExport(register, dictionary)
                        .write(
                                reader,
                                state,
                                kind,
                                on,
                                path,
                                ExportFile.notes(
                                        visit,
                                        visit.state(state) + ": " + visit.say("register.kind." + kind.id()),
                                        filter)));
    }

    private static org.mineban.kernel.ProblemException wrong(String what, Visit visit) {
        return new Problem(
                        "export-choice",
                        Problem.Kind.WRONG_USAGE,
                        Map.of("value", visit.asked(what).orElse("")))
                .asException();
    }
}
