package org.mineban.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mineban.audit.AuditTrail;
import org.mineban.backup.Doctor;
import org.mineban.platform.CheckResult;
import org.mineban.presentation.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code doctor}: what is wrong with this installation, and what to do. Exit code 1 when something is. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--full")
    private boolean full;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        language.check();
        Format wanted = Format.of(format, Format.TEXT, Format.JSON);
        var settings = Doctor.Result.of(session::settings);
        var address = Doctor.Result.of(session::databaseAddress);
        List<CheckResult> results = new Doctor(
                        session.clock(), session.dataFolder().path(), new AuditTrail(), full)
                .look(settings, address.value(), DoctorChecks.of(session, settings.value(), address.value()));
        long wrong = results.stream()
                .filter(result -> result.level() == CheckResult.Level.WRONG)
                .count();
        if (wanted == Format.JSON) {
            session.out().print(Json.write(results.stream().map(this::json).toList()));
        } else {
            for (CheckResult result : results) {
                session.out().println(say("doctor." + word(result.level()), Map.of()) + "  " + words(result));
            }
            session.out().println(say("doctor.sum", Map.of("count", wrong)));
        }
        return wrong > 0 ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private String words(CheckResult result) {
        return result.problem().map(session::narrate).orElseGet(() -> say("check." + result.id(), result.values()));
    }

    private Map<String, @Nullable Object> json(CheckResult result) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("check", result.id());
        json.put("level", word(result.level()));
        json.put("message", words(result));
        Map<String, Object> values = new LinkedHashMap<>(result.values());
        values.replaceAll((name, value) -> value instanceof Number ? value : value.toString());
        json.put("values", values);
        return json;
    }

    private static String word(CheckResult.Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private String say(String key, Map<String, Object> values) {
        return session.messages().say(session.language(), key, new LinkedHashMap<>(values));
    }
}
