package org.mineban.reporting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.Problem;
import org.mineban.reporting.reading.SampleReader;
import tools.jackson.databind.JsonNode;

/**
 * A report read from a file: the canonical JSON, or the JSON of transcribed facts.
 *
 * @param report what it says
 * @param earlier earlier reports of the State that came with it
 * @param outside figures of other papers that came with it
 * @param besides files of the same folder that were read as earlier reports
 */
public record ReportFile(Report report, List<ReportArchive.Filed> earlier, Surroundings outside, List<Path> besides) {

    public ReportFile {
        earlier = List.copyOf(earlier);
        besides = List.copyOf(besides);
    }

    /**
     * Reads a file. Beside transcribed facts, files of the same State in the same folder are read as its earlier reports, since each tells one year only.
     *
     * @throws org.mineban.kernel.ProblemException {@code report-file-missing} or {@code report-unreadable}
     */
    public static ReportFile read(Path file) {
        JsonNode json = parse(file);
        if (!SampleReader.recognises(json)) {
            return new ReportFile(ReportJson.read(bytes(file)), List.of(), Surroundings.NONE, List.of());
        }
        SampleReport sample = SampleReader.read(json);
        List<ReportArchive.Filed> earlier = new ArrayList<>(sample.earlier());
        List<Path> besides = new ArrayList<>();
        for (Path sibling : siblings(file, sample)) {
            JsonNode other = parse(sibling);
            if (SampleReader.recognises(other)) {
                Report before = SampleReader.read(other).report();
                boolean sameState =
                        before.env().state().equals(sample.report().env().state());
                if (sameState && isBefore(before, sample.report())) {
                    int year = before.env().year().orElse(0);
                    earlier.removeIf(filed -> filed.report().env().year().orElse(-1) == year);
                    earlier.add(ReportArchive.Filed.of(before));
                    besides.add(sibling);
                }
            }
        }
        return new ReportFile(sample.report(), earlier, sample.outside(), besides);
    }

    private static boolean isBefore(Report before, Report after) {
        return before.env().to().isPresent()
                && after.env()
                        .to()
                        .map(PartialDate::latest)
                        .or(() -> after.env().from().map(PartialDate::earliest))
                        .filter(end -> before.env().to().get().latest().isBefore(end))
                        .isPresent();
    }

    private static List<Path> siblings(Path file, SampleReport sample) {
        String prefix = sample.report().envelope().text("state").toLowerCase(Locale.ROOT) + "-";
        Path folder = file.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(other -> {
                        String name = String.valueOf(other.getFileName()).toLowerCase(Locale.ROOT);
                        return name.startsWith(prefix)
                                && name.endsWith(".json")
                                && !other.equals(file.toAbsolutePath());
                    })
                    .sorted()
                    .toList();
        } catch (IOException unlistable) {
            return List.of();
        }
    }

    private static JsonNode parse(Path file) {
        return ReportJson.parse(bytes(file));
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > ReportJson.MOST_BYTES) {
                throw ReportJson.tooLarge(Files.size(file)).asException();
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new Problem("report-file-missing", Problem.Kind.WRONG_USAGE, Map.of("value", file.toString()))
                    .asException();
        } catch (IOException unreadable) {
            throw new Problem("report-file-missing", Problem.Kind.CANNOT_BE_DONE, Map.of("value", file.toString()))
                    .asException();
        }
    }
}
