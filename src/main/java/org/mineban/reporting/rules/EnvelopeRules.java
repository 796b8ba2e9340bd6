package org.mineban.reporting.rules;

import static org.mineban.reporting.rules.Hits.notChecked;
import static org.mineban.reporting.rules.Hits.notConcerned;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.mineban.kernel.PartialDate;
import org.mineban.reporting.Entry;
import org.mineban.reporting.Envelope;
import org.mineban.reporting.Group;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportKind;
import org.mineban.reporting.Rows;
import org.mineban.reporting.Value;

/** Title page and time: ENV and TIM. */
final class EnvelopeRules {

    private static final int INITIAL_DAYS = 180;

    private EnvelopeRules() {}

    static List<Check> checks() {
        return List.of(
                new Check("ENV-01", EnvelopeRules::env01),
                new Check("ENV-02", EnvelopeRules::env02),
                new Check("ENV-03", EnvelopeRules::env03),
                new Check("ENV-04", EnvelopeRules::env04),
                new Check("ENV-05", EnvelopeRules::env05),
                new Check("ENV-06", EnvelopeRules::env06),
                new Check("ENV-07", EnvelopeRules::env07),
                new Check("ENV-08", EnvelopeRules::env08),
                new Check("ENV-09", EnvelopeRules::env09),
                new Check("ENV-10", EnvelopeRules::env10),
                new Check("ENV-11", EnvelopeRules::env11),
                new Check("ENV-12", EnvelopeRules::env12),
                new Check("ENV-13", EnvelopeRules::env13),
                new Check("ENV-14", EnvelopeRules::env14),
                new Check("ENV-15", EnvelopeRules::env15),
                new Check("ENV-16", EnvelopeRules::env16),
                new Check("TIM-01", EnvelopeRules::tim01),
                new Check("TIM-02", EnvelopeRules::tim02),
                new Check("TIM-03", EnvelopeRules::tim03),
                new Check("TIM-04", EnvelopeRules::tim04),
                new Check("TIM-05", EnvelopeRules::tim05),
                new Check("TIM-06", EnvelopeRules::tim06));
    }

    /** ENV-01: exactly one State of the register; Article 7 asks each State Party for its own report. */
    static Verdict env01(Case of) {
        Hits hits = new Hits();
        if (of.env().state().isEmpty() || !of.facts().known()) {
            hits.at("env.state", "value", of.report().envelope().text("state"));
        }
        return hits.verdict(true);
    }

    /** ENV-02: only a party on the last day of the period owes a report; others may report voluntarily (resolution 67/32, paragraph 5). */
    static Verdict env02(Case of) {
        if (!of.kind(ReportKind.INITIAL) && !of.kind(ReportKind.ANNUAL)) {
            return notConcerned();
        }
        if (of.facts().party().isEmpty()) {
            return notChecked("party-unknown");
        }
        Hits hits = new Hits();
        if (!of.facts().party().get()) {
            hits.at("env.kind", "year", Integer.toString(of.year()));
        }
        return hits.verdict(true);
    }

    /** ENV-03: the period has both ends, and begins before it ends; without it nobody knows what the figures cover. */
    static Verdict env03(Case of) {
        Group env = of.report().envelope();
        Optional<PartialDate> from = of.env().from();
        Optional<PartialDate> to = of.env().to();
        boolean nothingSeen =
                env.entry("periodFrom").isEmpty() && env.entry("periodTo").isEmpty();
        if (of.extract() && nothingSeen) {
            return notChecked("extract");
        }
        Hits hits = new Hits();
        if (from.isEmpty()
                || to.isEmpty()
                || from.get().earliest().isAfter(to.get().latest())) {
            hits.at(
                    from.isEmpty() ? "env.periodFrom" : "env.periodTo",
                    "from",
                    written(env, "periodFrom"),
                    "to",
                    written(env, "periodTo"));
        }
        return hits.verdict(true);
    }

    private static String written(Group env, String field) {
        return env.date(field)
                .map(Object::toString)
                .or(() -> env.entry(field).map(Entry::written).filter(text -> !text.isBlank()))
                .orElse("—");
    }

