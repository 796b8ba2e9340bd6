package org.mineban.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Editions;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportFile;
import org.mineban.submissions.Kit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report render FILE}: a report's data as a document, in the style of one edition of the forms. */
@Command(name = "render")
final class ReportRenderCommand implements Runnable {

    private final Session session;

    @Parameters(arity = "1", paramLabel = "FILE")
    private String file = "";

    @Option(names = "--edition", paramLabel = "EDITION")
    private @Nullable String edition;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private ToOption to = new ToOption();

    ReportRenderCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        language.check();
        Editions editions = Editions.load();
        String wanted = edition;
        if (wanted != null && editions.find(wanted).isEmpty()) {
            throw Choices.unknown(
                    "--edition",
                    wanted,
                    String.join(
                            ", ", editions.all().stream().map(one -> one.id()).toList()));
        }
        Report report = ReportFile.read(Path.of(file)).report();
        to.write(
                session,
                () -> new Kit(session.knowledge(), Dictionary.load(), editions)
                        .document(report, session.language(), Optional.ofNullable(wanted)));
    }
}
