package org.mineban.resolutions.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Source of the expectations: how the two languages count. */
@DisplayName("Numbers in words and in Roman figures")
class NumberWordsTest {
    private final NumberWords words = new NumberWords();

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "premi\u00E8re, 1",
        "dix-septi\u00E8me, 17",
        "vingt et uni\u00E8me, 21",
        "soixante et onzi\u00E8me, 71",
        "soixante-septi\u00E8me, 67",
        "quatre-vingti\u00E8me, 80",
        "quatre-vingt-dix-neuvi\u00E8me, 99",
        "cent-dix-septi\u00E8me, 117",
        "trois cent cinquante-deuxi\u00E8me, 352",
        "First, 1",
        "Sixty-seventh, 67",
        "Hundred and sixty-third, 163",
        "Three hundred and fifty-second, 352"
    })
    void ordinals(String text, int expected) {
        assertThat(words.ordinal(text)).hasValue(expected);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"onze, 11", "quatre-vingt-dix, 90", "cent soixante, 160", "one hundred and sixty, 160"})
    void cardinals(String text, int expected) {
        assertThat(words.cardinal(text)).hasValue(expected);
    }

    @Test
    void the_ordinal_at_the_end_of_other_words() {
        assertThat(words.trailingOrdinal("\u00E0 sa soixante-huiti\u00E8me")).hasValue(68);
        assertThat(words.trailingOrdinal("the next")).isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"I, 1", "IV, 4", "XIX, 19", "XXX, 30"})
    void roman_numerals(String numeral, int expected) {
        assertThat(Roman.value(numeral)).hasValue(expected);
        assertThat(Roman.write(expected)).isEqualTo(numeral);
    }

    @Test
    void what_is_no_roman_numeral_is_refused() {
        assertThat(Roman.value("IIX")).isEmpty();
        assertThat(Roman.value("")).isEmpty();
        assertThat(Roman.value(Roman.repair("xxl"))).hasValue(21);
    }
}
