package org.mineban.storage;

import org.jooq.SQLDialect;

/** The two databases that Mineban runs on. */
public enum Engine {
    /** One file in the data folder; nothing to install. */
    SQLITE(SQLDialect.SQLITE),
    /** A server, for several application nodes. */
    POSTGRESQL(SQLDialect.POSTGRES);

    private final SQLDialect dialect;

    Engine(SQLDialect dialect) {
        this.dialect = dialect;
    }

    SQLDialect dialect() {
        return dialect;
    }
}
