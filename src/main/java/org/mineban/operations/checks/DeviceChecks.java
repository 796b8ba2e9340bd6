package org.mineban.operations.checks;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.mineban.operations.CheckContext;
import org.mineban.operations.CheckLists;
import org.mineban.operations.Examined;
import org.mineban.operations.NotChecked.Reason;

/** Devices found: their numbers and their types. */
final class DeviceChecks {

    private static final List<String> QUANTITIES = List.of("qty_found", "qty_destroyed", "qty_moved", "qty_left");

    /** So many letters may differ for one name to be taken for a slip of another. */
    private static final int SLIP = 2;

    private DeviceChecks() {}

    /** What was found was destroyed, moved or left; nothing is below zero. */
    static void v29(Examined find, CheckContext context, Answers answers) {
        for (String field : QUANTITIES) {
            OptionalLong count = Said.whole(find, field);
            if (count.isPresent() && count.getAsLong() < 0) {
                answers.blocks(field, "negative", Map.of("field", field, "value", count.getAsLong()));
                return;
            }
            if (count.isEmpty() && Said.has(find, field)) {
                // Not a whole number; V-52 says so.
                answers.not(Reason.NO_VALUE, field);
                return;
            }
        }
        OptionalLong found = Said.whole(find, "qty_found");
        OptionalLong destroyed = Said.whole(find, "qty_destroyed");
        if (found.isEmpty() || destroyed.isEmpty()) {
            answers.not(Reason.NO_VALUE, found.isEmpty() ? "qty_found" : "qty_destroyed");
            return;
        }
        long moved = Said.orZero(find, "qty_moved");
        long left = Said.orZero(find, "qty_left");
        if (found.getAsLong() != destroyed.getAsLong() + moved + left) {
            answers.blocks(
                    "qty_found",
                    "",
                    Map.of(
                            "found",
                            found.getAsLong(),
                            "destroyed",
                            destroyed.getAsLong(),
                            "moved",
                            moved,
                            "left",
                            left));
        }
    }

    /** A mine type is in the catalogue and known in the State. */
    static void v35(Examined record, CheckContext context, Answers answers) {
        String field = switch (record.kind()) {
            case FIND -> "model";
            case HAZARD -> "mine_types";
            default -> "mine_type";
        };
        Optional<String> said = record.fields().text(field);
        if (said.isEmpty()) {
            answers.not(Reason.NO_VALUE, field);
            return;
        }
        if (context.lists().mineTypes().isEmpty()) {
            answers.not(Reason.NO_LIST, "mine_types");
            return;
        }
        CheckLists.MineTypes catalogue = context.lists().mineTypes().get();
        for (String name : said.get().split("\\s*[,;]\\s*", -1)) {
            if (!name.isBlank()) {
                type(field, name.strip(), catalogue, answers);
            }
        }
    }

    private static void type(String field, String name, CheckLists.MineTypes catalogue, Answers answers) {
        Optional<String> known = catalogue.names().stream()
                .filter(one -> plain(one).equals(plain(name)))
                .findFirst();
        if (known.isPresent()) {
            if (!catalogue.knownHere(known.get())) {
                answers.warns(field, "elsewhere", Map.of("type", name));
            }
            return;
        }
        Optional<String> near = catalogue.names().stream()
                .filter(one -> Words.distance(plain(one), plain(name)) <= SLIP)
                .min(Comparator.comparingInt((String one) -> Words.distance(plain(one), plain(name)))
                        .thenComparing(Comparator.naturalOrder()));
        if (near.isPresent()) {
            answers.warns(field, "slip", Map.of("type", name, "near", near.get()));
        } else {
            answers.warns(field, "", Map.of("type", name));
        }
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s\\-_.]+", "").toLowerCase(Locale.ROOT);
    }

    /** A quantity that nobody knows stays blank; that there are none needs a source. */
    static void v36(Examined area, CheckContext context, Answers answers) {
        OptionalLong quantity = Said.whole(area, "mine_quantity");
        if (quantity.isPresent()
                && quantity.getAsLong() == 0
                && !area.fields().codes("evidence").contains("RELIABLE_RECORD")
                && !Said.has(area, "note")) {
            answers.blocks("mine_quantity", "", Map.of());
        }
    }
}
