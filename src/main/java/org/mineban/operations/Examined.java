package org.mineban.operations;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.mineban.geography.CheckSettings;
import org.mineban.geography.CheckedShape;
import org.mineban.geography.GeometryChecks;
import org.mineban.geography.PlanarFrame;
import org.mineban.geography.Position;
import org.mineban.geography.Repair;

/**
 * A record as the checks look at it: a row of a file before it is written, a draft, or a record of the register. Its shape is read once, when a check
 * first asks for it; it is not safe for use by several threads at once.
 */
public final class Examined {

    private static final int LAST = Integer.MAX_VALUE;

    /** One plane for all records, so that each is laid on it once; what it gives in metres is right for areas, not for distances. */
    private static final PlanarFrame EQUAL_AREA = PlanarFrame.around(new Position(0, 0));

    private final Content content;
    private final Optional<RegisterVersion> version;
    private final Optional<RegisterVersion> before;
    private final Optional<String> source;
    private final long line;
    private final boolean ownCode;
    private int place = LAST;
    private boolean read;
    private @Nullable Geometry geometry;
    private @Nullable Geometry asGiven;
    private @Nullable CheckedShape checked;
    private @Nullable Geometry flat;

    private Examined(
            Content content,
            Optional<RegisterVersion> version,
            Optional<RegisterVersion> before,
            Optional<String> source,
            long line,
            boolean ownCode) {
        this.content = content;
        this.version = version;
        this.before = before;
        this.source = source;
        this.line = line;
        this.ownCode = ownCode;
    }

    /** A record that nobody has written yet, such as a filled form. */
    public static Examined of(Content content) {
        return new Examined(content, Optional.empty(), Optional.empty(), Optional.empty(), 0, true);
    }

    /** A record whose shape was looked at already. */
    static Examined of(Content content, @Nullable Geometry shape, Optional<CheckedShape> checked) {
        Examined one = of(content);
        if (content.shape().isPresent() && content.shapeAsGiven().isEmpty() && shape != null) {
            one.read = true;
            one.geometry = shape;
            one.checked = checked.orElse(null);
        }
        return one;
    }

    /**
     * A row of a file.
     *
     * @param source the name of the file's family
     * @param ownCode whether the file gave the code; false when the row was numbered here
     */
    public static Examined row(Content content, String source, long line, boolean ownCode) {
        return new Examined(content, Optional.empty(), Optional.empty(), Optional.of(source), line, ownCode);
    }

    /**
     * A version of a record of the register.
     *
     * @param before the approved version that counted until it; empty for a record never approved
     */
    public static Examined of(RegisterVersion version, Optional<RegisterVersion> before) {
        return new Examined(
                version.content(),
                Optional.of(version),
                before,
                version.origin().map(Origin::source),
                0,
                version.origin().isEmpty());
    }

    /** The same as a change of what the register has already. */
    public Examined after(RegisterVersion counted) {
        return new Examined(content, version, Optional.of(counted), source, line, ownCode);
    }

    /** What it says. */
    public Content content() {
        return content;
    }

    public Kind kind() {
        return content.kind();
    }

    public String code() {
        return content.code();
    }

    public Fields fields() {
        return content.fields();
    }

    /** As the register has it; empty when it is not there yet. */
    public Optional<RegisterVersion> version() {
        return version;
    }

    /** The approved version that counted until it. */
    public Optional<RegisterVersion> before() {
        return before;
    }

    /** The family of the file it came from. */
    public Optional<String> source() {
        return source;
    }

    /** The line of the file it came from; 0 when it came from none. */
    public long line() {
        return line;
    }

    /** Whether people gave its code; false when it was numbered here. */
    public boolean ownCode() {
        return ownCode;
    }

    /** Its place among records that are looked at together; a pair of them is told of once, at the later one. */
    public int place() {
        return place;
    }

    /** Gives it its place among records that are looked at together. */
    public void placed(int among) {
        place = among;
    }

    /** Its shape; empty when it has none or none that can be read. */
    public Optional<Geometry> geometry() {
        read();
        return Optional.ofNullable(geometry);
    }

    /** The shape that was mended to the one it has; empty when none was. */
    public Optional<Geometry> geometryAsGiven() {
        read();
        return Optional.ofNullable(asGiven);
    }

    /** What geography says of its shape by itself; a record without a shape has one that says so. */
    public CheckedShape checkedShape(ProgrammeSettings settings) {
        CheckedShape known = checked;
        if (known == null) {
            known = GeometryChecks.check(
                    geometry().orElse(null),
                    new CheckSettings(
                            settings.longestStepMetres(),
                            settings.smallestArea(),
                            settings.largestArea(),
                            settings.hugestArea()));
            checked = known;
        }
        return known;
    }

    /** Its shape on a plane on which areas are as large as on the ground, mended where it was not valid; empty when it has none. */
    public Optional<Geometry> flat() {
        Geometry known = flat;
        if (known == null && geometry().isPresent()) {
            Geometry round = geometry().get();
            known = EQUAL_AREA.flat(Repair.of(round).map(Repair::after).orElse(round));
            flat = known;
        }
        return Optional.ofNullable(known);
    }

    private void read() {
        if (!read) {
            read = true;
            geometry = content.shape().map(Examined::parsed).orElse(null);
            asGiven = content.shapeAsGiven().map(Examined::parsed).orElse(null);
        }
    }

    private static @Nullable Geometry parsed(Shape shape) {
        try {
            return new WKBReader().read(shape.binary());
        } catch (ParseException | IllegalArgumentException unreadable) {
            return null;
        }
    }

    /** Whether a hazardous area is still one: neither closed nor merged nor void. True for other kinds. */
    public boolean open() {
        if (!kind().equals(Kind.HAZARD)) {
            return true;
        }
        boolean closed = fields().text("status")
                .filter(status -> status.startsWith("CLOSED") || status.equals("HANDED_OVER"))
                .isPresent();
        return live() && !closed;
    }

    /** Whether it counts at all: not merged with another and not void. */
    public boolean live() {
        return fields().text("status")
                .map(status -> !status.equals("MERGED") && !status.equals("VOID"))
                .orElse(true);
    }
}
