package org.mineban.reporting.rules;

import static org.mineban.reporting.rules.Case.positive;
import static org.mineban.reporting.rules.Hits.notChecked;
import static org.mineban.reporting.rules.Hits.notConcerned;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.mineban.kernel.Figure;
import org.mineban.reporting.Edition;
import org.mineban.reporting.Field;
import org.mineban.reporting.Group;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportKind;
import org.mineban.reporting.Rows;
import org.mineban.reporting.StateFacts;
import org.mineban.reporting.Subject;
import org.mineban.reporting.Surroundings;
import org.mineban.reporting.Value;

/** Completeness and the cover page: CMP. */
final class CompletenessRules {

    private static final int REPORTS_BEFORE_RESTATING = 3;

    /** Words of the forms and of templates that a finished report has no more. */
    private static final Pattern LEFT_OVER = Pattern.compile(
            "lorem ipsum|\\[insert|\\[to be completed|\\[à compléter|\\[completar|click here to enter|cliquez ici|haga clic|todo:|\\bxxx+\\b|state \\[party\\]|"
                    + "delete as appropriate|rayer la mention|insert text|<text>|вставьте текст|在此输入|أدخل النص",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private CompletenessRules() {}

    static List<Check> checks() {
        return List.of(
                new Check("CMP-01", CompletenessRules::cmp01),
                new Check("CMP-02", CompletenessRules::cmp02),
                new Check("CMP-03", CompletenessRules::cmp03),
                new Check("CMP-04", CompletenessRules::cmp04),
                new Check("CMP-05", CompletenessRules::cmp05),
                new Check("CMP-06", CompletenessRules::cmp06),
                new Check("CMP-07", CompletenessRules::cmp07),
                new Check("CMP-08", CompletenessRules::cmp08),
                new Check("CMP-09", CompletenessRules::cmp09),
                new Check("CMP-10", CompletenessRules::cmp10),
                new Check("CMP-11", CompletenessRules::cmp11),
                new Check("CMP-12", CompletenessRules::cmp12),
                new Check("CMP-13", CompletenessRules::cmp13),
                new Check("CMP-14", CompletenessRules::cmp14),
                new Check("CMP-15", CompletenessRules::cmp15),
                new Check("CMP-16", CompletenessRules::cmp16));
    }

    private static String cover(Subject subject) {
        return subject.prefix();
    }

    /**
     * CMP-01: every subject of Article 7.1 is marked or told, so that a missing form is not taken for nothing. Where the edition has a cover page, and the
     * report is not the first one, telling is not enough.
     */
    static Verdict cmp01(Case of) {
        if (of.extract()) {
            return notChecked("extract");
        }
        boolean coverPage = !of.kind(ReportKind.INITIAL)
                && of.env()
                        .edition()
                        .flatMap(of.editions()::find)
                        .filter(Edition::coverPage)
                        .isPresent();
        Hits hits = new Hits();
        for (Subject subject : Subject.values()) {
            if (subject.required() && of.mark(subject).isEmpty() && (coverPage || !of.tells(subject))) {
                hits.at(cover(subject), "subject", subject);
            }
        }
        return hits.verdict(true);
    }

    private static Optional<OptionalInt> since(Mark mark) {
        return mark instanceof Mark.Unchanged(String since)
                ? Optional.of(
                        since.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")
                                ? OptionalInt.of(Integer.parseInt(since.substring(0, 4)))
                                : OptionalInt.empty())
                : Optional.empty();
    }

    /** CMP-02: "unchanged" names the year or day of the report whose content holds. */
    static Verdict cmp02(Case of) {
        Hits hits = new Hits();
        of.report()
                .marks()
                .forEach((subject, mark) -> since(mark).ifPresent(year -> {
                    hits.looked();
                    if (year.isEmpty()) {
                        hits.at(cover(subject), "subject", subject, "since", ((Mark.Unchanged) mark).since());
                    }
                }));
        return hits.verdict();
    }

    /** CMP-03: that report exists, tells the subject, and does not itself only say "unchanged". */
    static Verdict cmp03(Case of) {
        boolean any = of.report().marks().values().stream().anyMatch(Mark.Unchanged.class::isInstance);
        if (!any) {
            return notConcerned();
        }
        if (of.earlier().isEmpty()) {
            return notChecked("no-archive");
        }
        Hits hits = new Hits();
        of.report()
                .marks()
                .forEach((subject, mark) -> since(mark)
                        .filter(OptionalInt::isPresent)
                        .ifPresent(year -> {
                            hits.looked();
                            Optional<Report> named = of.earlier().stream()
                                    .filter(report -> report.env().year().equals(year))
                                    .reduce((one, other) -> other);
                            String fault = named.isEmpty()
                                    ? "missing"
                                    : named.get().mark(subject).orElse(null) instanceof Mark.Unchanged
                                                    && !named.get().tells(subject)
                                            ? "chain"
                                            : named.get().tells(subject) ? "" : "empty";
                            if (!fault.isEmpty()) {
                                hits.at(
                                        cover(subject),
                                        "subject",
                                        subject,
                                        "since",
                                        Integer.toString(year.getAsInt()),
                                        "fault",
                                        fault);
                            }
                        }));
        return hits.verdict();
    }

    /** CMP-04: the first report has nothing to be unchanged from. */
    static Verdict cmp04(Case of) {
        if (!of.kind(ReportKind.INITIAL)) {
            return notConcerned();
        }
        Hits hits = new Hits();
        of.report().marks().forEach((subject, mark) -> {
            if (mark instanceof Mark.Unchanged) {
                hits.at(cover(subject), "subject", subject);
            }
        });
        return hits.verdict(true);
    }

    /** CMP-05: blank, zero, unknown, not measured and withheld are told apart; a blank is no answer. */
    static Verdict cmp05(Case of) {
        Hits hits = new Hits();
        for (Case.Located placed : of.located()) {
            if (placed.entry().value() instanceof Value.Quantity(Figure figure)) {
                hits.looked();
                if (!figure.answered()) {
                    hits.at(placed.place().text(), "fault", "blank");
                }
            }
        }
        if (!of.extract()) {
            for (Field field : of.dictionary().fields()) {
                if (field.need() == Field.Need.MANDATORY && field.quantity()) {
                    missing(of, field, hits);
                }
            }
        }
        Group areas = of.in(Subject.AREAS);
        boolean measuredApart =
                areas.rows("row").stream().anyMatch(row -> row.fields().figure("areaM2") instanceof Figure.NotMeasured);
        if (!areas.text("unmeasured").isBlank() && !measuredApart) {
            hits.at("c.row", "fault", "not-measured");
        }
        return hits.verdict();
    }

    private static void missing(Case of, Field field, Hits hits) {
        String id = field.id().text();
        int rows = id.indexOf("[]");
        Optional<Subject> subject = Subject.ofPrefix(field.id().prefix());
        if (rows < 0 || subject.isEmpty()) {
            return;
        }
        String list = id.substring(2, rows);
        if (list.contains(".")) {
            return;
        }
        for (Rows.Row row : of.in(subject.get()).rows(list)) {
            hits.looked();
            if (row.fields().entry(field.id().name()).isEmpty()) {
                hits.at(
                        subject.get().prefix() + "." + list + "[" + row.name() + "]."
                                + field.id().name(),
                        "fault",
                        "blank");
            }
        }
    }

    /** CMP-06: "not applicable" only where the record of duties agrees. */
    static Verdict cmp06(Case of) {
        Map<Subject, StateFacts.Duty> duties = Map.of(
                Subject.STOCKPILES, of.facts().stockpile(),
                Subject.AREAS, of.facts().clearance(),
                Subject.PROGRAMMES, of.facts().clearance(),
                Subject.WARNING, of.facts().clearance());
        Hits hits = new Hits();
        boolean unknown = false;
        for (Subject subject : List.of(Subject.STOCKPILES, Subject.AREAS, Subject.PROGRAMMES, Subject.WARNING)) {
            if (!(of.mark(subject).orElse(null) instanceof Mark.NotApplicable)) {
                continue;
            }
            StateFacts.Duty duty = duties.getOrDefault(subject, StateFacts.Duty.NOT_RECORDED);
            if (duty == StateFacts.Duty.OPEN) {
                hits.at(cover(subject), "subject", subject);
            } else if (duty == StateFacts.Duty.NOT_RECORDED) {
                unknown = true;
            } else {
                hits.looked();
            }
        }
        return unknown && !hits.any() ? notChecked("duty-unknown") : hits.verdict();
    }

    /** CMP-07: while Article 5 is open, areas, programmes, destruction and warning change every year. */
    static Verdict cmp07(Case of) {
        if (!of.clearanceOpen()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        for (Subject subject : List.of(Subject.AREAS, Subject.PROGRAMMES, Subject.DESTROYED, Subject.WARNING)) {
            Mark mark = of.mark(subject).orElse(null);
            if (mark instanceof Mark.Unchanged || mark instanceof Mark.NotApplicable) {
                hits.at(cover(subject), "subject", subject);
            }
        }
        return hits.verdict(true);
    }

    /** CMP-08: while Article 4 is open, stock, programmes and destruction have figures: Article 7.1 (b), (f), (g). */
    static Verdict cmp08(Case of) {
        if (!of.stockOpen()) {
            return notConcerned();
        }
        if (of.extract()) {
            return notChecked("extract");
        }
        Hits hits = new Hits();
        if (Case.stock(of.report()).isEmpty()) {
            hits.at("b", "subject", Subject.STOCKPILES);
        }
        if (of.in(Subject.PROGRAMMES).group("art4").rows("site").isEmpty()) {
            hits.at("f", "subject", Subject.PROGRAMMES);
        }
        Group destroyed = of.in(Subject.DESTROYED);
        if (destroyed.rows("stock").isEmpty()
                && destroyed.group("total").number("stock").isEmpty()
                && destroyed.number("stockYear").isEmpty()
                && !(of.mark(Subject.DESTROYED).orElse(null) instanceof Mark.Nil)) {
            hits.at("g", "subject", Subject.DESTROYED);
        }
        return hits.verdict(true);
    }

    /** CMP-09: what was retained last time is somewhere: Article 7.1 (d). */
    static Verdict cmp09(Case of) {
        Optional<Report> before = of.previousWith(Subject.RETAINED);
        if (before.isEmpty() || !positive(Case.retained(before.get()))) {
            return notConcerned();
        }
        if (of.mark(Subject.RETAINED).orElse(null) instanceof Mark.Unchanged) {
            return new Hits().verdict(true);
        }
        Hits hits = new Hits();
        if (Case.retained(of.report()).isEmpty()) {
            if (of.extract()) {
                return notChecked("extract");
            }
            hits.at("d.total", "before", Case.retained(before.get()).orElseThrow());
        }
        return hits.verdict(true);
    }

    /** CMP-10: content older than three reports is told once more, so that a reader finds it. */
    static Verdict cmp10(Case of) {
        Hits hits = new Hits();
        of.report()
                .marks()
                .forEach((subject, mark) -> since(mark)
                        .filter(OptionalInt::isPresent)
                        .ifPresent(year -> {
                            hits.looked();
                            if (of.year() - year.getAsInt() > REPORTS_BEFORE_RESTATING) {
                                hits.at(cover(subject), "subject", subject, "since", Integer.toString(year.getAsInt()));
                            }
                        }));
        return hits.verdict();
    }

    static List<Group.Placed> attachments(Report report) {
        return report.placed().stream()
                .filter(placed -> placed.entry().value() instanceof Value.Attachment)
                .toList();
    }

    /** CMP-11: each file that the report names is there and opens. */
    static Verdict cmp11(Case of) {
        return files(of, List.of("missing", "unopened"));
    }

    static Verdict files(Case of, List<String> faults) {
        List<Group.Placed> attached = attachments(of.report());
        if (attached.isEmpty()) {
            return notConcerned();
        }
        Optional<Surroundings.Files> files = of.outside().files();
        if (files.isEmpty()) {
            return notChecked("no-files");
        }
        Hits hits = new Hits();
        for (Group.Placed placed : attached) {
            Value.Attachment file = (Value.Attachment) placed.entry().value();
            files.get().faults(file).stream()
                    .filter(faults::contains)
                    .forEach(fault -> hits.at(placed.place().text(), "file", file.name(), "fault", fault));
        }
        return hits.verdict(true);
    }

    /** CMP-12: everything unchanged, though the record knows of something in the year. */
    static Verdict cmp12(Case of) {
        boolean all = !of.report().marks().isEmpty()
                && of.report().marks().values().stream().allMatch(Mark.Unchanged.class::isInstance);
        if (!all) {
            return notConcerned();
        }
        if (of.outside().events().isEmpty()) {
            return notChecked("no-events");
        }
        Hits hits = new Hits();
        for (Surroundings.Event event : of.outside().events().get()) {
            if (event.on().getYear() == of.year()) {
                hits.at("env", "event", event.text(), "on", event.on());
            }
        }
        return hits.verdict(true);
    }

    /** CMP-13: marked changed, and word for word what the last report has: Cambodia's Form B. */
    static Verdict cmp13(Case of) {
        Optional<Report> before = of.previous();
        if (before.isEmpty()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        of.report().marks().forEach((subject, mark) -> {
            if (mark instanceof Mark.Changed && of.tells(subject)) {
                hits.looked();
                if (of.in(subject).equals(before.get().section(subject))) {
                    hits.at(
                            cover(subject),
                            "subject",
                            subject,
                            "year",
                            Integer.toString(before.get().env().year().orElse(0)));
                }
            }
        });
        return hits.verdict();
    }

    /** CMP-14: instructions and sample words of the template are gone. */
    static Verdict cmp14(Case of) {
        Hits hits = new Hits();
        for (Case.Located placed : of.located()) {
            if (placed.entry().value() instanceof Value.Text text) {
                hits.looked();
                for (String said : text.byLanguage().values()) {
                    var found = LEFT_OVER.matcher(said);
                    if (found.find()) {
                        hits.at(placed.place().text(), "words", found.group());
                        break;
                    }
                }
            }
        }
        return hits.verdict();
    }

    /** CMP-15: conversion, characteristics and other matters may be empty; a mark makes that an answer. */
    static Verdict cmp15(Case of) {
        if (of.extract()) {
            return notChecked("extract");
        }
        Hits hits = new Hits();
        for (Subject subject : List.of(Subject.CONVERSION, Subject.CHARACTERISTICS, Subject.OTHER)) {
            Mark mark = of.mark(subject).orElse(null);
            boolean answered =
                    mark instanceof Mark.Nil || mark instanceof Mark.NotApplicable || mark instanceof Mark.Unchanged;
            if (!of.tells(subject) && !answered) {
                hits.at(cover(subject), "subject", subject);
            }
        }
        return hits.verdict(true);
    }

    /** CMP-16: no section and no mark: not a report. */
    static Verdict cmp16(Case of) {
        if (of.extract()) {
            return notChecked("extract");
        }
        boolean nothing = of.report().marks().isEmpty()
                && of.report().sections().values().stream().allMatch(Group::isEmpty);
        Hits hits = new Hits();
        if (nothing) {
            hits.at("env");
        }
        return hits.verdict(true);
    }

    /** The different types in several lists of rows, in order. */
    static Set<String> types(List<List<Rows.Row>> lists) {
        Set<String> types = new LinkedHashSet<>();
        List<Rows.Row> all = new ArrayList<>();
        lists.forEach(all::addAll);
        all.forEach(row -> types.addAll(Case.types(row)));
        return types;
    }
}
