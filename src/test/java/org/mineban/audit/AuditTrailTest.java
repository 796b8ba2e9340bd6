package org.mineban.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
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

        AuditTrail.Verification found = database.read(trail::verify);

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
    void names_the_first_entry_that_was_changed(Engine engine) {
        Database database = open(engine);
        IntStream.range(0, 5).forEach(number -> database.change(change -> trail.add(change, event("S" + number))));
        for (String column : List.of("actor", "action", "subject", "reason", "changes", "recorded_at", "hash")) {
            String kept = database.read(sql -> sql.fetchValue("select " + column + " from audit_entry where number = 3")
                    .toString());
            put(database, column, "x" + kept.substring(1));

            assertThat(database.read(trail::verify).firstBroken()).as(column).contains(3L);

            put(database, column, kept);
            assertThat(database.read(trail::verify).firstBroken()).as(column).isEmpty();
        }
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
        Database database = open(engine, new Clock() {
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
                return moments.removeFirst();
            }
        });

        AuditEntry first = database.write(change -> trail.add(change, event("OMN")));
        AuditEntry second = database.write(change -> trail.add(change, event("OMN")));

        assertThat(first.recordedAt()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(second.recordedAt()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(database.read(trail::verify).firstBroken()).isEmpty();
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
