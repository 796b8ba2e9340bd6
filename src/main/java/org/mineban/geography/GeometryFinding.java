package org.mineban.geography;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Something about a shape that a person should know. Its sentence, in each language, is the message {@code geometry.FAULT} filled with the
 * values.
 *
 * @param fault what it is
 * @param place where, on WGS 84, longitude first; null when it is nowhere in particular
 * @param values by the names that the message uses
 */
public record GeometryFinding(GeometryFault fault, @Nullable Coordinate place, Map<String, Object> values) {

    public GeometryFinding {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }
}
