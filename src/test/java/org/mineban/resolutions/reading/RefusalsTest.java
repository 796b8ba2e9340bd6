package org.mineban.resolutions.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.resolutions.UnreadableResolutionException;
import org.mineban.resolutions.UnreadableResolutionException.Reason;

@DisplayName("Files that are refused")
class RefusalsTest {
    @TempDir
    Path folder;

    @Test
    void a_file_that_is_not_there() {
        assertThat(refusal(folder.resolve("none.txt")).reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(refusal(folder).reason()).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void an_empty_file_and_one_of_spaces() throws IOException {
        assertThat(refusal(file("empty.txt", "")).reason()).isEqualTo(Reason.EMPTY);
        assertThat(refusal(file("spaces.txt", " \n\t \n")).reason()).isEqualTo(Reason.EMPTY);
    }

    @Test
    void two_hundred_megabytes_before_they_are_read() throws IOException {
        Path large = folder.resolve("large.txt");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(200_000_000L);
        }

        UnreadableResolutionException refusal = refusal(large);

        assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal.values())
                .containsEntry("size", 200_000_000L)
                .containsEntry("limit", Limits.USUAL.textBytes());
    }

    @Test
    void noise() throws IOException {
        byte[] noise = new byte[50_000];
        new Random(67).nextBytes(noise);
        Path file = Files.write(folder.resolve("noise.txt"), noise);

        assertThat(refusal(file).reason()).isEqualTo(Reason.BINARY);
    }

    @Test
    void another_format_is_named() throws IOException {
        assertThat(refusal(file("report.docx", "PK\u0003\u0004rest")).values()).containsEntry("format", "zip");
    }

    @Test
    void a_text_that_is_no_resolution_shows_its_beginning() throws IOException {
        UnreadableResolutionException refusal =
                refusal(file("recipe.txt", "Take three eggs and beat them with the sugar until they are white."));

        assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_RESOLUTION);
        assertThat(refusal.values().get("beginning").toString()).startsWith("Take three eggs");
    }

    @Test
    void a_text_in_a_language_the_reader_does_not_know() throws IOException {
        Path file = file(
                "a.txt",
                "\u0413\u0435\u043D\u0435\u0440\u0430\u043B\u044C\u043D\u0430\u044F \u0410\u0441\u0441\u0430\u043C\u0431\u043B\u0435\u044F, "
                        .repeat(20));

        assertThat(refusal(file).reason()).isEqualTo(Reason.OTHER_LANGUAGE);
    }

    @Test
    void text_in_the_western_code_page_is_not_refused() throws Exception {
        Path file = Files.write(
                folder.resolve("old.txt"),
                Texts.text("2004-french-page-breaks.txt").replace('\u0153', 'o').getBytes(StandardCharsets.ISO_8859_1));

        assertThat(Texts.READER.read(file).number()).isEqualTo("59/913");
    }

    @Test
    void pages_upon_pages_of_one_character_end_in_time() {
        String hostile = "77/1. (a) ^{1} ".repeat(60_000) + "*".repeat(200_000) + "1. ".repeat(100_000);

        assertThatExceptionOfType(UnreadableResolutionException.class).isThrownBy(() -> Texts.READER.read(hostile));
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static UnreadableResolutionException refusal(Path file) {
        return catchThrowableOfType(UnreadableResolutionException.class, () -> Texts.READER.read(file));
    }
}
