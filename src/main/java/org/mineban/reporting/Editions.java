package org.mineban.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.SourceRow;
import org.mineban.platform.FactColumn;
import org.mineban.platform.FactColumn.Kind;
import org.mineban.platform.FactTable;

/** The editions of the forms, read from {@code reporting/editions.csv} and {@code reporting/edition-parts.csv}. */
public final class Editions {

    private final Map<String, Edition> editions = new LinkedHashMap<>();

    private Editions(FactTable editions, FactTable parts) {
        Map<String, List<Edition.Part>> byEdition = new LinkedHashMap<>();
        parts.rows()
                .forEach(row -> byEdition
                        .computeIfAbsent(row.get("edition"), id -> new ArrayList<>())
                        .add(part(row)));
        editions.by("id").forEach((id, row) -> {
            if (!byEdition.containsKey(id)) {
                throw FactTable.broken(row, "id", "file");
            }
            this.editions.put(
                    id,
                    new Edition(
                            id,
                            Integer.parseInt(row.get("year")),
                            row.get("cover_page").equals("true"),
                            byEdition.getOrDefault(id, List.of())));
        });
    }

    /** The editions that come with the program. */
    public static Editions load() {
        return new Editions(
                FactTable.resource(
                        "reporting/editions.csv",
                        FactColumn.of("id", Kind.TEXT),
                        FactColumn.of("year", Kind.WHOLE_NUMBER),
                        FactColumn.of("cover_page", Kind.YES_NO),
                        FactColumn.oneOf("trust", "V", "R", "P"),
                        FactColumn.text("note")),
                FactTable.resource(
                        "reporting/edition-parts.csv",
                        FactColumn.of("edition", Kind.TEXT),
                        FactColumn.of("letter", Kind.TEXT),
                        FactColumn.of("subjects", Kind.TEXT),
                        FactColumn.text("fields")));
    }

    private static Edition.Part part(SourceRow row) {
        List<Subject> subjects = new ArrayList<>();
        for (String key : row.get("subjects").split(" ", -1)) {
            subjects.add(Subject.find(key).orElseThrow(() -> FactTable.broken(row, "subjects", "file")));
        }
        String fields = row.get("fields");
        return new Edition.Part(
                row.get("letter"), subjects, fields.isEmpty() ? List.of() : List.of(fields.split(" ", -1)));
    }

    /** Every edition, oldest first. */
    public List<Edition> all() {
        return List.copyOf(editions.values());
    }

    /** The edition of that id; empty when there is none, as for {@code online} and {@code free}. */
    public Optional<Edition> find(String id) {
        return Optional.ofNullable(editions.get(id));
    }
}
