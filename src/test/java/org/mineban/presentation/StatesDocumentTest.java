package org.mineban.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.Facts;
import org.mineban.documents.Document;
import org.mineban.documents.DocumentFiles;
import org.mineban.documents.DocumentKind;
import org.mineban.kernel.Language;

@DisplayName("A list of States")
class StatesDocumentTest {

    private static final LocalDate SEED = LocalDate.of(2012, 12, 3);
    private static final LocalDate AFTER_WITHDRAWALS = LocalDate.of(2026, 1, 1);

    @Test
    void puts_a_state_that_withdrew_in_brackets_and_the_days_in_a_footnote() throws IOException {
        String text = text(list(StatesList.PARTIES, AFTER_WITHDRAWALS, Language.ENGLISH));

        assertThat(text).containsPattern("\\[Lithuania\\]\\[\\d+\\]");
        assertThat(text).contains("Withdrew. Notification received on 27 June 2025");
        assertThat(text).contains("in effect from 27 December 2025");
        assertThat(text(list(StatesList.PARTIES, SEED, Language.ENGLISH))).doesNotContain("[Lithuania]");
    }

    @Test
    void counts_160_on_the_day_of_the_resolution() throws IOException {
        assertThat(text(list(StatesList.PARTIES, SEED, Language.ENGLISH)))
                .contains("by 3 December 2012 and had not withdrawn: 160.");
        assertThat(text(list(StatesList.SIGNATORIES, SEED, Language.ENGLISH)))
                .contains("States that had signed by 3 December 2012: 133.");
    }

    @Test
    void is_in_the_order_of_its_language() throws IOException {
        String french = text(list(StatesList.NOT_PARTY, SEED, Language.FRENCH));

        assertThat(french.indexOf("Arabie saoudite")).isPositive().isLessThan(french.indexOf("Arménie"));
        assertThat(french.indexOf("Chine")).isLessThan(french.indexOf("États-Unis"));
    }

    @Test
    void has_a_symbol_of_our_own_that_says_it_is_none_of_the_united_nations() throws IOException {
        Document list = StatesDocument.of(
                Facts.KNOWLEDGE,
                StatesList.PARTIES,
                new StatesDocument.Issue(SEED, Optional.of("12MSP"), Optional.of("7 (a)")),
                SEED,
                Language.ENGLISH);

        assertThat(list.masthead().symbol()).isEqualTo("MINEBAN/PARTIES/2012-12-03");
        assertThat(list.masthead().facts()).contains("Distr.: General", "Original: English", "Agenda item 7 (a)");
        assertThat(list.masthead().lines()).contains("Twelfth Meeting of the States Parties");
        assertThat(text(list)).contains("It is not a symbol of the United");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void is_a_workbook_with_days_as_days_a_frozen_head_and_its_own_direction(Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DocumentFiles(Facts.KNOWLEDGE.messages())
                .write(list(StatesList.SIGNATORIES, SEED, language), DocumentKind.XLSX, out);

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            XSSFSheet sheet = book.getSheetAt(1);
            assertThat(sheet.getLastRowNum()).isEqualTo(133);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.isRightToLeft()).isEqualTo(language.rightToLeft());
            assertThat(sheet.getRow(1).getCell(1).getCellType()).isEqualTo(CellType.NUMERIC);
        }
    }

    private static Document list(StatesList list, LocalDate on, Language language) {
        return StatesDocument.of(Facts.KNOWLEDGE, list, StatesDocument.Issue.on(on), on, language);
    }

    private static String text(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DocumentFiles(Facts.KNOWLEDGE.messages()).write(document, DocumentKind.TEXT, out);
        return out.toString(StandardCharsets.UTF_8).replaceAll("[\\s|]+", " ");
    }
}
