package org.mineban.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.sqlite.SQLiteConfig;

/**
 * The one door to the database. What was written when {@link #write} returns is on the disk: a process killed after it has lost nothing.
 *
 * <p>Readers see one moment and never wait for a writer. SQLite has one writer at a time: callers wait here, in the order of arrival, and those
 * who wait together share one wait for the disk. PostgreSQL has many.
 */
public final class Database implements AutoCloseable {

    private static final String MIGRATIONS = "classpath:db/migration";
    private static final int READERS = 8;
    private static final String CONNECT_SECONDS = "2";

    /** How long somebody waits for a connection while others use them all. */
    private static final int WAIT_FOR_CONNECTION_MS = 10_000;

    /** After so long it is looked whether the server is away, which nobody waits for. */
    private static final int LOOK_MS = 3000;

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private final DatabaseAddress address;
    private final Clock clock;
    private final HikariDataSource readers;
    private final HikariDataSource writers;
    private final OneWriter oneWriter;

    private Database(DatabaseAddress address, Clock clock, HikariDataSource readers, HikariDataSource writers) {
        this.address = address;
        this.clock = clock;
        this.readers = readers;
        this.writers = writers;
        this.oneWriter = new OneWriter(writers);
    }

    /**
     * Opens the database and brings its tables up to this version; makes it when it is not there.
     *
     * @throws ProblemException {@code database-not-reached}, {@code database-newer} when a later version of the program has changed it
     */
    public static Database open(DatabaseAddress address, Clock clock) {
        return open(address, clock, flyway -> migrate(address, flyway, MigrationVersion.LATEST));
    }

    /** Opens the database with its tables as they were in an earlier version, for a backup of that version; it may be as old, not newer. */
    public static Database openAt(DatabaseAddress address, Clock clock, String schemaVersion) {
        return open(address, clock, flyway -> migrate(address, flyway, MigrationVersion.fromVersion(schemaVersion)));
    }

    /** Opens the database as it is, to look at it. An embedded one that is not there is not made: it is not reached. */
    public static Database openAsItIs(DatabaseAddress address, Clock clock) {
        if (address.engine() == Engine.SQLITE && !Files.exists(address.file().orElseThrow())) {
            throw notReached(address, String.valueOf(address.file().orElseThrow()));
        }
        return open(address, clock, flyway -> {});
    }

    private static Database open(DatabaseAddress address, Clock clock, Consumer<FluentConfiguration> preparing) {
        makeFolder(address);
        try {
            HikariDataSource writers = pool(address, false);
            try {
                preparing.accept(Flyway.configure().dataSource(writers).locations(MIGRATIONS));
                HikariDataSource readers = address.engine() == Engine.SQLITE ? pool(address, true) : writers;
                return new Database(address, clock, readers, writers);
            } catch (RuntimeException | Error failed) {
                writers.close();
                throw failed;
            }
        } catch (com.zaxxer.hikari.pool.HikariPool.PoolInitializationException | FlywayException notOpened) {
            throw notReached(address, cause(notOpened));
        }
    }

    private static ProblemException notReached(DatabaseAddress address, String cause) {
        return new Problem(
                        "database-not-reached",
                        Problem.Kind.CANNOT_BE_DONE,
                        Map.of("value", address.shown(), "cause", cause))
                .asException();
    }

    /** The version of the tables that this program makes. */
    public static String newestSchema() {
        return Arrays.stream(Flyway.configure()
                        .dataSource("jdbc:sqlite::memory:", "", "")
                        .locations(MIGRATIONS)
                        .load()
                        .info()
                        .all())
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .map(MigrationVersion::getVersion)
                .orElse("0");
    }

    /** Whether one version of the tables is later than another. */
    public static boolean later(String schemaVersion, String than) {
        return MigrationVersion.fromVersion(schemaVersion).isNewerThan(MigrationVersion.fromVersion(than));
    }

    /** The version that the tables have; 0 when there are none. */
    public String schema() {
        return Optional.ofNullable(Flyway.configure()
                        .dataSource(writers)
                        .locations(MIGRATIONS)
                        .load()
                        .info()
                        .current())
                .map(MigrationInfo::getVersion)
                .map(MigrationVersion::getVersion)
                .orElse("0");
    }

    private static void makeFolder(DatabaseAddress address) {
        if (address.engine() == Engine.SQLITE) {
            Path file = address.file().orElseThrow();
            try {
                OwnerOnly.makeFolderOf(file);
            } catch (IOException notMade) {
                throw new Problem(
                                "data-folder",
                                Problem.Kind.CANNOT_BE_DONE,
                                Map.of("value", String.valueOf(file.getParent())))
                        .asException();
            }
        }
    }

    private static void migrate(DatabaseAddress address, FluentConfiguration configuration, MigrationVersion target) {
        Flyway flyway = configuration.target(target).load();
        boolean newer = Arrays.stream(flyway.info().applied())
                .anyMatch(migration -> !migration.getState().isResolved()
                        || migration.getState() == MigrationState.ABOVE_TARGET
                        || (migration.getVersion() != null
                                && migration.getVersion().isNewerThan(target)));
        if (newer) {
            throw new Problem("database-newer", Problem.Kind.CANNOT_BE_DONE, Map.of("value", address.shown()))
                    .asException();
        }
        flyway.migrate();
    }

