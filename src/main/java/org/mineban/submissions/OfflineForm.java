package org.mineban.submissions;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.platform.Messages;
import org.mineban.presentation.Narrator;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Entry;
import org.mineban.reporting.Field;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.FieldReader;
import org.mineban.reporting.Group;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportWords;
import org.mineban.reporting.Rows;
import org.mineban.reporting.Value;
import org.mineban.storage.ReceivedFile;

/**
 * A draft as a workbook that is filled in without a connection and brought back: one line for each field, found again by its place in the first column
 * whatever the other columns are called, in which order the lines stand, and which are gone. A line that is gone changes nothing.
 */
public final class OfflineForm {

    private static final int BLANK_ROWS = 3;
    private static final int MOST_LINES = 50_000;
    private static final long MOST_UNPACKED = 200L << 20;
    private static final int PLACE = 0;
    private static final int CONTENT = 4;

    private OfflineForm() {}

    /** A field whose content in the workbook is another than in the draft. */
    public record Proposal(FieldPath place, Field field, String before, String typed) {}

    /**
     * What a workbook says.
     *
     * @param proposals by place, in the order of the workbook
     * @param left what was not understood, as it stands in the workbook; never dropped
     */
    public record Returned(List<Proposal> proposals, List<String> left) {
        public Returned {
            proposals = List.copyOf(proposals);
            left = List.copyOf(left);
        }
    }

    /**
     * Writes the workbook. The stream is left open.
     *
     * @param parts those that whoever asks may write
     * @param language of the report
     */
    public static void write(
            Report report,
            List<Part> parts,
            Dictionary dictionary,
            Messages messages,
            Narrator narrator,
            Language language,
            OutputStream out)
            throws IOException {
        ReportWords words = new ReportWords(messages, narrator.language());
        Workbook workbook = new Workbook(out, "Mineban", "1.0");
        Worksheet sheet = workbook.newWorksheet("Article 7");
        if (narrator.language().rightToLeft()) {
            sheet.rightToLeft();
        }
        List<String> heads = List.of(
                "place",
                narrator.say("report.paper.subject"),
                narrator.say("report.paper.field"),
                narrator.say("report.offline.row"),
                narrator.say("report.offline.content"),
                narrator.say("report.offline.allowed"));
        for (int column = 0; column < heads.size(); column++) {
            sheet.value(0, column, heads.get(column));
        }
        sheet.range(0, 0, 0, heads.size() - 1).style().bold().set();
        sheet.width(0, 26);
        sheet.width(1, 30);
        sheet.width(2, 36);
        sheet.width(CONTENT, 50);
        sheet.width(5, 40);
        sheet.freezePane(0, 1);
        int line = 1;
        for (Part part : parts) {
            String subject = part.subject().map(words::subject).orElseGet(() -> narrator.say("report.part.title"));
            for (Line one : lines(part, report, dictionary, BLANK_ROWS)) {
                sheet.value(line, PLACE, one.place().text());
                sheet.value(line, 1, subject);
                sheet.value(line, 2, words.field(one.field()));
                sheet.value(line, 3, one.row());
                sheet.value(line, CONTENT, shown(report.at(one.place()), language));
                sheet.value(line, 5, allowed(one.field(), words));
                line++;
            }
        }
        workbook.finish();
    }

    /**
     * A line of the form.
     *
     * @param row the number of the row in its list; empty when the field stands by itself
     */
    record Line(FieldPath place, Field field, String row) {}

    /** The lines of a part, with some empty rows at the end of each list. */
    static List<Line> lines(Part part, Report report, Dictionary dictionary, int blankRows) {
        List<Field> fields = dictionary.fields().stream()
                .filter(field -> field.id().prefix().equals(part.prefix()))
                .filter(field -> field.type() != Field.Type.FILE)
                .toList();
        List<Line> lines = new ArrayList<>();
        SectionLayout.of(fields).forEach(item -> lines.addAll(lines(item, report, blankRows)));
        return lines;
    }

    private static List<Line> lines(SectionLayout.Item item, Report report, int blankRows) {
        List<Line> lines = new ArrayList<>();
        switch (item) {
            case SectionLayout.One(Field field) ->
                lines.add(new Line(new FieldPath(field.id().text()), field, ""));
            case SectionLayout.Many many -> {
                FieldPath list = new FieldPath(many.list());
                List<String> names = new ArrayList<>(
                        rows(report, list).stream().map(Rows.Row::name).toList());
                for (int blank = 1; blank <= blankRows; blank++) {
                    names.add("x" + blank + "-" + names.size());
                }
                for (String name : names) {
                    String number = Integer.toString(names.indexOf(name) + 1);
                    many.columns()
                            .forEach(field -> lines.add(
                                    new Line(list.row(name).child(SectionLayout.Many.column(field)), field, number)));
                }
            }
        }
        return lines;
    }

    private static List<Rows.Row> rows(Report report, FieldPath list) {
        Group group = list.subject().map(report::section).orElseGet(report::envelope);
        List<FieldPath.Step> steps = list.steps();
        for (FieldPath.Step step : steps.subList(1, steps.size() - 1)) {
            group = group.group(step.name());
        }
        return group.rows(steps.getLast().name());
    }

    private static String allowed(Field field, ReportWords words) {
        if (!field.codes().isEmpty()) {
            return String.join("; ", field.codes());
        }
        return field.quantity() ? "1234 · nil · unknown · not-measured · withheld" : words.field(field);
    }

