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
     * @param repair what it was mended to, or could be
     * @param checked what geography says of the shape as it came, when it is valid
     */
    public record Looked(
            Optional<Shape> shape,
            Optional<Shape> asGiven,
            List<Finding> findings,
            Optional<Repair> repair,
            Optional<CheckedShape> checked) {}

    /**
     * Looks at a shape. A boundary that crosses itself is mended when that is accepted, and both are kept; else it stays as it is and forbids to count the
     * record. One of which nothing would be left is not used.
     *
     * @param given on WGS 84; null when there is none
     * @param reading what was found when it was read
     * @param method how a boundary that crosses itself is understood
     * @param accepted whether it may be mended
     */
    public static Looked look(
            @Nullable Geometry given, List<GeometryFinding> reading, Repair.Method method, boolean accepted) {
        List<Finding> findings = new ArrayList<>();
        reading.forEach(finding -> findings.add(of(finding)));
        if (given == null || given.isEmpty()) {
            return new Looked(Optional.empty(), Optional.empty(), findings, Optional.empty(), Optional.empty());
        }
        CheckedShape checked = GeometryChecks.check(given, CheckSettings.USUAL);
        checked.findings().forEach(finding -> findings.add(of(finding)));
        if (checked.valid()) {
            return new Looked(
                    Optional.of(kept(given, checked.area())),
                    Optional.empty(),
                    findings,
                    Optional.empty(),
                    Optional.of(checked));
        }
        Optional<Repair> repair = Repair.of(given, method);
        if (repair.isEmpty()) {
            return new Looked(Optional.empty(), Optional.empty(), findings, Optional.empty(), Optional.empty());
        }
        Repair mended = repair.get();
        if (!accepted) {
            findings.replaceAll(finding -> finding.check().equals("V-03")
                    ? told(finding, finding.severity(), "import.repair.offered", mended)
                    : finding);
            return new Looked(
                    Optional.of(kept(given, mended.areaBefore())),
                    Optional.empty(),
                    findings,
                    repair,
                    Optional.empty());
        }
        findings.removeIf(finding -> finding.check().equals(SIZE));
        GeometryChecks.check(mended.after(), CheckSettings.USUAL).findings().stream()
                .map(Shapes::of)
                .filter(finding -> finding.check().equals(SIZE))
                .forEach(findings::add);
        findings.replaceAll(finding -> finding.check().equals("V-03")
                ? told(finding, Severity.WARNS, "check-finding.v-03-mended", mended)
                : finding);
        return new Looked(
                Optional.of(kept(mended.after(), mended.areaAfter())),
                Optional.of(kept(given, mended.areaBefore())),
                findings,
                repair,
                Optional.empty());
    }

    /** The finding that a boundary crosses itself says by how much mending changes the area; once mended it no longer forbids to count it. */
    private static Finding told(Finding finding, Severity severity, String message, Repair repair) {
        return new Finding(
                finding.check(),
                severity,
                0,
                "geometry",
                message,
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
        return geometry(shape.binary());
    }

    static Geometry geometry(byte[] binary) {
        try {
            return new WKBReader().read(binary);
        } catch (ParseException broken) {
            throw new IllegalStateException("A shape of the register cannot be read.", broken);
        }
    }
}
