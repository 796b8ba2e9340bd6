package org.mineban.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import mineban.tables.Tables;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.audit.AuditTrail;
import org.mineban.mail.TestClock;
import org.mineban.secrets.Token;
import org.mineban.storage.Database;
import org.mineban.storage.Engine;
import org.mineban.storage.OnBothEngines;

@DisplayName("A private calendar")
class CalendarFeedsTest extends OnBothEngines {

    private static final UUID SOMEBODY = new UUID(0x7000, 1);
    private static final UUID OTHER = new UUID(0x7000, 2);

    private final TestClock clock = new TestClock("2026-11-24T09:00:00Z");

    @ParameterizedTest
    @EnumSource
    void has_an_address_that_only_its_owner_knows_until_it_is_made_anew_or_ended(Engine engine) {
        Database database = open(engine, clock);
        CalendarFeeds feeds = new CalendarFeeds(database, new AuditTrail());
        assertThat(feeds.of(SOMEBODY)).isEmpty();

        Token first = feeds.make(SOMEBODY);
        Token others = feeds.make(OTHER);
        assertThat(feeds.open(first.text(), clock.instant())).contains(SOMEBODY);
        assertThat(feeds.open(others.text(), clock.instant())).contains(OTHER);
        assertThat(feeds.open(first.text() + "x", clock.instant())).isEmpty();
        assertThat(database.<String>read(sql -> sql.fetch(Tables.CALENDAR_FEED).toString()))
                .doesNotContain(first.text());

        Token second = feeds.make(SOMEBODY);
        assertThat(feeds.open(first.text(), clock.instant())).isEmpty();
        assertThat(feeds.open(second.text(), clock.instant())).contains(SOMEBODY);

        feeds.end(SOMEBODY);
        assertThat(feeds.open(second.text(), clock.instant())).isEmpty();
        assertThat(feeds.of(SOMEBODY)).isEmpty();
        assertThat(feeds.of(OTHER)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void says_when_it_was_last_used_to_ten_minutes(Engine engine) {
        Database database = open(engine, clock);
        CalendarFeeds feeds = new CalendarFeeds(database, new AuditTrail());
        String token = feeds.make(SOMEBODY).text();
        assertThat(used(feeds)).isEmpty();

        feeds.open(token, clock.instant());
        assertThat(used(feeds)).contains(clock.instant());
        clock.move(Duration.ofMinutes(9));
        feeds.open(token, clock.instant());
        assertThat(used(feeds)).contains(clock.instant().minus(Duration.ofMinutes(9)));
        clock.move(Duration.ofMinutes(1));
        feeds.open(token, clock.instant());
        assertThat(used(feeds)).contains(clock.instant());
    }

    private static Optional<java.time.Instant> used(CalendarFeeds feeds) {
        return feeds.of(SOMEBODY).orElseThrow().usedAt();
    }
}
