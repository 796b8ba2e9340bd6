package org.mineban.operations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.geography.Severity;
import org.mineban.kernel.PartialDate;

/** Checks of dates: nothing in the future and nothing before its cause (V-26), nothing before mines were used (V-27). */
final class DateChecks {

    private static final LocalDate FIRST_MINES = LocalDate.of(1914, 1, 1);

    /** Days that programs write when they know none. */
    private static final List<LocalDate> PLACEHOLDERS = List.of(LocalDate.of(1900, 1, 1), LocalDate.of(1970, 1, 1));

    /** Which date cannot come before which. */
    private record Order(String first, String second) {}

    private static final List<Order> ORDERS = List.of(
            new Order("started_on", "ended_on"),
            new Order("found_on", "destroyed_on"),
            new Order("completed_on", "released_on"),
            new Order("released_on", "handed_over_on"),
            new Order("emplaced_from", "emplaced_to"));

    private DateChecks() {}

    static List<Finding> check(Dictionary dictionary, Content content, LocalDate today) {
        List<Finding> found = new ArrayList<>();
        Fields fields = content.fields();
        for (FieldDefinition field : dictionary.fields(content.kind()).values()) {
            if (field.type() != FieldType.DATE) {
                continue;
            }
            fields.date(field.name()).ifPresent(date -> {
                if (date.earliest().isAfter(today)) {
                    found.add(
                            finding("V-26", Severity.BLOCKS, field.name(), "future", Map.of("date", date.toString())));
                }
                if (date.latest().isBefore(FIRST_MINES)
                        || date.day().filter(PLACEHOLDERS::contains).isPresent()) {
                    found.add(finding("V-27", Severity.WARNS, field.name(), "", Map.of("date", date.toString())));
                }
            });
        }
        for (Order order : ORDERS) {
            Optional<PartialDate> first = fields.date(order.first());
            Optional<PartialDate> second = fields.date(order.second());
            if (first.isPresent()
                    && second.isPresent()
                    && first.get().earliest().isAfter(second.get().latest())) {
                found.add(finding(
                        "V-26",
                        Severity.BLOCKS,
                        order.second(),
                        "order",
                        Map.of(
                                "date", second.get().toString(),
                                "earlier", order.first(),
                                "before", first.get().toString())));
            }
        }
        return found;
    }

    private static Finding finding(
            String check, Severity severity, String field, String variant, Map<String, Object> values) {
        Map<String, Object> all = new java.util.HashMap<>(values);
        all.put("field", field);
        return Finding.of(check, severity, field, variant, all);
    }
}
