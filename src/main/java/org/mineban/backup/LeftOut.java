package org.mineban.backup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a backup leaves out. Why, in words, is the message {@code backup.left-out.} with the word. */
public enum LeftOut {
    /** The sealing keys: who finds a backup must not find the keys with it. */
    KEY_FILE(),
    /** Passwords in the settings. */
    SECRET_SETTINGS(),
    /** Who is signed in, or on the way in, or held up after wrong passwords: nobody's record, and no way in for who finds a backup. */
    SESSIONS("session", "sign_in_step", "throttle"),
    /** Which backups were made here; their files are elsewhere. */
    BACKUP_RUNS("backup_run");

    private final List<String> tables;

    LeftOut(String... tables) {
        this.tables = List.of(tables);
    }

    /** Its word, as {@code key-file}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The tables left out. Nothing that is kept may refer to one. */
    static List<String> allTables() {
        return Arrays.stream(values()).flatMap(one -> one.tables.stream()).toList();
    }

    static boolean table(String name) {
        return allTables().contains(name.toLowerCase(Locale.ROOT));
    }
}
