package org.mineban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The commands of translators")
class TranslationCommandTest {

    private static final String SKIP = "Go to the content";

    @TempDir
    private Path folder;

    private Path data;
    private Path file;

    private record Run(int exit, String out, String err) {
        JsonNode json() {
            return new JsonMapper().readTree(out);
        }
    }

    @BeforeEach
    void name() {
        data = folder.resolve("data");
        file = folder.resolve("mineban-ru.xlf");
    }

    private Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--data", data.toString()));
        if (!all.contains("--lang")) {
            all.addAll(List.of("--lang", "en"));
        }
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC);
        int exit = new CommandLineProgram(clock, new PrintWriter(out), new PrintWriter(err))
                .run(all.toArray(String[]::new));
        return new Run(exit, out.toString(), err.toString());
    }

    private void replaceInFile(String from, String to) throws IOException {
        String xliff = Files.readString(file);
        assertThat(xliff).contains(from);
        Files.writeString(file, xliff.replace(from, to));
    }

    private Path overlay() {
        return data.resolve("translations/ru.csv");
    }

    @Test
    void send_out_take_over_show_and_bring_home() throws IOException {
        assertThat(run("translation", "export", "--lang", "ru", "--to", file.toString())
                        .exit())
                .isZero();
        replaceInFile("Перейти к содержанию", "К тексту");

        Run first = run("translation", "import", file.toString(), "--by", "A. Reader", "--format", "json");
        Run second = run("translation", "import", file.toString(), "--by", "A. Reader", "--format", "json");

        assertThat(first.exit()).isZero();
        assertThat(first.json().get("new").asInt()).isEqualTo(1);
        assertThat(second.json().get("new").asInt()).isZero();
        assertThat(second.json().get("changed").asInt()).isZero();
        assertThat(Files.readString(overlay()))
                .isEqualTo("key,text,state,by,on,source_hash\npage.skip,К тексту,unreviewed,A. Reader,2026-11-24,"
                        + Messages.hash(SKIP) + "\n");
        JsonNode russian = run("translation", "status", "--format", "json")
                .json()
                .valueStream()
                .filter(row -> row.get("language").asString().equals("ru"))
                .findFirst()
                .orElseThrow();
        assertThat(russian.get("mended").asInt()).isEqualTo(1);
        assertThat(russian.get("reviewed").asInt()).isZero();

        Path sources = copyOfMessages();
        assertThat(run("translation", "apply", "--to-sources", sources.toString())
                        .exit())
                .isZero();
        assertThat(Files.readString(sources.resolve("messages/ru/pages.properties")))
                .contains("\npage.skip=К тексту\n");
        assertThat(Files.readString(sources.resolve("messages/reviews.csv")))
                .contains("ru,page.skip,unreviewed," + Messages.hash(SKIP) + "," + Messages.hash("К тексту")
                        + ",A. Reader,2026-11-24,\n");
        assertThat(Files.readString(sources.resolve("messages/fr/pages.properties")))
                .isEqualTo(Files.readString(Path.of("src/main/resources/messages/fr/pages.properties")));
    }

    private Path copyOfMessages() throws IOException {
        Path from = Path.of("src/main/resources/messages");
        Path to = folder.resolve("sources");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve("messages").resolve(from.relativize(one).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(one, copy);
            }
        }
        return to;
    }

    @Test
    void tell_what_was_refused_and_exit_with_one() throws IOException {
        run("translation", "export", "--lang", "ru", "--to", file.toString());
        replaceInFile("Перейти к содержанию", "К {place}");

        Run run = run("translation", "import", file.toString(), "--by", "A. Reader");

        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.out())
                .contains(" refused\n")
                .containsPattern(
                        "line \\d+, page\\.skip: “К \\{place}”\\. Placeholders must be those of the English text\\. "
                                + "Not in the English text: \\{place}\\. Put them right and send the text again\\.");
        assertThat(Files.exists(overlay())).isFalse();
    }

    @Test
    void write_nothing_when_only_tried() throws IOException {
        run("translation", "export", "--lang", "ru", "--to", file.toString());
        replaceInFile("Перейти к содержанию", "К тексту");

        Run run = run("translation", "import", file.toString(), "--by", "A. Reader", "--dry-run");

        assertThat(run.out()).startsWith("1 new, 0 changed");
        assertThat(Files.exists(overlay())).isFalse();
    }

    @Test
    void count_every_text_of_every_language() {
        JsonNode rows = run("translation", "status", "--format", "json").json();

        int texts = new Messages().keys(Language.ENGLISH).size();
        assertThat(rows).hasSize(6).allSatisfy(row -> {
            assertThat(row.get("texts").asInt()).isEqualTo(texts);
            assertThat(row.get("reviewed").asInt()
                            + row.get("unreviewed").asInt()
                            + row.get("sourceChanged").asInt())
                    .isEqualTo(texts);
        });
    }

    @Test
    void refuse_english_other_languages_and_what_is_not_there() {
        assertThat(run("translation", "export", "--lang", "en", "--to", file.toString())
                        .exit())
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("translation", "export", "--lang", "de", "--to", file.toString())
                        .exit())
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("translation", "export", "--lang", "fr", "--to", file.toString(), "--only", "some")
                        .err())
                .contains("all, unreviewed, changed");
        assertThat(run(
                                "translation",
                                "export",
                                "--lang",
                                "fr",
                                "--to",
                                folder.resolve("no/fr.xlf").toString())
                        .exit())
                .isEqualTo(ExitCode.CANNOT_BE_DONE);
        assertThat(run("translation", "import", file.toString(), "--by", "A. Reader")
                        .exit())
                .isEqualTo(ExitCode.CANNOT_BE_DONE);
        assertThat(run("translation", "import", file.toString(), "--by", " ").exit())
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("translation", "apply", "--to-sources", folder.toString())
                        .exit())
                .isEqualTo(ExitCode.CANNOT_BE_DONE);
    }

    @Test
    void show_mended_texts_in_every_command_at_once() throws IOException {
        mend("cli.as-of,Состояние на {on}:,reviewed,A. Reader,2026-11-24,"
                + Messages.hash(new Messages().pattern(Language.ENGLISH, "cli.as-of")));

        assertThat(run("count", "--on", "2012-12-03", "--lang", "ru").out())
                .startsWith("Состояние на 3 декабря 2012 года:");
    }

    @Test
    void do_not_start_with_a_broken_mended_text() throws IOException {
        mend("page.skip,К {place},reviewed,A. Reader,2026-11-24," + Messages.hash(SKIP));

        Run run = run("translation", "status");

        assertThat(run.exit()).isEqualTo(ExitCode.CANNOT_BE_DONE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(overlay() + ", line 2, page.skip: “К {place}”. Placeholders must be")
                .contains("Correct or delete that row and start again.");
    }

    @Test
    void do_not_start_with_mended_texts_that_are_no_table() throws IOException {
        mend("page.skip,К тексту,perfect,A. Reader,2026-11-24,0");

        assertThat(run("translation", "status").err()).contains("line 2, column state: “perfect”");
    }

    @Test
    void set_aside_what_another_version_left_behind() throws IOException {
        mend("page.skip,К {place},reviewed,A. Reader,2020-01-01,0000000000\n"
                + "page.gone,Прочь,reviewed,A. Reader,2020-01-01,0000000000");

        Run run = run("translation", "status");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("ru, page.skip: a mended text").contains("ru, page.gone: a mended text");
    }

    private void mend(String rows) throws IOException {
        Files.createDirectories(overlay().getParent());
        Files.writeString(overlay(), "key,text,state,by,on,source_hash\n" + rows + "\n");
    }
}
