package org.mineban.operations.checks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.PartialDate;
import org.mineban.operations.CheckContext;
import org.mineban.operations.CheckLists;
import org.mineban.operations.Examined;
import org.mineban.operations.FieldDefinition;
import org.mineban.operations.FieldType;
import org.mineban.operations.NotChecked.Reason;
import org.mineban.operations.RegisterVersion;

/** Days, and the people and organisations who stand behind a record. */
final class DateChecks {

    private static final int EARLIEST_YEAR = 1914;

    /** Programs write these days when they know none. */
    private static final List<LocalDate> PLACEHOLDERS = List.of(LocalDate.of(1900, 1, 1), LocalDate.of(1970, 1, 1));

    /** In each row, no day comes before the one to its left. */
    private static final List<List<String>> ORDERS = List.of(
            List.of("emplaced_from", "emplaced_to", "discovered_on"),
            List.of("started_on", "ended_on"),
            List.of("completed_on", "released_on", "handed_over_on"),
            List.of("found_on", "destroyed_on"),
            List.of("happened_on", "investigated_on"));

    private DateChecks() {}

    /** Nothing has happened in the future, and what comes after something else did not happen before it. */
    static void v26(Examined record, CheckContext context, Answers answers) {
        boolean planned = Said.is(record, "activity_status", "PLANNED");
        for (FieldDefinition field : context.dictionary().fields(record.kind()).values()) {
            if (field.type() != FieldType.DATE || planned) {
                continue;
            }
            Said.date(record, field.name())
                    .filter(date -> Said.surelyAfter(date, context.today()))
                    .ifPresent(date -> future(field.name(), date.toString(), context, answers));
        }
        if (record.content().validFrom().isAfter(context.today()) && !planned) {
            future("valid_from", record.content().validFrom().toString(), context, answers);
        }
        for (List<String> order : ORDERS) {
            order(record, order, answers);
        }
        record.version().ifPresent(version -> versions(version, answers));
    }

    private static void future(String field, String date, CheckContext context, Answers answers) {
        answers.blocks(
                field, "future", Map.of("date", date, "today", context.today().toString()));
    }

    private static void order(Examined record, List<String> order, Answers answers) {
        for (int i = 0; i < order.size(); i++) {
            Optional<PartialDate> first = Said.date(record, order.get(i));
            for (int j = i + 1; j < order.size() && first.isPresent(); j++) {
                Optional<PartialDate> second = Said.date(record, order.get(j));
                if (second.isPresent() && Said.surelyAfter(first.get(), second.get())) {
                    answers.blocks(
                            order.get(j),
                            "order",
                            Map.of(
                                    "earlier", order.get(i),
                                    "first", first.get().toString(),
                                    "later", order.get(j),
                                    "second", second.get().toString()));
                }
            }
        }
    }

    /** What is reported happened before, and it is approved after. */
    private static void versions(RegisterVersion version, Answers answers) {
        if (version.approvedAt().isPresent() && version.approvedAt().get().isBefore(version.recordedAt())) {
            answers.blocks(
                    "approved_at",
                    "order",
                    Map.of(
                            "earlier",
                            "recorded_at",
                            "first",
                            version.recordedAt().toString(),
                            "later",
                            "approved_at",
                            "second",
                            version.approvedAt().get().toString()));
        }
    }

    /** No modern mine is older than 1914, nor than the conflict; some days are only placeholders. */
    static void v27(Examined record, CheckContext context, Answers answers) {
        if (context.settings().conflictStart().isEmpty()) {
            answers.not(Reason.NO_SETTING, "conflict_start");
        }
        int first = context.settings()
                .conflictStart()
                .map(year -> Math.max(EARLIEST_YEAR, year.getValue()))
                .orElse(EARLIEST_YEAR);
        for (FieldDefinition field : context.dictionary().fields(record.kind()).values()) {
            if (field.type() == FieldType.DATE) {
                Said.date(record, field.name()).ifPresent(date -> old(field.name(), date, first, answers));
            }
        }
        old("valid_from", PartialDate.of(record.content().validFrom()), first, answers);
    }

    private static void old(String field, PartialDate date, int first, Answers answers) {
        if (date.day().filter(PLACEHOLDERS::contains).isPresent()) {
            answers.warns(field, "placeholder", Map.of("date", date.toString()));
        } else if (date.latest().getYear() < first) {
            answers.warns(field, "", Map.of("date", date.toString(), "first", Integer.toString(first)));
        }
    }

    /** Whoever worked was accredited for that work, all the time. */
    static void v28(Examined activity, CheckContext context, Answers answers) {
        Optional<String> organisation = activity.fields().text("organisation");
        if (organisation.isEmpty()) {
            answers.not(Reason.NO_VALUE, "organisation");
            return;
        }
        Optional<CheckLists.Accreditations> list = context.lists().accreditations();
        if (list.isEmpty()) {
            answers.not(Reason.NO_LIST, "accreditations");
            return;
        }
        if (!list.get().knows(organisation.get())) {
            answers.blocks("organisation", "unknown", Map.of("organisation", organisation.get()));
            return;
        }
        Optional<PartialDate> started = Said.date(activity, "started_on");
        Optional<String> type = activity.fields().text("activity_type");
        if (started.isEmpty() || type.isEmpty()) {
            answers.not(Reason.NO_VALUE, started.isEmpty() ? "started_on" : "activity_type");
            return;
        }
        LocalDate from = started.get().earliest();
        LocalDate to = Said.date(activity, "ended_on").map(PartialDate::latest).orElse(context.today());
        Optional<Boolean> covered = list.get().covers(organisation.get(), type.get(), from, to);
        Map<String, Object> values = Map.of(
                "organisation", organisation.get(), "type", type.get(), "from", from.toString(), "to", to.toString());
        if (covered.isEmpty()) {
            answers.warns("organisation", "no-data", values);
        } else if (!covered.get()) {
            answers.blocks("organisation", "", values);
        }
    }

    /** Nobody approves or verifies what they wrote. */
    static void v59(Examined record, CheckContext context, Answers answers) {
        Optional<RegisterVersion> version = record.version();
        if (version.isEmpty()) {
            return;
        }
        String author = version.get().author();
        if (version.get().approvedBy().filter(author::equals).isPresent()) {
            answers.blocks("approved_by", "", Map.of("step", "approve"));
        }
        if (version.get().verifiedBy().filter(author::equals).isPresent()) {
            answers.blocks("verified_by", "", Map.of("step", "verify"));
        }
    }

    /** An open area that nobody has looked at for years. */
    static void v60(Examined area, CheckContext context, Answers answers) {
        if (!area.open()) {
            return;
        }
        LocalDate seen = area.content().validFrom();
        for (String field : List.of("evidence_on", "marked_on", "discovered_on")) {
            LocalDate day = Said.date(area, field).map(PartialDate::latest).orElse(LocalDate.MIN);
            seen = day.isAfter(seen) ? day : seen;
        }
        long years = ChronoUnit.YEARS.between(seen, context.today());
        if (years >= context.settings().verificationYears()) {
            answers.informs("", "", Map.of("years", years, "seen", seen.toString()));
        }
    }
}
