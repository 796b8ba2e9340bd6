package org.mineban.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Problem;
import org.mineban.presentation.Json;
import org.mineban.translations.MendedTexts;
import org.mineban.translations.TranslationFinding;
import org.mineban.translations.TranslationImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code translation import FILE --by NAME}: takes over what a translator sent back, into the data folder. */
@Command(name = "import")
final class TranslationImportCommand implements Callable<Integer> {

    /** One byte more than is accepted, so that a longer file is known as such. */
    private static final int MOST_BYTES = 16_000_001;

    private final Session session;

    @Parameters(paramLabel = "FILE")
    private String file = "";

    @Option(names = "--by", paramLabel = "NAME", required = true)
    private String by = "";

    @Option(names = "--reviewed")
    private boolean reviewed;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    @Mixin
    private LanguageOption language = new LanguageOption();

    TranslationImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        language.check();
        Format wanted = Format.of(format, Format.TEXT, Format.JSON);
        TranslationImport.Result result = new TranslationImport(session.messages(), by, reviewed, session.today())
                .weigh(file, bytes(Path.of(file)));
        if (!dryRun && !result.taken().isEmpty()) {
            session.mended().write(session.dataFolder().path(), result.language(), result.taken());
        }
        session.out().print(wanted == Format.JSON ? Json.write(json(result)) : text(result));
        if (dryRun) {
            session.err().println(say("translation.dry-run", Map.of()));
        } else if (!result.taken().isEmpty()) {
            session.err()
                    .println(say(
                            "translation.written",
                            Map.of(
                                    "file",
                                    MendedTexts.file(session.dataFolder().path(), result.language())
                                            .toString())));
        }
        return result.findings().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private static byte[] bytes(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(MOST_BYTES);
        } catch (IOException notRead) {
            throw new Problem(
                            "translation-file-not-found", Problem.Kind.CANNOT_BE_DONE, Map.of("value", path.toString()))
                    .asException();
        }
    }

    private String text(TranslationImport.Result result) {
        StringBuilder text = new StringBuilder();
        text.append(say(
                        "translation.imported",
                        Map.of(
                                "new",
                                result.added().size(),
                                "changed",
                                result.changed().size(),
                                "unchanged",
                                result.unchanged(),
                                "refused",
                                result.findings().size())))
                .append('\n');
        result.findings()
                .forEach(finding -> text.append("  ")
                        .append(say(
                                "translation.finding",
                                Map.of(
                                        "line",
                                        Integer.toString(finding.line()),
                                        "key",
                                        finding.key(),
                                        "value",
                                        finding.text(),
                                        "rule",
                                        sentence(finding))))
                        .append('\n'));
        return text.toString();
    }

    private Map<String, @Nullable Object> json(TranslationImport.Result result) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("language", result.language().code());
        json.put("new", result.added().size());
        json.put("changed", result.changed().size());
        json.put("unchanged", result.unchanged());
        json.put("refused", result.findings().size());
        List<Map<String, @Nullable Object>> findings =
                result.findings().stream().map(this::json).toList();
        json.put("findings", findings);
        return json;
    }

    private Map<String, @Nullable Object> json(TranslationFinding finding) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("line", finding.line());
        json.put("key", finding.key());
        json.put("value", finding.text());
        json.put("rule", finding.broken().rule());
        json.put("message", sentence(finding));
        return json;
    }

    private String sentence(TranslationFinding finding) {
        return say(
                "translation.rule." + finding.broken().rule(), finding.broken().values());
    }

    private String say(String key, Map<String, ?> arguments) {
        return session.messages().say(session.language(), key, arguments);
    }
}
