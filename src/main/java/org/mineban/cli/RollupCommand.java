package org.mineban.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.AskedDay;
import org.mineban.kernel.StateCode;
import org.mineban.operations.RegisterFigures;
import org.mineban.presentation.Json;
import org.mineban.presentation.Table;
import org.mineban.rollup.Period;
import org.mineban.rollup.RollUp;
import org.mineban.rollup.TreatyFigure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollup ISO3 YEAR}: every Article 7 figure from the register, with the records that it counts. */
@Command(name = "rollup")
final class RollupCommand implements Runnable {

    private final Session session;

    @Parameters(index = "0", paramLabel = "ISO3")
    private String state = "";

    @Parameters(index = "1", paramLabel = "YEAR")
    private String year = "";

    @Option(names = "--records")
    private boolean records;

    @Option(names = "--known-on", paramLabel = "DATE", descriptionKey = "known")
    private @Nullable String known;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    @Mixin
    private LanguageOption language = new LanguageOption();

    RollupCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        language.check();
        Format wanted = Format.of(format, Format.TEXT, Format.JSON, Format.CSV);
        StateCode code = RegisterTools.state(session, state);
        Period period = period();
        RollUp.Result result = new RollUp(new RegisterFigures(session.database())).of(code, period);
        switch (wanted) {
            case JSON -> session.out().print(Json.write(json(result)));
            default -> session.out().print(wanted.write(table(result)));
        }
        result.notCounted()
                .forEach((kind, many) -> session.err()
                        .println(session.messages()
                                .say(session.language(), "rollup.not-counted", Map.of("kind", kind, "records", many))));
    }

    private Period period() {
        Period asked = Period.parse(year);
        if (known == null) {
            return asked;
        }
        LocalDate day = AskedDay.parse(known);
        return new Period(
                asked.from(),
                asked.until(),
                Optional.of(
                        day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1000)));
    }

    private String name(TreatyFigure figure) {
        return session.messages()
                .say(session.language(), "rollup.figure." + figure.rule().id());
    }

    private static String group(TreatyFigure figure) {
        return figure.group().entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" "));
    }

    private Table table(RollUp.Result result) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (TreatyFigure figure : result.figures()) {
            rows.add(Arrays.asList(
                    figure.rule().id(),
                    figure.provision().cite(),
                    name(figure),
                    group(figure),
                    figure.value()
                            .known()
                            .map(java.math.BigDecimal::toPlainString)
                            .orElse(figure.value().key()),
                    figure.unit().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    (long) figure.parts().size(),
                    figure.unknownParts()));
        }
        return new Table(
                "rollup-" + result.state() + "-" + result.period(),
                List.of("figure", "provision", "name", "group", "value", "unit", "records", "recordsWithoutValue"),
                rows);
    }

    /**
     * The contract: {@code state, period, from, until, figures[], notCounted}; a figure has {@code figure, provision, name, group, value, state, unit, records,
     * recordsWithoutValue}, and with {@code --records} {@code counts[]} of {@code kind, code, number, version, value}.
     */
    private Map<String, @Nullable Object> json(RollUp.Result result) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("state", result.state().iso3());
        json.put("period", result.period().toString());
        json.put("from", result.period().from().toString());
        json.put("until", result.period().until().toString());
        List<Map<String, @Nullable Object>> figures = new ArrayList<>();
        for (TreatyFigure figure : result.figures()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("figure", figure.rule().id());
            one.put("provision", figure.provision().cite());
            one.put("name", name(figure));
            one.put("group", figure.group());
            one.put("value", figure.value().known().orElse(null));
            one.put("answer", figure.value().key());
            one.put(
                    "unit",
                    figure.unit().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            one.put("records", figure.parts().size());
            one.put("recordsWithoutValue", figure.unknownParts());
            if (records) {
                one.put(
                        "counts",
                        figure.parts().stream().map(RollupCommand::part).toList());
            }
            figures.add(one);
        }
        json.put("figures", figures);
        json.put("notCounted", result.notCounted());
        return json;
    }

    private static Map<String, @Nullable Object> part(TreatyFigure.Part part) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", part.kind());
        json.put("code", part.code());
        json.put("number", part.number());
        json.put("version", part.version());
        json.put("value", part.value().orElse(null));
        return json;
    }
}
