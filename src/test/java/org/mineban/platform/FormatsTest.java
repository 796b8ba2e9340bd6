package org.mineban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;

@DisplayName("Dates and numbers as the United Nations writes them")
class FormatsTest {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "ENGLISH, 2012-12-03, 3 December 2012",
        "FRENCH, 1999-12-01, 1er décembre 1999", // A/RES/67/32 (fr), first recital
        "FRENCH, 2012-12-03, 3 décembre 2012", // the same, masthead
        "ARABIC, 2007-12-17, 17 كانون الأول/ديسمبر 2007", // A/RES/62/99 (ar)
        "SPANISH, 2012-12-03, 3 de diciembre de 2012",
        "RUSSIAN, 2012-12-03, 3 декабря 2012 года",
        "CHINESE, 2012-12-03, 2012年12月3日"
    })
    void a_day(Language language, LocalDate day, String written) {
        assertThat(new Formats(language).date(day)).isEqualTo(written);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "ENGLISH, 2008-03, March 2008",
        "SPANISH, 2008-03, marzo de 2008",
        "RUSSIAN, 2008-03, март 2008 года",
        "CHINESE, 2008-03, 2008年3月",
        "ENGLISH, 2026, 2026",
        "RUSSIAN, 2026, 2026 год"
    })
    void as_precisely_as_it_is_stated(Language language, String date, String written) {
        assertThat(new Formats(language).date(PartialDate.find(date).orElseThrow()))
                .isEqualTo(written);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "ENGLISH, '3,364,433'",
        "FRENCH, 3\u202f364\u202f433",
        "SPANISH, 3\u202f364\u202f433",
        "RUSSIAN, 3\u202f364\u202f433",
        "ARABIC, '3,364,433'",
        "CHINESE, '3,364,433'"
    })
    void a_number(Language language, String written) {
        assertThat(new Formats(language).number(3_364_433)).isEqualTo(written);
    }

    @Test
    void a_share_has_three_decimals() {
        assertThat(new Formats(Language.ENGLISH).percent(new BigDecimal("0.00005")))
                .isEqualTo("0.005%");
        assertThat(new Formats(Language.FRENCH).percent(new BigDecimal("0.21432")))
                .isEqualTo("21,432\u202f%");
    }

    @Test
    void names_in_a_row() {
        assertThat(new Formats(Language.ENGLISH).list(List.of("Marshall Islands", "Poland")))
                .isEqualTo("Marshall Islands and Poland");
        assertThat(new Formats(Language.FRENCH).list(List.of("Îles Marshall", "Pologne")))
                .isEqualTo("Îles Marshall et Pologne");
    }
}
