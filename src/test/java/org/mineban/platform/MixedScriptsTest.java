package org.mineban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mineban.presentation.Knowledge;

/** After the restriction levels of Unicode Technical Standard 39, section 5.2. */
@DisplayName("A word of mixed scripts")
class MixedScriptsTest {

    @ParameterizedTest
    @CsvSource({
        "Ukr\u0430ine and others, Ukr\u0430ine", // a Cyrillic a
        "the \u03a1eople, \u03a1eople", // a Greek Rho
        "минa, минa", // a Latin a
    })
    void is_found(String text, String word) {
        assertThat(MixedScripts.firstIn(text)).contains(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ukraine Україна Ελλάδα أوكرانيا 乌克兰",
                "Côte d’Ivoire",
                "12MSP/2012/1",
                "AND وOR",
                "卡拉OK",
                "мины-ловушки",
                "",
                "\ud800"
            })
    void is_not_seen_where_scripts_stand_side_by_side(String text) {
        assertThat(MixedScripts.within(text)).isFalse();
    }

    @Test
    void is_nowhere_in_the_facts_that_come_with_the_program() {
        assertThat(Knowledge.load(new Messages()).tables())
                .allSatisfy(table -> assertThat(table.rows())
                        .allSatisfy(row -> assertThat(row.fields().values()).noneMatch(MixedScripts::within)));
    }
}
