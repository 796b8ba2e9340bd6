package org.mineban.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mineban.kernel.Language;

@DisplayName("Words of a text and words of a query")
class TokenizerTest {

    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource({
        "en, mine, mines",
        "en, Claymore, CLAYMORE",
        "en, antipersonnel, anti-personnel",
        "en, antipersonnel, Anti‑Personnel",
        "en, naïve, naive",
        "en, State’s, state",
        "en, ﬁeld, field",
        "fr, mines, mine",
        "fr, antipersonnel, antipersonnels",
        "fr, déminage, deminage",
        "fr, État, etats",
        "fr, l’emploi, emplois",
        "fr, œuvre, oeuvres",
        "es, minas, mina",
        "es, destrucción, destruccion",
        "es, año, años",
        "es, país, países",
        "es, Estado, estados",
        "fr, pays, pays",
        "ru, мины, мин",
        "ru, мина, минами",
        "ru, МИНЫ, мины",
        "ru, приём, прием",
        "zh, 地雷, 地雷",
        "zh, ＡＢＣ, abc",
        "ar, ألغام, الألغام",
        "ar, ألغام, للألغام",
        "ar, ألغام, الأَلْغام",
        "ar, ألغام, والألغام",
        "ar, ألغام, بالألغام",
        "ar, ألغام, الغام",
        "ar, ألغام, ألغـــام",
        "ar, ألغام, وألغام",
        "ar, الاتفاقية, اتفاقيه",
        "ar, على, علي",
        "ar, لغم, للألغام",
        "ar, الدولة, الدول",
        "ar, ضحايا, الضحية",
        "ar, ليبيا, لليبيا",
        "ar, ٢٠١٢, 2012",
    })
    void become_the_same(String language, String one, String other) {
        Tokenizer tokenizer = new Tokenizer(Language.find(language).orElseThrow());

        assertThat(meet(tokenizer, one, other))
                .as("a query for the first finds the second")
                .isTrue();
        assertThat(meet(tokenizer, other, one)).as("and the other way round").isTrue();
    }

    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource({
        "en, mine, minute",
        "en, signature, ratification",
        "fr, mine, main",
        "ru, мина, мир",
        "zh, 地雷, 地面",
        "ar, ألغام, أسلحة",
    })
    void stay_apart_when_they_are_different(String language, String one, String other) {
        Tokenizer tokenizer = new Tokenizer(Language.find(language).orElseThrow());

        assertThat(meet(tokenizer, one, other)).isFalse();
    }

    @Test
    void keep_every_other_language_as_its_own_script_wants_it() {
        assertThat(forms(Language.ENGLISH, "мины и ألغام")).contains("мин", "لغم");
    }

    @Test
    void find_a_word_of_two_characters_inside_a_longer_one() {
        assertThat(forms(Language.CHINESE, "杀伤人员地雷")).contains("地雷", "雷", "人员");
    }

    @Test
    void count_the_parts_of_a_hyphenated_word_as_one_place() {
        assertThat(new Tokenizer(Language.ENGLISH).tokens("Claymore-type mines"))
                .extracting(Token::form, Token::position)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("claymoretyp", 0),
                        org.assertj.core.groups.Tuple.tuple("claymor", 0),
                        org.assertj.core.groups.Tuple.tuple("type", 0),
                        org.assertj.core.groups.Tuple.tuple("mine", 1));
    }

    @Test
    void know_where_they_stand() {
        String text = "Les «mines» de l’État";

        assertThat(new Tokenizer(Language.FRENCH).tokens(text))
                .extracting(token -> text.substring(token.start(), token.end()))
                .containsExactly("Les", "mines", "de", "l’État");
    }

    @Test
    void are_not_changed_by_marks_that_cannot_be_seen() {
        assertThat(forms(Language.ENGLISH, "mi\u202Ene\u200F\u00ADs")).contains("mine");
        assertThat(Folding.visible("a\u202Eb\u0000c\uD800d\u2028e")).isEqualTo("ab cd e");
    }

    @Test
    void may_be_very_long() {
        assertThat(forms(Language.ENGLISH, "x".repeat(100_000)))
                .allSatisfy(form -> assertThat(form).hasSizeLessThanOrEqualTo(64));
    }

    private static boolean meet(Tokenizer tokenizer, String query, String text) {
        Set<String> forms = tokenizer.tokens(text).stream().map(Token::form).collect(Collectors.toSet());
        return !tokenizer.sought(query).isEmpty()
                && tokenizer.sought(query).values().stream()
                        .allMatch(place -> place.stream().anyMatch(forms::contains));
    }

    private static Set<String> forms(Language language, String text) {
        return new Tokenizer(language)
                .tokens(text).stream().map(Token::form).collect(Collectors.toCollection(TreeSet::new));
    }
}
