package org.mineban.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.mineban.storage.Engine;

/** Lets rows of a restore refer to rows that come later: references are checked once, at the end, in the same transaction. The one vendors' matter here. */
final class ForeignKeys {

    private static final String ALL = """
            select table_class.relname as table_name, foreign_key.conname as name
            from pg_constraint foreign_key
            join pg_class table_class on table_class.oid = foreign_key.conrelid
            where foreign_key.contype = 'f' and not foreign_key.condeferrable
              and foreign_key.connamespace = current_schema()::regnamespace
            """;

    private ForeignKeys() {}

    /** Puts the checks off; gives what {@link #check} needs to make all as it was. */
    static List<String> defer(Connection connection, Engine engine) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            if (engine == Engine.SQLITE) {
                statement.execute("pragma defer_foreign_keys = on");
                return keys;
            }
            try (ResultSet found = statement.executeQuery(ALL)) {
                while (found.next()) {
                    keys.add("alter table " + TableShape.quoted(found.getString("table_name")) + " alter constraint "
                            + TableShape.quoted(found.getString("name")));
                }
            }
            for (String key : keys) {
                statement.execute(key + " deferrable initially deferred");
            }
        }
        return keys;
    }

    /** Checks every reference now on PostgreSQL; SQLite does so at the commit. */
    static void check(Connection connection, Engine engine, List<String> deferred) throws SQLException {
        if (engine == Engine.POSTGRESQL) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set constraints all immediate");
                for (String key : deferred) {
                    statement.execute(key + " not deferrable");
                }
            }
        }
    }
}
