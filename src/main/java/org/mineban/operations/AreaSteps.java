package org.mineban.operations;

import static mineban.tables.Tables.REGISTER_VERSION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jooq.DSLContext;
import org.locationtech.jts.geom.Geometry;
import org.mineban.geography.Geodesy;
import org.mineban.geography.Overlaps;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Database;

/**
 * The steps in the life of a hazardous area: a new status, a part split off, two areas merged, what remains after land was released, and a new record where a
 * closed area turns out to be hazardous again. Each step writes drafts, all of them or none; they count when they are approved.
 */
public final class AreaSteps {

    private static final Set<String> RELEASES = Set.of("CANCELLED", "REDUCED", "CLEARED");
    private static final double TOLERANCE_M2 = 1;
    private static final double TOLERANCE_SHARE = 0.001;
    private static final double INSIDE_SHARE = 0.05;
    private static final double HUNDREDTHS = 100;

    private final Database database;
    private final Register register;

    public AreaSteps(Database database, Register register) {
        this.database = database;
        this.register = register;
    }

    /**
     * What is left of an area after the land released from it.
     *
     * @param products those that were taken off, all approved, in the order of their release
     * @param shape what is left; empty when nothing is, or when shapes are missing
     * @param left in hundredths of a square metre; empty when it cannot be worked out
     * @param byShape whether it was worked out from the shapes, where land released twice is taken off once
     * @param lastReleased the day of the last release
     */
    public record Remainder(
            List<RegisterVersion> products,
            Optional<Shape> shape,
            OptionalLong left,
            boolean byShape,
            Optional<LocalDate> lastReleased) {

        /** Whether nothing is left, within 1 square metre and 0.1 per cent of the area. */
        public boolean nothing(RegisterVersion area) {
            long whole = area.areaForReports().orElse(0);
            return left.isPresent() && left.getAsLong() <= Math.max(TOLERANCE_M2 * HUNDREDTHS, whole * TOLERANCE_SHARE);
        }
    }

    /** Moves an area on: a draft that says its new status, from that day. */
    public RegisterVersion move(
            Actor writer, StateCode state, long number, int seen, String status, LocalDate on, String because) {
        String reason = Refusals.reason(because);
        RegisterVersion area = area(writer, state, number);
        return database.write(transaction -> {
            Content moved = said(
                    area,
                    on,
                    area.fields().with("status", status),
                    area.content().shape());
            RegisterRows.counting(transaction.sql(), area, area.version())
                    .ifPresent(counting -> AreaLife.require(counting, moved));
            requireGrounds(transaction.sql(), area, status);
            return register.change(
                    transaction,
                    writer,
                    area,
                    seen,
                    Register.ChangeKind.HAPPENED,
                    said(
                            area,
                            on,
                            area.fields().with("status", status),
                            area.content().shape()),
                    reason);
        });
    }

    /** What must be there before a status can be: work that is going on, a survey that found nothing, land that was cancelled. */
    private static void requireGrounds(DSLContext sql, RegisterVersion area, String status) {
        Optional<String> missing = switch (status) {
            case "WORKED_ON" ->
                unless(
                        activities(sql, area).stream()
                                .anyMatch(
                                        activity -> said(activity, "activity_status", Set.of("ONGOING", "COMPLETED"))),
                        "register-grounds-worked-on");
            case "CLOSED_NOT_CONFIRMED" ->
                unless(
                        activities(sql, area).stream()
                                .anyMatch(activity -> said(activity, "activity_type", Set.of("NTS"))
                                        && activity.approval() == Approval.APPROVED),
                        "register-grounds-closed-not-confirmed");
            case "CLOSED_CANCELLED" -> unless(remainder(sql, area).nothing(area), "register-grounds-closed-cancelled");
            case "CLOSED_RELEASED" -> unless(released(sql, area), "register-grounds-closed-released");
            case "HANDED_OVER" ->
                unless(!belonging(sql, area, Kind.HANDOVER).isEmpty(), "register-grounds-handed-over");
            default -> Optional.empty();
        };
        if (missing.isPresent()) {
            throw new Problem(missing.get(), Problem.Kind.CONFLICT, Map.of("code", area.code())).asException();
        }
    }

