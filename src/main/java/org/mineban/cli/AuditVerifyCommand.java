package org.mineban.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Verification;
import org.mineban.kernel.Problem;
import org.mineban.presentation.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code audit verify}: works every hash of the trail out again. Exit code 1 when something does not fit. */
@Command(name = "verify")
final class AuditVerifyCommand implements Callable<Integer> {

    private static final Pattern HEAD = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    private final Session session;

    @Option(names = "--head", paramLabel = "NUMBER:HASH")
    private List<String> heads = new ArrayList<>();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    AuditVerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        language.check();
        Format wanted = Format.of(format, Format.TEXT, Format.JSON);
        List<AuditTrail.Head> kept =
                heads.stream().map(AuditVerifyCommand::head).toList();
        Verification found = session.database().read(sql -> new AuditTrail().verify(sql, kept));
        session.out().print(wanted == Format.JSON ? Json.write(json(found)) : words(found) + "\n");
        return found.fault().isPresent() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private static AuditTrail.Head head(String text) {
        Matcher parts = HEAD.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new Problem("audit-head", Problem.Kind.WRONG_USAGE, Map.of("value", text)).asException();
        }
        return new AuditTrail.Head(Long.parseLong(parts.group(1)), parts.group(2));
    }

    private String words(Verification found) {
        return found.fault()
                .map(fault -> session.messages()
                                .say(
                                        session.language(),
                                        "trail.fault." + word(fault.kind()),
                                        Map.of("number", Long.toString(fault.number()), "entries", found.entries()))
                        + " "
                        + session.messages().say(session.language(), "trail.fault-next", Map.of()))
                .orElseGet(() -> session.messages()
                        .say(
                                session.language(),
                                "trail.verified",
                                Map.of(
                                        "entries",
                                        found.entries(),
                                        "head",
                                        found.head().number() + ":"
                                                + found.head().hash())));
    }

    private static Map<String, @Nullable Object> json(Verification found) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("whole", found.fault().isEmpty());
        json.put("entries", found.entries());
        json.put("headNumber", found.head().number());
        json.put("headHash", found.head().hash());
        json.put("fault", found.fault().map(fault -> word(fault.kind())).orElse(null));
        json.put("firstBroken", found.firstBroken().orElse(null));
        return json;
    }

    private static String word(Verification.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