    /** ENV-04: an annual report covers the last calendar year, Article 7.2. */
    static Verdict env04(Case of) {
        Optional<PartialDate> from = of.env().from();
        Optional<PartialDate> to = of.env().to();
        if (!of.kind(ReportKind.ANNUAL) || from.isEmpty() || to.isEmpty()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        LocalDate first = from.get().earliest();
        LocalDate last = to.get().latest();
        if (!first.equals(LocalDate.of(last.getYear(), Month.JANUARY, 1))
                || !last.equals(LocalDate.of(last.getYear(), Month.DECEMBER, 31))) {
            hits.at("env.periodFrom", "from", first, "to", last);
        }
        return hits.verdict(true);
    }

    /** ENV-05: the first report tells everything from entry into force on; if it begins later, a note says why. */
    static Verdict env05(Case of) {
        if (!of.kind(ReportKind.INITIAL) || of.periodStart().isEmpty()) {
            return notConcerned();
        }
        Optional<LocalDate> inForce = of.facts().entryIntoForce();
        if (inForce.isEmpty()) {
            return notChecked("entry-into-force-unknown");
        }
        Hits hits = new Hits();
        if (of.periodStart().get().isAfter(inForce.get())
                && of.report().envelope().text("periodNote").isBlank()) {
            hits.at("env.periodFrom", "from", of.periodStart().get(), "inForce", inForce.get());
        }
        return hits.verdict(true);
    }

    /** ENV-06: periods do not overlap, or the same figures count twice. Mozambique's first two did. */
    static Verdict env06(Case of) {
        List<Report> all = new ArrayList<>(of.earlier());
        all.add(of.report());
        Hits hits = new Hits();
        for (int i = 1; i < all.size(); i++) {
            Envelope before = all.get(i - 1).env();
            Envelope after = all.get(i).env();
            if (before.to().isEmpty() || after.from().isEmpty()) {
                continue;
            }
            hits.looked();
            LocalDate end = before.to().get().latest();
            LocalDate start = after.from().get().earliest();
            if (!start.isAfter(end)) {
                hits.at("env.periodFrom", "from", start, "end", end);
            }
        }
        return hits.verdict();
    }

    /** ENV-07: no year is missing since the last report. Where no earlier report is at hand, the year before is asked for. */
    static Verdict env07(Case of) {
        if (!of.kind(ReportKind.ANNUAL) || of.env().year().isEmpty()) {
            return notConcerned();
        }
        int year = of.year();
        Hits hits = new Hits();
        if (of.previous().isPresent()) {
            int last = of.previous().get().env().year().orElse(year - 1);
            if (last < year - 1) {
                hits.at(
                        "env.periodFrom",
                        "years",
                        last + 1 == year - 1 ? Integer.toString(year - 1) : (last + 1) + "–" + (year - 1));
            }
            return hits.verdict(true);
        }
        Optional<LocalDate> inForce = of.facts().entryIntoForce();
        if (inForce.isEmpty()) {
            return notChecked("no-archive");
        }
        if (inForce.get().getYear() < year) {
            hits.at("env.periodFrom", "years", Integer.toString(year - 1));
        }
        return hits.verdict(true);
    }

    /** ENV-08: one current report per State and year; another one corrects it and says so. */
    static Verdict env08(Case of) {
        if (of.env().year().isEmpty() || of.kind(ReportKind.AMENDMENT)) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (!of.sameYear().isEmpty()) {
            hits.at("env.kind", "year", Integer.toString(of.year()));
        }
        return hits.verdict(true);
    }

    /** ENV-09: a report is handed in after its period and not in the future. */
    static Verdict env09(Case of) {
        Optional<PartialDate> submitted = of.env().submittedOn();
        if (submitted.isEmpty()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        boolean early = of.periodEnd()
                .filter(end -> submitted.get().latest().isBefore(end))
                .isPresent();
        if (early || submitted.get().earliest().isAfter(of.on())) {
            hits.at(
                    "env.submittedOn",
                    "submitted",
                    submitted.get(),
                    "end",
                    of.periodEnd().<Object>map(day -> day).orElse("—"),
                    "today",
                    of.on());
        }
        return hits.verdict(true);
    }

    /** ENV-10: somebody can be asked: an organization with one way to reach it. */
    static Verdict env10(Case of) {
        if (of.extract()) {
            return notChecked("extract");
        }
        boolean reachable = of.report().envelope().rows("contact").stream()
                .map(Rows.Row::fields)
                .anyMatch(contact -> !contact.text("organisation").isBlank()
                        && List.of("telephone", "fax", "email").stream()
                                .anyMatch(way -> !contact.text(way).isBlank()));
        Hits hits = new Hits();
        if (!reachable) {
            hits.at("env.contact");
        }
        return hits.verdict(true);
    }

    /** ENV-11: the contact is given "only for the purposes of clarification", so each says whether it may be published. */
    static Verdict env11(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : of.report().envelope().rows("contact")) {
            boolean personal = List.of("person", "telephone", "fax", "email").stream()
                    .anyMatch(field -> !row.fields().text(field).isBlank());
            if (personal) {
                hits.looked();
                if (row.fields().word("release").isEmpty()) {
                    hits.at(
                            "env.contact[" + row.name() + "].release",
                            "organisation",
                            row.fields().text("organisation"));
                }
            }
        }
        return hits.verdict();
    }

    /** ENV-12: at least one official language of the United Nations. */
    static Verdict env12(Case of) {
        if (of.extract() && of.report().envelope().entry("language").isEmpty()) {
            return notChecked("extract");
        }
        Hits hits = new Hits();
        if (of.env().languages().isEmpty()) {
            hits.at("env.language", "value", of.report().envelope().text("language"));
        }
        return hits.verdict(true);
    }

    /** ENV-13: which edition it follows, since the letters of the guide are not those of the forms. */
    static Verdict env13(Case of) {
        Hits hits = new Hits();
        Optional<String> edition = of.env().edition();
        boolean known = edition.filter(
                        id -> of.editions().find(id).isPresent() || id.equals("online") || id.equals("free"))
                .isPresent();
        if (!known) {
            hits.at("env.edition", "value", edition.orElse("—"));
        }
        return hits.verdict(true);
    }

    /** ENV-14: a report is the State's own word, so the authority that cleared it stands in it. */
    static Verdict env14(Case of) {
        if (of.extract()) {
            return notChecked("extract");
        }
        Hits hits = new Hits();
        if (of.report().envelope().group("certifiedBy").text("organisation").isBlank()) {
            hits.at("env.certifiedBy.organisation");
        }
        return hits.verdict(true);
    }

    /** ENV-15: the kind is stated, or proposed from the register: Congo 2002 left it out. */
    static Verdict env15(Case of) {
        Hits hits = new Hits();
        if (of.env().kind().isEmpty()) {
            boolean party = of.facts().party().orElse(true);
            hits.at("env.kind", "proposed", !party ? "voluntary" : of.earlier().isEmpty() ? "initial" : "annual");
        }
        return hits.verdict(true);
    }

    /** ENV-16: the day of submission stands on the title page: Mozambique 2014 had none. */
    static Verdict env16(Case of) {
        Hits hits = new Hits();
        if (of.env().submittedOn().isEmpty()) {
            hits.at("env.submittedOn");
        }
        return hits.verdict(true);
    }

    /** The day from which on the report can have been with the secretariat: its receipt, else the last date written on it. */
    private static Optional<LocalDate> arrival(Case of) {
        Optional<LocalDate> received = of.env().receivedOn().map(PartialDate::earliest);
        return received.isPresent() ? received : writtenDays(of).stream().reduce((one, other) -> other);
    }

    private static NavigableSet<LocalDate> writtenDays(Case of) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        of.env().submittedOn().flatMap(PartialDate::day).ifPresent(days::add);
        of.report().envelope().date("fileDatedOn").flatMap(PartialDate::day).ifPresent(days::add);
        for (Rows.Row letter : of.report().envelope().rows("coverLetter")) {
            letter.fields().date("datedOn").flatMap(PartialDate::day).ifPresent(days::add);
        }
        return days;
    }

