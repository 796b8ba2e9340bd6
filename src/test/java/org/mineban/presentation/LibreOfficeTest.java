package org.mineban.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Normalizer2;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mineban.Facts;
import org.mineban.documents.Document;
import org.mineban.documents.DocumentFiles;
import org.mineban.documents.DocumentKind;
import org.mineban.kernel.Language;
import org.mineban.parties.State;
import org.mineban.presentation.Addressee.Office;
import org.mineban.presentation.LetterDocument.Salutation;
import org.mineban.presentation.LetterText.Purpose;
import org.mineban.reporting.Xaa;
import org.mineban.submissions.Kit;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Every kind of document in every language, read by LibreOffice: as its own format, which keeps the order of the text, and as pages. */
@DisplayName("A DOCX in LibreOffice")
class LibreOfficeTest {

    private static final String SOFFICE = "soffice";
    private static final LocalDate ON = LocalDate.of(2012, 12, 3);
    private static final LetterDetails DETAILS = new LetterDetails("", "MB/2012/1", ON, List.of("A/RES/67/32"));

    private static final SequencedMap<String, Function<Language, Document>> DOCUMENTS = documents();

    @TempDir
    private static Path folder = Path.of("target");

    private static SequencedMap<String, Function<Language, Document>> documents() {
        SequencedMap<String, Function<Language, Document>> documents = new LinkedHashMap<>();
        documents.put("state", language -> StateDocument.of(Facts.KNOWLEDGE, state("UKR"), ON, language));
        documents.put(
                "duties", language -> DutiesDocument.of(Facts.KNOWLEDGE, Optional.of(state("GNB")), ON, language));
        documents.put(
                "what-if",
                language -> WhatIfDocument.of(Facts.KNOWLEDGE, state("GEO"), LocalDate.of(2027, 3, 15), ON, language));
        documents.put("resolution", language -> ResolutionPaper.of(Facts.KNOWLEDGE, ON, language));
        for (StatesList list : StatesList.values()) {
            documents.put(
                    "list-" + list,
                    language -> StatesDocument.of(Facts.KNOWLEDGE, list, StatesDocument.Issue.on(ON), ON, language));
        }
        documents.put(
                "note-verbale",
                language -> NoteVerbaleDocument.of(
                        Facts.KNOWLEDGE,
                        new Addressee.OfState(state("POL"), Office.GENEVA),
                        Purpose.RATIFY,
                        DETAILS,
                        language));
        documents.put(
                "letter",
                language -> LetterDocument.of(
                        Facts.KNOWLEDGE,
                        new Addressee.OfOrganization("International Campaign to Ban Landmines"),
                        Salutation.SIR_OR_MADAM,
                        LetterText.Given.of("One paragraph.\n\nAnother, and العربية in it."),
                        DETAILS,
                        language));
        Kit kit = new Kit(Facts.KNOWLEDGE, Xaa.DICTIONARY, Xaa.EDITIONS);
        documents.put("report", language -> kit.document(Xaa.report(2012), language, Optional.empty()));
        return documents;
    }

    static Stream<Arguments> files() {
        return DOCUMENTS.keySet().stream()
                .flatMap(name -> Stream.of(Language.values()).map(language -> Arguments.of(name, language)));
    }

    @BeforeAll
    static void convert() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":", -1))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, SOFFICE))),
                "LibreOffice is not installed (apt-get install libreoffice-writer-nogui): no DOCX is tried in it.");
        DocumentFiles files = new DocumentFiles(Facts.KNOWLEDGE.messages());
        for (Map.Entry<String, Function<Language, Document>> document : DOCUMENTS.entrySet()) {
            for (Language language : Language.values()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                files.write(document.getValue().apply(language), DocumentKind.DOCX, out);
                Files.write(file(document.getKey(), language, "docx"), out.toByteArray());
            }
        }
        convert("fodt");
        convert("pdf");
    }

    private static void convert(String format) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                SOFFICE,
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                format,
                "--outdir",
                folder.toString()));
        try (Stream<Path> all = Files.list(folder)) {
            all.map(Path::toString)
                    .filter(name -> name.endsWith(".docx"))
                    .sorted()
                    .forEach(command::add);
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as(Files.readString(folder.resolve("log"))).isTrue();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("files")
    void has_every_paragraph_and_every_note(String name, Language language)
            throws IOException, ParserConfigurationException, SAXException {
        Element read = parse(Files.newInputStream(file(name, language, "fodt")));
        StringBuilder notes = new StringBuilder();
        for (Element note : elements(read, "text:note-body")) {
            notes.append(flat(note.getTextContent())).append('\n');
        }
        elements(read, "text:note").forEach(note -> note.getParentNode().removeChild(note));
        String body = flat(elements(read, "office:text").getFirst().getTextContent());
        int length = 0;
        try (ZipFile zip = new ZipFile(file(name, language, "docx").toFile())) {
            for (Element paragraph : elements(parse(part(zip, "document")), "w:p")) {
                assertThat(body).contains(words(paragraph));
                length += words(paragraph).length();
            }
            for (Element paragraph : elements(parse(part(zip, "footnotes")), "w:p")) {
                assertThat(notes).contains(words(paragraph));
            }
        }
        assertThat(body.length()).isBetween(length, length + length / 100);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("files")
    void has_every_letter_on_its_pages(String name, Language language)
            throws IOException, ParserConfigurationException, SAXException {
        long letters = 0;
        try (ZipFile zip = new ZipFile(file(name, language, "docx").toFile())) {
            for (String part : List.of("document", "footnotes")) {
                for (Element paragraph : elements(parse(part(zip, part)), "w:p")) {
                    letters += letters(words(paragraph));
                }
            }
        }
        try (PDDocument pdf = Loader.loadPDF(file(name, language, "pdf").toFile())) {
            assertThat(letters(new PDFTextStripper().getText(pdf))).isGreaterThanOrEqualTo(letters);
        }
    }

    /** Letters, Arabic ones by themselves whether joined or not. */
    private static long letters(String text) {
        return Normalizer2.getNFKCInstance()
                .normalize(text)
                .codePoints()
                .filter(Character::isLetter)
                .count();
    }

    private static String words(Element paragraph) {
        StringBuilder words = new StringBuilder();
        elements(paragraph, "w:t").forEach(text -> words.append(text.getTextContent()));
        return flat(words.toString());
    }

    /** Without spaces, which each format writes in its own way. */
    private static String flat(String text) {
        return text.replaceAll("[\\s\\u00a0\\u2002\\u202f]+", "");
    }

    private static InputStream part(ZipFile zip, String part) throws IOException {
        return zip.getInputStream(zip.getEntry("word/" + part + ".xml"));
    }

    private static Element parse(InputStream stream) throws IOException, ParserConfigurationException, SAXException {
        try (stream) {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(stream)
                    .getDocumentElement();
        }
    }

    private static List<Element> elements(Element within, String name) {
        NodeList list = within.getElementsByTagName(name);
        return IntStream.range(0, list.getLength())
                .mapToObj(list::item)
                .map(Element.class::cast)
                .toList();
    }

    private static Path file(String name, Language language, String ending) {
        return folder.resolve(name + "-" + language.code() + "." + ending);
    }

    private static State state(String code) {
        return Facts.KNOWLEDGE.register().getState(code);
    }
}
