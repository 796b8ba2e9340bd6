package org.mineban.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import org.mineban.documents.DocumentSet;
import org.mineban.documents.PdfCheck;
import org.mineban.kernel.Language;
import org.mineban.kernel.ProblemException;
import org.mineban.presentation.Addressee.Office;
import org.mineban.presentation.LetterDocument.Salutation;
import org.mineban.presentation.LetterText.Purpose;

@DisplayName("Notes verbales and letters")
class CorrespondenceTest {

    private static final LocalDate ON = LocalDate.of(2012, 12, 3);
    private static final LetterDetails DETAILS =
            new LetterDetails("Implementation Support Unit", "ISU/2012/7", ON, List.of("Convention"));
    private static final LetterText.Given TEXT = LetterText.Given.of("I have the honour to write.\n\nSecond.");
    private static final DocumentFiles FILES = new DocumentFiles(Facts.KNOWLEDGE.messages());

    @ParameterizedTest
    @EnumSource(Language.class)
    void pass_veraPDF_also_bound_into_one_file(Language language) throws IOException {
        DocumentSet set = new DocumentSet(
                language,
                "Set",
                "Description",
                List.of(
                        new DocumentSet.Part("Georgia", note("GEO", Purpose.ACCEDE, language)),
                        new DocumentSet.Part("Poland", note("POL", Purpose.RATIFY, language)),
                        new DocumentSet.Part("France", note("FRA", Purpose.REPORT, language)),
                        new DocumentSet.Part(
                                "ICRC",
                                LetterDocument.of(
                                        Facts.KNOWLEDGE,
                                        new Addressee.OfOrganization("International Committee of the Red Cross"),
                                        Salutation.EXCELLENCY,
                                        TEXT,
                                        DETAILS,
                                        language))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(FILES.writeMerged(set, out)).isEmpty();

        assertThat(PdfCheck.accessible(out.toByteArray())).isEmpty();
        assertThat(PdfCheck.archivable(out.toByteArray())).isEmpty();
        try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().children()).hasSize(4);
            assertThat(pdf.getNumberOfPages()).isEqualTo(4);
            String one = Facts.KNOWLEDGE
                    .messages()
                    .say(language, "document.engine.page", java.util.Map.of("page", "1", "pages", "1"));
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(3);
            stripper.setEndPage(3);
            assertThat(stripper.getText(pdf).replaceAll("\\s", "")).contains(one.replaceAll("\\s", ""));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void never_say_dear_and_are_marked_as_drafts(Language language) {
        String text = text(note("GEO", Purpose.ACCEDE, language));

        assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("dear ", "cher ", "estimad", "уважаем", "عزيز");
        assertThat(flat(text))
                .contains(flat(Facts.KNOWLEDGE.messages().say(language, "document.draft.note")))
                .contains(flat(Facts.KNOWLEDGE.messages().say(language, "document.note.initials")));
    }

    @Test
    void speak_in_the_third_person_and_close_with_assurances() {
        String text = flat(text(note("GEO", Purpose.ACCEDE, Language.ENGLISH)));

        assertThat(text)
                .contains(flat("Implementation Support Unit presents its compliments to the Permanent Mission to the "
                        + "United Nations – Georgia – and has the honour to communicate the following."))
                .contains(flat("to renew to the Permanent Mission the assurances of its highest consideration."))
                .contains(flat("is 160."))
                .contains(
                        flat("on 1 June 2013, and its first report under Article 7 would be due by 28 November 2013"));
    }

    @Test
    void take_the_day_of_a_report_from_the_duties() {
        assertThat(flat(text(note("FRA", Purpose.REPORT, Language.ENGLISH))))
                .contains(flat("covering the calendar year 2012, is due by 30 April 2013."));
    }

    @Test
    void to_the_cook_islands_go_to_the_ministry_and_to_the_holy_see_to_its_observer_mission() {
        LetterText text = LetterText.Given.of("Text.");

        assertThat(text(note("COK", text, Language.ENGLISH))).contains("Ministry of Foreign Affairs");
        assertThat(text(note("VAT", text, Language.ENGLISH))).contains("Permanent Observer Mission");
    }

    @Test
    void are_not_mixed_up_by_addressee() {
        Addressee organization = new Addressee.OfOrganization("ICRC");
        Addressee state = new Addressee.OfState(Facts.KNOWLEDGE.register().getState("GEO"), Office.GENEVA);

        assertThatThrownBy(() -> NoteVerbaleDocument.of(
                        Facts.KNOWLEDGE, organization, Purpose.ACCEDE, DETAILS, Language.ENGLISH))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("note-verbale-to-organization");
        assertThatThrownBy(() ->
                        LetterDocument.of(Facts.KNOWLEDGE, state, Salutation.SIR, TEXT, DETAILS, Language.ENGLISH))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("letter-to-state");
    }

    @ParameterizedTest
    @CsvSource({"FRA, ACCEDE", "GEO, RATIFY", "POL, ACCEDE", "GEO, REPORT"})
    void do_not_ask_a_state_for_what_it_has_done_or_cannot_do(String state, Purpose purpose) {
        assertThatThrownBy(() -> note(state, purpose, Language.ENGLISH))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("purpose-not-for-state");
    }

    @Test
    void mark_a_name_that_mixes_scripts_within_a_word() {
        String latin = letterTo("Red Cross");
        String mixed = letterTo("Red Cr\u043ess");

        assertThat(latin).doesNotContain("letters of different scripts");
        assertThat(flat(mixed)).contains(flat("letters of different scripts in one word"));
    }

    private static String letterTo(String name) {
        return text(LetterDocument.of(
                Facts.KNOWLEDGE,
                new Addressee.OfOrganization(name),
                Salutation.MADAM,
                TEXT,
                DETAILS,
                Language.ENGLISH));
    }

    private static Document note(String state, LetterText text, Language language) {
        return NoteVerbaleDocument.of(
                Facts.KNOWLEDGE,
                new Addressee.OfState(Facts.KNOWLEDGE.register().getState(state), Office.NEW_YORK),
                text,
                DETAILS,
                language);
    }

    private static String text(Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            FILES.write(document, DocumentKind.TEXT, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String flat(String text) {
        return text.replaceAll("[\\s|]+", "");
    }
}
