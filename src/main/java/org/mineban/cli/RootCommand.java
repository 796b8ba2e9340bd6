package org.mineban.cli;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
            ResolutionCommand.class,
            DocumentCommand.class
        })
final class RootCommand implements Runnable {

    @Mixin
    private LanguageOption language = new LanguageOption();

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
