package org.mineban.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that an administrator can set, by a line {@code name=value} in {@code settings.properties} of the data folder or by an environment
 * variable, which goes before the file.
 */
public enum Setting {
    /** A PostgreSQL server, as {@code jdbc:postgresql://host/name}; absent: the embedded database of the data folder. */
    DATABASE_URL("database.url"),
    DATABASE_USER("database.user"),
    DATABASE_PASSWORD("database.password", true),
    /** The address at which people reach this server, as {@code https://mine-action.example}; links are made with it, and passkeys bound to it. */
    PUBLIC_ADDRESS("public.address"),
    /** Addresses of proxies whose {@code X-Forwarded-*} headers are believed, joined by commas; absent: none is. */
    TRUSTED_PROXIES("trusted.proxies"),
    MAIL_HOST("mail.host"),
    MAIL_PORT("mail.port"),
    /** {@code starttls} (what holds when it is absent), {@code tls} or {@code none}. */
    MAIL_SECURITY("mail.security"),
    MAIL_USER("mail.user"),
    MAIL_PASSWORD("mail.password", true),
    MAIL_FROM("mail.from"),
    /** An OpenID Connect provider, as {@code https://sign-in.example/realms/ministry}. */
    OIDC_ISSUER("oidc.issuer"),
    OIDC_CLIENT_ID("oidc.client-id"),
    OIDC_CLIENT_SECRET("oidc.client-secret", true),
    /** The name of the provider on the page for signing in. */
    OIDC_NAME("oidc.name"),
    /**
     * The list “Pwned Passwords” of SHA-1 hashes: the one sorted file, or the folder of files by the first five signs of a hash; absent: the short
     * list that comes with the program.
     */
    PASSWORDS_BREACHED("passwords.breached"),
    /** A ClamAV daemon, as {@code localhost:3310}, that looks through every file people send; absent: none does. */
    UPLOADS_SCANNER("uploads.scanner"),
    /** The file of the keys that seal secrets; absent: {@code keys} in the data folder. Never part of a backup. */
    KEY_FILE("key.file"),
    /** The folder of backups made by plan; absent: none are made. */
    BACKUP_FOLDER("backup.folder"),
    /** Of how many days, weeks and months the last backup is kept; absent: 7, 4 and 12. */
    BACKUP_KEEP_DAILY("backup.keep.daily"),
    BACKUP_KEEP_WEEKLY("backup.keep.weekly"),
    BACKUP_KEEP_MONTHLY("backup.keep.monthly");

    private final String key;
    private final boolean secret;

    Setting(String key) {
        this(key, false);
    }

    Setting(String key, boolean secret) {
        this.key = key;
        this.secret = secret;
    }

    /** Its name in the file, as {@code mail.host}. */
    public String key() {
        return key;
    }

    /** Its name in the environment, as {@code MINEBAN_MAIL_HOST}. */
    public String variable() {
        return Settings.PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Whether its value is shown to nobody. */
    public boolean secret() {
        return secret;
    }

    /** The setting of that name in the file. */
    static Optional<Setting> find(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }

    /** The setting of that name in the environment. */
    static Optional<Setting> ofVariable(String name) {
        return Arrays.stream(values())
                .filter(setting -> setting.variable().equals(name))
                .findFirst();
    }
}