    /** Nothing is left, the completion report is approved, and no product failed its quality control. */
    private static boolean released(DSLContext sql, RegisterVersion area) {
        Remainder rest = remainder(sql, area);
        return rest.nothing(area)
                && rest.products().stream().noneMatch(product -> said(product, "qc", Set.of("FAIL")))
                && belonging(sql, area, Kind.COMPLETION).stream()
                        .anyMatch(report -> report.approval() == Approval.APPROVED);
    }

    private static Optional<String> unless(boolean grounds, String problem) {
        return grounds ? Optional.empty() : Optional.of(problem);
    }

    private static boolean said(RegisterVersion record, String field, Set<String> words) {
        return record.fields().text(field).filter(words::contains).isPresent();
    }

    private static List<RegisterVersion> activities(DSLContext sql, RegisterVersion area) {
        return belonging(sql, area, Kind.ACTIVITY);
    }

    private static List<RegisterVersion> belonging(DSLContext sql, RegisterVersion area, Kind kind) {
        return sql.selectFrom(REGISTER_VERSION)
                .where(
                        REGISTER_VERSION.STATE.eq(area.state().iso3()),
                        REGISTER_VERSION.PARENT.eq(area.number()),
                        REGISTER_VERSION.KIND.eq(kind.id()),
                        REGISTER_VERSION.LATEST.eq(1))
                .orderBy(REGISTER_VERSION.HAPPENED_FROM_ON, REGISTER_VERSION.NUMBER)
                .fetch(RegisterRows::version);
    }

    /** What is left of an area after what was released from it and approved. */
    public Remainder remainder(Actor reader, StateCode state, long number) {
        RegisterVersion area = register.get(reader, state, number);
        return database.read(sql -> remainder(sql, area));
    }

    private static Remainder remainder(DSLContext sql, RegisterVersion area) {
        List<RegisterVersion> products = belonging(sql, area, Kind.PRODUCT).stream()
                .filter(product -> product.approval() == Approval.APPROVED)
                .filter(product -> said(product, "release", RELEASES))
                .filter(product -> released(product)
                        .filter(day -> day.isAfter(area.content().validFrom()))
                        .isPresent())
                .toList();
        Optional<LocalDate> last =
                products.stream().flatMap(product -> released(product).stream()).max(LocalDate::compareTo);
        boolean shapes = isArea(area) && products.stream().allMatch(AreaSteps::isArea);
        if (!shapes) {
            return new Remainder(products, Optional.empty(), byFigures(area, products), false, last);
        }
        Geometry left = Overlaps.without(
                geometry(area), products.stream().map(AreaSteps::geometry).toList());
        return new Remainder(
                products,
                left.isEmpty() ? Optional.empty() : Optional.of(Shapes.kept(left)),
                OptionalLong.of(Math.round(Geodesy.area(left) * HUNDREDTHS)),
                true,
                last);
    }

    private static boolean isArea(RegisterVersion record) {
        return record.content()
                .shape()
                .filter(shape -> shape.computedArea() > 0)
                .isPresent();
    }

    private static Geometry geometry(RegisterVersion record) {
        return Shapes.geometry(record.content().shape().orElseThrow());
    }

    private static OptionalLong byFigures(RegisterVersion area, List<RegisterVersion> products) {
        OptionalLong whole = area.areaForReports();
        if (whole.isEmpty()
                || products.stream()
                        .anyMatch(product -> product.areaForReports().isEmpty())) {
            return OptionalLong.empty();
        }
        long taken = products.stream()
                .mapToLong(product -> product.areaForReports().getAsLong())
                .sum();
        return OptionalLong.of(Math.max(0, whole.getAsLong() - taken));
    }