    private static Verdict late(Case of, LocalDate due) {
        Optional<LocalDate> arrival = arrival(of);
        if (arrival.isEmpty()) {
            return notChecked("no-receipt");
        }
        Hits hits = new Hits();
        long days = ChronoUnit.DAYS.between(due, arrival.get());
        if (days > 0) {
            hits.at("env.receivedOn", "days", days, "due", due, "arrival", arrival.get());
        }
        return hits.verdict(true);
    }

    /** TIM-01: an annual report reaches the Secretary-General by 30 April, Article 7.2; late is a fact, not a state. */
    static Verdict tim01(Case of) {
        if (!of.kind(ReportKind.ANNUAL) || of.env().year().isEmpty()) {
            return notConcerned();
        }
        return late(of, LocalDate.of(of.year() + 1, Month.APRIL, 30));
    }

    /** TIM-02: the first report, not later than 180 days after entry into force for the State, Article 7.1. */
    static Verdict tim02(Case of) {
        if (!of.kind(ReportKind.INITIAL)) {
            return notConcerned();
        }
        Optional<LocalDate> inForce = of.facts().entryIntoForce();
        return inForce.isEmpty()
                ? notChecked("entry-into-force-unknown")
                : late(of, inForce.get().plusDays(INITIAL_DAYS));
    }

