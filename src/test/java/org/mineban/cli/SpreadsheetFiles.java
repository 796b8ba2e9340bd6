package org.mineban.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** Workbooks as a person handles them in a spreadsheet program. */
final class SpreadsheetFiles {

    private SpreadsheetFiles() {}

    static List<List<String>> read(Path file, String sheet) throws IOException {
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            List<List<String>> rows = new ArrayList<>();
            for (Row row : book.getSheet(sheet)) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(new DataFormatter().formatCellValue(cell)));
                rows.add(cells);
            }
            return rows;
        }
    }

    static void replace(Path file, String sheet, String text, String other) throws IOException {
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (Row row : book.getSheet(sheet)) {
                for (Cell cell : row) {
                    if (new DataFormatter().formatCellValue(cell).equals(text)) {
                        cell.setCellValue(other);
                    }
                }
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                book.write(out);
            }
        }
    }
}
