package org.mineban.cli;

import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mineban}: the program itself. Without a command it shows its help. */
@Command(
        name = "mineban",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = RootCommand.Version.class,
        subcommands = {
            ServeCommand.class,
            CountCommand.class,
            StatusCommand.class,
            DeadlinesCommand.class,
            WhatIfCommand.class,
            WhyCommand.class,
            SearchCommand.class,
            ResolutionCommand.class,
            ReportCommand.class,
            DocumentCommand.class,
            TranslationCommand.class,
            UserCommand.class,
            DeskCommand.class,
            AuditCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DoctorCommand.class,
            JobsCommand.class,
            ImportCommand.class,
            RollupCommand.class,
            ExportCommand.class,
            RegisterCommand.class,
            VictimsCommand.class
        })
final class RootCommand implements Runnable {

    private final Session session;

    @Mixin
    private LanguageOption language = new LanguageOption();

    RootCommand(Session session) {
        this.session = session;
    }

    /** A database on a server, for every command that reads or writes what people made. */
    @Option(names = "--database", paramLabel = "URL", scope = CommandLine.ScopeType.INHERIT)
    void database(String url) {
        session.askForDatabase(url);
    }

    /** The data folder, for every command; {@link DataFolder} has read it before. */
    @Option(names = DataFolder.OPTION, paramLabel = "DIR", scope = CommandLine.ScopeType.INHERIT)
    void data(String folder) {
        if (folder.isBlank() || DataFolder.path(folder).isEmpty()) {
            throw new Problem("data-folder", Problem.Kind.WRONG_USAGE, Map.of("value", folder)).asException();
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        language.check();
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The version from the program's own file, or that it runs from its sources. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "mineban "
                        + Optional.ofNullable(RootCommand.class.getPackage().getImplementationVersion())
                                .orElse("0.1.0-SNAPSHOT")
            };
        }
    }
}
