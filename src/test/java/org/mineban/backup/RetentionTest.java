package org.mineban.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of backups made by plan")
class RetentionTest {

    private static Instant at(String day) {
        return Instant.parse(day + "T03:00:00Z");
    }

    private static List<Instant> at(String... days) {
        return Stream.of(days).map(RetentionTest::at).toList();
    }

    /** 24 November 2026 is a Tuesday: the week began on the 23rd, the one before ended on Sunday the 22nd. */
    @Test
    void the_last_of_each_day_week_and_month_is_kept() {
        List<Instant> made = at(
                "2026-09-29",
                "2026-09-30",
                "2026-10-30",
                "2026-10-31",
                "2026-11-15",
                "2026-11-21",
                "2026-11-22",
                "2026-11-23",
                "2026-11-24");

        assertThat(new Retention(2, 3, 3).kept(made))
                .containsExactlyElementsOf(
                        at("2026-09-30", "2026-10-31", "2026-11-15", "2026-11-22", "2026-11-23", "2026-11-24"));
    }

    @Test
    void the_last_of_a_day_with_several_is_kept() {
        Instant later = Instant.parse("2026-11-24T15:00:00Z");

        assertThat(new Retention(1, 0, 0).kept(List.of(at("2026-11-24"), later)))
                .containsExactly(later);
    }

    @Test
    void days_without_one_do_not_count() {
        assertThat(new Retention(2, 0, 0).kept(at("2026-01-01", "2026-06-01", "2026-11-24")))
                .containsExactlyElementsOf(at("2026-06-01", "2026-11-24"));
    }

    @Test
    void the_newest_is_kept_whatever_the_rule() {
        assertThat(new Retention(0, 0, 0).kept(at("2026-11-23", "2026-11-24"))).containsExactly(at("2026-11-24"));
        assertThat(Retention.USUAL.kept(List.of())).isEmpty();
    }
}
