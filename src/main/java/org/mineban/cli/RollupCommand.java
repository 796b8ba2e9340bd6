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
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.AskedDay;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.operations.RegisterFigures;
import org.mineban.presentation.Json;
import org.mineban.presentation.Table;
import org.mineban.rollup.Extension;
import org.mineban.rollup.Period;
import org.mineban.rollup.RollUp;
import org.mineban.rollup.Snapshots;
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

    @Option(names = "--unions")
    private boolean unions;

    @Option(names = "--freeze")
    private boolean freeze;

    @Option(names = "--differences")
    private boolean differences;

    @Option(names = "--extension")
    private boolean extension;

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
        RollUp rollUp = new RollUp(new RegisterFigures(session.database()));
        if (extension) {
            session.out().print(extension(wanted, rollUp, code, period));
            return;
        }
        RollUp.Result result = unions ? rollUp.withUnions(code, period) : rollUp.of(code, period);
        Snapshots snapshots = new Snapshots(session.database(), new AuditTrail());
        if (differences) {
            session.out().print(differences(wanted, snapshots.since(result), result));
            return;
        }
        if (freeze) {
            snapshots.freeze("program:rollup-command", result);
            session.err().println(say("rollup.frozen", Map.of("state", code.iso3(), "period", period.toString())));
        }
        switch (wanted) {
            case JSON -> session.out().print(Json.write(json(result)));
            default -> session.out().print(wanted.write(table(result)));
        }
        result.notCounted()
                .forEach((kind, many) -> session.err()
                        .println(session.messages()
                                .say(session.language(), "rollup.not-counted", Map.of("kind", kind, "records", many))));
    }

    private String say(String key, Map<String, ?> values) {
        return session.messages().say(session.language(), key, values);
    }

    private String differences(Format wanted, Optional<Snapshots.Since> since, RollUp.Result result) {
        if (since.isEmpty()) {
            throw new Problem(
                            "rollup-never-frozen",
                            Problem.Kind.CANNOT_BE_DONE,
                            Map.of(
                                    "state",
                                    result.state().iso3(),
                                    "period",
                                    result.period().toString()))
                    .asException();
        }
        session.err()
                .println(say("rollup.since", Map.of("at", since.get().frozenAt().toString())));
        Table table = new Table(
                "differences-" + result.state() + "-" + result.period(),
                List.of("figure", "change", "kind", "record", "before", "now"),
                since.get().differences().stream()
                        .map(one -> Arrays.<@Nullable Object>asList(
                                one.figure().id(),
                                one.change().id(),
                                one.kind(),
                                one.code(),
                                one.before()
                                        .map(java.math.BigDecimal::toPlainString)
                                        .orElse(null),
                                one.now()
                                        .map(java.math.BigDecimal::toPlainString)
                                        .orElse(null)))
                        .toList());
        return wanted == Format.JSON ? Json.write(table.asObjects()) : wanted.write(table);
    }

    /** One row for each year, then one for each milestone. */
    private String extension(Format wanted, RollUp rollUp, StateCode code, Period period) {
        Extension figures = Extension.of(
                rollUp, code, period.from().getYear(), period.until().getYear());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        figures.years()
                .forEach(year -> rows.add(Arrays.asList(
                        "done",
                        (long) year.year(),
                        year.opening().toPlainString(),
                        year.cancelled().toPlainString(),
                        year.reduced().toPlainString(),
                        year.cleared().toPlainString(),
                        year.mines().map(java.math.BigDecimal::toPlainString).orElse(null),
                        year.closing().toPlainString())));
        figures.milestones()
                .forEach(one -> rows.add(Arrays.asList(
                        "milestone",
                        (long) one.year(),
                        one.left().add(one.toRelease()).toPlainString(),
                        null,
                        null,
                        one.toRelease().toPlainString(),
                        null,
                        one.left().toPlainString())));
        session.err()
                .println(say(
                        "rollup.extension",
                        Map.of(
                                "remaining", figures.remaining(),
                                "areas", figures.remainingAreas(),
                                "pace", figures.pace().orElse(java.math.BigDecimal.ZERO),
                                "years", figures.yearsNeeded().orElse(0))));
        Table table = new Table(
                "extension-" + code + "-" + period,
                List.of("row", "year", "opening", "cancelled", "reduced", "cleared", "mines", "closing"),
                rows);
        return wanted == Format.JSON ? Json.write(table.asObjects()) : wanted.write(table);
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
