package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** w3m stands for the worst connection and the oldest machine: text alone, in the order in which it is sent. */
@DisplayName("In a text browser")
@Tag("browser")
class TextBrowserTest {

    private static final Path W3M = Path.of("/usr/bin/w3m");

    @BeforeEach
    void installed() {
        assumeTrue(Files.isExecutable(W3M), "Left out: there is no " + W3M + " on this machine.");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Words to look for, Days often asked about: 3 December 2012 · 1 December 2025 · Today, 'Ukraine UKR',"
                + " 'State Party, since 1 June 2006 → why', Eastern European States, PDF · DOCX, Duties on 24 November 2026",
        "fr, Mots à chercher, 3 décembre 2012 · 1er décembre 2025, Ukraine UKR, depuis le 1er juin 2006 → pourquoi,"
                + " États d’Europe orientale, PDF · DOCX, 24 novembre 2026",
        "ru, Искомые слова, 3 декабря 2012 года · 1 декабря 2025 года, Украина UKR, 1 июня 2006 года → почему,"
                + " Государства Восточной Европы, PDF · DOCX, 24 ноября 2026 года",
        "ar, الكلمات المطلوبة, 3 كانون الأول/ديسمبر 2012 · 1 كانون الأول/ديسمبر 2025, أوكرانيا UKR, ← لماذا,"
                + " دول أوروبا الشرقية, PDF · DOCX, 24 تشرين الثاني/نوفمبر 2026",
        "zh, 要搜索的词语, 2012年12月3日 · 2025年12月1日, 乌克兰 UKR, → 理由, 东欧国家, PDF · DOCX, 2026年11月24日的义务"
    })
    void a_state_reads_in_order(
            String language,
            String search,
            String days,
            String name,
            String standing,
            String group,
            String files,
            String duties) {
        assertThat(dump("/" + language + "/states/UKR"))
                .containsSubsequence(search, days, name, standing, group, files, duties);
    }

    @Test
    void a_supposition_says_that_it_is_one_before_its_dates() {
        assertThat(dump("/en/what-if?state=GEO&deposit=2027-03-15"))
                .containsSubsequence(
                        "Day of deposit [2027-03-15",
                        "If Georgia deposited its instrument on 15 March 2027",
                        "This is a supposition, not a fact of the record.",
                        "What would follow",
                        "1 September 2027");
    }

    @Test
    void a_resolution_has_its_record_after_each_paragraph() {
        assertThat(dump("/en"))
                .containsSubsequence(
                        "General Assembly A/RES/67/32",
                        "Resolution adopted by the General Assembly on 3 December 2012",
                        "Recalling",
                        "30 resolutions of this series had been adopted by 24 November 2026.",
                        "Reaffirming");
    }

    @Test
    void what_was_found_and_what_was_not_is_said() {
        assertThat(dump("/en/search?q=mines")).containsSubsequence("Words to look for [mines", "results", " 1. ");
        assertThat(dump("/en/duties?year=12"))
                .containsSubsequence("This cannot be shown", "“12” is not a year", "Go to the field and correct it");
    }

    /** The page as w3m shows it, each run of spaces made one. */
    private static String dump(String path) {
        try {
            Process w3m = new ProcessBuilder(
                            W3M.toString(),
                            "-dump",
                            "-cols",
                            "200",
                            "-I",
                            "UTF-8",
                            "-O",
                            "UTF-8",
                            RunningPortal.address(path))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(w3m.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
