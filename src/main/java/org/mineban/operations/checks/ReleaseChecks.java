package org.mineban.operations.checks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.mineban.operations.CheckContext;
import org.mineban.operations.Examined;
import org.mineban.operations.Kind;
import org.mineban.operations.NotChecked.Reason;
import org.mineban.operations.RecordLookup;
import org.mineban.operations.Shape;

/** Land released: by which work, how deep, and with what in it. */
final class ReleaseChecks {

    private static final Map<String, String> WORK =
            Map.of("CANCELLED", "NTS", "REDUCED", "TS", "CLEARED", "CLEARANCE", "BAC_CLEARED", "BAC");
    private static final double HUNDREDTHS = 100;
    private static final double TEN_THOUSAND = 10_000;

    private ReleaseChecks() {}

    /** Land is cancelled by non-technical survey only, reduced by technical survey only, and cleared by clearance. */
    static void v24(Examined product, CheckContext context, Answers answers) {
        Optional<String> release = product.fields().text("release");
        Optional<Examined> activity = activity(product, context, answers);
        if (release.isEmpty() || activity.isEmpty()) {
            return;
        }
        Optional<String> type = activity.get().fields().text("activity_type");
        if (type.isEmpty()) {
            answers.not(Reason.NO_VALUE, "activity_type");
            return;
        }
        if (type.get().equals(WORK.get(release.get()))) {
            return;
        }
        // Lanes that technical survey has searched to the standard of clearance may count as cleared.
        if (release.get().equals("CLEARED") && type.get().equals("TS") && Said.has(product, "depth_cm")) {
            answers.warns("release", "lanes", Map.of("depth", Said.orZero(product, "depth_cm")));
            return;
        }
        answers.blocks("release", "", Map.of("release", release.get(), "activity", type.get()));
    }

    private static Optional<Examined> activity(Examined product, CheckContext context, Answers answers) {
        Optional<String> code = product.fields().text("activity");
        if (code.isEmpty()) {
            answers.notLinked(Kind.ACTIVITY);
            return Optional.empty();
        }
        if (context.register().isEmpty()) {
            answers.not(Reason.NO_REGISTER, "activity");
            return Optional.empty();
        }
        return context.register().get().find(Kind.ACTIVITY, code.get());
    }

    /** Cleared land has a depth, and not less than was required unless a waiver says so. */
    static void v25(Examined product, CheckContext context, Answers answers) {
        if (!Said.is(product, "release", "CLEARED")) {
            return;
        }
        OptionalLong depth = Said.whole(product, "depth_cm");
        if (depth.isEmpty()) {
            answers.blocks("depth_cm", "none", Map.of());
            return;
        }
        Optional<Examined> activity = activity(product, context, answers);
        if (activity.isEmpty()) {
            return;
        }
        OptionalLong required = Said.whole(activity.get(), "depth_required_cm");
        if (required.isEmpty()) {
            answers.not(Reason.NO_VALUE, "depth_required_cm");
        } else if (depth.getAsLong() < required.getAsLong()) {
            Map<String, Object> values = Map.of("reached", depth.getAsLong(), "required", required.getAsLong());
            if (Said.has(product, "waiver")) {
                answers.warns("depth_cm", "waived", values);
            } else {
                answers.blocks("depth_cm", "", values);
            }
        }
    }

    /** Devices come from some land, and cleared land says what was in it, even when that was nothing. */
    static void v30(Examined record, CheckContext context, Answers answers) {
        if (record.kind() == Kind.PRODUCT && !Said.is(record, "release", "CLEARED")) {
            return;
        }
        OptionalDouble area = area(record);
        OptionalLong devices = devices(record, context.register());
        if (area.isEmpty()) {
            answers.not(Reason.NO_VALUE, record.kind() == Kind.TOTAL ? "cleared_m2" : "area_stated_m2");
        } else if (area.getAsDouble() == 0 && devices.orElse(0) > 0) {
            answers.warns(
                    record.kind() == Kind.TOTAL ? "cleared_m2" : "area_stated_m2",
                    "",
                    Map.of("devices", devices.getAsLong()));
        } else if (record.kind() == Kind.PRODUCT && context.register().isEmpty()) {
            answers.not(Reason.NO_REGISTER, "find");
        } else if (area.getAsDouble() > 0
                && devices.isEmpty()
                && !record.fields().yes("none_found")) {
            answers.warns("none_found", "silent", Map.of("area", area.getAsDouble()));
        }
    }

    /** Seldom are so many devices in so little land. */
    static void v31(Examined record, CheckContext context, Answers answers) {
        OptionalDouble density = density(record, context.register());
        if (density.isEmpty()) {
            return;
        }
        if (context.register().isEmpty()) {
            answers.not(Reason.NO_REGISTER, record.kind().id());
            return;
        }
        OptionalDouble usual = context.register().get().usualDensity(record.kind());
        if (usual.isEmpty()) {
            answers.not(Reason.TOO_FEW, record.kind().id());
        } else if (density.getAsDouble() > usual.getAsDouble()) {
            answers.warns("", "", Map.of("density", tenth(density.getAsDouble()), "usual", tenth(usual.getAsDouble())));
        }
    }

    private static double tenth(double number) {
        return Math.round(number * 10) / 10.0;
    }

    /** Devices in 10,000 square metres of cleared land; empty when one of the two is not known, or there is no land. */
    static OptionalDouble density(Examined record, Optional<RecordLookup> register) {
        if (record.kind() == Kind.PRODUCT && !Said.is(record, "release", "CLEARED")) {
            return OptionalDouble.empty();
        }
        OptionalDouble area = area(record);
        OptionalLong devices = devices(record, register);
        return area.isEmpty() || area.getAsDouble() <= 0 || devices.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(devices.getAsLong() / area.getAsDouble() * TEN_THOUSAND);
    }

    /** In square metres: as computed, else as stated. */
    private static OptionalDouble area(Examined record) {
        if (record.kind() == Kind.TOTAL) {
            return Said.decimal(record, "cleared_m2");
        }
        Optional<Shape> shape = record.content().shape().filter(one -> one.computedArea() > 0);
        return shape.isPresent()
                ? OptionalDouble.of(shape.get().computedArea() / HUNDREDTHS)
                : Said.decimal(record, "area_stated_m2");
    }

    /** How many devices were destroyed in it; empty when nothing is said of any. */
    private static OptionalLong devices(Examined record, Optional<RecordLookup> register) {
        if (record.kind() == Kind.TOTAL) {
            OptionalLong total = Said.whole(record, "devices_total");
            return total.isPresent() ? total : sum(List.of(record), "ap_mines", "improvised", "uxo");
        }
        Optional<String> activity = record.fields().text("activity");
        if (register.isEmpty() || activity.isEmpty()) {
            return OptionalLong.empty();
        }
        return sum(register.get().saying(Kind.FIND, "activity", activity.get()), "qty_destroyed");
    }

    private static OptionalLong sum(List<Examined> records, String... fields) {
        boolean any = false;
        long sum = 0;
        for (Examined record : records) {
            for (String field : fields) {
                OptionalLong count = Said.whole(record, field);
                any |= count.isPresent();
                sum += count.orElse(0);
            }
        }
        return any ? OptionalLong.of(sum) : OptionalLong.empty();
    }
}
