package org.mineban.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A day that a person asks about")
class AskedDayTest {

    @Test
    void is_read_in_iso_8601() {
        assertThat(AskedDay.parse("2012-12-03")).isEqualTo(LocalDate.of(2012, 12, 3));
        assertThat(AskedDay.parse("1997-01-01")).isEqualTo(AskedDay.FIRST);
        assertThat(AskedDay.parse("2100-12-31")).isEqualTo(AskedDay.LAST);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "03/04/2012, day-not-iso",
        "2012-2-3, day-not-iso",
        "yesterday, day-not-iso",
        "'', day-not-iso",
        "2013-02-30, day-not-in-calendar",
        "2013-02-29, day-not-in-calendar",
        "2013-13-01, day-not-in-calendar",
        "0000-00-00, day-not-in-calendar",
        "1996-12-31, day-out-of-range",
        "2101-01-01, day-out-of-range",
        "9999-12-31, day-out-of-range"
    })
    void is_refused_with_the_reason(String text, String problem) {
        assertThatThrownBy(() -> AskedDay.parse(text)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().id()).isEqualTo(problem);
            assertThat(refused.problem().values()).containsEntry("value", text);
        });
    }
}
