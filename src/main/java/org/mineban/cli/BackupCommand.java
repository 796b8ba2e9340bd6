package org.mineban.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.audit.AuditTrail;
import org.mineban.backup.Backup;
import org.mineban.backup.LeftOut;
import org.mineban.backup.Manifest;
import org.mineban.kernel.Problem;
import org.mineban.presentation.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backup FILE}: everything that people made in one file, also while the server runs. */
@Command(name = "backup")
final class BackupCommand implements Runnable {

    private final Session session;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE")
    private @Nullable String file;

    @Option(names = "--hash-only")
    private boolean hashOnly;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    BackupCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        language.check();
        Format wanted = Format.of(format, Format.TEXT, Format.JSON);
        String named = file;
        if ((named == null) != hashOnly) {
            throw new Problem("backup-file-or-hash", Problem.Kind.WRONG_USAGE, Map.of()).asException();
        }
        Backup backup = new Backup(
                session.database(), new AuditTrail(), session.dataFolder().path(), session.clock());
        if (named == null) {
            String hash = backup.contentHash();
            session.out().print(wanted == Format.JSON ? Json.write(Map.of("contentHash", hash)) : hash + "\n");
            return;
        }
        Path path = path(named);
        Manifest manifest = backup.write(path, "program:backup-command");
        if (wanted == Format.JSON) {
            session.out().print(Json.write(json(path, manifest)));
        } else {
            session.out().println(say("backup.made", words(path, manifest)));
            session.out().println(say("backup.content-hash", Map.of("hash", manifest.contentHash())));
            session.out().println(say("backup.left-out", Map.of()));
            for (LeftOut one : manifest.leftOut()) {
                session.out().println("- " + say("backup.left-out." + one.word(), Map.of()));
            }
        }
    }

    static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException noPath) {
            throw new Problem("file-not-written", Problem.Kind.WRONG_USAGE, Map.of("value", name)).asException();
        }
    }

    /** The values that sentences about a backup use. */
    static Map<String, Object> words(Path file, Manifest manifest) {
        return Map.of(
                "file",
                file.toString(),
                "rows",
                manifest.rows(),
                "tables",
                manifest.tableCount(),
                "files",
                manifest.files(),
                "moment",
                manifest.madeAt().toString(),
                "entries",
                manifest.audit().number());
    }

    /** A backup as the contract has it: {@code file, madeAt, schema, tables, rows, files, contentHash, auditNumber, auditHash, leftOut[]}. */
    static Map<String, @Nullable Object> json(Path file, Manifest manifest) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("file", file.toString());
        json.put("madeAt", manifest.madeAt().toString());
        json.put("schema", manifest.schema());
        json.put("tables", manifest.tableCount());
        json.put("rows", manifest.rows());
        json.put("files", manifest.files());
        json.put("contentHash", manifest.contentHash());
        json.put("auditNumber", manifest.audit().number());
        json.put("auditHash", manifest.audit().hash());
        json.put("leftOut", manifest.leftOut().stream().map(LeftOut::word).toList());
        return json;
    }

    private String say(String key, Map<String, Object> values) {
        return session.messages().say(session.language(), key, values);
    }

    /** Where a backup was found to be what it says. */
    static Optional<String> settingsNote(Session session, Path dataFolder) {
        Path settings = dataFolder.resolve("settings-from-backup.properties");
        return java.nio.file.Files.exists(settings)
                ? Optional.of(session.messages()
                        .say(session.language(), "backup.restored-settings", Map.of("file", settings.toString())))
                : Optional.empty();
    }
}
