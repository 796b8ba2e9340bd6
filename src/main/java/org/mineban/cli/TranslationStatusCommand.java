package org.mineban.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mineban.presentation.Table;
import org.mineban.translations.Progress;
import org.mineban.translations.TextList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code translation status}: how many texts of each language are reviewed. */
@Command(name = "status")
final class TranslationStatusCommand implements Runnable {

    private final Session session;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    @Mixin
    private LanguageOption language = new LanguageOption();

    TranslationStatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        language.check();
        Format wanted = Format.of(format, Format.TEXT, Format.JSON, Format.CSV);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Progress progress : new TextList(session.messages()).progress()) {
            rows.add(Arrays.asList(
                    progress.language().code(),
                    progress.texts(),
                    progress.reviewed(),
                    progress.unreviewed(),
                    progress.sourceChanged(),
                    progress.mended()));
        }
        session.out()
                .print(wanted.write(new Table(
                        "translations",
                        List.of("language", "texts", "reviewed", "unreviewed", "sourceChanged", "mended"),
                        rows)));
        session.mended()
                .aside()
                .forEach((of, texts) -> texts.forEach(text -> session.err()
                        .println(session.messages()
                                .say(
                                        session.language(),
                                        "translation.aside",
                                        Map.of("language", of.code(), "key", text.key())))));
    }
}