    private static Optional<LocalDate> released(RegisterVersion product) {
        return product.fields().date("released_on").map(PartialDate::latest);
    }

    /**
     * Writes what is left of an area as its new version: open with the shape that remains, or closed when nothing does.
     *
     * @throws org.mineban.kernel.ProblemException {@code register-nothing-released} when no land was released from it since it was measured
     */
    public RegisterVersion takeRemainder(Actor writer, StateCode state, long number, int seen) {
        RegisterVersion area = area(writer, state, number);
        return database.write(transaction -> {
            Remainder rest = remainder(transaction.sql(), area);
            if (rest.lastReleased().isEmpty() || rest.left().isEmpty()) {
                throw new Problem("register-nothing-released", Problem.Kind.CONFLICT, Map.of("code", area.code()))
                        .asException();
            }
            boolean nothing = rest.nothing(area);
            boolean cancelled =
                    rest.products().stream().allMatch(product -> said(product, "release", Set.of("CANCELLED")));
            String status = area.fields().text("status").orElse("OPEN");
            String next = nothing
                    ? (cancelled && status.equals("OPEN") ? "CLOSED_CANCELLED" : "CLOSED_RELEASED")
                    : status.equals("WORKED_ON") ? "OPEN" : status;
            if (nothing) {
                requireGrounds(transaction.sql(), area, next);
            }
            Fields fields = area.fields().with("status", next);
            Optional<Shape> shape = area.content().shape();
            if (!nothing) {
                fields = fields.with("area_stated_m2", decimal(rest.left().getAsLong()));
                shape = rest.byShape() ? rest.shape() : shape;
                fields = rest.byShape() ? fields.with(WrittenPlace.FIELD, "") : fields;
            }
            return register.change(
                    transaction,
                    writer,
                    area,
                    seen,
                    Register.ChangeKind.HAPPENED,
                    said(area, rest.lastReleased().get(), fields, shape),
                    "");
        });
    }

    private static String decimal(long hundredths) {
        return java.math.BigDecimal.valueOf(hundredths, 2).toPlainString();
    }

    /**
     * Splits a part off: a new record of its own, and the area without it.
     *
     * @param part what the new record says, with its shape
     * @return the new record
     * @throws org.mineban.kernel.ProblemException {@code register-split-outside} when more than a twentieth of the part lies outside the area, or either has
     *     no shape
     */
    public RegisterVersion split(Actor writer, StateCode state, long number, int seen, Content part) {
        RegisterVersion area = area(writer, state, number);
        Problem outside = new Problem("register-split-outside", Problem.Kind.CONFLICT, Map.of("code", area.code()));
        if (!isArea(area)
                || part.shape().filter(shape -> shape.computedArea() > 0).isEmpty()) {
            throw outside.asException();
        }
        Geometry whole = geometry(area);
        Geometry piece = Shapes.geometry(part.shape().orElseThrow());
        double beyond = Overlaps.areaWithout(List.of(piece), List.of(whole));
        if (beyond > Geodesy.area(piece) * INSIDE_SHARE) {
            throw outside.asException();
        }
        Geometry rest = Overlaps.without(whole, List.of(piece));
        Optional<java.util.UUID> organisation = register.ownership(writer, state);
        return database.write(transaction -> {
            Content child = new Content(
                    Kind.HAZARD,
                    part.code(),
                    part.validFrom(),
                    part.fields().with("split_from", area.code()),
                    part.shape(),
                    part.shapeAsGiven());
            RegisterVersion made = register.record(transaction, writer, state, child, organisation);
            Fields fields = area.fields()
                    .with(WrittenPlace.FIELD, "")
                    .with("area_stated_m2", decimal(Math.round(Geodesy.area(rest) * HUNDREDTHS)));
            register.change(
                    transaction,
                    writer,
                    area,
                    seen,
                    Register.ChangeKind.HAPPENED,
                    said(area, part.validFrom(), fields, Optional.of(Shapes.kept(rest))),
                    "");
            return made;
        });
    }

