package org.mineban.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import picocli.CommandLine.Option;

/** {@code --lang}: the language of sentences. It is read before the command runs; here it is only checked. */
final class LanguageOption {

    @Option(names = "--lang", paramLabel = "LANGUAGE")
    private @Nullable String lang;

    /** Refuses a language that is none of the six. */
    void check() {
        String code = lang;
        if (code != null && Language.find(code).isEmpty()) {
            throw new Problem("unknown-language", Problem.Kind.WRONG_USAGE, Map.of("value", code)).asException();
        }
    }
}
