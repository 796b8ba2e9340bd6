package org.mineban.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.platform.Messages;
import org.mineban.translations.MendedTexts;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The program {@code mineban}: reads the arguments, runs the command, and turns every outcome into an exit code. */
public final class CommandLineProgram {

    /** Up to the first full stop of any of the six languages. */
    private static final Pattern FIRST_SENTENCE = Pattern.compile("^(.+?(?:[.:](?= )|。)).*$");

    private final Clock clock;
    private final PrintWriter out;
    private final PrintWriter err;

    /** A program that writes to these and reads the day from that clock. */
    public CommandLineProgram(Clock clock, PrintWriter out, PrintWriter err) {
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** The program on the terminal, in UTF-8 whatever the terminal's own encoding. */
    public static CommandLineProgram onTerminal() {
        return new CommandLineProgram(
                Clock.systemUTC(),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }

    /** Runs the program and gives its exit code. */
    public int run(String... arguments) {
        Messages own = new Messages();
        Language language = languageOf(arguments);
        DataFolder dataFolder = DataFolder.of(arguments);
        try {
            MendedTexts mended = MendedTexts.load(dataFolder.path(), own);
            Messages messages = mended.texts().isEmpty() ? own : new Messages(mended.texts());
            Session session = new Session(messages, mended, dataFolder, language, clock, out, err);
            try {
                return run(session, arguments);
            } finally {
                session.close();
            }
        } catch (ProblemException brokenTexts) {
            MendedTexts none = new MendedTexts(Map.of(), Map.of());
            return failed(new Session(own, none, dataFolder, language, clock, out, err), brokenTexts);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private int run(Session session, String... arguments) {
        Messages messages = session.messages();
        Language language = session.language();
        MessageBundle texts = new MessageBundle(messages, language);
        CommandLine program = new CommandLine(new RootCommand(session), new CommandFactory(session))
                .setResourceBundle(texts)
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler((wrong, given) -> {
                    err.println(wrongUsage(session, wrong));
                    return ExitCode.WRONG_USAGE;
                })
                .setExecutionExceptionHandler((thrown, command, parsed) -> failed(session, thrown));
        exampleFirst(program, texts);
        program.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandLineProgram::commands);
        return program.execute(arguments);
    }

    /** The commands, each with the first sentence of what it does; the rest is in its own help. */
    private static String commands(CommandLine.Help help) {
        CommandLine.Help.TextTable table = CommandLine.Help.TextTable.forColumns(
                help.colorScheme(),
                new CommandLine.Help.Column(14, 2, CommandLine.Help.Column.Overflow.SPAN),
                new CommandLine.Help.Column(86, 1, CommandLine.Help.Column.Overflow.WRAP));
        help.subcommands().forEach((name, command) -> {
            String whole = String.join(" ", command.commandSpec().usageMessage().header());
            table.addRowValues(name, FIRST_SENTENCE.matcher(whole).replaceFirst("$1"));
        });
        return table.toString();
    }

    /** In {@code --help} an example stands first. */
    private static void exampleFirst(CommandLine command, MessageBundle texts) {
        CommandSpec spec = command.getCommandSpec();
        String example = texts.getString(spec.qualifiedName(".") + ".example");
        spec.usageMessage()
                .sectionKeys(List.of(
                        "example",
                        UsageMessageSpec.SECTION_KEY_HEADER,
                        UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
                        UsageMessageSpec.SECTION_KEY_SYNOPSIS,
                        UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
                        UsageMessageSpec.SECTION_KEY_OPTION_LIST,
                        UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
                        UsageMessageSpec.SECTION_KEY_COMMAND_LIST));
        command.getHelpSectionMap().put("example", help -> example + System.lineSeparator());
        command.getSubcommands().values().forEach(below -> exampleFirst(below, texts));
    }

    private static Language languageOf(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
                return Language.find(arguments[i + 1]).orElse(Language.ENGLISH);
            }
            if (arguments[i].startsWith("--lang=")) {
                return Language.find(arguments[i].substring("--lang=".length())).orElse(Language.ENGLISH);
            }
        }
        return Language.find(Locale.getDefault().getLanguage()).orElse(Language.ENGLISH);
    }

    private static int failed(Session session, Exception thrown) {
        if (thrown instanceof ProblemException refused) {
            session.err().println(session.narrate(refused.problem()));
            return switch (refused.problem().kind()) {
                case NOT_SIGNED_IN, NOT_ALLOWED, CONFLICT, TOO_OFTEN, CANNOT_BE_DONE, UNAVAILABLE ->
                    ExitCode.CANNOT_BE_DONE;
                case WRONG_USAGE, NOT_FOUND -> ExitCode.WRONG_USAGE;
            };
        }
        session.err()
                .println(session.narrate(
                        new Problem("fault", Problem.Kind.CANNOT_BE_DONE, Map.of("value", thrown.toString()))));
        if (System.getenv("MINEBAN_DEBUG") != null) {
            thrown.printStackTrace(session.err());
        }
        return ExitCode.OUR_FAULT;
    }

    private static String wrongUsage(Session session, CommandLine.ParameterException wrong) {
        Map<String, Object> values = new HashMap<>();
        values.put("command", wrong.getCommandLine().getCommandSpec().qualifiedName(" "));
        if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched) {
            values.put("value", String.join(" ", unmatched.getUnmatched()));
            List<String> near = unmatched.getSuggestions();
            values.put("nearest", near.isEmpty() ? "none" : String.join(", ", near));
            return session.narrate(new Problem("unknown-argument", Problem.Kind.WRONG_USAGE, values));
        }
        if (wrong instanceof CommandLine.MissingParameterException missing) {
            values.put(
                    "value",
                    String.join(
                            ", ",
                            missing.getMissing().stream()
                                    .map(argument -> argument.isOption()
                                            ? ((CommandLine.Model.OptionSpec) argument).longestName()
                                            : argument.paramLabel())
                                    .toList()));
            return session.narrate(new Problem("missing-argument", Problem.Kind.WRONG_USAGE, values));
        }
        values.put("value", Optional.ofNullable(wrong.getValue()).orElse(""));
        return session.narrate(new Problem("wrong-argument", Problem.Kind.WRONG_USAGE, values));
    }

    /** Makes the commands, giving each the session. */
    private record CommandFactory(Session session) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            boolean takesSession = Arrays.stream(type.getDeclaredConstructors())
                    .anyMatch(constructor ->
                            Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Session.class}));
            return takesSession
                    ? type.getDeclaredConstructor(Session.class).newInstance(session)
                    : CommandLine.defaultFactory().create(type);
        }
    }
}