    /**
     * Merges an area into another: it is kept and points to the other, so that its land counts once. Land of it that the other does not cover goes over to
     * the other, as a draft.
     */
    public RegisterVersion merge(
            Actor writer, StateCode state, long number, int seen, String into, LocalDate on, String because) {
        String reason = Refusals.reason(because);
        RegisterVersion loser = area(writer, state, number);
        RegisterVersion winner = register.find(writer, state, Kind.HAZARD, into.strip())
                .filter(found -> found.number() != number)
                .orElseThrow(() -> Refusals.unknown(state, into.strip()));
        register.requireOwn(writer, winner);
        return database.write(transaction -> {
            RegisterVersion merged = register.change(
                    transaction,
                    writer,
                    loser,
                    seen,
                    Register.ChangeKind.HAPPENED,
                    said(
                            loser,
                            on,
                            loser.fields().with("status", "MERGED").with("merged_into", winner.code()),
                            loser.content().shape()),
                    reason);
            if (isArea(loser)
                    && isArea(winner)
                    && Overlaps.areaWithout(List.of(geometry(loser)), List.of(geometry(winner))) > TOLERANCE_M2) {
                Geometry both = Overlaps.together(List.of(geometry(winner), geometry(loser)));
                Fields fields = winner.fields()
                        .with(WrittenPlace.FIELD, "")
                        .with("area_stated_m2", decimal(Math.round(Geodesy.area(both) * HUNDREDTHS)));
                register.change(
                        transaction,
                        writer,
                        winner,
                        winner.version(),
                        Register.ChangeKind.HAPPENED,
                        said(winner, on, fields, Optional.of(Shapes.kept(both))),
                        reason);
            }
            return merged;
        });
    }

    /**
     * Begins a new record where a closed area is hazardous again. The closed record stays as it is.
     *
     * @throws org.mineban.kernel.ProblemException {@code register-not-closed} when the area is not closed
     */
    public RegisterVersion openAgain(
            Actor writer, StateCode state, long number, String code, LocalDate on, String because) {
        String reason = Refusals.reason(because);
        RegisterVersion closed = area(writer, state, number);
        String status = closed.fields().text("status").orElse("");
        if (!AreaLife.CLOSED.contains(status)) {
            throw new Problem("register-not-closed", Problem.Kind.CONFLICT, Map.of("code", closed.code()))
                    .asException();
        }
        Optional<java.util.UUID> organisation = register.ownership(writer, state);
        List<String> keep = new ArrayList<>(List.of("class", "contamination", "admin1", "admin2", "admin2_code"));
        Fields fields = Fields.of(
                Map.of("status", "OPEN", "reopens", closed.code(), "note", reason, "discovered_on", on.toString()));
        for (String name : keep) {
            fields = fields.with(name, closed.fields().text(name).orElse(""));
        }
        Content again = new Content(
                Kind.HAZARD, code.strip(), on, fields, closed.content().shape(), Optional.empty());
        return database.write(transaction -> register.record(transaction, writer, state, again, organisation));
    }

    private RegisterVersion area(Actor writer, StateCode state, long number) {
        RegisterVersion area = register.get(writer, state, number);
        if (area.kind() != Kind.HAZARD) {
            throw Refusals.unknown(state, area.code());
        }
        register.requireOwn(writer, area);
        return area;
    }

    private static Content said(RegisterVersion area, LocalDate on, Fields fields, Optional<Shape> shape) {
        return new Content(
                Kind.HAZARD,
                area.code(),
                on,
                fields,
                shape,
                shape.equals(area.content().shape()) ? area.content().shapeAsGiven() : Optional.empty());
    }
}
