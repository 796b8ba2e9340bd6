package org.mineban.geography;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.ProjCoordinate;
import org.locationtech.proj4j.datum.Datum;

/**
 * A coordinate system from which coordinates are brought to WGS 84. A system on an old local datum, whose shift is not part of its definition, has none here:
 * it would be wrong by tens or hundreds of metres without anybody seeing it. One projection serves one thread.
 */
public final class Projection {

    /** Longitude and latitude on WGS 84: nothing to do. */
    public static final Projection WGS_84 = new Projection("EPSG:4326", null);

    private static final Pattern EPSG = Pattern.compile(
            "(?i)(?:urn:ogc:def:crs:|https?://www\\.opengis\\.net/def/crs/|https?://www\\.opengis\\.net/gml/srs/)?"
                    + "EPSG(?:[:/#]|\\.xml#)+(?:[\\d.]*[:/])?(\\d{4,6})");
    private static final Pattern CRS_84 = Pattern.compile("(?i).*(OGC[:/]*(?:1\\.3)?[:/]*CRS84|CRS:84).*");
    private static final CoordinateReferenceSystem TARGET =
            new CRSFactory().createFromParameters("WGS84", "+proj=longlat +datum=WGS84 +no_defs");

    private final String name;
    private final @Nullable BasicCoordinateTransform transform;
    private final ProjCoordinate from = new ProjCoordinate();
    private final ProjCoordinate to = new ProjCoordinate();

    private Projection(String name, @Nullable BasicCoordinateTransform transform) {
        this.name = name;
        this.transform = transform;
    }

    /**
     * The system of that name or definition: an EPSG code as {@code EPSG:32642} or in its longer forms, the text of a {@code .prj} file, or well-known text.
     * Empty for one that is not known or rests on a datum whose shift to WGS 84 is not named.
     */
    public static Optional<Projection> of(String text) {
        String plain = text.strip();
        if (CRS_84.matcher(plain).matches()) {
            return Optional.of(WGS_84);
        }
        Matcher code = EPSG.matcher(plain);
        if (code.matches()) {
            return ofCode(Integer.parseInt(code.group(1)));
        }
        return WellKnownSystem.parse(plain).flatMap(Projection::ofDefinition);
    }

    private static Optional<Projection> ofDefinition(WellKnownSystem system) {
        if (system.code().isPresent()) {
            Optional<Projection> known = ofCode(system.code().getAsInt());
            if (known.isPresent()) {
                return known;
            }
        }
        return system.parameters().flatMap(parameters -> made(system.name(), parameters));
    }

    private static Optional<Projection> ofCode(int code) {
        if (code == 4326 || code == 4979) {
            return Optional.of(WGS_84);
        }
        String name = "EPSG:" + code;
        try {
            return usable(name, new CRSFactory().createFromName(name));
        } catch (RuntimeException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Projection> made(String name, String parameters) {
        try {
            return usable(name, new CRSFactory().createFromParameters(name, parameters));
        } catch (RuntimeException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Projection> usable(String name, @Nullable CoordinateReferenceSystem system) {
        if (system == null) {
            return Optional.empty();
        }
        Datum datum = system.getDatum();
        double axis = datum.getEllipsoid().getEquatorRadius();
        // GRS 80 differs from WGS 84 by a tenth of a millimetre; datums on it lie within a metre or so of WGS 84.
        boolean modern = Math.abs(axis - 6_378_137.0) < 0.01
                && Math.abs(datum.getEllipsoid().getEccentricitySquared() - 0.00669438) < 1e-7;
        boolean shifted = datum.getTransformType() == Datum.TYPE_3PARAM
                || datum.getTransformType() == Datum.TYPE_7PARAM
                || datum.getTransformType() == Datum.TYPE_WGS84;
        String parameters =
                " " + String.join(" ", system.getParameters() == null ? new String[0] : system.getParameters());
        boolean sphere = parameters.contains("+nadgrids=@null");
        if (!modern && !shifted && !sphere) {
            return Optional.empty();
        }
        return Optional.of(new Projection(name, new BasicCoordinateTransform(system, TARGET)));
    }

    /** Whether its coordinates are those of WGS 84 already. */
    public boolean same() {
        return transform == null;
    }

    /** Its name, as {@code EPSG:32642}. */
    public String name() {
        return name;
    }

    /** The place of a coordinate; of numbers that the system cannot have, one that is no number. */
    public Position position(double x, double y) {
        if (transform == null) {
            return new Position(y, x);
        }
        from.setValue(x, y);
        try {
            transform.transform(from, to);
        } catch (RuntimeException impossible) {
            return new Position(Double.NaN, Double.NaN);
        }
        return new Position(to.y, to.x);
    }

    /** Brings x, y, x, y and so on to longitude, latitude and so on, in place. */
    public void place(double[] points, int count) {
        if (transform == null) {
            return;
        }
        for (int i = 0; i < count; i++) {
            Position position = position(points[2 * i], points[2 * i + 1]);
            points[2 * i] = position.longitude();
            points[2 * i + 1] = position.latitude();
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s", name);
    }
}
