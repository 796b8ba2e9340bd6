package org.mineban.cli;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.mineban.exchange.ExportNotes;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Actor;
import org.mineban.operations.Dictionary;
import org.mineban.operations.ImportKind;
import org.mineban.operations.Kind;
import org.mineban.operations.RegisterExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export KIND --state ISO3 --to FILE}: the records of a register as a file, by the ending of its name. */
@Command(name = "export")
final class ExportCommand implements Runnable {

    private final Session session;

    @Parameters(index = "0", paramLabel = "KIND")
    private String kind = "";

    @Option(names = "--state", paramLabel = "ISO3", required = true)
    private String state = "";

    @Option(names = "--to", paramLabel = "FILE", required = true)
    private String to = "";

    @Mixin
    private LanguageOption language = new LanguageOption();

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        language.check();
        Kind asked = ImportKind.find(kind)
                .map(what -> what.kinds().getFirst())
                .or(() -> Kind.find(kind))
                .orElseThrow(() -> new Problem(
                                "unknown-import-kind",
                                Problem.Kind.WRONG_USAGE,
                                Map.of(
                                        "value",
                                        kind,
                                        "allowed",
                                        Arrays.stream(ImportKind.values())
                                                        .map(ImportKind::id)
                                                        .collect(Collectors.joining(", "))
                                                + ", destruction, total"))
                        .asException());
        StateCode code = RegisterTools.state(session, state);
        RegisterExport.Written written = new RegisterExport(RegisterTools.register(session), new Dictionary())
                .write(Actor.program("export-command"), code, asked, RegisterTools.written(to), notes(code, asked));
        session.err().println(say("register.export.written", Map.of("records", written.records(), "file", to)));
        if (written.shortened() > 0) {
            session.err().println(say("register.export.shortened", Map.of("many", written.shortened())));
        }
    }

    private ExportNotes notes(StateCode code, Kind asked) {
        return new ExportNotes(
                code.iso3() + ": " + say("register.kind." + asked.id(), Map.of()),
                session.today(),
                say("register.export.licence", Map.of()),
                say("register.export.all", Map.of()),
                say("register.export.restricted", Map.of()),
                say(ExportNotes.WARNING, Map.of()));
    }

    private String say(String key, Map<String, Object> values) {
        return session.messages().say(session.language(), key, values);
    }
}
