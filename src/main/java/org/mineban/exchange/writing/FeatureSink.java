package org.mineban.exchange.writing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.mineban.exchange.ExportColumn;
import org.mineban.exchange.ExportNotes;
import org.mineban.exchange.Format;

/** Writes one file of one format. */
public interface FeatureSink extends AutoCloseable {

    /** Begins a file of that format. */
    static FeatureSink of(Format format, Path file, String layer, List<ExportColumn> columns, ExportNotes notes)
            throws IOException {
        return switch (format) {
            case CSV -> new CsvSink(file, columns, notes);
            case XLSX -> new XlsxSink(file, layer, columns, notes);
            case GEOJSON -> new GeoJsonSink(file, layer, columns, notes);
            case KML -> new KmlSink(file, layer, columns, notes);
            case SHAPEFILE -> new ShapefileSink(file, layer, columns, notes);
            case GEOPACKAGE -> new GeoPackageSink(file, layer, columns, notes);
            case FLATGEOBUF -> new FlatGeobufSink(file, layer, columns, notes);
            case KMZ, GPX, MAXML -> throw new IllegalArgumentException(format + " is not written");
        };
    }

    void add(List<@Nullable Object> values, @Nullable Geometry shape) throws IOException;

    /** Writes what stands behind the rows. */
    void finish() throws IOException;

    /** How many texts or shapes had no room. */
    default long shortened() {
        return 0;
    }

    @Override
    void close() throws IOException;
}
