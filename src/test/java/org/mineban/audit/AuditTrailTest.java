package org.mineban.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Database;
import org.mineban.storage.Engine;
import org.mineban.storage.OnBothEngines;

@DisplayName("The audit trail")
class AuditTrailTest extends OnBothEngines {

    private final AuditTrail trail = new AuditTrail();

    @ParameterizedTest
    @EnumSource
    void says_who_changed_what_why_from_what_to_what(Engine engine) {
        Database database = open(engine);
        AuditEvent event = event("OMN", new Change("deposit", Optional.empty(), Optional.of("2014-08-20")));

        database.change(change -> trail.add(change, event));

        List<AuditEntry> entries = database.read(sql -> trail.of(sql, "treaty-action", "OMN", 10));
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().number()).isEqualTo(1);
        assertThat(entries.getFirst().event()).isEqualTo(event);
    }

    @ParameterizedTest
    @EnumSource
    void is_whole_after_many_wrote_at_once(Engine engine) {
        Database database = open(engine);
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 100)
                    .forEach(number ->
                            writers.execute(() -> database.change(change -> trail.add(change, event("S" + number)))));
        }

        Verification found = database.read(trail::verify);

        assertThat(found.entries()).isEqualTo(100);
        assertThat(found.head().number()).isEqualTo(100);
        assertThat(found.firstBroken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void keeps_no_entry_of_a_change_that_failed(Engine engine) {
        Database database = open(engine);

        assertThatThrownBy(() -> database.change(change -> {
                    trail.add(change, event("OMN"));
                    throw new IllegalArgumentException("after the entry");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(database.read(trail::verify).entries()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void names_the_first_entry_of_which_any_column_was_changed(Engine engine) {
        Database database = open(engine);
        IntStream.range(0, 5).forEach(number -> database.change(change -> trail.add(change, event("S" + number))));
        for (String column : List.of(
                "recorded_at",
                "actor",
                "action",
                "subject_kind",
                "subject",
                "state",
                "reason",
                "changes",
                "previous_hash",
                "hash")) {
            String kept = text(database, "select " + column + " from audit_entry where number = 3");
            for (String spoiled : List.of("x" + kept.substring(1), kept + " ", kept.substring(0, kept.length() - 1))) {
                put(database, column, spoiled);

                assertThat(database.read(trail::verify).fault())
                        .as(column + " " + spoiled)
                        .contains(new Verification.Fault(Verification.Kind.ENTRY_CHANGED, 3));
                assertThat(database.read(sql -> trail.verifyLast(sql, 3)).firstBroken())
                        .contains(3L);
            }
            put(database, column, kept);
            assertThat(database.read(trail::verify).fault()).as(column).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void finds_changes_that_are_written_otherwise_and_mean_the_same(Engine engine) {
        Database database = open(engine);
        database.change(change ->
                trail.add(change, event("OMN", new Change("deposit", Optional.empty(), Optional.of("2014-08-20")))));

        database.change(
                change -> change.sql().execute("update audit_entry set changes = replace(changes, '\":\"', '\": \"')"));

        assertThat(database.read(trail::verify).firstBroken()).contains(1L);
    }

    @ParameterizedTest
    @EnumSource
    void finds_that_the_head_was_changed(Engine engine) {
        Database database = open(engine);
        IntStream.range(0, 3).forEach(number -> database.change(change -> trail.add(change, event("S" + number))));
        for (String column : List.of("id", "number", "hash", "recorded_at")) {
            String kept = text(database, "select " + column + " from audit_head");
            String other = column.equals("id") || column.equals("number") ? "2" : "'x" + kept.substring(1) + "'";
            String same = column.equals("id") || column.equals("number") ? kept : "'" + kept + "'";
            database.change(change -> change.sql().execute("update audit_head set " + column + " = " + other));

            assertThat(database.read(trail::verify).fault())
                    .as(column)
                    .contains(new Verification.Fault(Verification.Kind.HEAD_CHANGED, 3));

            database.change(change -> change.sql().execute("update audit_head set " + column + " = " + same));
        }
        database.change(change -> change.sql().execute("delete from audit_head"));
        assertThat(database.read(trail::verify).fault())
                .contains(new Verification.Fault(Verification.Kind.HEAD_CHANGED, 3));
    }

    @ParameterizedTest
    @EnumSource
    void keeps_one_head_a_day_and_holds_it_and_those_kept_elsewhere_against_the_entries(Engine engine) {
        Database database = open(engine);
        database.change(change -> trail.add(change, event("S1")));
        AuditTrail.DailyHead kept = database.write(trail::keepDailyHead);
        database.change(change -> trail.add(change, event("S2")));

        assertThat(database.write(trail::keepDailyHead)).isEqualTo(kept);
        assertThat(kept.head().number()).isEqualTo(1);
        assertThat(database.read(sql -> trail.verify(sql, List.of(kept.head()))).fault())
                .isEmpty();
        assertThat(database.read(sql -> trail.verify(sql, List.of(new AuditTrail.Head(2, "0".repeat(64)))))
                        .fault())
                .contains(new Verification.Fault(Verification.Kind.KEPT_HEAD, 2));
        assertThat(database.read(sql -> trail.verify(sql, List.of(new AuditTrail.Head(9, "0".repeat(64)))))
                        .fault())
                .contains(new Verification.Fault(Verification.Kind.KEPT_HEAD, 9));

        database.change(change -> change.sql().execute("update audit_daily_head set hash = 'x'"));
        assertThat(database.read(trail::verify).fault())
                .contains(new Verification.Fault(Verification.Kind.DAILY_HEAD, 1));
    }

    @ParameterizedTest
    @EnumSource
    void gives_pages_of_what_fits_without_leaving_any_out(Engine engine) {
        List<Instant> now = new ArrayList<>(List.of(Instant.parse("2026-11-20T00:00:00Z")));
        Database database = open(engine, clockOf(now::getFirst));
        List<AuditEntry> all = new ArrayList<>();
        for (int batch = 0; batch < 12; batch++) {
            int first = batch * 500;
            all.addAll(database.write(change -> trail.addAll(
                    change,
                    IntStream.range(first, first + 500)
                            .mapToObj(number -> new AuditEvent(
                                    "actor-" + number % 3,
                                    number % 1000 == 1 ? "removed" : "changed",
                                    number % 2 == 0 ? "even" : "odd",
                                    "S" + number % 40,
                                    Optional.of(new StateCode(number % 5 == 0 ? "XAA" : "XAB")),
                                    Optional.empty(),
                                    List.of()))
                            .toList())));
            now.set(0, now.getFirst().plus(12, ChronoUnit.HOURS));
        }
        AuditQuery everything = AuditQuery.everything();
        LocalDate day = LocalDate.parse("2026-11-22");
        for (AuditQuery query : List.of(
                everything,
                everything.by("actor-1"),
                everything.subject("odd", "S7"),
                everything.subjectKind("even"),
                everything.state(new StateCode("XAA")).action("removed"),
                everything.by("actor-2").action("removed").subjectKind("odd"),
                everything.subjectKind("even").by("actor-0").state(new StateCode("XAA")),
                everything.subjectKind("odd").subject("even", "S7"),
                everything.from(day).until(day.plusDays(1)).by("actor-1").action("changed"),
                everything.from(day).until(day),
                everything.until(LocalDate.parse("2026-11-19")),
                everything.from(LocalDate.parse("2027-01-01")))) {
            List<AuditEntry> expected =
                    all.reversed().stream().filter(entry -> fits(entry, query)).toList();

            assertThat(pages(database, query)).as(query.toString()).isEqualTo(expected);

            List<AuditEntry> each = new ArrayList<>();
            long count = database.read(sql -> trail.each(sql, query, each::add));
            assertThat(each).isEqualTo(expected);
            assertThat(count).isEqualTo(expected.size());
        }
    }

    private List<AuditEntry> pages(Database database, AuditQuery query) {
        List<AuditEntry> found = new ArrayList<>();
        AuditQuery next = query;
        while (true) {
            AuditQuery asked = next;
            AuditPage page = database.read(sql -> trail.page(sql, asked, 70));
            found.addAll(page.entries());
            if (page.next().isEmpty()) {
                return found;
            }
            next = query.before(page.next().getAsLong());
        }
    }

    private static boolean fits(AuditEntry entry, AuditQuery query) {
        AuditEvent event = entry.event();
        LocalDate on = LocalDate.ofInstant(entry.recordedAt(), ZoneOffset.UTC);
        return query.actor().map(event.actor()::equals).orElse(true)
                && query.action().map(event.action()::equals).orElse(true)
                && query.subjectKind().map(event.subjectKind()::equals).orElse(true)
                && query.subject().map(event.subject()::equals).orElse(true)
                && (query.state().isEmpty() || query.state().equals(event.state()))
                && query.from().map(from -> !on.isBefore(from)).orElse(true)
                && query.until().map(until -> !on.isAfter(until)).orElse(true);
    }

    private static String text(Database database, String query) {
        return database.read(sql -> String.valueOf(sql.fetchValue(query)));
    }

    private static void put(Database database, String column, String text) {
        database.change(change ->
                change.sql().execute("update audit_entry set " + column + " = {0} where number = 3", DSL.val(text)));
    }

    @ParameterizedTest
    @EnumSource
    void names_an_entry_that_was_taken_away_in_the_middle_or_at_the_end(Engine engine) {
        Database database = open(engine);
        IntStream.range(0, 5).forEach(number -> database.change(change -> trail.add(change, event("S" + number))));

        database.change(change -> change.sql().execute("delete from audit_entry where number = 5"));
        assertThat(database.read(trail::verify).firstBroken()).contains(5L);

        database.change(change -> change.sql().execute("delete from audit_entry where number = 2"));
        assertThat(database.read(trail::verify).firstBroken()).contains(2L);
    }

    @ParameterizedTest
    @EnumSource
    void keeps_its_order_when_the_clock_is_set_back(Engine engine) {
        Deque<Instant> moments =
                new ArrayDeque<>(List.of(Instant.parse("2026-11-24T10:00:00Z"), Instant.parse("2026-11-24T09:00:00Z")));
        Database database = open(engine, clockOf(moments::removeFirst));

        AuditEntry first = database.write(change -> trail.add(change, event("OMN")));
        AuditEntry second = database.write(change -> trail.add(change, event("OMN")));

        assertThat(first.recordedAt()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(second.recordedAt()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(database.read(trail::verify).firstBroken()).isEmpty();
    }

    private static Clock clockOf(Supplier<Instant> moments) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return moments.get();
            }
        };
    }

    private static AuditEvent event(String subject, Change... changes) {
        return new AuditEvent(
                "program:test",
                "recorded",
                "treaty-action",
                subject,
                Optional.of(new StateCode("OMN")),
                Optional.of("C.N.528.2014"),
                List.of(changes));
    }
}
