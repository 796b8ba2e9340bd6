package org.mineban.geography;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** What a text says about a place. The text itself is always kept. */
public sealed interface CoordinateReading {

    /** The text as it was written. */
    String original();

    /** How a place was written. */
    enum Notation {
        DECIMAL_DEGREES,
        DEGREES_MINUTES,
        DEGREES_MINUTES_SECONDS,
        UTM,
        MGRS
    }

    /**
     * It says one thing.
     *
     * @param notation how it is written
     * @param system the coordinate system and zone of the original, as {@code EPSG:4326} or {@code EPSG:32642}
     * @param decimals digits after the point of the last number; 0 when there are none
     * @param errorMetres how far the place may lie off because of how coarsely it is written; empty when that is not known
     */
    record Read(
            String original,
            Position position,
            Notation notation,
            String system,
            int decimals,
            OptionalDouble errorMetres)
            implements CoordinateReading {}

    /** It can be read in two ways, and a person must say which. */
    record Ask(String original, Question question, List<Read> readings) implements CoordinateReading {

        public Ask {
            readings = List.copyOf(readings);
        }
    }

    /** It cannot be read, or says what no place can be. */
    record Unreadable(String original, Fault fault, String part) implements CoordinateReading {

        /** Values of the fault's sentence. */
        public Map<String, Object> values() {
            return Map.of("value", original, "part", part);
        }
    }

    /** What a person is asked. */
    enum Question {
        /** The letter S: the south, or the band S of the military grid. The south is the first reading. */
        SOUTH_OR_BAND,
        /** The letter O: west is the first reading, east the second. */
        EAST_OR_WEST,
        /** The latitude stands first in the first reading. */
        LATITUDE_FIRST,
        /** Which commas are decimal ones. */
        DIGITS;

        /** The key of its sentence. */
        public String message() {
            return "coordinate.question." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Why a text cannot be read. */
    enum Fault {
        UNREADABLE,
        OUT_OF_RANGE,
        ODD_DIGITS;

        /** The key of its sentence. */
        public String message() {
            return "coordinate.fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
