package org.mineban.depositary;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Recorded;
import org.mineban.kernel.SourceRow;
import org.mineban.parties.Declaration;
import org.mineban.parties.TreatyAction;
import org.mineban.platform.FactColumn;
import org.mineban.platform.FactColumn.Kind;
import org.mineban.platform.FactTable;
import org.mineban.presentation.Knowledge;

/**
 * The knowledge that results when entries are put to what came with the program, one after the other. It reads no clock and no database.
 *
 * @param knowledge the result
 * @param aside entries that change nothing, and why
 */
public record WholeRecord(Knowledge knowledge, Map<UUID, Aside> aside) {

    /** The file that rows of entries are said to stand in; it can be downloaded as such. */
    public static final String FILE = "depositary/recorded.csv";

    private static final FactColumn[] COLUMNS = {
        FactColumn.of("iso3", Kind.STATE),
        FactColumn.text("action"),
        FactColumn.text("kind"),
        FactColumn.of("date", Kind.DATE),
        FactColumn.of("effective_date", Kind.DAY).orEmpty(),
        FactColumn.text("summary"),
        FactColumn.of("source", Kind.TEXT),
        FactColumn.text("link"),
        FactColumn.of("confidence", Kind.CONFIDENCE),
        FactColumn.text("note"),
        FactColumn.text("corrects"),
        FactColumn.text("correction"),
        FactColumn.text("why"),
        FactColumn.of("recorded_on", Kind.DAY),
        FactColumn.of("confirmed_on", Kind.DAY),
        FactColumn.of("entry", Kind.TEXT)
    };

    /** Why an entry changes nothing. */
    public enum Aside {
        /** The record that came with the program has the same by now. */
        ALREADY_SHIPPED,
        /** The row that it corrects is there no longer: the program's record was corrected, or another entry has taken its place. */
        ROW_GONE
    }

    public WholeRecord {
        aside = Map.copyOf(aside);
    }

    /** What came with the program, and the entries in the order of their places. */
    public static WholeRecord of(Knowledge shipped, List<Confirmed> entries) {
        if (entries.isEmpty()) {
            return new WholeRecord(shipped, Map.of());
        }
        Making making = new Making(shipped);
        entries.forEach(making::put);
        return making.made();
    }

    /** A record being made. */
    private static final class Making {

        private final Knowledge shipped;
        private final List<TreatyAction> actions;
        private final List<Declaration> declarations;
        private final List<SourceRow> rows = new ArrayList<>();
        private final Map<UUID, Aside> aside = new LinkedHashMap<>();

        Making(Knowledge shipped) {
            this.shipped = shipped;
            this.actions = new ArrayList<>(shipped.register().actions());
            this.declarations = new ArrayList<>(shipped.register().declarations());
        }

        void put(Confirmed entry) {
            Content content = entry.content();
            boolean action = content.act().table() == Act.Table.ACTIONS;
            int at = content.correction().map(this::find).orElse(-1);
            Optional<SourceRow> corrected = at < 0
                    ? Optional.empty()
                    : Optional.of(
                            action
                                    ? actions.get(at).row()
                                    : declarations.get(at).row());
            SourceRow row = row(entry, rows.size() + 2, corrected); // the header is line 1
            rows.add(row);
            if (content.correction().isPresent() && at < 0) {
                aside.put(entry.id(), Aside.ROW_GONE);
            } else if (content.correction().isEmpty() && shippedHas(content)) {
                aside.put(entry.id(), Aside.ALREADY_SHIPPED);
            } else if (action) {
                put(actions, at, content, TreatyAction.of(row));
            } else {
                put(declarations, at, content, Declaration.of(row));
            }
        }

        private static <T> void put(List<T> list, int at, Content content, T made) {
            boolean strike = content.correction()
                    .filter(correction -> correction.manner() == Correction.Manner.STRIKE_OUT)
                    .isPresent();
            if (strike) {
                list.remove(at);
            } else if (at >= 0) {
                list.set(at, made);
            } else {
                list.add(made);
            }
        }

        private int find(Correction correction) {
            boolean action = correction.row().fields().containsKey("action")
                    && !correction.row().fields().getOrDefault("action", "").isEmpty();
            int size = action ? actions.size() : declarations.size();
            for (int i = 0; i < size; i++) {
                if (correction
                        .row()
                        .names(
                                action
                                        ? actions.get(i).row()
                                        : declarations.get(i).row())) {
                    return i;
                }
            }
            return -1;
        }

        private boolean shippedHas(Content content) {
            return content.act().table() == Act.Table.ACTIONS
                    && shipped.register().actions().stream()
                            .anyMatch(action -> action.state().equals(content.state())
                                    && action.row()
                                            .get("action")
                                            .equals(content.act().word())
                                    && action.date().equals(content.date()));
        }

        WholeRecord made() {
            FactTable table = new FactTable(FILE, List.of(COLUMNS), rows);
            return new WholeRecord(shipped.with(shipped.register().with(actions, declarations), table), aside);
        }
    }

    private static SourceRow row(Confirmed entry, int line, Optional<SourceRow> corrected) {
        Content content = entry.content();
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put("iso3", content.state().iso3());
        fields.put(content.act().table().column(), content.act().word());
        fields.put("date", content.date().toString());
        fields.put("effective_date", content.effect().map(LocalDate::toString).orElse(""));
        boolean inNote = content.act().table() == Act.Table.ACTIONS;
        fields.put("summary", inNote ? "" : content.summary());
        fields.put("source", content.source());
        fields.put("link", content.link());
        fields.put("confidence", Confidence.RECORDED.code());
        fields.put("note", inNote ? joined(content.summary(), content.note()) : content.note());
        content.correction().ifPresent(correction -> {
            fields.put("corrects", correction.row().place());
            fields.put("correction", correction.manner().id());
            fields.put("why", correction.why());
        });
        fields.put(
                "recorded_on",
                LocalDate.ofInstant(entry.recordedAt(), ZoneOffset.UTC).toString());
        fields.put("confirmed_on", entry.knownOn().toString());
        fields.put("entry", entry.id().toString());
        return SourceRow.of(FILE, line, fields, Confidence.RECORDED)
                .as(new Recorded(entry.id(), entry.knownOn(), entry.as(), corrected));
    }

    private static String joined(String summary, String note) {
        return summary.isEmpty() || note.isEmpty() ? summary + note : summary + " " + note;
    }
}
