package org.mineban.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.mineban.geography.Severity;

/** Checks of numbers that must add up: devices (V-29), totals (V-30, V-32), people (V-45, V-46), retained mines (V-49), destruction (V-50). */
final class CountChecks {

    private static final long CROWD = 1000;

    private CountChecks() {}

    /** V-29: found is destroyed, moved and left together. */
    static List<Finding> find(Fields fields) {
        OptionalLong found = fields.integer("qty_found");
        if (found.isEmpty()) {
            return List.of();
        }
        long parts = sum(fields, "qty_destroyed", "qty_moved", "qty_left");
        boolean negative = Stream.of("qty_found", "qty_destroyed", "qty_moved", "qty_left")
                .anyMatch(name -> fields.integer(name).orElse(0) < 0);
        return negative || parts != found.getAsLong()
                ? List.of(Finding.of(
                        "V-29", Severity.BLOCKS, "qty_found", "", Map.of("found", found.getAsLong(), "parts", parts)))
                : List.of();
    }

    /** V-32: the total is the sum by type; V-30: devices but no area. */
    static List<Finding> total(Fields fields) {
        List<Finding> findings = new ArrayList<>();
        OptionalLong total = fields.integer("devices_total");
        long parts = sum(fields, "ap_mines", "improvised", "uxo");
        boolean typed = Stream.of("ap_mines", "improvised", "uxo")
                .anyMatch(name -> fields.text(name).isPresent());
        if (total.isPresent() && typed && total.getAsLong() != parts) {
            findings.add(Finding.of(
                    "V-32", Severity.BLOCKS, "devices_total", "", Map.of("total", total.getAsLong(), "parts", parts)));
        }
        long devices = Math.max(total.orElse(0), parts);
        if (fields.area("cleared_m2").orElse(-1) == 0 && devices > 0) {
            findings.add(Finding.of("V-30", Severity.WARNS, "cleared_m2", "", Map.of("devices", devices)));
        }
        return findings;
    }

    /** V-45: the total is the sum by sex and age, when these are given; V-46: nobody meets a thousand people face to face. */
    static List<Finding> session(Fields fields) {
        List<Finding> findings = new ArrayList<>();
        OptionalLong total = fields.integer("people_total");
        boolean parted = Stream.of("women", "men", "girls", "boys")
                .anyMatch(name -> fields.text(name).isPresent());
        long parts = sum(fields, "women", "men", "girls", "boys", "not_specified");
        if (total.isPresent() && (total.getAsLong() < 0 || (parted && parts != total.getAsLong()))) {
            findings.add(Finding.of(
                    "V-45", Severity.BLOCKS, "people_total", "", Map.of("total", total.getAsLong(), "parts", parts)));
        }
        boolean direct =
                fields.text("eore_method").filter("FACE_TO_FACE"::equals).isPresent();
        if (direct && total.orElse(0) > CROWD) {
            findings.add(Finding.of(
                    "V-46", Severity.WARNS, "people_total", "", Map.of("total", total.getAsLong(), "most", CROWD)));
        }
        return findings;
    }

    /** V-49: what is there at the end is what was there, received, less consumed and transferred; what was consumed had a purpose. */
    static List<Finding> retained(Fields fields) {
        List<Finding> findings = new ArrayList<>();
        OptionalLong closing = fields.integer("closing");
        OptionalLong opening = fields.integer("opening");
        if (closing.isPresent() && opening.isPresent()) {
            long expected = opening.getAsLong() + sum(fields, "received") - sum(fields, "consumed", "transferred");
            if (expected != closing.getAsLong()) {
                findings.add(Finding.of(
                        "V-49",
                        Severity.BLOCKS,
                        "closing",
                        "",
                        Map.of("closing", closing.getAsLong(), "expected", expected)));
            }
        }
        if (sum(fields, "consumed") > 0 && fields.text("purpose").isEmpty()) {
            findings.add(Finding.of("V-49", Severity.BLOCKS, "purpose", "purpose", Map.of()));
        }
        return findings;
    }

    /** V-50: Article 7(1)(f) asks for the methods, Article 7(1)(g) for the types. */
    static List<Finding> destruction(Fields fields) {
        return fields.text("stock_method").isEmpty()
                ? List.of(Finding.of("V-50", Severity.BLOCKS, "stock_method", "", Map.of()))
                : List.of();
    }

    private static long sum(Fields fields, String... names) {
        long sum = 0;
        for (String name : names) {
            sum += fields.integer(name).orElse(0);
        }
        return sum;
    }
}
