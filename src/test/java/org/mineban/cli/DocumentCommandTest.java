package org.mineban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("document")
class DocumentCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "state UKR --lang ar, u.pdf, %PDF-1.",
        "state UKR, u.docx, PK",
        "duties GNB --lang fr, d.html, <!DOCTYPE html>",
        "what-if GEO --deposit 2027-03-15, w.TXT, Mineban",
        "resolution, r.pdf, %PDF-1.",
        "list parties --meeting 22MSP, l.xlsx, PK",
        "note-verbale GEO --purpose accede, n.docx, PK",
        "note-verbale --to-all not-party, n.pdf, %PDF-1."
    })
    void writes_the_kind_of_file_that_its_ending_names(String arguments, String name, String beginning)
            throws IOException {
        assertThat(run(arguments + " --on 2025-08-01", name)).isZero();

        assertThat(new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.ISO_8859_1))
                .startsWith(beginning);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains(name);
    }

    @Test
    void refuses_an_ending_it_does_not_know_and_names_those_it_does() {
        assertThat(run("state UKR", "u.odt")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err.toString()).contains("u.odt", "pdf, docx, xlsx, html, txt");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "note-verbale ICRC --purpose accede, n.pdf, International Committee of the Red Cross is an organization",
        "note-verbale --to-all not-party, n.docx, bound into one PDF",
        "note-verbale FRA --purpose ratify, n.pdf, does not fit France",
        "list members, l.pdf, 'parties, signatories, not-party'",
        "letter ICRC, l.pdf, --text"
    })
    void refuses_what_convention_or_format_does_not_allow(String arguments, String name, String said) {
        assertThat(run(arguments, name)).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err.toString()).contains(said);
    }

    @Test
    void writes_a_letter_from_a_text_of_ones_own_and_refuses_it_for_a_state() throws IOException {
        Path text = Files.writeString(folder.resolve("text.txt"), "I have the honour to write.\n\nSecond paragraph.");

        assertThat(run("letter ICRC --salutation madam --text " + text, "l.txt"))
                .isZero();
        assertThat(Files.readString(folder.resolve("l.txt"))).contains("Madam,", "Second paragraph.", "Red Cross");
        assertThat(run("letter France --text " + text, "f.txt")).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void leaves_the_file_that_was_there_when_it_cannot_do_what_is_asked() throws IOException {
        Files.writeString(folder.resolve("w.pdf"), "mine");

        assertThat(run("what-if FRA --deposit 2027-03-15", "w.pdf")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("state UKR", "no/such/folder/u.pdf")).isEqualTo(ExitCode.CANNOT_BE_DONE);

        assertThat(Files.readString(folder.resolve("w.pdf"))).isEqualTo("mine");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    private int run(String arguments, String file) {
        String line = "document " + arguments + " --to " + folder.resolve(file);
        String withLanguage = line.contains("--lang") ? line : line + " --lang en";
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);
        return new CommandLineProgram(clock, new PrintWriter(out), new PrintWriter(err))
                .run(withLanguage.split(" ", -1));
    }
}