    static String shown(Optional<Entry> entry, Language language) {
        return entry.map(one -> one.value() instanceof Value.Text text
                        ? Optional.of(text.byLanguage().getOrDefault(language, ""))
                                .filter(own -> !own.isBlank())
                                .orElseGet(text::any)
                        : EntryText.data(one))
                .orElse("");
    }

    /**
     * Reads a workbook that came back.
     *
     * @throws org.mineban.kernel.ProblemException {@code offline-unreadable} when it is no workbook, or none of these
     */
    public static Returned read(ReceivedFile file, Report report, Dictionary dictionary, Language language) {
        SequencedMap<String, String> typed = new LinkedHashMap<>();
        List<String> left = new ArrayList<>();
        try {
            requireBounded(file);
            try (InputStream in = file.open();
                    ReadableWorkbook workbook = new ReadableWorkbook(in)) {
                workbook.getSheets().forEach(sheet -> {
                    try (Stream<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream()) {
                        rows.limit(MOST_LINES).forEach(row -> line(row, dictionary, typed, left));
                    } catch (IOException gone) {
                        throw new java.io.UncheckedIOException(gone);
                    }
                });
            }
        } catch (IOException | java.io.UncheckedIOException | ExcelReaderException broken) {
            throw unreadable();
        }
        if (typed.isEmpty()) {
            throw unreadable();
        }
        return compared(typed, left, report, dictionary, language);
    }

    /** What was typed, as proposals where it is another content than the draft has. */
    static Returned compared(
            SequencedMap<String, String> typed,
            List<String> left,
            Report report,
            Dictionary dictionary,
            Language language) {
        List<Proposal> proposals = new ArrayList<>();
        typed.forEach((text, content) -> {
            FieldPath place = new FieldPath(text);
            Field field = dictionary.find(place).orElseThrow();
            String before = shown(report.at(place), language);
            if (!before.equals(content)) {
                proposals.add(new Proposal(place, field, before, content));
            }
        });
        return new Returned(proposals, left);
    }

    private static void line(
            org.dhatim.fastexcel.reader.Row row, Dictionary dictionary, Map<String, String> typed, List<String> left) {
        String place = text(row, PLACE);
        Optional<Field> field = FieldPath.find(place).flatMap(dictionary::find);
        String content = text(row, CONTENT);
        if (field.isPresent() && field.get().type() != Field.Type.FILE) {
            typed.put(place, content);
            rest(row, CONTENT + 2, left);
        } else if (row.getRowNum() > 1) {
            rest(row, 0, left);
        }
    }

    private static void rest(org.dhatim.fastexcel.reader.Row row, int from, List<String> left) {
        List<String> cells = new ArrayList<>();
        for (int column = from; column < row.getCellCount(); column++) {
            String text = text(row, column);
            if (!text.isEmpty()) {
                cells.add(text);
            }
        }
        if (!cells.isEmpty()) {
            left.add(row.getRowNum() + ": " + String.join(" | ", cells));
        }
    }

    private static String text(org.dhatim.fastexcel.reader.Row row, int column) {
        Optional<Cell> cell = column < row.getCellCount() ? row.getOptionalCell(column) : Optional.empty();
        if (cell.isEmpty()) {
            return "";
        }
        Cell one = cell.get();
        if (one.getType() == CellType.NUMBER) {
            String format = String.valueOf(one.getDataFormatString()).toLowerCase(java.util.Locale.ROOT);
            if (format.contains("yy")) {
                return LocalDate.from(one.asDate()).toString();
            }
            BigDecimal number = one.asNumber().stripTrailingZeros();
            return number.toPlainString();
        }
        return Optional.ofNullable(one.getText()).orElse("").strip().replace("\r\n", "\n");
    }

    static void requireBounded(ReceivedFile file) throws IOException {
        long unpacked = 0;
        byte[] buffer = new byte[64 * 1024];
        try (ZipInputStream zip = new ZipInputStream(file.open(), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        throw unreadable();
                    }
                }
            }
        } catch (ZipException broken) {
            throw unreadable();
        }
    }

    static RuntimeException unreadable() {
        return new Problem("offline-unreadable", Problem.Kind.WRONG_USAGE, Map.of()).asException();
    }

    /** The report with what somebody accepted of it: an empty text takes the content away. */
    public static Report apply(Report report, FieldPath place, Field field, String typed, Language language) {
        if (typed.isBlank()) {
            return report.without(place);
        }
        Optional<Figure> absence = field.quantity() ? absence(typed.strip()) : Optional.empty();
        if (absence.isPresent()) {
            return report.with(place, Entry.of(absence.get()));
        }
        Entry entry = FieldReader.read(field, typed, language, true);
        if (entry.value() instanceof Value.Text said
                && report.at(place).map(Entry::value).orElse(null) instanceof Value.Text before) {
            Map<Language, String> all = new java.util.EnumMap<>(Language.class);
            all.putAll(before.byLanguage());
            all.putAll(said.byLanguage());
            entry = Entry.of(new Value.Text(all));
        }
        return report.with(place, entry);
    }

    private static Optional<Figure> absence(String word) {
        return Stream.of(new Figure.Nil(), new Figure.Unknown(), new Figure.NotMeasured(), new Figure.Withheld())
                .map(figure -> (Figure) figure)
                .filter(figure -> figure.key().equals(word))
                .findFirst();
    }
}
