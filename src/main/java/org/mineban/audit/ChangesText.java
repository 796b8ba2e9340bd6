package org.mineban.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes as they are stored: a JSON array of {@code field}, {@code before}, {@code after}, each left out when absent. */
final class ChangesText {

    private static final ObjectMapper JSON = JsonMapper.shared();

    private ChangesText() {}

    static String of(List<Change> changes) {
        ArrayNode all = JSON.createArrayNode();
        for (Change change : changes) {
            ObjectNode one = all.addObject().put("field", change.field());
            change.before().ifPresent(text -> one.put("before", text));
            change.after().ifPresent(text -> one.put("after", text));
        }
        return all.toString();
    }

    static List<Change> read(String text) {
        List<Change> changes = new ArrayList<>();
        for (JsonNode one : JSON.readTree(text)) {
            changes.add(new Change(one.required("field").asString(), text(one, "before"), text(one, "after")));
        }
        return changes;
    }

    private static Optional<String> text(JsonNode one, String name) {
        return Optional.ofNullable(one.get(name)).map(JsonNode::asString);
    }
}
