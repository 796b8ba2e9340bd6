package org.mineban.cli;

import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mineban.geography.Severity;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Actor;
import org.mineban.operations.CheckAnswer;
import org.mineban.operations.CheckContext;
import org.mineban.operations.CheckFinding;
import org.mineban.operations.Checks;
import org.mineban.operations.CountryPlace;
import org.mineban.operations.Dictionary;
import org.mineban.operations.Kind;
import org.mineban.operations.NotChecked;
import org.mineban.operations.ProgrammeSettings;
import org.mineban.presentation.Json;
import org.mineban.presentation.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code register check}: what the checks say of a State's register, and what could not be checked. Exit code 1 when a finding forbids to approve. */
@Command(name = "check")
final class RegisterCheckCommand implements Callable<Integer> {

    private static final List<String> COLUMNS =
            List.of("check", "severity", "kind", "record", "field", "finding", "next");
    private static final int SIDES = 4;

    private final Session session;

    @Parameters(index = "0", paramLabel = "ISO3")
    private String state = "";

    @Option(names = "--box", paramLabel = "W,S,E,N")
    private @Nullable String box;

    @Option(names = "--conflict-start", paramLabel = "YEAR")
    private @Nullable Integer conflictStart;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    @Mixin
    private LanguageOption language = new LanguageOption();

    RegisterCheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        language.check();
        Format wanted = Format.of(format, Format.TEXT, Format.JSON, Format.CSV);
        StateCode code = RegisterTools.state(session, state);
        CheckContext context = CheckContext.on(session.today(), new Dictionary());
        Optional<CountryPlace> place = box == null ? CountryPlace.of(code) : Optional.of(place(box));
        if (place.isPresent()) {
            context = context.in(place.get());
        }
        if (conflictStart != null) {
            context = context.with(ProgrammeSettings.USUAL.since(Year.of(conflictStart)));
        }
        CheckAnswer answer = new Checks()
                .ofRegister(RegisterTools.register(session), Actor.program("register-check"), code, context);
        if (wanted == Format.JSON) {
            session.out().print(Json.write(json(answer)));
        } else {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            answer.findings().forEach(finding -> rows.add(row(finding)));
            answer.notChecked().forEach(missing -> rows.add(row(missing)));
            session.out().print(wanted.write(new Table("checks", COLUMNS, rows)));
        }
        session.err()
                .println(say(
                        "check-page.sum",
                        Map.of(
                                "records", answer.records(),
                                "blocks", answer.count(Severity.BLOCKS),
                                "warns", answer.count(Severity.WARNS),
                                "informs", answer.count(Severity.INFORMS))));
        return answer.blocks() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private static CountryPlace place(String text) {
        List<Double> sides = new ArrayList<>();
        try {
            Stream.of(text.split(",", -1))
                    .map(String::strip)
                    .map(Double::valueOf)
                    .forEach(sides::add);
        } catch (NumberFormatException noNumber) {
            sides.clear();
        }
        boolean good = sides.size() == SIDES
                && sides.stream().allMatch(Double::isFinite)
                && sides.get(0) < sides.get(2)
                && sides.get(1) < sides.get(3);
        if (!good) {
            throw new Problem("check-box", Problem.Kind.WRONG_USAGE, Map.of("value", text)).asException();
        }
        return CountryPlace.inBox(sides.get(0), sides.get(1), sides.get(2), sides.get(3));
    }

    private List<@Nullable Object> row(CheckFinding finding) {
        return Arrays.asList(
                finding.check(),
                word(finding.severity()),
                finding.kind().map(Kind::id).orElse(null),
                finding.record(),
                finding.field(),
                say(finding.message(), finding.values()),
                say(finding.next(), Map.of()));
    }

    private List<@Nullable Object> row(NotChecked missing) {
        return Arrays.asList(missing.check(), "not-checked", null, null, missing.what(), sentence(missing), null);
    }

    private Map<String, @Nullable Object> json(CheckAnswer answer) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("records", answer.records());
        json.put("findings", answer.findings().stream().map(this::json).toList());
        json.put(
                "notChecked",
                answer.notChecked().stream()
                        .map(missing -> {
                            Map<String, @Nullable Object> one = new LinkedHashMap<>();
                            one.put("check", missing.check());
                            one.put(
                                    "reason",
                                    missing.reason()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'));
                            one.put("what", missing.what());
                            one.put("records", missing.records());
                            one.put("sentence", sentence(missing));
                            return one;
                        })
                        .toList());
        return json;
    }

    private Map<String, @Nullable Object> json(CheckFinding finding) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        List<@Nullable Object> row = row(finding);
        for (int i = 0; i < COLUMNS.size(); i++) {
            json.put(COLUMNS.get(i), row.get(i));
        }
        json.put("values", finding.values());
        return json;
    }

    private String sentence(NotChecked missing) {
        return say(missing.reason().message(), Map.of("what", missing.what(), "records", missing.records()));
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private String say(String key, Map<String, ?> values) {
        return session.messages().say(session.language(), key, values);
    }
}
