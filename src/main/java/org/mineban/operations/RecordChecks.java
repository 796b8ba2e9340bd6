package org.mineban.operations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.geography.Severity;

/**
 * The checks of one record by itself. Those of its shape are in {@code geography}; those that need other records are asked where these are at hand.
 */
final class RecordChecks {

    private final Dictionary dictionary;

    RecordChecks(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** What is found about what a record says, as of a day after which nothing can have happened. */
    List<Finding> check(Content content, LocalDate today) {
        List<Finding> found = new ArrayList<>(mandatory(content));
        found.addAll(TextChecks.check(dictionary, content));
        found.addAll(DateChecks.check(dictionary, content, today));
        found.addAll(
                switch (content.kind()) {
                    case HAZARD -> AreaChecks.hazard(content);
                    case PRODUCT -> AreaChecks.product(content);
                    case FIND -> CountChecks.find(content.fields());
                    case SESSION -> CountChecks.session(content.fields());
                    case RETAINED -> CountChecks.retained(content.fields());
                    case DESTRUCTION -> CountChecks.destruction(content.fields());
                    case TOTAL -> CountChecks.total(content.fields());
                    case VICTIM -> PeopleChecks.victim(content.fields());
                    case ACTIVITY, ACCIDENT, STOCKPILE -> List.<Finding>of();
                });
        return found;
    }

    /** Every field that nothing is approved without. */
    private List<Finding> mandatory(Content content) {
        List<Finding> found = new ArrayList<>();
        for (FieldDefinition field : dictionary.fields(content.kind()).values()) {
            Optional<String> text = content.fields().text(field.name());
            if (field.need() == FieldDefinition.Need.MANDATORY && text.isEmpty()) {
                String check = switch (field.name()) {
                    case "outcome" -> "V-37";
                    case "sex" -> "V-40";
                    default -> "M-01";
                };
                found.add(Finding.of(
                        check,
                        legacy(content) ? Severity.WARNS : Severity.BLOCKS,
                        field.name(),
                        check.equals("V-40") ? "blank" : "",
                        Map.of("field", field.name())));
            }
        }
        return found;
    }

    /** Released land of which only the place has come down to us: no work and no area that it belongs to. */
    static boolean legacy(Content content) {
        return content.kind() == Kind.PRODUCT
                && content.fields().text("hazard").isEmpty()
                && content.fields().text("activity").isEmpty();
    }
}
