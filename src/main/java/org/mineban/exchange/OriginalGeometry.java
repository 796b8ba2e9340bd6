package org.mineban.exchange;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;

/**
 * The shape as it stood in the file, before it was brought to WGS 84 and two dimensions.
 *
 * @param coordinateSystem as {@code EPSG:32642}, or the file's own words for it; empty when the file says nothing and none was chosen
 * @param written the text as it stood there, when it was text that a person could have written; otherwise null
 * @param shape the shape in its own coordinates, with heights and measures if it had them; null when it cannot be built
 */
public record OriginalGeometry(
        String coordinateSystem,
        @Nullable String written,
        @Nullable Geometry shape) {

    /** As text: as written, or as well-known text in its own coordinates. */
    public String text() {
        if (written != null) {
            return written;
        }
        return shape == null ? "" : new WKTWriter(4).write(shape);
    }
}
