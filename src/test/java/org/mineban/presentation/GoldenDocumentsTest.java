package org.mineban.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mineban.Facts;
import org.mineban.documents.Document;
import org.mineban.documents.DocumentFiles;
import org.mineban.documents.DocumentKind;
import org.mineban.documents.PdfCheck;
import org.mineban.kernel.Language;
import org.mineban.presentation.Addressee.Office;
import org.mineban.presentation.LetterText.Purpose;

/**
 * Five documents in six languages, kept: a change shows here before a reader meets it. After looking at the changed
 * documents, {@code -Dmineban.golden=write} keeps them anew.
 */
@DisplayName("The text of a document on paper")
class GoldenDocumentsTest {

    private static final LocalDate ON = LocalDate.of(2012, 12, 3);
    private static final Path FOLDER = Path.of("src/test/resources/golden/documents");
    private static final Path PDFS = Path.of("target/golden");

    private static final Map<String, Function<Language, Document>> DOCUMENTS = Map.of(
            "state-ukr", language -> StateDocument.of(Facts.KNOWLEDGE, state("UKR"), ON, language),
            "resolution", language -> ResolutionPaper.of(Facts.KNOWLEDGE, ON, language),
            "list-parties",
                    language -> StatesDocument.of(
                            Facts.KNOWLEDGE, StatesList.PARTIES, StatesDocument.Issue.on(ON), ON, language),
            "list-not-party",
                    language -> StatesDocument.of(
                            Facts.KNOWLEDGE,
                            StatesList.NOT_PARTY,
                            StatesDocument.Issue.on(LocalDate.of(2026, 1, 1)),
                            LocalDate.of(2026, 1, 1),
                            language),
            "note-verbale",
                    language -> NoteVerbaleDocument.of(
                            Facts.KNOWLEDGE,
                            new Addressee.OfState(state("POL"), Office.GENEVA),
                            Purpose.RATIFY,
                            new LetterDetails("", "MB/2012/1", ON, List.of()),
                            language));

    static Stream<Arguments> documents() {
        return DOCUMENTS.keySet().stream()
                .sorted()
                .flatMap(name -> Stream.of(Language.values()).map(language -> Arguments.of(name, language)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("documents")
    void is_as_it_was_kept(String name, Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = DOCUMENTS.get(name).apply(language);
        assertThat(new DocumentFiles(Facts.KNOWLEDGE.messages()).write(document, DocumentKind.PDF, out))
                .isEmpty();
        byte[] pdf = out.toByteArray();
        String text = text(pdf);
        Path golden = FOLDER.resolve(name + "-" + language.code() + ".txt");
        if ("write".equals(System.getProperty("mineban.golden"))) {
            Files.createDirectories(FOLDER);
            Files.createDirectories(PDFS);
            Files.writeString(golden, text);
            Files.write(PDFS.resolve(name + "-" + language.code() + ".pdf"), pdf);
        }

        assertThat(text).isEqualTo(Files.readString(golden));
        assertThat(PdfCheck.accessible(pdf)).isEmpty();
        assertThat(PdfCheck.archivable(pdf)).isEmpty();
    }

    private static org.mineban.parties.State state(String code) {
        return Facts.KNOWLEDGE.register().getState(code);
    }

    /** The text in the order in which it is stored, line ends and spaces made even. */
    private static String text(byte[] file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper()
                            .getText(pdf)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .collect(Collectors.joining("\n"))
                    + "\n";
        }
    }
}
