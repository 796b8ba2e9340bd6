package org.mineban.exchange.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mineban.exchange.Format;
import org.mineban.exchange.ReadingLimits;

/** Judges what a file is by its first bytes. Names lie: a "CSV" from a web page is often something else. */
public final class FileKind {

    private static final int SAMPLE = 64 * 1024;
    private static final Pattern ROOT_ELEMENT = Pattern.compile("<\\s*(?:[A-Za-z_][\\w.-]*:)?([A-Za-z_][\\w.-]*)");

    private FileKind() {}

    /** The file's format; refuses what is too large, empty, or nothing that is read here. */
    public static Format of(Path file, ReadingLimits limits) {
        byte[] start = sample(file, limits);
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
            return ofArchive(file, limits);
        }
        if (text.startsWith("SQLite format 3\0")) {
            return Format.GEOPACKAGE;
        }
        if (text.startsWith("fgb")) {
            return Format.FLATGEOBUF;
        }
        refuseKnownOthers(file, text);
        String words = TextEncoding.plain(start).stripLeading();
        if (words.startsWith("{")
                || (words.startsWith("[") && words.stripLeading().length() > 1)) {
            return Format.GEOJSON;
        }
        if (words.startsWith("<")) {
            return ofXml(file, words);
        }
        if (text.indexOf('\0') >= 0 && TextEncoding.utf16(start).isEmpty()) {
            throw FileProblems.of("source-format-unknown", Map.of("file", FileProblems.name(file), "found", "binary"));
        }
        return Format.CSV;
    }

    /** Whether the file is an archive. */
    static boolean packed(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(2), StandardCharsets.ISO_8859_1).equals("PK");
        } catch (IOException e) {
            throw FileProblems.notReadable(file);
        }
    }

    private static byte[] sample(Path file, ReadingLimits limits) {
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            if (size > limits.fileBytes()) {
                throw FileProblems.of(
                        "source-too-large",
                        Map.of("file", FileProblems.name(file), "size", size, "limit", limits.fileBytes()));
            }
            byte[] start = in.readNBytes(SAMPLE);
            if (start.length == 0) {
                throw FileProblems.of("source-empty", Map.of("file", FileProblems.name(file)));
            }
            return start;
        } catch (IOException e) {
            throw FileProblems.notReadable(file);
        }
    }

    private static void refuseKnownOthers(Path file, String start) {
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            throw FileProblems.of("source-old-excel", Map.of("file", FileProblems.name(file)));
        }
        String found = "";
        if (start.startsWith("%PDF")) {
            found = "PDF";
        } else if (start.startsWith("\u001f\u008b")) {
            found = "GZIP";
        } else if (start.startsWith("Rar!")) {
            found = "RAR";
        } else if (start.startsWith("7z\u00bc\u00af")) {
            found = "7z";
        } else if (start.startsWith("\u0000\u0000'\n")) {
            found = "SHP";
        }
        if (found.equals("SHP")) {
            throw FileProblems.of("source-shapefile-alone", Map.of("file", FileProblems.name(file)));
        }
        if (!found.isEmpty()) {
            throw FileProblems.of("source-format-unknown", Map.of("file", FileProblems.name(file), "found", found));
        }
    }

    private static Format ofXml(Path file, String words) {
        Matcher element = ROOT_ELEMENT.matcher(words.replaceAll("(?s)<\\?.*?\\?>", "")
                .replaceAll("(?s)<!--.*?-->", "")
                .replaceAll("(?s)<!DOCTYPE.*?>", ""));
        String root = element.find() ? element.group(1).toLowerCase(Locale.ROOT) : "";
        return switch (root) {
            case "kml" -> Format.KML;
            case "gpx" -> Format.GPX;
            case "html" ->
                throw FileProblems.of(
                        "source-format-unknown", Map.of("file", FileProblems.name(file), "found", "HTML"));
            default -> Format.MAXML;
        };
    }

    private static Format ofArchive(Path file, ReadingLimits limits) {
        try (Archive archive = Archive.open(file, limits)) {
            if (archive.find("[Content_Types].xml").isPresent()) {
                return Format.XLSX;
            }
            if (!archive.ending(".shp").isEmpty()) {
                return Format.SHAPEFILE;
            }
            if (!archive.ending(".kml").isEmpty()) {
                return Format.KMZ;
            }
            if (!archive.ending(".csv").isEmpty()) {
                return Format.CSV;
            }
            throw FileProblems.of("archive-without-table", Map.of("file", FileProblems.name(file)));
        }
    }
}