    private static HikariDataSource pool(DatabaseAddress address, boolean onlyReads) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.url());
        address.user().ifPresent(config::setUsername);
        address.password().ifPresent(config::setPassword);
        config.setConnectionTimeout(WAIT_FOR_CONNECTION_MS);
        config.setPoolName(onlyReads ? "readers" : "writers");
        if (address.engine() == Engine.SQLITE) {
            config.setDataSourceProperties(sqlite(onlyReads));
            config.setMaximumPoolSize(onlyReads ? READERS : 1);
            config.setMinimumIdle(1);
            if (onlyReads) {
                config.setConnectionInitSql("pragma query_only = true");
            }
        } else {
            config.setConnectionTimeout(LOOK_MS);
            config.setValidationTimeout(LOOK_MS - 1000);
            config.setMaximumPoolSize(2 * READERS);
            config.setMinimumIdle(1);
            config.addDataSourceProperty("ApplicationName", "mineban");
            config.addDataSourceProperty("connectTimeout", CONNECT_SECONDS);
            config.addDataSourceProperty("tcpKeepAlive", "true");
        }
        return new HikariDataSource(config);
    }

    /** A commit is on the disk when it returns (FULL); no memory map, which makes reads beside a writer ten times slower. */
    private static Properties sqlite(boolean onlyReads) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(WAIT_FOR_CONNECTION_MS);
        config.enforceForeignKeys(true);
        config.setTransactionMode(
                onlyReads ? SQLiteConfig.TransactionMode.DEFERRED : SQLiteConfig.TransactionMode.IMMEDIATE);
        return config.toProperties();
    }

    public DatabaseAddress address() {
        return address;
    }

    /** Reads, all from one moment. */
    public <T> T read(Function<DSLContext, T> reading) {
        return inConnection(readers, connection -> {
            if (address.engine() == Engine.POSTGRESQL) {
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            }
            T result = reading.apply(DSL.using(connection, address.engine().dialect()));
            connection.rollback();
            return result;
        });
    }

    /** Writes, all or nothing. When this returns, it is kept; when it throws, nothing of it is. */
    public <T> T write(Function<Transaction, T> writing) {
        return write(writing, false);
    }

    /** As {@link #write}, for what takes long: on SQLite nobody else's change is committed together with it, and so waits for it. */
    public <T> T writeAlone(Function<Transaction, T> writing) {
        return write(writing, true);
    }

    private <T> T write(Function<Transaction, T> writing, boolean alone) {
        if (address.engine() == Engine.POSTGRESQL) {
            return inConnection(writers, connection -> {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                T result = writing.apply(transaction(connection));
                connection.commit();
                return result;
            });
        }
        OneWriter.Work<T> work = connection -> writing.apply(transaction(connection));
        return told(() -> alone ? oneWriter.alone(work) : oneWriter.together(work));
    }

    private Transaction transaction(Connection connection) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Transaction(DSL.using(connection, address.engine().dialect()), now);
    }

    /** Writes what has no answer. */
    public void change(Consumer<Transaction> writing) {
        write(transaction -> {
            writing.accept(transaction);
            return true;
        });
    }

    private interface InConnection<T> {
        T apply(Connection connection) throws SQLException;
    }

    private <T> T inConnection(HikariDataSource source, InConnection<T> work) {
        return told(() -> {
            try (Connection connection = connection(source)) {
                connection.setAutoCommit(false);
                try {
                    return work.apply(connection);
                } catch (SQLException | RuntimeException | Error failed) {
                    rollBack(source, connection, failed);
                    throw failed;
                }
            }
        });
    }

    /**
     * Waits while all connections are in use, and while the pool has not yet seen that the server is back: after a failure the pool looks again only after
     * a pause that grows, and meanwhile tells the failure it saw last.
     */
    private static Connection connection(HikariDataSource source) throws SQLException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WAIT_FOR_CONNECTION_MS);
        while (true) {
            try {
                return source.getConnection();
            } catch (SQLTransientConnectionException none) {
                boolean inUse = none.getCause() == null;
                if (System.nanoTime() - until > 0 || !(inUse || answers(source))) {
                    throw none;
                }
            }
        }
    }

    /** Whether the server answers now, asked beside the pool. */
    private static boolean answers(HikariDataSource source) {
        Properties properties = new Properties();
        properties.putAll(source.getDataSourceProperties());
        Optional.ofNullable(source.getUsername()).ifPresent(user -> properties.setProperty("user", user));
        Optional.ofNullable(source.getPassword()).ifPresent(password -> properties.setProperty("password", password));
        try (Connection connection = DriverManager.getConnection(source.getJdbcUrl(), properties)) {
            return connection.isValid(1);
        } catch (SQLException away) {
            return false;
        }
    }

    private interface Told<T> {
        T ask() throws SQLException;
    }

    /** What the database refused, as a problem where it is a person's matter. */
    private <T> T told(Told<T> work) {
        try {
            return work.ask();
        } catch (SQLException failed) {
            throw DatabaseProblems.of(address, failed, failed);
        } catch (DataAccessException failed) {
            SQLException cause = failed.getCause(SQLException.class);
            if (cause == null) {
                throw failed;
            }
            throw DatabaseProblems.of(address, cause, failed);
        }
    }

    /** A connection that could not be rolled back is not used again. */
    private static void rollBack(HikariDataSource source, Connection connection, Throwable failed) {
        try {
            connection.rollback();
        } catch (SQLException alreadyEnded) {
            failed.addSuppressed(alreadyEnded);
            source.evictConnection(connection);
        }
    }

    private static String cause(Throwable thrown) {
        Throwable deepest = thrown;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}
