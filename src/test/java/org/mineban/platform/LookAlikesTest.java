package org.mineban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A name that looks like another")
class LookAlikesTest {

    @ParameterizedTest
    @CsvSource({
        "МАС, MAC", // wholly in Cyrillic letters
        "ОРЕС, OPEC",
        "HALO Тrust, HALO Trust", // one Cyrillic letter
        "ΜΑΕ, MAE", // Greek
        "Minе Action, MINE ACTION", // a Cyrillic e, and other case
        "HAL0 Trust, HALO Trust", // a zero
        "ＭＡＧ, MAG", // wide letters
        "Mine  Action, Mine Action",
    })
    void is_found(String name, String other) {
        assertThat(LookAlikes.among(name, List.of("Something else", other))).contains(other);
        assertThat(LookAlikes.among(other, List.of("Something else", name))).contains(name);
    }

    @Test
    void is_found_also_with_marks_that_nobody_sees() {
        assertThat(LookAlikes.among("M\u200bAG\u202e", List.of("MAG"))).contains("MAG");
    }

    @ParameterizedTest
    @CsvSource({
        "MAG, HALO Trust",
        "Министерство обороны, Ministerstvo oborony",
        "Norwegian People’s Aid, Danish Refugee Council",
        "地雷行动中心, 地雷行動中心",
        "المركز الوطني, المركز الوطنى للألغام",
    })
    void is_not_seen_where_names_differ(String name, String other) {
        assertThat(LookAlikes.among(name, List.of(other))).isEmpty();
    }

    @Test
    void is_not_the_name_itself() {
        assertThat(LookAlikes.among("MAG", List.of("MAG"))).isEmpty();
    }
}
