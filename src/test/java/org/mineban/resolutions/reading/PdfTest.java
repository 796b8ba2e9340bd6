package org.mineban.resolutions.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.resolutions.Resolution;
import org.mineban.resolutions.UnreadableResolutionException;
import org.mineban.resolutions.UnreadableResolutionException.Reason;

/** PDFs made here, with the running heads, job numbers and raised marks of the real ones. */
@DisplayName("PDF files")
class PdfTest {
    private static final PDType1Font ROMAN = new PDType1Font(FontName.TIMES_ROMAN);
    private static final PDType1Font ITALIC = new PDType1Font(FontName.TIMES_ITALIC);

    private static final List<String> LEFT = List.of(
            "38/905. Mending of nets",
            "",
            "The General Assembly,",
            "",
            "Noting that the nets of many coasts are",
            "worn, that the twine of which they are",
            "made comes from few countries, and that",
            "the old skill of mending them is lost,",
            "",
            "1. Calls upon all States to mend the nets",
            "of their coasts before the season begins;",
            "",
            "2. Invites the fishermen of all");
    private static final List<String> RIGHT = List.of(
            "countries to lend one another needles for",
            "this purpose and to teach the young how",
            "they are used in rough weather;",
            "",
            "3. Requests the Secretary-General to make",
            "a list of those who still mend nets, and to",
            "report on the state of the nets to the",
            "General Assembly at its next session.",
            "",
            "70th plenary meeting",
            "5 December 1983");

    @TempDir
    Path folder;

    @Test
    void two_pages_with_head_and_foot_are_one_text() throws Exception {
        Path file = folder.resolve("A-RES-70-905.pdf");
        try (PDDocument document = new PDDocument()) {
            page(
                    document,
                    List.of(
                            "United Nations A/RES/70/905",
                            "",
                            "General Assembly Distr.: General",
                            "4 January 2016",
                            "",
                            "Seventieth session",
                            "Agenda item 20 (c)",
                            "",
                            "Resolution adopted by the General Assembly on 22 December 2015",
                            "",
                            "[on the report of the Second Committee (A/70/972/Add.3)]",
                            "",
                            "70/905. Shade for school yards",
                            "",
                            "~The General Assembly~,",
                            "",
                            "~Noting~ the report of the Secretary-General on shade,^1",
                            "",
                            "1. ~Invites~ Member States and the private sector to plant trees beside the",
                            "",
                            "__________",
                            "^1 A/70/955.",
                            "",
                            "15-99999 (E)"));
            page(
                    document,
                    List.of(
                            "A/RES/70/905 Shade for school yards",
                            "",
                            "schools of dry regions;",
                            "",
                            "2. ~Requests~ the Secretary-General to report to the General Assembly at its",
                            "seventy-first session.",
                            "",
                            "81st plenary meeting",
                            "22 December 2015",
                            "",
                            "2/2 15-99999"));
            document.save(file.toFile());
        }

        Resolution resolution = Texts.READER.read(file);

        assertThat(resolution.number()).isEqualTo("70/905");
        assertThat(resolution.masthead().origin().committeeReport()).isEqualTo("A/70/972/Add.3");
        assertThat(resolution.operative().getFirst().text())
                .isEqualTo(
                        "Invites Member States and the private sector to plant trees beside the schools of dry regions;");
        assertThat(Texts.numbers(resolution)).containsExactly(1, 2);
        assertThat(resolution.footnotes().getFirst().attachedTo()).containsExactly("P1");
        assertThat(resolution.notUnderstood()).isEmpty();
        assertThat(resolution.plenaryMeeting().number()).isEqualTo(81);
    }

    @Test
    void columns_are_read_one_after_the_other() throws Exception {
        Path file = folder.resolve("columns.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                column(content, LEFT, 60);
                column(content, RIGHT, 320);
            }
            document.save(file.toFile());
        }

        Resolution resolution = Texts.READER.read(file);

        assertThat(resolution.operative().getFirst().text())
                .isEqualTo("Calls upon all States to mend the nets of their coasts before the season begins;");
        assertThat(resolution.operative().get(1).text()).startsWith("Invites the fishermen of all countries to lend");
        assertThat(Texts.numbers(resolution)).containsExactly(1, 2, 3);
    }

    @Test
    void pictures_alone_are_refused() throws IOException {
        Path file = folder.resolve("scan.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        LosslessFactory.createFromImage(
                                document, new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB)),
                        50,
                        50);
            }
            document.save(file.toFile());
        }

        UnreadableResolutionException refusal = refusal(file);

        assertThat(refusal.reason()).isEqualTo(Reason.PICTURE_ONLY_PDF);
        assertThat(refusal.values()).containsEntry("pages", 1);
    }

    @Test
    void a_password_is_asked_of_nobody() throws IOException {
        Path file = folder.resolve("locked.pdf");
        try (PDDocument document = new PDDocument()) {
            page(document, List.of("The General Assembly,"));
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(file.toFile());
        }

        assertThat(refusal(file).reason()).isEqualTo(Reason.PROTECTED_PDF);
    }

    @Test
    void a_broken_one_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7\nthis is not one");

        assertThat(refusal(file).reason()).isEqualTo(Reason.BROKEN_PDF);
    }

    @Test
    void too_many_pages_are_refused() throws IOException {
        Path file = folder.resolve("long.pdf");
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 4; i++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            document.save(file.toFile());
        }
        ResolutionReader strict = new ResolutionReader(new Limits(1_000, 1_000_000, 1_000, 3, 1_000_000));

        UnreadableResolutionException refusal =
                catchThrowableOfType(UnreadableResolutionException.class, () -> strict.read(file));

        assertThat(refusal.reason()).isEqualTo(Reason.TOO_MANY_PAGES);
        assertThat(refusal.values()).containsEntry("pages", 4).containsEntry("limit", 3);
    }

    private static UnreadableResolutionException refusal(Path file) {
        return catchThrowableOfType(UnreadableResolutionException.class, () -> Texts.READER.read(file));
    }

    private static void page(PDDocument document, List<String> lines) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            column(content, lines, 70);
        }
    }

    /** Writes lines; what stands between tildes is italic, what follows a caret is raised. */
    private static void column(PDPageContentStream content, List<String> lines, float left) throws IOException {
        float y = 790;
        for (String line : lines) {
            content.beginText();
            content.newLineAtOffset(left, y);
            boolean italic = false;
            for (String piece : line.split("~", -1)) {
                int raised = piece.indexOf('^');
                String before = raised < 0 ? piece : piece.substring(0, raised);
                show(content, before, italic ? ITALIC : ROMAN, 10, 0);
                if (raised >= 0) {
                    show(content, piece.substring(raised + 1, raised + 2), ROMAN, 6, 4);
                    show(content, piece.substring(raised + 2), ROMAN, 10, 0);
                }
                italic = !italic;
            }
            content.endText();
            y -= line.isEmpty() ? 9 : 13;
        }
    }

    private static void show(PDPageContentStream content, String text, PDType1Font font, float size, float rise)
            throws IOException {
        if (!text.isEmpty()) {
            content.setFont(font, size);
            content.setTextRise(rise);
            content.showText(text);
        }
    }
}