    /** TIM-03: nothing for two years running: help is offered and the committees are told (Oslo Action 49, remembered). */
    static Verdict tim03(Case of) {
        if (!of.kind(ReportKind.ANNUAL) || of.env().year().isEmpty()) {
            return notConcerned();
        }
        if (of.previous().isEmpty()) {
            return notChecked("no-archive");
        }
        int last = of.previous().get().env().year().orElse(of.year());
        Hits hits = new Hits();
        if (last <= of.year() - 3) {
            hits.at("env.periodFrom", "last", Integer.toString(last));
        }
        return hits.verdict(true);
    }

    /** TIM-04: letter, title page and file carry one date: Thailand's report for 2014 had two. */
    static Verdict tim04(Case of) {
        NavigableSet<LocalDate> days = writtenDays(of);
        Hits hits = new Hits();
        if (days.size() > 1) {
            hits.at("env.submittedOn", "first", days.first(), "last", days.last());
        }
        boolean several = of.report().envelope().entry("submittedOn").isPresent()
                && (!of.report().envelope().rows("coverLetter").isEmpty()
                        || of.report().envelope().entry("fileDatedOn").isPresent());
        return hits.verdict(several);
    }

    /** TIM-05: a State that leaves still owes what falls due before its withdrawal takes effect: Articles 7.2 and 20. */
    static Verdict tim05(Case of) {
        Optional<LocalDate> effect = of.facts().withdrawalEffect();
        if (effect.isEmpty()) {
            return notConcerned();
        }
        LocalDate due = LocalDate.of(of.on().getYear(), Month.APRIL, 30);
        LocalDate next = due.isBefore(of.on()) ? due.plusYears(1) : due;
        Hits hits = new Hits();
        if (next.isBefore(effect.get())) {
            hits.at("env.state", "due", next, "effect", effect.get());
        }
        return hits.verdict(true);
    }

    /** TIM-06: entry into force in the year covered: whether the annual report is due beside the initial one is read differently. */
    static Verdict tim06(Case of) {
        Optional<LocalDate> inForce = of.facts().entryIntoForce();
        if (inForce.isEmpty() || of.env().year().isEmpty()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (inForce.get().getYear() == of.year() && (of.kind(ReportKind.INITIAL) || of.kind(ReportKind.ANNUAL))) {
            hits.at("env.kind", "inForce", inForce.get());
        }
        return hits.verdict(true);
    }

    /** What a field has that could not be read. */
    static Optional<Value.Unread> unread(Group group, String field) {
        return group.entry(field)
                .map(Entry::value)
                .filter(Value.Unread.class::isInstance)
                .map(Value.Unread.class::cast);
    }
}
