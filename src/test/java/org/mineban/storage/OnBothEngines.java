package org.mineban.storage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** What store tests share: the same test on a new database of either engine. PostgreSQL's is skipped, saying so, where it is not installed. */
public abstract class OnBothEngines {

    @TempDir
    private Path folder;

    private Database opened;

    /** A new, empty database. */
    protected Database open(Engine engine, Clock clock) {
        opened = Database.open(address(engine), clock);
        return opened;
    }

    protected Database open(Engine engine) {
        return open(engine, Clock.systemUTC());
    }

    protected DatabaseAddress address(Engine engine) {
        if (engine == Engine.SQLITE) {
            return DatabaseAddress.in(folder);
        }
        assumeTrue(
                PostgresServer.running().isPresent(),
                "PostgreSQL is not installed: apt-get install postgresql-15, or run ./verify");
        return PostgresServer.running().orElseThrow().newDatabase();
    }

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
