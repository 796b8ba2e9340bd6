package org.mineban.exchange.reading;

import java.nio.file.Path;
import java.util.List;
import org.mineban.exchange.Format;
import org.mineban.exchange.ReadingChoices;
import org.mineban.exchange.ReadingFinding;
import org.mineban.exchange.ReadingLimits;
import org.mineban.exchange.RecordStream;
import org.mineban.exchange.SourceTable;

/** Reads one file of one format. */
public interface RecordReader extends AutoCloseable {

    /** The reader of a file of that format. */
    static RecordReader of(Format format, Path file, ReadingLimits limits, ReadingChoices choices) {
        return switch (format) {
            case CSV ->
                FileKind.packed(file)
                        ? new ZippedCsvReader(file, limits, choices)
                        : new CsvFileReader(file, limits, choices);
            case GEOJSON -> new GeoJsonReader(file, limits, choices);
            case XLSX -> new XlsxReader(file, limits);
            case KML, KMZ, GPX, MAXML -> new XmlReader(format, file, limits);
            case SHAPEFILE -> new ShapefileReader(file, limits, choices);
            case GEOPACKAGE -> new GeoPackageReader(file, limits, choices);
            case FLATGEOBUF -> new FlatGeobufReader(file, limits, choices);
        };
    }

    List<SourceTable> tables();

    List<ReadingFinding> findings();

    RecordStream records(SourceTable table);

    @Override
    default void close() {}
}
