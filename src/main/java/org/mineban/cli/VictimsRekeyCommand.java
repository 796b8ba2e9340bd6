package org.mineban.cli;

import java.nio.file.Path;
import java.util.Map;
import org.mineban.accounts.Access;
import org.mineban.accounts.PermissionTable;
import org.mineban.audit.AuditTrail;
import org.mineban.platform.Setting;
import org.mineban.secrets.Keyring;
import org.mineban.storage.FileStore;
import org.mineban.victims.Rekeying;
import org.mineban.victims.Vault;
import org.mineban.victims.VaultDoor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code victims rekey}: a new key for the vault. The server may run meanwhile; no identity is shown. */
@Command(name = "rekey")
final class VictimsRekeyCommand implements Runnable {

    private final Session session;

    @Mixin
    private LanguageOption language = new LanguageOption();

    VictimsRekeyCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        language.check();
        Path keys = session.settings()
                .find(Setting.KEY_FILE)
                .map(Path::of)
                .orElseGet(() -> session.dataFolder().path().resolve("keys"));
        Path file = VaultDoor.keyFileBeside(keys);
        VaultDoor door = new VaultDoor(session.database(), new AuditTrail(), new Access(new PermissionTable()), file);
        Rekeying.Done done = new Rekeying(door, new Vault(door, new FileStore())).run("program:victims-rekey");
        session.err()
                .println(session.messages()
                        .say(
                                session.language(),
                                "cli.victims.rekeyed",
                                Map.of(
                                        "files",
                                        done.files(),
                                        "texts",
                                        done.texts(),
                                        "key",
                                        Keyring.open(file, true).ids().getLast(),
                                        "file",
                                        file.toString())));
    }
}
