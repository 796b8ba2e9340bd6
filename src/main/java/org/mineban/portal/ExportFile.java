package org.mineban.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.mineban.exchange.ExportNotes;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file of the register that is made for whoever asks for it. */
final class ExportFile {

    private static final Map<String, String> TYPES = Map.of(
            "csv", "text/csv;charset=utf-8",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "geojson", "application/geo+json",
            "kml", "application/vnd.google-earth.kml+xml",
            "gpkg", "application/geopackage+sqlite3",
            "zip", "application/zip");

    private ExportFile() {}

    /** Sends what is written to a file of that name, which decides its format. */
    static ResponseEntity<byte[]> answer(String name, Consumer<Path> writing) {
        try {
            Path folder = Files.createTempDirectory("mineban-export");
            Path file = folder.resolve(name);
            try {
                writing.accept(file);
                String ending = name.substring(name.lastIndexOf('.') + 1);
                return ResponseEntity.ok()
                        .contentType(MediaType.valueOf(TYPES.getOrDefault(ending, "application/octet-stream")))
                        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                        .body(Files.readAllBytes(file));
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** What every such file says about itself. */
    static ExportNotes notes(Visit visit, String title, String filter) {
        return new ExportNotes(
                title,
                visit.dayAsked() ? visit.on() : visit.today(),
                visit.say("register.export.licence"),
                filter,
                visit.say("register.export.restricted"),
                visit.say(ExportNotes.WARNING));
    }
}
