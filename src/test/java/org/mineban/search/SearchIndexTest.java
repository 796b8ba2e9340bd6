package org.mineban.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;

/** Search in a small collection written for these cases. */
@DisplayName("Search")
class SearchIndexTest {

    private final SearchIndex index = SearchIndex.of(SearchedEntries.all());

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "claymore, claymore",
        "CLAYMORES, claymore",
        "mines antipersonnel, fr-single",
        "mine antipersonnel, fr-single",
        "antipersonnel, hyphen",
        "anti-personnel mines, hyphen",
        "anti personnel, hyphen",
        "мины, ru",
        "мин, ru",
        "минами, ru",
        "地雷, zh",
        "杀伤人员地雷, zh",
        "地雷杀伤, zh",
        "ألغام, ar",
        "الألغام, ar",
        "للألغام, ar",
        "الأَلْغام, ar",
        "الغام, ar",
        "لغم, ar",
        "minas antipersonal, es",
        "desminado destruccion, es",
        "l’emploi de mines, fr-single",
        "A/RES/67/32, symbol",
        "67/32, symbol",
        "12MSP, symbol",
        "UKR, ukraine",
        "Украина, ukraine",
        "乌克兰, ukraine",
        "أوكرانيا, ukraine",
        "Cote d'Ivoire, ivoire",
        "Côte d’Ivoire, ivoire",
    })
    void finds(String query, String expected) {
        assertThat(ids(query)).contains(expected);
    }

    @Nested
    @DisplayName("reads signs")
    class Signs {

        @Test
        void all_words_are_wanted() {
            assertThat(ids("stockpile destruction")).containsExactly("stockpile");
            assertThat(ids("stockpile AND destruction")).containsExactly("stockpile");
        }

        @Test
        void or_takes_either() {
            assertThat(ids("claymore OR stockpile")).containsExactlyInAnyOrder("claymore", "stockpile");
            assertThat(ids("claymore | stockpile")).containsExactlyInAnyOrder("claymore", "stockpile");
        }

        @Test
        void not_leaves_out() {
            assertThat(ids("use NOT claymore")).contains("together").doesNotContain("claymore");
            assertThat(ids("use -claymore")).contains("together").doesNotContain("claymore");
            assertThat(ids("NOT claymore")).hasSize(SearchedEntries.all().size() - 1);
        }

        @Test
        void quotation_marks_of_any_kind_want_words_in_a_row() {
            assertThat(ids("\"victim assistance\"")).containsExactly("together");
            assertThat(ids("«victim assistance»")).containsExactly("together");
            assertThat(ids("“assistance victim”")).isEmpty();
            assertThat(ids("assistance victim")).containsExactlyInAnyOrder("together", "apart");
            assertThat(ids("\"antipersonnel mines are\"")).containsExactly("hyphen");
            assertThat(ids("\"人员地雷\"")).containsExactly("zh");
        }

        @Test
        void brackets_hold_together() {
            assertThat(ids("(claymore OR stockpile) destruction")).containsExactly("stockpile");
        }

        @Test
        void small_words_are_not_required_beside_others() {
            assertThat(ids("the claymore of the army")).isEmpty();
            assertThat(ids("the claymore of on by")).containsExactly("claymore");
            assertThat(ids("the")).isNotEmpty();
        }
    }

    @Nested
    @DisplayName("bears slips of the pen")
    class Slips {

        @ParameterizedTest(name = "{0} is answered as {1}")
        @CsvSource({
            "Ukriane, Ukraine, ukraine",
            "Ukrane, Ukraine, ukraine",
            "claymroe, Claymore, claymore",
            "antipersonel, antipersonnel, fr-single",
            "stokpile destuction, stockpile destruction, stockpile",
            "Укарина, Украина, ukraine",
            "\"victm assistance\", \"victim assistance\", together",
            "anti-personel, anti-personnel, hyphen",
        })
        void and_says_so(String query, String corrected, String expected) {
            SearchResults results = index.find(SearchQuery.of(query, Language.ENGLISH));

            assertThat(results.corrected()).contains(corrected);
            assertThat(results.found()).extracting(Found::address).contains(expected);
        }

        @Test
        void but_does_not_correct_what_is_right() {
            assertThat(index.find(SearchQuery.of("Ukraine", Language.ENGLISH)).corrected())
                    .isEmpty();
        }

        @Test
        void and_offers_any_of_the_words_when_none_has_all() {
            SearchResults results = index.find(SearchQuery.of("claymore stockpile", Language.ENGLISH));

            assertThat(results.found()).isEmpty();
            assertThat(results.anyWord()).contains("claymore OR stockpile");
        }

        @Test
        void and_finds_nothing_where_nothing_is_near() {
            SearchResults results = index.find(SearchQuery.of("zzzzzzqqqq", Language.ENGLISH));

            assertThat(results.total()).isZero();
            assertThat(results.corrected()).isEmpty();
        }
    }

    @Nested
    @DisplayName("filters")
    class Filters {

        @Test
        void by_kind_state_and_year() {
            assertThat(ids(query("Ukraine", Optional.of(EntryKind.TREATY_ACTION), "", 0)))
                    .containsExactly("ukraine-action");
            assertThat(ids(query("ratification", Optional.empty(), "UKR", 0))).containsExactly("ukraine-action");
            assertThat(ids(query("ratification", Optional.empty(), "", 2005))).containsExactly("ukraine-action");
            assertThat(ids(query("ratification", Optional.empty(), "", 2006))).isEmpty();
        }

        @Test
        void without_words_list_what_they_leave() {
            assertThat(ids(query("", Optional.empty(), "UKR", 0)))
                    .containsExactlyInAnyOrder("ukraine", "ukraine-action");
        }

        private SearchQuery query(String text, Optional<EntryKind> kind, String state, int year) {
            return new SearchQuery(
                    text,
                    kind,
                    Optional.of(state).filter(code -> !code.isEmpty()).map(StateCode::new),
                    year == 0 ? OptionalInt.empty() : OptionalInt.of(year),
                    Language.ENGLISH,
                    1);
        }
    }

    @Test
    void puts_the_state_of_that_name_first() {
        assertThat(ids("Ukraine")).startsWith("ukraine");
        assertThat(ids("ukr")).startsWith("ukraine");
        assertThat(ids("niger")).startsWith("niger");
    }

    @Test
    void shows_the_part_that_was_found_and_marks_it() {
        Found found =
                index.find(SearchQuery.of("claymore", Language.ENGLISH)).found().getFirst();

        assertThat(found.excerpt().pieces())
                .filteredOn(Found.Piece::sought)
                .extracting(Found.Piece::text)
                .contains("Claymore");
        assertThat(found.excerpt().text()).startsWith("…").hasSizeLessThan(240).contains("Claymore-type");
    }

    @Test
    void shows_the_part_that_was_found_of_a_text_of_100_000_characters() {
        String filler = "Nothing is said here. ".repeat(4_600);
        Entry entry = SearchedEntries.entry(
                "long", EntryKind.TERM, "", 0, Map.of("en", "Long|" + filler + "The claymore stands at the end."));
        try (SearchIndex large = SearchIndex.of(List.of(entry))) {
            Found found = large.find(SearchQuery.of("claymore", Language.CHINESE))
                    .found()
                    .getFirst();

            assertThat(found.excerpt().text())
                    .startsWith("…")
                    .endsWith("The claymore stands at the end.")
                    .hasSizeLessThan(240);
            assertThat(found.excerpt().pieces()).contains(new Found.Piece("claymore", true));
        }
    }

    @Test
    void cuts_no_word_and_no_character_in_two() {
        Entry entry = SearchedEntries.entry(
                "cut",
                EntryKind.TERM,
                "",
                0,
                Map.of(
                        "en",
                        "Signs|" + "\ud83d\udca3\ud83d\udca3 e\u0301te\u0301".repeat(40) + " claymore "
                                + "naïvete\u0301 ".repeat(60)));
        try (SearchIndex cut = SearchIndex.of(List.of(entry))) {
            String excerpt = cut.find(SearchQuery.of("claymore", Language.ENGLISH))
                    .found()
                    .getFirst()
                    .excerpt()
                    .text();

            assertThat(excerpt).endsWith(" naïvete\u0301…");
            assertThat(excerpt.codePoints())
                    .noneMatch(character -> Character.getType(character) == Character.SURROGATE);
            assertThat(excerpt.charAt(1)).isNotEqualTo('\u0301');
        }
    }

    @Test
    void marks_a_chinese_word_and_a_whole_symbol() {
        assertThat(sought("地雷")).contains("地雷");
        assertThat(sought("A/RES/67/32")).contains("A/RES/67/32").doesNotContain("A");
        assertThat(sought("ألغام")).contains("الألغام");
    }

    @Test
    void shows_in_which_other_language_it_found_a_name() {
        Found found =
                index.find(SearchQuery.of("Украина", Language.ENGLISH)).found().getFirst();

        assertThat(found.title().text()).isEqualTo("Ukraine");
        assertThat(found.excerpt().language()).isEqualTo(Language.RUSSIAN);
        assertThat(found.excerpt().text()).isEqualTo("Украина");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "~",
                "\"",
                "\"\"\"",
                "(((((",
                ")))))",
                "AND OR NOT",
                "NOT NOT NOT NOT",
                "- + | !",
                "OR claymore OR",
                "claymore~2 mine*^4 [a TO b] {x} title:y \\ /re.g*ex/",
                "'; DROP TABLE states; --",
                "<script>alert(1)</script>",
                "\u202Eclaymore\u202C",
                "\uD800\uDC00\uD800",
                "\u0000\u0001\uFFFF",
                "((((((((((((((((((((claymore))))))))))))))))))))",
            })
    void is_never_in_error(String query) {
        assertThat(index.find(SearchQuery.of(query, Language.ENGLISH)).found()).isNotNull();
    }

    @Test
    void reads_through_marks_of_direction() {
        assertThat(ids("\u202Eclay\u200Fmore\u202C")).containsExactly("claymore");
        assertThat(index.find(SearchQuery.of("\u202Eclay\u200Fmore\u202C", Language.ENGLISH))
                        .read())
                .isEqualTo("claymore");
    }

    @Test
    void reads_no_more_than_the_beginning_of_a_long_query() {
        SearchResults results = index.find(SearchQuery.of("claymore ".repeat(1200), Language.ENGLISH));

        assertThat(results.cut()).isTrue();
        assertThat(results.read()).hasSizeLessThanOrEqualTo(SearchQuery.LONGEST);
        assertThat(results.found()).extracting(Found::address).containsExactly("claymore");
    }

    @Test
    void turns_pages() {
        List<Entry> many = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            many.add(SearchedEntries.entry(
                    "many-" + i, EntryKind.TERM, "", 0, Map.of("en", "Term " + i + "|the same words")));
        }
        try (SearchIndex large = SearchIndex.of(many)) {
            SearchQuery third = new SearchQuery(
                    "words", Optional.empty(), Optional.empty(), OptionalInt.empty(), Language.ENGLISH, 3);

            SearchResults results = large.find(third);

            assertThat(results.total()).isEqualTo(45);
            assertThat(results.pages()).isEqualTo(3);
            assertThat(results.found()).hasSize(5);
        }
    }

    private List<String> sought(String query) {
        return index.find(SearchQuery.of(query, Language.ENGLISH)).found().stream()
                .flatMap(found -> java.util.stream.Stream.of(found.title(), found.excerpt()))
                .flatMap(line -> line.pieces().stream())
                .filter(Found.Piece::sought)
                .map(Found.Piece::text)
                .toList();
    }

    private List<String> ids(String query) {
        return ids(SearchQuery.of(query, Language.ENGLISH));
    }

    private List<String> ids(SearchQuery query) {
        return index.find(query).found().stream().map(Found::address).toList();
    }
}
