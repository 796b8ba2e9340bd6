package org.mineban.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A kind of file that is read or written here. */
public enum Format {
    CSV(true, "csv", "tsv", "txt"),
    XLSX(true, "xlsx", "xlsm"),
    GEOJSON(true, "geojson", "json"),
    KML(true, "kml"),
    /** A KML file in a ZIP archive. */
    KMZ(false, "kmz"),
    GPX(false, "gpx"),
    /** A ZIP archive that holds the files of a Shapefile. */
    SHAPEFILE(true, "zip"),
    GEOPACKAGE(true, "gpkg"),
    FLATGEOBUF(true, "fgb"),
    /** The XML of IMSMA NG, as far as its structure is known. */
    MAXML(false, "xml");

    private final boolean written;
    private final List<String> endings;

    Format(boolean written, String... endings) {
        this.written = written;
        this.endings = List.of(endings);
    }

    /** Whether files of this kind are also written. */
    public boolean written() {
        return written;
    }

    /** Endings of its names without the dot, the usual one first. */
    public List<String> endings() {
        return endings;
    }

    /** The format that a file's name claims; empty for an ending that is not known. */
    public static Optional<Format> ofName(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .strip();
        for (Format format : values()) {
            if (format.endings.contains(ending)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
