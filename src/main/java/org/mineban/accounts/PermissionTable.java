package org.mineban.accounts;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Who may do what: the one table {@code accounts/permissions.csv}, a row for each permission, a column for each role. A cell says how far the
 * permission reaches for the role: {@code -}, {@code sections}, {@code organisation}, {@code state} or {@code all}. A permission with four eyes is
 * never for what one wrote oneself.
 */
public final class PermissionTable {

    private static final String FILE = "accounts/permissions.csv";

    private final Map<Permission, Map<Role, Reach>> reaches = new EnumMap<>(Permission.class);
    private final Set<Permission> fourEyes = EnumSet.noneOf(Permission.class);

    /** Reads the table; a row or a column that the program does not know, and one that is missing, stops the start. */
    public PermissionTable() {
        try (Reader file = new InputStreamReader(
                        Objects.requireNonNull(
                                PermissionTable.class.getClassLoader().getResourceAsStream(FILE), FILE),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows.forEach(this::read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (reaches.size() != Permission.values().length) {
            Set<Permission> missing = EnumSet.allOf(Permission.class);
            missing.removeAll(reaches.keySet());
            throw new IllegalStateException(FILE + " has no row for " + missing);
        }
    }

    private void read(NamedCsvRecord row) {
        String id = row.getField("permission");
        Permission permission = Permission.find(id)
                .orElseThrow(() -> new IllegalStateException(FILE + ": the program asks for no permission " + id));
        Map<Role, Reach> byRole = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            String cell = row.getField(role.id());
            byRole.put(role, cell.equals("-") ? Reach.NONE : Reach.valueOf(cell.toUpperCase(Locale.ROOT)));
        }
        if (reaches.put(permission, byRole) != null) {
            throw new IllegalStateException(FILE + " has two rows for " + id);
        }
        if (row.getField("four_eyes").equals("yes")) {
            fourEyes.add(permission);
        }
    }

    /** How far a permission reaches for a role. */
    public Reach reach(Permission permission, Role role) {
        return Objects.requireNonNull(
                Objects.requireNonNull(reaches.get(permission)).get(role));
    }

    /** Whether the permission is never for what one wrote oneself. */
    public boolean fourEyes(Permission permission) {
        return fourEyes.contains(permission);
    }
}
