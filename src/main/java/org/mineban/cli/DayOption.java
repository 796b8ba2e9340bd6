package org.mineban.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.AskedDay;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that every asking command has: the day and the language. */
final class DayOption {

    @Option(names = "--on", paramLabel = "DAY")
    private @Nullable String on;

    @Mixin
    private LanguageOption language = new LanguageOption();

    /** The day asked about; today by the session's clock when none is given. */
    LocalDate day(Session session) {
        language.check();
        return Optional.ofNullable(on).map(AskedDay::parse).orElseGet(session::today);
    }
}
