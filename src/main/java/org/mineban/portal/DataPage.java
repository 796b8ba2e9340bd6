package org.mineban.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.SourceRow;
import org.mineban.platform.FactColumn;
import org.mineban.platform.FactTable;
import org.mineban.platform.MixedScripts;
import org.mineban.presentation.Table;
import org.mineban.presentation.TableFiles;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The files of facts that everything rests on: what each holds, how far it can be trusted, and the file itself. */
@RestController
final class DataPage {

    private static final int MOST_MIXED = 20;

    private final PageRenderer renderer;

    DataPage(PageRenderer renderer) {
        this.renderer = renderer;
    }

    /** What the page shows. */
    record View(List<File> files, String rows, List<Word> words) {}

    /**
     * A file of facts.
     *
     * @param mixed which words of it mix scripts, in words; empty when none does
     */
    record File(
            String anchor,
            String name,
            String what,
            String rows,
            String columns,
            List<Word> confidences,
            String sources,
            String download,
            String mixed) {}

    /** A word of confidence, what it means, and how many rows have it. */
    record Word(String code, String name, String explained, String count, boolean needsMark) {}

    @GetMapping("/data")
    ResponseEntity<byte[]> data(Visit visit) {
        List<File> files = visit.knowledge().tables().stream()
                .map(table -> file(visit, table))
                .toList();
        long rows = visit.knowledge().tables().stream()
                .mapToLong(table -> table.rows().size())
                .sum();
        View view = new View(
                files,
                visit.say("page.data.rows", Map.of("count", visit.number(rows), "files", visit.number(files.size()))),
                Arrays.stream(Confidence.values())
                        .map(confidence -> word(visit, confidence, ""))
                        .toList());
        return renderer.page(visit, "data", visit.say("page.data.title"), view);
    }

    @GetMapping("/data/{folder:[a-z]{1,20}}/{file:[a-z0-9-]{1,40}}.csv")
    ResponseEntity<byte[]> download(
            Visit visit, @PathVariable("folder") String folder, @PathVariable("file") String file) {
        String name = folder + "/" + file + ".csv";
        FactTable table = visit.knowledge().table(name).orElseThrow(() -> Faults.notFound("/data/" + name));
        try (InputStream shipped = DataPage.class.getClassLoader().getResourceAsStream(table.file())) {
            return ResponseEntity.ok()
                    .contentType(MediaType.valueOf("text/csv;charset=utf-8"))
                    .header("Content-Disposition", "attachment; filename=\"" + file + ".csv\"")
                    .body(shipped == null ? written(table) : shipped.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table that is no file of the program: what was recorded here. */
    private static byte[] written(FactTable table) throws IOException {
        List<String> columns = table.columns().stream().map(FactColumn::name).toList();
        List<List<@Nullable Object>> rows = table.map(row -> columns.stream()
                .<@Nullable Object>map(column -> row.asMap().getOrDefault(column, ""))
                .toList());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableFiles.writeCsv(new Table(table.file(), columns, rows), out);
        return out.toByteArray();
    }

    /** The place of a file on the page. */
    static String anchor(String file) {
        return file.replace('/', '-').replace(".csv", "");
    }

    private static File file(Visit visit, FactTable table) {
        String name = anchor(table.file());
        boolean judged = table.columns().stream().anyMatch(column -> column.kind() == FactColumn.Kind.CONFIDENCE);
        Map<Confidence, Integer> counts = new EnumMap<>(Confidence.class);
        if (judged) {
            table.rows().forEach(row -> counts.merge(row.confidence(), 1, Integer::sum));
        }
        return new File(
                name,
                table.file(),
                visit.say("page.data.file." + name),
                visit.say("page.data.file.rows", Map.of("count", table.rows().size())),
                String.join(", ", table.columns().stream().map(FactColumn::name).toList()),
                counts.entrySet().stream()
                        .map(entry -> word(visit, entry.getKey(), visit.number(entry.getValue())))
                        .toList(),
                sources(visit, table),
                "/data/" + table.file(),
                mixed(visit, table));
    }

    private static String mixed(Visit visit, FactTable table) {
        String words = table.rows().stream()
                .flatMap(row -> row.fields().values().stream()
                        .flatMap(cell -> MixedScripts.firstIn(cell).stream())
                        .map(word -> Visit.isolated(word) + " (" + visit.code(Integer.toString(row.line())) + ")"))
                .distinct()
                .limit(MOST_MIXED)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : visit.say("page.data.mixed-scripts", Map.of("words", words));
    }

    private static String sources(Visit visit, FactTable table) {
        long sources = table.rows().stream()
                .map(SourceRow::source)
                .filter(source -> !source.isEmpty())
                .flatMap(source -> Arrays.stream(source.split(";", -1)))
                .map(String::strip)
                .distinct()
                .count();
        return sources == 0 ? "" : visit.say("page.data.file.sources", Map.of("count", sources));
    }

    private static Word word(Visit visit, Confidence confidence, String count) {
        return new Word(
                confidence.code(),
                Words.confidence(visit, confidence),
                visit.say("confidence." + confidence.code() + ".explained"),
                count,
                confidence.needsMark());
    }
}
