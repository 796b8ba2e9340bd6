package org.mineban.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mineban.exchange.ReadCsvTest.all;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.exchange.ReadingFinding.Kind;
import org.mineban.kernel.ProblemException;

/** Workbooks written with Apache POI, which is not what reads them. */
@DisplayName("An XLSX file")
class ReadXlsxTest {

    @TempDir
    Path folder;

    private interface Fill {
        void fill(XSSFWorkbook workbook);
    }

    private Path workbook(Fill fill) throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            fill.fill(workbook);
            workbook.write(out);
        }
        return file;
    }

    private static void row(XSSFSheet sheet, int number, String... texts) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < texts.length; i++) {
            if (texts[i] != null) {
                row.createCell(i).setCellValue(texts[i]);
            }
        }
    }

    @Test
    void gives_days_as_days_numbers_as_stored_and_formulas_as_their_kept_result() throws IOException {
        Path file = workbook(book -> {
            XSSFSheet sheet = book.createSheet("Hazards");
            row(sheet, 1, "code", "day", "moment", "serial", "area", "open", "sum", "bad");
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
            CellStyle moment = book.createCellStyle();
            moment.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
            Row row = sheet.createRow(2);
            row.createCell(0).setCellValue("地雷 حقل");
            row.createCell(1).setCellValue(45414);
            row.getCell(1).setCellStyle(day);
            row.createCell(2).setCellValue(45414.27083333333);
            row.getCell(2).setCellStyle(moment);
            row.createCell(3).setCellValue(45414.2708);
            row.createCell(4).setCellValue(0.1);
            row.createCell(5).setCellValue(true);
            row.createCell(6).setCellFormula("E3*10");
            row.createCell(7).setCellFormula("1/0");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

        try (SourceFile source = SourceFile.open(file, ReadingLimits.USUAL)) {
            assertThat(source.format()).isEqualTo(Format.XLSX);
            SourceRecord record = all(source).getFirst();
            // 45414 is 2 May 2024; .2708 of a day is half past six.
            assertThat(record.cells().asMap())
                    .isEqualTo(Map.of(
                            "code",
                            "地雷 حقل",
                            "day",
                            "2024-05-02",
                            "moment",
                            "2024-05-02T06:30",
                            "serial",
                            "45414.2708",
                            "area",
                            "0.1",
                            "open",
                            "true",
                            "sum",
                            "1",
                            "bad",
                            ""));
            assertThat(record.line()).isEqualTo(3);
            assertThat(record.findings())
                    .containsExactlyInAnyOrder(
                            new ReadingFinding(Kind.FORMULA, Map.of("column", "sum")),
                            new ReadingFinding(Kind.ERROR_CELL, Map.of("column", "bad", "value", "#DIV/0!")));
        }
    }

    @Test
    void has_its_sheets_as_tables_and_skips_empty_ones_and_rows() throws IOException {
        Path file = workbook(book -> {
            XSSFSheet hazards = book.createSheet("Hazards");
            row(hazards, 0, "code", "name");
            row(hazards, 1, "A", null);
            row(hazards, 4, null, "without code");
            book.createSheet("Nothing");
            row(book.createSheet("الضحايا"), 0, "number");
        });

        try (SourceFile source = SourceFile.open(file, ReadingLimits.USUAL)) {
            assertThat(source.tables()).extracting(SourceTable::name).containsExactly("Hazards", "الضحايا");
            List<SourceRecord> records = all(source);
            assertThat(records).extracting(SourceRecord::line).containsExactly(2L, 5L);
            assertThat(records.get(1).cells().values()).containsExactly("", "without code");
            assertThatThrownBy(() -> source.records("Victims"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().values()).containsEntry("allowed", "Hazards, الضحايا"));
        }
    }

    @Test
    void from_a_kobo_form_has_shapes_in_a_column_and_its_repeats_as_tables() throws IOException {
        Path file = workbook(book -> {
            XSSFSheet form = book.createSheet("Survey");
            row(form, 0, "_uuid", "area_shape", "_index");
            row(form, 1, "u1", "34.5 69.2 1800 4.5;34.5 69.201 1800 4.5;34.501 69.201 1801 4;34.5 69.2 1800 4.5", "1");
            row(form, 2, "u2", "", "2");
            XSSFSheet repeat = book.createSheet("evidence");
            row(repeat, 0, "kind", "_parent_index");
            row(repeat, 1, "ACCIDENT_KNOWN_PLACE", "1");
        });

        try (SourceFile source = SourceFile.open(file, ReadingLimits.USUAL)) {
            List<SourceRecord> records = all(source);
            assertThat(records.getFirst().geometry().toText())
                    .isEqualTo("POLYGON ((69.2 34.5, 69.201 34.5, 69.201 34.501, 69.2 34.5))");
            assertThat(records.getFirst().original().text()).startsWith("34.5 69.2 1800 4.5;");
            assertThat((Object) records.get(1).geometry()).isNull();
            assertThat(source.findings())
                    .containsExactly(new ReadingFinding(Kind.GEOMETRY_FROM_COLUMN, Map.of("column", "area_shape")));
            assertThat(source.tables()).extracting(SourceTable::name).containsExactly("Survey", "evidence");
        }
    }

    private Path zip(String name, Map<String, byte[]> files) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    private void refused(Path file, String problem) {
        assertThatThrownBy(() -> SourceFile.open(file, ReadingLimits.USUAL).close())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().id()).isEqualTo(problem));
    }

    @Test
    void that_is_a_bomb_or_leads_out_of_its_archive_or_declares_entities_is_refused() throws IOException {
        byte[] types = "<Types/>".getBytes(StandardCharsets.UTF_8);
        refused(
                zip("bomb.xlsx", Map.of("[Content_Types].xml", types, "xl/sharedStrings.xml", new byte[300 << 20])),
                "archive-too-large");
        refused(zip("path.xlsx", Map.of("[Content_Types].xml", types, "../../etc/x.xml", types)), "archive-path");
        refused(zip("path2.xlsx", Map.of("[Content_Types].xml", types, "..\\x.xml", types)), "archive-path");
        refused(
                zip(
                        "entity.xlsx",
                        Map.of(
                                "[Content_Types].xml",
                                types,
                                "xl/workbook.xml",
                                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"
                                        .getBytes(StandardCharsets.UTF_8))),
                "source-xml-entity");
        refused(zip("other.zip", Map.of("a.txt", types)), "archive-without-table");
        refused(
                Files.write(folder.resolve("cut.xlsx"), "PK\u0003\u0004 cut".getBytes(StandardCharsets.ISO_8859_1)),
                "archive-broken");
        refused(
                Files.write(folder.resolve("old.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}),
                "source-old-excel");
        refused(Files.writeString(folder.resolve("x.pdf"), "%PDF-1.7"), "source-format-unknown");
        refused(Files.createFile(folder.resolve("empty.csv")), "source-empty");
        refused(folder.resolve("absent.csv"), "source-not-readable");
    }
}
