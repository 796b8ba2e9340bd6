package org.mineban.exchange.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.geography.Projection;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A shape of GeoJSON. The type may stand behind the coordinates, so these are read as what they are, lists in lists, and made into parts afterwards.
 */
final class GeoJsonShape {

    private static final int DEEPEST = 8;

    private final JsonParser parser;
    private final RawShape shape;
    private final int most;
    private String type = "";
    /** How many points there were when a list ended, by how far above the points it lies: 1 for a ring or line, 2 for a polygon. */
    private final List<Integer> ringEnds = new ArrayList<>(1);

    private final List<Integer> ringsOfPolygons = new ArrayList<>(1);
    private boolean finished;
    private boolean sawCoordinates;
    private int children;
    private @Nullable String unknown;

    GeoJsonShape(JsonParser parser, int most) {
        this(parser, most, new RawShape(most));
    }

    private GeoJsonShape(JsonParser parser, int most, RawShape shape) {
        this.parser = parser;
        this.most = most;
        this.shape = shape;
    }

    void type(String name) {
        type = name;
    }

    /** Whether it has coordinates or parts at all. */
    boolean any() {
        return sawCoordinates || children > 0;
    }

    /** Whether it is a shape without a point. */
    boolean empty() {
        return shape.count() == 0 && unknown == null;
    }

    Optional<String> unknownKind() {
        return Optional.ofNullable(unknown);
    }

    /** Reads the object that just began. */
    void read() {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (member) {
                case "type" -> type = value == JsonToken.VALUE_STRING ? parser.getString() : "";
                case "coordinates" -> coordinates(value);
                case "geometries" -> geometries(value);
                default -> parser.skipChildren();
            }
        }
        finish();
    }

    void geometries(JsonToken start) {
        if (start != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            GeoJsonShape part = new GeoJsonShape(parser, most, shape);
            part.read();
            children++;
            unknown = part.unknown == null ? unknown : part.unknown;
        }
    }

    void coordinates(JsonToken start) {
        sawCoordinates = true;
        if (start != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        list(1);
    }

    /** Reads the rest of a list; answers how far above the points it lies: 0 for a point itself, -1 when it holds nothing. */
    private int list(int depth) {
        int height = -1;
        double x = Double.NaN;
        double y = Double.NaN;
        double z = Double.NaN;
        int numbers = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == null) {
                throw new IllegalStateException("The text ends within coordinates.");
            }
            if (token == JsonToken.START_ARRAY) {
                if (depth >= DEEPEST || shape.full()) {
                    parser.skipChildren();
                    continue;
                }
                height = Math.max(height, list(depth + 1) + 1);
            } else if (token == JsonToken.START_OBJECT) {
                parser.skipChildren();
            } else {
                double value = number(token);
                switch (numbers++) {
                    case 0 -> x = value;
                    case 1 -> y = value;
                    case 2 -> z = value;
                    default -> {}
                }
            }
        }
        if (numbers > 0) {
            shape.add(x, y, z);
            return 0;
        }
        if (height == 1) {
            ringEnds.add(shape.count());
        } else if (height == 2) {
            ringsOfPolygons.add(ringEnds.size());
        }
        return height;
    }

    private double number(JsonToken token) {
        if (token.isNumeric()) {
            return parser.getDoubleValue();
        }
        try {
            return token == JsonToken.VALUE_STRING
                    ? Double.parseDouble(parser.getString().strip())
                    : Double.NaN;
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    private void finish() {
        if (finished) {
            return;
        }
        finished = true;
        if (!sawCoordinates) {
            if (!type.equals("GeometryCollection")) {
                unknown = type;
            }
            return;
        }
        switch (type) {
            case "Point", "MultiPoint" -> shape.endPoints();
            case "LineString", "MultiLineString" -> lines();
            case "Polygon" -> shape.endPolygon(ringEnds);
            case "MultiPolygon" -> {
                int from = 0;
                for (int end : ringsOfPolygons) {
                    shape.endPolygon(ringEnds.subList(from, end));
                    from = end;
                }
            }
            default -> {
                unknown = type;
                shape.endPoints();
            }
        }
    }

    private void lines() {
        for (int end : ringEnds) {
            shape.endLineAt(end);
        }
    }

    RawShape.Made make(@Nullable Projection projection, String system) {
        finish();
        if (unknown != null) {
            return shape.make(null, system);
        }
        return shape.make(projection, system);
    }
}
