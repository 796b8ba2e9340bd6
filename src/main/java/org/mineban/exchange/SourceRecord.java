package org.mineban.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.mineban.geography.GeometryFinding;

/**
 * One record of a table.
 *
 * @param position in its table, from 1, counting every record of it
 * @param line of the file or row of the sheet where it begins, from 1; 0 where the format has none
 * @param cells as written
 * @param geometry on WGS 84, longitude first, two dimensions; null when there is none or it cannot be built, which the findings tell apart
 * @param original the shape as it stood in the file; null when the record has none
 * @param findings about reading it
 * @param geometryFindings about building its shape; {@link org.mineban.geography.GeometryChecks} finds the rest
 */
public record SourceRecord(
        long position,
        long line,
        Cells cells,
        @Nullable Geometry geometry,
        @Nullable OriginalGeometry original,
        List<ReadingFinding> findings,
        List<GeometryFinding> geometryFindings) {

    public SourceRecord {
        findings = List.copyOf(findings);
        geometryFindings = List.copyOf(geometryFindings);
    }
}
