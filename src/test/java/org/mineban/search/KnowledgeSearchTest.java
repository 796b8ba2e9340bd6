package org.mineban.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.Facts;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Language;
import org.mineban.presentation.KnowledgeSource;
import org.mineban.submissions.PublishedReports;

@DisplayName("Search in what the program knows")
class KnowledgeSearchTest {

    private static final Search SEARCH = new Search(KnowledgeSource.shipped(Facts.KNOWLEDGE), PublishedReports.NONE);

    @ParameterizedTest(name = "{0}: {1} gives {2} first")
    @CsvSource({
        "en, Ukraine, /states/UKR",
        "fr, Ukraine, /states/UKR",
        "en, Украина, /states/UKR",
        "zh, 乌克兰, /states/UKR",
        "ar, أوكرانيا, /states/UKR",
        "en, UKR, /states/UKR",
        "en, Ukriane, /states/UKR",
        "fr, Etats-Unis d'Amerique, /states/USA",
        "en, Niger, /states/NER",
        "en, Swaziland, /states/SWZ",
        "en, Turkiye, /states/TUR",
        "en, Article 5, /convention#article-5-1",
        "fr, article 17, /convention#article-17-1",
        "en, A/RES/67/32, /resolutions/A-RES-67-32",
        "en, 67/32, /resolutions/A-RES-67-32",
        "en, 12MSP, /data#convention-meetings",
        "en, UNMAS, /data#meetings-organizations",
    })
    void finds_first(String language, String words, String address) {
        Language spoken = Language.find(language).orElseThrow();

        assertThat(find(words, spoken).found().getFirst().address()).isEqualTo(address);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void finds_anti_personnel_mines_in_every_language(Language language) {
        String words = switch (language) {
            case ARABIC -> "ألغام";
            case ENGLISH -> "anti-personnel mine";
            case SPANISH -> "mina antipersonal";
            case FRENCH -> "mine antipersonnel";
            case RUSSIAN -> "противопехотные мины";
            case CHINESE -> "地雷";
        };

        SearchResults results = find(words, language);

        assertThat(results.total()).isGreaterThan(30);
        assertThat(results.found())
                .extracting(found -> found.title().language())
                .contains(language);
        assertThat(results.found().getFirst().title().sought()
                        || results.found().getFirst().excerpt().sought())
                .isTrue();
    }

    @Test
    void filters_by_kind_state_and_year() {
        SearchResults results = SEARCH.find(new SearchQuery(
                "",
                Optional.of(EntryKind.TREATY_ACTION),
                Optional.of(Facts.state("UKR")),
                OptionalInt.of(2005),
                Language.FRENCH,
                1));

        assertThat(results.found())
                .extracting(found -> found.title().text())
                .containsExactly("Ukraine\u00a0: Ratification, 27 décembre 2005");
    }

    @Test
    void has_something_of_every_kind_and_a_page_for_each() {
        List<Entry> entries = Search.entries(Facts.KNOWLEDGE);

        assertThat(entries.stream().map(Entry::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(EntryKind.REPORT)));
        assertThat(entries).allSatisfy(entry -> assertThat(entry.address()).startsWith("/"));
        assertThat(entries).hasSizeGreaterThan(1200);
    }

    @Test
    void leaves_out_what_must_be_checked_before_anybody_is_shown_it() {
        assertThat(Search.entries(Facts.KNOWLEDGE))
                .filteredOn(entry -> entry.texts().containsKey(Language.ENGLISH))
                .noneMatch(entry -> entry.texts().get(Language.ENGLISH).body().contains("before checking"));
    }

    @Test
    void says_what_is_only_remembered() {
        SearchResults results = find("own financial commitments", Language.ENGLISH);
        assertThat(results.found())
                .filteredOn(found -> found.kind() == EntryKind.ACTION_PLAN)
                .allSatisfy(found -> assertThat(found.confidence()).isEqualTo(Confidence.MEMORY));
    }

    private static SearchResults find(String words, Language language) {
        return SEARCH.find(SearchQuery.of(words, language));
    }
}
