package org.mineban.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.mineban.geography.GeometryFinding;
import org.mineban.geography.Legs;
import org.mineban.geography.Position;
import org.mineban.geography.Severity;

/**
 * What a written place was read as.
 *
 * @param points those that could be read, in the order of the report
 * @param geometry what they make: a polygon, a circle, or a point; null when they make nothing
 * @param closing how the legs come back to the first corner; empty without a closing leg
 * @param building what had to be said when the shape was made
 * @param notes what is to be said of what was written, place by place
 */
public record PlaceReading(
        List<Placed> points,
        @Nullable Geometry geometry,
        Optional<Legs.Misclosure> closing,
        List<GeometryFinding> building,
        List<Note> notes) {

    /**
     * A point that was read.
     *
     * @param row its place among the rows, from 0
     * @param byLeg whether it was worked out by bearing and distance
     */
    public record Placed(int row, WrittenPlace.Role role, String name, Position position, boolean byLeg) {}

    /**
     * Something about what was written.
     *
     * @param row the row, from 0; -1 when it is about all of them
     * @param column {@code place}, {@code bearing}, {@code north}, {@code distance}, {@code slope}, {@code declination}, {@code radius}
     * @param severity it cannot be kept as it is when this blocks
     * @param message the key of its sentence
     */
    public record Note(int row, String column, Severity severity, String message, Map<String, Object> values) {

        public Note {
            values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
        }
    }

    /** Whether something written cannot be read, so that nothing may be kept of it. */
    public boolean unreadable() {
        return notes.stream().anyMatch(note -> note.severity() == Severity.BLOCKS);
    }
}
