package org.mineban.storage;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.Problem;

/**
 * Where the database is.
 *
 * @param url a JDBC address
 * @param user the database user; empty when the address names it or none is needed
 * @param password its password, which is never shown or logged
 */
public record DatabaseAddress(Engine engine, String url, Optional<String> user, Optional<String> password) {

    private static final String FILE = "mineban.db";
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** The embedded database of a data folder. */
    public static DatabaseAddress in(Path dataFolder) {
        return new DatabaseAddress(Engine.SQLITE, SQLITE + file(dataFolder), Optional.empty(), Optional.empty());
    }

    /** The file of the embedded database of a data folder, which may not be there yet. */
    public static Path file(Path dataFolder) {
        return dataFolder.toAbsolutePath().resolve(FILE);
    }

    /** The file of the embedded database; empty for a server. */
    public Optional<Path> file() {
        return engine == Engine.SQLITE ? Optional.of(Path.of(url.substring(SQLITE.length()))) : Optional.empty();
    }

    /**
     * A PostgreSQL server.
     *
     * @throws org.mineban.kernel.ProblemException {@code database-address} when the address is of another kind
     */
    public static DatabaseAddress postgresql(String url, Optional<String> user, Optional<String> password) {
        if (!url.startsWith(POSTGRESQL)) {
            throw new Problem("database-address", Problem.Kind.WRONG_USAGE, Map.of("value", withoutSecrets(url)))
                    .asException();
        }
        return new DatabaseAddress(Engine.POSTGRESQL, url, user, password);
    }

    /** The address as it may be shown: without what follows the question mark, where a password could stand. */
    public String shown() {
        return withoutSecrets(url);
    }

    private static String withoutSecrets(String url) {
        int question = url.indexOf('?');
        String bare = question < 0 ? url : url.substring(0, question);
        return bare.replaceFirst("//[^/@]*@", "//");
    }

    @Override
    public String toString() {
        return shown();
    }
}
