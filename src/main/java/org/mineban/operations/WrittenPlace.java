package org.mineban.operations;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A place as it stands in a report from the field, word for word: coordinates in any notation, or bearings and distances from point to point. It is kept in
 * the record beside the shape that was made of it, and is never changed by the program.
 *
 * @param order {@code latitude-first}, {@code longitude-first} or {@code ask}
 * @param letterO what the letter O means: {@code ask}, {@code west} or {@code east}
 * @param letterS what the letter S in a grid zone means: {@code ask}, {@code south} or {@code band}
 * @param north from which north bearings are taken unless a row says otherwise: {@code true}, {@code magnetic}, {@code grid}; empty text when nobody said
 * @param declination degrees that the needle points east of the pole, as written
 * @param declinationOn the day of which the declination is, as written
 * @param circle {@code degrees}, {@code mils-6400}, {@code mils-6000} or {@code grads-400}
 * @param radius of a circle around the place in metres, as written, when there are no turning points
 * @param adjust whether the misclosure is spread over the legs
 */
public record WrittenPlace(
        String order,
        String letterO,
        String letterS,
        String north,
        String declination,
        String declinationOn,
        String circle,
        String radius,
        boolean adjust,
        List<Row> rows) {

    /** The field of a record that keeps it. */
    public static final String FIELD = "place_as_written";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What a point is in the report. */
    public enum Role {
        /** A landmark outside the area that can be found again. */
        REFERENCE,
        /** A marked point near the edge. */
        BENCHMARK,
        /** The first corner. */
        START,
        /** A corner. */
        TURNING,
        /** The way from the last corner back to the first. */
        CLOSING
    }

    /**
     * A point.
     *
     * @param name as the report calls it; may be empty
     * @param place its coordinates as written; empty when it is given by bearing and distance
     * @param bearing from the point before, as written
     * @param north as {@link WrittenPlace#north}, for this bearing only; may be empty
     * @param distance from the point before in metres, as written
     * @param slope of the ground in degrees, as written; empty when the distance is horizontal
     */
    public record Row(
            Role role, String name, String place, String bearing, String north, String distance, String slope) {

        /** Whether it says nothing of a place. */
        public boolean blank() {
            return place.isBlank() && bearing.isBlank() && distance.isBlank();
        }
    }

    public WrittenPlace {
        rows = List.copyOf(rows);
    }

    /** Nothing written. */
    public static WrittenPlace none() {
        return new WrittenPlace("latitude-first", "ask", "ask", "", "", "", "degrees", "", false, List.of());
    }

    /** Whether no row says anything of a place. */
    public boolean blank() {
        return rows.stream().allMatch(Row::blank);
    }

    /** The same without rows that say nothing, as JSON. */
    public String json() {
        return JSON.writeValueAsString(new WrittenPlace(
                order,
                letterO,
                letterS,
                north,
                declination,
                declinationOn,
                circle,
                radius,
                adjust,
                rows.stream().filter(row -> !row.blank()).toList()));
    }

    /** What {@link #json} wrote; empty for a text that is none of it. */
    public static Optional<WrittenPlace> ofJson(String text) {
        try {
            return Optional.of(JSON.readValue(text, WrittenPlace.class));
        } catch (JacksonException | IllegalArgumentException | NullPointerException other) {
            return Optional.empty();
        }
    }

    /** What a record keeps; empty when its place was never written so. */
    public static Optional<WrittenPlace> of(Fields fields) {
        return fields.text(FIELD).flatMap(WrittenPlace::ofJson);
    }
}
