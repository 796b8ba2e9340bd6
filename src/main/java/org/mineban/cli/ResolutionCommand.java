package org.mineban.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.mineban.kernel.Problem;
import org.mineban.resolutions.Resolution;
import org.mineban.resolutions.ResolutionJson;
import org.mineban.resolutions.ResolutionTexts;
import org.mineban.resolutions.UnreadableResolutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resolution}: resolutions of the General Assembly. */
@Command(name = "resolution", subcommands = ResolutionCommand.Read.class)
final class ResolutionCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Override
    public void run() {
        language.check();
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** {@code resolution read FILE}: the text of a resolution, cut into what it says and whom it asks. */
    @Command(name = "read")
    static final class Read implements Runnable {

        private final Session session;

        @Parameters(paramLabel = "FILE")
        private Path file = Path.of("");

        @Mixin
        private LanguageOption language = new LanguageOption();

        Read(Session session) {
            this.session = session;
        }

        @Override
        public void run() {
            language.check();
            try {
                Resolution resolution = new ResolutionTexts().read(file);
                session.out().println(new ResolutionJson().write(resolution));
            } catch (UnreadableResolutionException refused) {
                Map<String, Object> values = new HashMap<>(refused.values());
                values.put("value", file.toString());
                String reason = refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
                throw new Problem("resolution-" + reason, Problem.Kind.CANNOT_BE_DONE, values).asException();
            }
        }
    }
}
