package org.mineban.translations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;

@DisplayName("The rules of texts")
class TextRulesTest {

    /** Words that are the same in every language: formats, symbols, names of programs and commands. */
    private static final Set<String> SAME_EVERYWHERE = Set.of(
            "A/RES", "API", "CSV", "ICS", "ISO", "JSON", "Mineban", "PDF", "XLSX", "XLIFF", "Atom", "DOCX", "HTML");

    /** Texts of one word that are the same in English and in French. */
    private static final Set<String> FRENCH_TOO = Set.of(
            "Article",
            "Code",
            "Code (ISO 3166)",
            "Communication",
            "Convention",
            "Date",
            "Exceptions",
            "Invitation",
            "Licence",
            "Message",
            "Mines",
            "Note {number}",
            "Note verbale",
            "Notes",
            "Organisations",
            "Pages",
            "Permission",
            "Ratification",
            "Session",
            "Signature",
            "Source",
            "Sources",
            "Succession",
            "Vote",
            "dates");

    /** Texts of one word that are the same in English and in Spanish. */
    private static final Set<String> SPANISH_TOO = Set.of("Roles", "no");

    /** Documents in Arabic, Chinese and Russian print this line in Latin letters. */
    private static final String DISTRIBUTION = "resolution.masthead.distribution";

    private static final Pattern WORD = Pattern.compile("[\\p{L}/]+");

    private final Messages messages = new Messages();

    static Stream<Language> targets() {
        return Arrays.stream(Language.values()).filter(language -> language != Language.ENGLISH);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void are_kept_by_every_text_of_the_program(Language language) {
        assertThat(messages.keys(language))
                .allSatisfy(key -> assertThat(TextRules.check(
                                language, messages.pattern(Language.ENGLISH, key), messages.pattern(language, key)))
                        .as(language.code() + " " + key)
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("targets")
    void find_no_text_left_in_english(Language language) {
        assertThat(messages.keys(language))
                .filteredOn(key -> !key.startsWith("language."))
                .filteredOn(key -> messages.pattern(language, key).equals(messages.pattern(Language.ENGLISH, key)))
                .filteredOn(key -> !words(messages.pattern(language, key)).isEmpty())
                .filteredOn(key -> language != Language.FRENCH || !FRENCH_TOO.contains(messages.pattern(language, key)))
                .filteredOn(
                        key -> language != Language.SPANISH || !SPANISH_TOO.contains(messages.pattern(language, key)))
                .filteredOn(key -> !key.equals(DISTRIBUTION))
                .isEmpty();
    }

    /** The words of a pattern that would have to be translated. */
    private static List<String> words(String pattern) {
        return WORD.matcher(PatternShape.of(pattern).said())
                .results()
                .map(found -> found.group())
                .filter(word -> word.length() > 1 && !SAME_EVERYWHERE.contains(word))
                .toList();
    }

    @ParameterizedTest(name = "{0}: {2} ({3})")
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | {day} | le {jour}              | placeholders",
                "fr | {day} | le jour                | placeholders",
                "fr | {day} | d'{day}                | straight-apostrophe",
                "fr | {day} | le {day                | pattern",
                "fr | {day} | le {day}}              | pattern",
                "fr | {day} | {day, plural, one {a}} | pattern",
                "fr | {day} | {day, plural, one {#} many {#} other {#}} | placeholder-kind",
                "fr | {day} | {day, date}            | placeholder-kind",
                "fr | {n, plural, one {#} other {#}} | {n, plural, one {#} other {#}} | plural-forms",
                "ru | {n, plural, one {#} other {#}} | {n, plural, one {# a} other {# б}} | plural-forms",
                "ar | {n, plural, one {#} other {#}} | {n, plural, zero {ا} one {ا} two {ا} few {#} other {#}} | plural-forms",
                "zh | {n, plural, one {#} other {#}} | {n, plural, one {一} other {#}} | plural-forms",
                "es | {a, select, none {} other {b}} | {a, select, nada {} other {b}} | choice-words",
                "ar | Go to the content | Aller au contenu   | script",
                "zh | Go to the content | Перейти к тексту   | script",
                "ru | Go to the content | Go to the contents | script",
                "fr | Go | ' '                              | empty"
            })
    void refuse(String language, String english, String text, String rule) {
        assertThat(TextRules.check(Language.find(language).orElseThrow(), english, text.equals("' '") ? " " : text))
                .hasValueSatisfying(broken -> assertThat(broken.rule()).isEqualTo(rule));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | {n, plural, one {# mine} other {# mines}} | Mines : {n}",
                "fr | {day} of {n} | {n}, le {day}",
                "zh | {n, plural, one {# mine} other {# mines}} | {n, plural, =0 {没有} other {#枚}}",
                "ar | JSON | JSON",
                "ar | Article {n} | {n, select, 7 {المادة السابعة} other {المادة {n}}}",
                "ru | {n, plural, one {#} other {#}} | {n, plural, one {# раз} few {# раза} many {# раз} other {# раза}}"
            })
    void accept(String language, String english, String text) {
        assertThat(TextRules.check(Language.find(language).orElseThrow(), english, text))
                .isEmpty();
    }

    @Test
    void refuse_a_word_that_mixes_scripts_and_name_it() {
        assertThat(TextRules.check(Language.RUSSIAN, "Mine", "Противопехотная минa")) // with a Latin a
                .contains(new BrokenRule("mixed-scripts", Map.of("word", "минa")));
    }

    @ParameterizedTest
    @CsvSource({"9, control-character", "10, control-character", "0, control-character"})
    void refuse_characters_that_cannot_be_shown(int code, String rule) {
        assertThat(TextRules.check(Language.FRENCH, "Go", "Allez" + (char) code + "y"))
                .map(BrokenRule::rule)
                .contains(rule);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void have_a_sentence_in_every_language(Language language) {
        Set<String> rules = new TreeSet<>(Set.of(
                "empty",
                "too-long",
                "control-character",
                "straight-apostrophe",
                "pattern",
                "placeholders",
                "placeholder-kind",
                "plural-forms",
                "choice-words",
                "script",
                "mixed-scripts",
                "unknown-key",
                "source-changed",
                "untranslated",
                "twice"));
        assertThat(rules).allSatisfy(rule -> assertThat(messages.keys(language)).contains("translation.rule." + rule));
    }
}
