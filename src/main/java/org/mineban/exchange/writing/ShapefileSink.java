package org.mineban.exchange.writing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.mineban.exchange.ExportColumn;
import org.mineban.exchange.ExportNotes;

/**
 * Shapefiles in a ZIP archive: one for each kind of shape, since a Shapefile holds one kind only. Rows without a place are with the polygons. Texts are
 * UTF-8, which the .cpg file says; names of columns are cut to ten letters, and the whole names stand in the file of notes.
 */
final class ShapefileSink implements FeatureSink {

    private static final String WGS_84 =
            "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
                    + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    private final Path file;
    private final Path folder;
    private final String layer;
    private final ExportNotes notes;
    private final DbfColumns columns;
    private final Map<ShpFile.Kind, ShpFile> files = new EnumMap<>(ShpFile.Kind.class);

    ShapefileSink(Path file, String layer, List<ExportColumn> columns, ExportNotes notes) throws IOException {
        this.file = file;
        this.layer = layer.replaceAll("[^\\p{L}\\p{N}_-]", "_");
        this.notes = notes;
        this.columns = new DbfColumns(columns);
        folder = Files.createTempDirectory(file.toAbsolutePath().getParent(), ".shapefile");
    }

    @Override
    public void add(List<@Nullable Object> values, @Nullable Geometry shape) throws IOException {
        if (shape != null && shape.getGeometryType().equals("GeometryCollection") && !shape.isEmpty()) {
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                add(values, shape.getGeometryN(i));
            }
            return;
        }
        ShpFile.Kind kind = ShpFile.Kind.of(shape);
        ShpFile target = files.get(kind);
        if (target == null) {
            target = new ShpFile(folder, kind, columns);
            files.put(kind, target);
        }
        target.add(values, shape);
    }

    @Override
    public void finish() throws IOException {
        if (files.isEmpty()) {
            files.put(ShpFile.Kind.POLYGON, new ShpFile(folder, ShpFile.Kind.POLYGON, columns));
        }
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (ShpFile one : files.values()) {
                one.finish();
                String name = layer + (files.size() > 1 ? one.kind().suffix() : "");
                for (String ending : List.of("shp", "shx", "dbf")) {
                    zip.putNextEntry(new ZipEntry(name + "." + ending));
                    Files.copy(one.part(ending), zip);
                }
                text(zip, name + ".prj", WGS_84);
                text(zip, name + ".cpg", "UTF-8");
            }
            text(zip, layer + ".about.txt", notes.asText() + columns.asText());
        }
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        OutputStream out = zip;
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public long shortened() {
        return columns.shortened();
    }

    @Override
    public void close() throws IOException {
        for (ShpFile one : files.values()) {
            one.delete();
        }
        Files.deleteIfExists(folder);
    }
}
