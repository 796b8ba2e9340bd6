package org.mineban.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mineban.exchange.ReadingFinding.Kind;
import org.mineban.kernel.ProblemException;

@DisplayName("A CSV file")
class ReadCsvTest {

    @TempDir
    Path folder;

    private Path file(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("rows.csv"), text.getBytes(charset));
    }

    static List<SourceRecord> all(SourceFile source) {
        List<SourceRecord> records = new ArrayList<>();
        try (RecordStream stream = source.records()) {
            stream.forEachRemaining(records::add);
        }
        return records;
    }

    static List<SourceRecord> all(Path file) {
        try (SourceFile source = SourceFile.open(file, ReadingLimits.USUAL)) {
            return all(source);
        }
    }

    @Test
    void keeps_cells_as_written_with_lines_in_quotes_and_numbers_with_separators() throws IOException {
        Path file = file("""
                code,year,note
                A1,"2,006","two
                lines, ""quoted\"\""
                A2, 7 ,
                """, StandardCharsets.UTF_8);

        List<SourceRecord> records = all(file);

        assertThat(records).hasSize(2);
        assertThat(records.getFirst().cells().asMap())
                .isEqualTo(Map.of("code", "A1", "year", "2,006", "note", "two\nlines, \"quoted\""));
        assertThat(records.get(1).cells().text("year")).isEqualTo(" 7 ");
        assertThat(records.get(1).cells().find("note")).contains("");
        assertThat(records).extracting(SourceRecord::position).containsExactly(1L, 2L);
        assertThat(records).extracting(SourceRecord::line).containsExactly(2L, 4L);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "UTF-8        | Мины, حقل ألغام, 地雷, déminé       | false",
                "UTF-16LE     | Мины, حقل ألغام, 地雷, déminé       | true",
                "windows-1252 | Zona de peligro en Bolívar; démineurs blessés à côté | true",
                "windows-1251 | Противопехотные мины обнаружены в районе села, работы не завершены | true",
                "windows-1251 | МИНЫ ПОД ДОРОГОЙ | true",
                "windows-1256 | حقل ألغام مضادة للأفراد قرب القرية ولم تنته الأعمال | true",
                "KOI8-R       | Противопехотные мины обнаружены в районе села, работы не завершены | true",
                "Big5         | 在村莊附近發現了殺傷人員地雷，清除工作尚未完成，請勿進入該地區 | true",
                "GB18030      | 在村庄附近发现了杀伤人员地雷，清除工作尚未完成，请勿进入该地区 | true",
            })
    void is_read_in_its_encoding_and_says_when_that_is_a_guess(String charset, String text, boolean guessed)
            throws IOException {
        Path file = file("code\tnote\n1\t" + text + "\n2\t" + text + "\n", Charset.forName(charset));

        try (SourceFile source = SourceFile.open(file, ReadingLimits.USUAL)) {
            assertThat(all(source).getFirst().cells().text("note")).isEqualTo(text);
            assertThat(source.findings().stream().anyMatch(one -> one.kind() == Kind.CHARSET_GUESSED))
                    .isEqualTo(guessed);
        }
    }

    @Test
    void may_have_a_mark_at_its_start_and_decimal_commas() throws IOException {
        Path file = file("\uFEFFcode;area\n1;1.521,82\n2;0,5\n", StandardCharsets.UTF_8);

        try (SourceFile source = SourceFile.open(file, ReadingLimits.USUAL)) {
            assertThat(source.columns()).containsExactly("code", "area");
            assertThat(all(source).getFirst().cells().text("area")).isEqualTo("1.521,82");
        }
    }

    @Test
    void says_which_rows_are_longer_or_shorter_and_which_columns_are_nameless_or_twice() throws IOException {
        Path file = file("a,,a\n1,2,3,4\n5\n\n6,7,8\n", StandardCharsets.UTF_8);

        try (SourceFile source = SourceFile.open(file, ReadingLimits.USUAL)) {
            assertThat(source.columns()).containsExactly("a", "column_2", "a_2");
            assertThat(source.findings())
                    .extracting(ReadingFinding::kind)
                    .containsExactly(Kind.COLUMN_WITHOUT_NAME, Kind.COLUMN_TWICE);
            List<SourceRecord> records = all(source);
            assertThat(records.get(0).cells().values()).containsExactly("1", "2", "3", "4");
            assertThat(records.get(0).findings())
                    .extracting(ReadingFinding::kind)
                    .containsExactly(Kind.TOO_MANY_CELLS);
            assertThat(records.get(1).cells().columns()).containsExactly("a");
            assertThat(records.get(1).findings())
                    .extracting(ReadingFinding::kind)
                    .containsExactly(Kind.TOO_FEW_CELLS);
            assertThat(records.get(2).findings()).isEmpty();
        }
    }

    @Test
    void that_was_read_wrongly_before_says_where() throws IOException {
        Path file = file("code,name\n1,BolÃ\u00advar\n2,Bolívar\n", StandardCharsets.UTF_8);

        List<SourceRecord> records = all(file);

        assertThat(records.get(0).findings())
                .containsExactly(
                        new ReadingFinding(Kind.DAMAGED_TEXT, Map.of("column", "name", "value", "BolÃ\u00advar")));
        assertThat(records.get(1).findings()).isEmpty();
    }

    @Test
    void of_ten_gigabytes_is_refused_at_once() throws IOException {
        Path file = folder.resolve("large.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(10L << 30);
        }

        assertThatThrownBy(() -> SourceFile.open(file, ReadingLimits.USUAL))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().id()).isEqualTo("source-too-large");
                    assertThat(e.problem().values()).containsEntry("size", 10L << 30);
                });
    }

    @Test
    void with_a_quotation_that_never_ends_stops_with_the_record_before_it() throws IOException {
        Path file = file("a,b\n1,2\n3,\"" + "x".repeat(9_000_000), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> all(file)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().id()).isEqualTo("source-damaged");
            assertThat(e.problem().values()).containsEntry("after", 1L);
        });
    }

    @Test
    void with_more_rows_than_the_limit_is_stopped() throws IOException {
        Path file = file("a\n1\n2\n3\n", StandardCharsets.UTF_8);

        try (SourceFile source = SourceFile.open(file, ReadingLimits.USUAL.withRecords(2))) {
            assertThatThrownBy(() -> all(source))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().id()).isEqualTo("source-too-many-records"));
        }
    }

    @Test
    void in_an_archive_with_others_is_a_table_as_odk_gives_a_form_and_its_repeated_groups() throws IOException {
        Path file = folder.resolve("form.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            Map<String, String> files = new java.util.LinkedHashMap<>();
            files.put(
                    "survey.csv",
                    "KEY,place-area\nuuid:1,\"34.5 69.2 0 0; 34.5 69.201 0 0; 34.501 69.201 0 0; 34.5 69.2 0 0\"\nuuid:2,\n");
            files.put("survey-evidence.csv", "kind,PARENT_KEY\nDETONATION,uuid:1\n");
            files.put("media/photo.jpg", "x");
            for (Map.Entry<String, String> one : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write(one.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }

        try (SourceFile source = SourceFile.open(file, ReadingLimits.USUAL)) {
            assertThat(source.tables())
                    .extracting(SourceTable::name)
                    .containsExactly("survey.csv", "survey-evidence.csv");
            assertThat(source.findings())
                    .containsExactlyInAnyOrder(
                            new ReadingFinding(Kind.GEOMETRY_FROM_COLUMN, Map.of("column", "place-area")),
                            new ReadingFinding(Kind.FILE_NOT_READ, Map.of("value", "media/photo.jpg")));
            assertThat(all(source).getFirst().geometry().toText())
                    .isEqualTo("POLYGON ((69.2 34.5, 69.201 34.5, 69.201 34.501, 69.2 34.5))");
            try (RecordStream repeats = source.records("survey-evidence.csv")) {
                assertThat(repeats.next().cells().text("PARENT_KEY")).isEqualTo("uuid:1");
            }
        }
    }
}
