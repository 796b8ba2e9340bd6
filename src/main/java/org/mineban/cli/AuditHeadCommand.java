package org.mineban.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.AskedDay;
import org.mineban.kernel.Problem;
import org.mineban.presentation.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code audit head}: where the trail ended on a day, as a text to print or mail. For today it is kept first, once. */
@Command(name = "head")
final class AuditHeadCommand implements Runnable {

    private final Session session;

    @Option(names = "--on", paramLabel = "DAY")
    private @Nullable String on;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    AuditHeadCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        language.check();
        Format wanted = Format.of(format, Format.TEXT, Format.JSON);
        AuditTrail trail = new AuditTrail();
        LocalDate day = on == null ? session.today() : AskedDay.parse(on);
        AuditTrail.DailyHead kept = on == null
                ? session.database().write(trail::keepDailyHead)
                : session.database()
                        .read(sql -> trail.dailyHead(sql, day))
                        .orElseThrow(() -> new Problem(
                                        "audit-no-head", Problem.Kind.NOT_FOUND, Map.of("value", day.toString()))
                                .asException());
        String head = kept.head().number() + ":" + kept.head().hash();
        if (wanted == Format.JSON) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("on", kept.on().toString());
            json.put("number", kept.head().number());
            json.put("hash", kept.head().hash());
            session.out().print(Json.write(json));
        } else {
            session.out()
                    .println(session.messages()
                            .say(
                                    session.language(),
                                    "trail.head",
                                    Map.of(
                                            "day",
                                            kept.on().toString(),
                                            "number",
                                            kept.head().number())));
            session.out().println();
            session.out().println("    " + head);
            session.out().println();
            session.out().println(session.messages().say(session.language(), "trail.head-keep", Map.of("head", head)));
        }
    }
}
