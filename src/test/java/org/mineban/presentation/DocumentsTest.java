package org.mineban.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.Facts;
import org.mineban.documents.Document;
import org.mineban.documents.DocumentFiles;
import org.mineban.documents.DocumentKind;
import org.mineban.documents.PdfCheck;
import org.mineban.kernel.Language;
import org.mineban.parties.State;
import org.mineban.platform.MendedText;
import org.mineban.platform.Messages;
import org.mineban.platform.ReviewState;

@DisplayName("Documents of the record")
class DocumentsTest {

    private static final LocalDate ON = LocalDate.of(2025, 8, 1);
    private static final DocumentFiles FILES = new DocumentFiles(Facts.KNOWLEDGE.messages());

    @ParameterizedTest
    @EnumSource(Language.class)
    void pass_veraPDF_and_show_every_character(Language language) {
        for (Document document : List.of(
                StateDocument.of(Facts.KNOWLEDGE, state("UKR"), ON, language),
                StateDocument.of(Facts.KNOWLEDGE, state("CIV"), ON, language),
                WhatIfDocument.of(Facts.KNOWLEDGE, state("GEO"), LocalDate.of(2027, 3, 15), ON, language),
                DutiesDocument.of(Facts.KNOWLEDGE, Optional.of(state("GNB")), ON, language))) {
            byte[] pdf = written(document, DocumentKind.PDF);

            assertThat(PdfCheck.accessible(pdf)).as(document.title()).isEmpty();
            assertThat(PdfCheck.archivable(pdf)).as(document.title()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH | As of 1 August 2025          | State Party, since 1 June 2006           | Ukraine   | A/RES/67/32
                    FRENCH  | Au 1er août 2025             | État partie                              | Ukraine   | Page 1 sur
                    ARABIC  | حتى 1 آب/أغسطس 2025          | دولة طرف، منذ 1 حزيران/يونيه      | أوكرانيا  | A/RES/67/32
                    CHINESE | 截至2025年8月1日             | 缔约国，自2006年6月1日起                 | 乌克兰    | 第1页，共
                    RUSSIAN | По состоянию на 1 августа 2025 года | Государство-участник              | Украина   | Страница 1 из
                    """)
    void say_in_their_language_of_which_day_they_are_and_what_the_record_says(
            Language language, String day, String standing, String name, String more) {
        String text = text(written(StateDocument.of(Facts.KNOWLEDGE, state("UKR"), ON, language), DocumentKind.PDF));

        assertThat(flat(text)).contains(flat(day), flat(standing), flat(name), flat(more));
        assertThat(text).doesNotContain("12006", "20061"); // the number of a note never runs into a year
    }

    @Test
    void keep_a_full_stop_after_a_year_and_the_number_of_a_note_apart_in_arabic() {
        String text =
                text(written(StateDocument.of(Facts.KNOWLEDGE, state("UKR"), ON, Language.ARABIC), DocumentKind.PDF));

        assertThat(text).contains("27 كانون الأول/ديسمبر").doesNotContain("1.2005", "2005.1");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void say_in_every_format_that_they_are_not_official(Language language) {
        Document document = StateDocument.of(Facts.KNOWLEDGE, state("UKR"), ON, language);
        String notice = Facts.KNOWLEDGE.messages().say(language, "document.notice.independent");

        assertThat(document.masthead().footer()).isNotBlank();
        assertThat(flat(text(written(document, DocumentKind.HTML)))).contains(flat(notice));
        assertThat(flat(text(written(document, DocumentKind.TEXT)))).contains(flat(notice));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void carry_a_mark_where_nobody_has_reviewed_the_language(Language language) {
        boolean unreviewed = Facts.KNOWLEDGE.messages().unreviewed(language);
        String notice = Facts.KNOWLEDGE.messages().say(language, "document.notice.unreviewed");
        String mark = Facts.KNOWLEDGE.messages().say(language, "document.mark.unreviewed");
        Document document = DutiesDocument.of(Facts.KNOWLEDGE, Optional.of(state("GNB")), ON, language);

        String html = text(written(document, DocumentKind.HTML));

        assertThat(html.contains(notice)).isEqualTo(unreviewed);
        assertThat(document.masthead().footer().contains("[" + mark + "]")).isEqualTo(unreviewed);
    }

    @Test
    void leave_out_what_happened_after_their_day() {
        String before = text(written(
                StateDocument.of(Facts.KNOWLEDGE, state("UKR"), LocalDate.of(2012, 12, 3), Language.ENGLISH),
                DocumentKind.TEXT));

        assertThat(before).contains("27 December 2005", "A/RES/67/32");
        assertThat(before).doesNotContain("Communication", "1 December 2023", "A/RES/68/30", "17MSP");
    }

    @Test
    void name_the_source_and_the_confidence_of_what_they_say() {
        String text =
                text(written(StateDocument.of(Facts.KNOWLEDGE, state("UKR"), ON, Language.ENGLISH), DocumentKind.TEXT));

        assertThat(text).contains("State Party, since 1 June 2006[1]");
        assertThat(text)
                .containsPattern(
                        "\\[1\\] Source: UNTC-2014; UNODA-2018[^\\n]*\\(Found in two or more\\s+publications\\)");
        assertThat(text).contains("[Not verified]");
    }

    @Test
    void list_the_duties_of_every_state_in_the_order_of_the_language() {
        String french = text(
                written(DutiesDocument.of(Facts.KNOWLEDGE, Optional.empty(), ON, Language.FRENCH), DocumentKind.TEXT));

        assertThat(french.indexOf("Afghanistan")).isPositive().isLessThan(french.indexOf("Afrique du Sud"));
        assertThat(french.indexOf("Afrique du Sud")).isLessThan(french.indexOf("Albanie"));
    }

    @Test
    void call_a_supposition_a_supposition() {
        Document document =
                WhatIfDocument.of(Facts.KNOWLEDGE, state("GEO"), LocalDate.of(2027, 3, 15), ON, Language.ENGLISH);

        assertThat(text(written(document, DocumentKind.TEXT)))
                .contains("This is a supposition, not a fact of the record.", "1 September 2027", "28 February 2028");
    }

    /** A text mended and not reviewed stands in the French page of a State; everything else of French is as it came. */
    @Test
    void in_a_reviewed_language_name_the_texts_that_are_not_reviewed() {
        Messages messages = new Messages(Map.of(
                Language.FRENCH,
                Map.of(
                        "document.duties",
                        new MendedText(
                                "document.duties",
                                "Obligations d’essai",
                                ReviewState.UNREVIEWED,
                                "A. Reader",
                                "2026-11-24",
                                Messages.hash(new Messages().pattern(Language.ENGLISH, "document.duties"))))));
        Document document = StateDocument.of(Knowledge.load(messages), state("UKR"), ON, Language.FRENCH);

        String text = text(written(document, DocumentKind.PDF));

        assertThat(text).contains("Relecture à faire", "Obligations d’essai", "relecture incomplète");
        assertThat(document.masthead().notices().toString()).contains("Obligations d’essai");
    }

    private static State state(String code) {
        return Facts.KNOWLEDGE.register().getState(code);
    }

    private static byte[] written(Document document, DocumentKind kind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            assertThat(FILES.write(document, kind, out)).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String text(byte[] file) {
        if (file[0] != '%') {
            return new String(file, StandardCharsets.UTF_8);
        }
        try (PDDocument pdf = Loader.loadPDF(file)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String flat(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f|]+", "").replaceAll("[\\u064b-\\u065f]", "");
    }
}
