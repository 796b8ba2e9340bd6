package org.mineban.cli;

import java.nio.file.Path;
import java.util.Map;
import org.mineban.audit.AuditTrail;
import org.mineban.backup.BackupFile;
import org.mineban.backup.Manifest;
import org.mineban.backup.Restore;
import org.mineban.presentation.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code restore FILE}: a backup into an empty data folder or an empty database. With {@code --check} it is only looked through. */
@Command(name = "restore")
final class RestoreCommand implements Runnable {

    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE")
    private String file = "";

    @Option(names = "--check")
    private boolean check;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    RestoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        language.check();
        Format wanted = Format.of(format, Format.TEXT, Format.JSON);
        Path path = BackupCommand.path(file);
        Path dataFolder = session.dataFolder().path();
        Manifest manifest = check
                ? checked(path)
                : new Restore(new AuditTrail(), session.clock()).restore(path, session.databaseAddress(), dataFolder);
        if (wanted == Format.JSON) {
            session.out().print(Json.write(BackupCommand.json(path, manifest)));
            return;
        }
        session.out()
                .println(session.messages()
                        .say(
                                session.language(),
                                check ? "backup.checked" : "backup.restored",
                                BackupCommand.words(path, manifest)));
        session.out()
                .println(session.messages()
                        .say(session.language(), "backup.content-hash", Map.of("hash", manifest.contentHash())));
        if (!check) {
            BackupCommand.settingsNote(session, dataFolder).ifPresent(session.out()::println);
        }
    }

    private static Manifest checked(Path path) {
        try (BackupFile backup = BackupFile.open(path)) {
            backup.checkParts();
            return backup.manifest();
        }
    }
}
