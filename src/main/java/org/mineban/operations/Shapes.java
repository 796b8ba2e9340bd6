package org.mineban.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.mineban.geography.CheckSettings;
import org.mineban.geography.CheckedShape;
import org.mineban.geography.Geodesy;
import org.mineban.geography.GeometryChecks;
import org.mineban.geography.GeometryFinding;
import org.mineban.geography.Repair;
import org.mineban.geography.Severity;

/** Shapes of records: checked, mended where a boundary crosses itself, measured, and kept. */
public final class Shapes {

    /** The check of sizes, which says nothing of a boundary that crosses itself. */
    private static final String SIZE = "V-13";

    private static final double TEN_MILLION = 10_000_000;
    private static final double HUNDREDTHS = 100;

    private Shapes() {}

    /**
     * A shape as it is kept.
     *
     * @param shape measured; empty when there is none or it cannot be used
     * @param asGiven the shape as it came, when the other is mended
     * @param findings about it
     */
    public record Looked(Optional<Shape> shape, Optional<Shape> asGiven, List<Finding> findings) {}

    /**
     * Looks at a shape. A boundary that crosses itself is mended and both are kept; one of which nothing would be left is not used.
     *
     * @param given on WGS 84; null when there is none
     * @param reading what was found when it was read
     * @param method how a boundary that crosses itself is understood
     */
    public static Looked look(@Nullable Geometry given, List<GeometryFinding> reading, Repair.Method method) {
        List<Finding> findings = new ArrayList<>();
        reading.forEach(finding -> findings.add(of(finding)));
        if (given == null || given.isEmpty()) {
            return new Looked(Optional.empty(), Optional.empty(), findings);
        }
        CheckedShape checked = GeometryChecks.check(given, CheckSettings.USUAL);
        checked.findings().forEach(finding -> findings.add(of(finding)));
        if (checked.valid()) {
            return new Looked(Optional.of(kept(given, checked.area())), Optional.empty(), findings);
        }
        Optional<Repair> repair = Repair.of(given, method);
        if (repair.isEmpty()) {
            return new Looked(Optional.empty(), Optional.empty(), findings);
        }
        Repair mended = repair.get();
        findings.removeIf(finding -> finding.check().equals(SIZE));
        GeometryChecks.check(mended.after(), CheckSettings.USUAL).findings().stream()
                .map(Shapes::of)
                .filter(finding -> finding.check().equals(SIZE))
                .forEach(findings::add);
        findings.replaceAll(finding -> finding.check().equals("V-03") ? mended(finding, mended) : finding);
        return new Looked(
                Optional.of(kept(mended.after(), mended.areaAfter())),
                Optional.of(kept(given, mended.areaBefore())),
                findings);
    }

    /** The finding that a boundary crosses itself no longer forbids to count the area, which was mended; it says by how much. */
    private static Finding mended(Finding finding, Repair repair) {
        return new Finding(
                finding.check(),
                Severity.WARNS,
                0,
                "geometry",
                "check-finding.v-03-mended",
                Map.of("before", Math.round(repair.areaBefore()), "after", Math.round(repair.areaAfter())));
    }

    private static Finding of(GeometryFinding finding) {
        return new Finding(
                finding.fault().rule(),
                finding.fault().severity(),
                0,
                "geometry",
                finding.fault().message(),
                finding.values());
    }

    /** A shape as it is kept, with an area that was measured already, in square metres. */
    static Shape kept(Geometry geometry, double area) {
        Envelope box = geometry.getEnvelopeInternal();
        return new Shape(
                new WKBWriter(2).write(geometry),
                new Shape.Box(whole(box.getMinX()), whole(box.getMinY()), whole(box.getMaxX()), whole(box.getMaxY())),
                Math.round(area * HUNDREDTHS));
    }

    /** A shape as it is kept. */
    public static Shape kept(Geometry geometry) {
        return kept(geometry, Geodesy.area(geometry));
    }

    private static long whole(double degrees) {
        return Math.round(degrees * TEN_MILLION);
    }

    /** The geometry of a kept shape. */
    public static Geometry geometry(Shape shape) {
        try {
            return new WKBReader().read(shape.binary());
        } catch (ParseException broken) {
            throw new IllegalStateException("A shape of the register cannot be read.", broken);
        }
    }
}
