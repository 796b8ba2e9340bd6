package org.mineban.operations.checks;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mineban.operations.AreaLife;
import org.mineban.operations.CheckContext;
import org.mineban.operations.Examined;
import org.mineban.operations.FieldDefinition;
import org.mineban.operations.Kind;
import org.mineban.operations.NotChecked.Reason;
import org.mineban.operations.RecordLookup;
import org.mineban.operations.RegisterVersion;
import org.mineban.operations.Shape;

/** The life of a hazardous area, and the links between records. */
final class LifecycleChecks {

    private static final Set<String> DIRECT =
            Set.of("DETONATION", "ACCIDENT_KNOWN_PLACE", "RELIABLE_RECORD", "SIGNS_OR_FENCE", "VISUAL");

    private static final double TOLERANCE_M2 = 1;
    private static final double TOLERANCE_SHARE = 0.001;
    private static final double HUNDREDTHS = 100;

    private LifecycleChecks() {}

    /** A status follows only one that it may follow, and not on an earlier day. */
    static void v21(Examined area, CheckContext context, Answers answers) {
        Optional<RegisterVersion> before = area.before();
        if (before.isEmpty()
                || area.version().flatMap(RegisterVersion::corrects).isPresent()) {
            return;
        }
        Optional<String> from = before.get().fields().text("status");
        Optional<String> to = area.fields().text("status");
        if (from.isEmpty() || to.isEmpty()) {
            answers.not(Reason.NO_VALUE, "status");
        } else {
            status(area, from.get(), to.get(), answers);
        }
        Optional<String> fromClass = before.get().fields().text("class");
        Optional<String> toClass = area.fields().text("class");
        if (fromClass.isPresent() && toClass.isPresent() && !AreaLife.allowedClass(fromClass.get(), toClass.get())) {
            answers.blocks("class", "class", Map.of("from", fromClass.get(), "to", toClass.get()));
        }
        if (area.content().validFrom().isBefore(before.get().content().validFrom())) {
            answers.blocks(
                    "valid_from",
                    "date",
                    Map.of(
                            "before",
                            before.get().content().validFrom().toString(),
                            "now",
                            area.content().validFrom().toString()));
        }
    }

    private static void status(Examined area, String from, String to, Answers answers) {
        boolean allowed = AreaLife.allowed(from, to, area.fields().text("class").orElse(""));
        if (!allowed) {
            answers.blocks("status", "", Map.of("from", from, "to", to));
        }
    }

    /** A released area is covered by what was released of it, and its completion report is approved. */
    static void v22(Examined area, CheckContext context, Answers answers) {
        if (!Said.is(area, "status", "CLOSED_RELEASED")) {
            return;
        }
        answers.not(Reason.NOT_KEPT, "completion_report");
        if (context.register().isEmpty()) {
            answers.not(Reason.NO_REGISTER, "product");
            return;
        }
        List<Examined> products = context.register().get().saying(Kind.PRODUCT, "hazard", area.code());
        if (products.isEmpty()) {
            answers.blocks("status", "none", Map.of());
            return;
        }
        OptionalLong whole = area(area);
        if (whole.isEmpty()) {
            answers.not(Reason.NO_VALUE, "area_stated_m2");
            return;
        }
        long released = 0;
        for (Examined product : products) {
            OptionalLong part = area(product);
            if (part.isEmpty()) {
                answers.not(Reason.NO_VALUE, "area_stated_m2");
                return;
            }
            released += part.getAsLong();
        }
        double remainder = (whole.getAsLong() - released) / HUNDREDTHS;
        if (remainder > Math.max(TOLERANCE_M2, whole.getAsLong() / HUNDREDTHS * TOLERANCE_SHARE)) {
            answers.blocks("status", "", Map.of("remainder", remainder));
        }
    }

    /** The area that reports use, in hundredths of a square metre. */
    private static OptionalLong area(Examined record) {
        OptionalLong computed = record.content()
                .shape()
                .map(Shape::computedArea)
                .filter(area -> area > 0)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
        OptionalLong stated = Said.decimal(record, "area_stated_m2").isPresent()
                ? OptionalLong.of(
                        Math.round(Said.decimal(record, "area_stated_m2").getAsDouble() * HUNDREDTHS))
                : OptionalLong.empty();
        boolean preferStated = Said.is(record, "area_basis", "STATED");
        OptionalLong first = preferStated ? stated : computed;
        return first.isPresent() ? first : preferStated ? computed : stated;
    }

    /** A confirmed area has direct evidence; a suspected one that has some should be confirmed. */
    static void v23(Examined area, CheckContext context, Answers answers) {
        boolean direct = area.fields().codes("evidence").stream().anyMatch(DIRECT::contains);
        if (Said.is(area, "class", "CHA") && !direct) {
            answers.blocks("evidence", "", Map.of());
        } else if (Said.is(area, "class", "SHA") && direct && area.open()) {
            answers.warns("class", "suspected", Map.of());
        }
    }

    /** What a record links to is there and counts, and no area descends from itself. */
    static void v62(Examined record, CheckContext context, Answers answers) {
        for (FieldDefinition field : context.dictionary().fields(record.kind()).values()) {
            Optional<String> target = record.fields().text(field.name());
            if (field.linked().isEmpty() || target.isEmpty()) {
                continue;
            }
            if (context.register().isEmpty()) {
                answers.not(Reason.NO_REGISTER, field.linked().get().id());
                continue;
            }
            Optional<Examined> found =
                    context.register().get().find(field.linked().get(), target.get());
            Map<String, Object> values = Map.of("target", target.get(), "field", field.name());
            if (found.isEmpty()) {
                answers.blocks(field.name(), "", values);
            } else if (Said.is(found.get(), "status", "VOID")) {
                answers.blocks(field.name(), "void", values);
            }
        }
        if (record.kind() == Kind.HAZARD && context.register().isPresent()) {
            for (String field : List.of("split_from", "merged_into", "reopens")) {
                circle(record, field, context.register().get(), answers);
            }
        }
    }

    private static void circle(Examined area, String field, RecordLookup register, Answers answers) {
        Set<String> seen = new HashSet<>();
        Optional<String> next = area.fields().text(field);
        while (next.isPresent() && seen.add(next.get())) {
            if (next.get().equals(area.code())) {
                answers.blocks(field, "circle", Map.of("field", field));
                return;
            }
            next = register.find(Kind.HAZARD, next.get())
                    .flatMap(other -> other.fields().text(field));
        }
    }
}
