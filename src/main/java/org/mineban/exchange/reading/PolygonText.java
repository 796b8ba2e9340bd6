package org.mineban.exchange.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Well-known text of polygons whose rings may be open or too short. */
final class PolygonText {

    private static final Pattern RING = Pattern.compile("\\(([^()]+)\\)");
    private static final Pattern POINT = Pattern.compile("(-?[\\d.eE+-]+)\\s+(-?[\\d.eE+-]+)[^,]*");

    private PolygonText() {}

    /** Fills the shape; false when the text is no polygon, or has something in it that is no number. */
    static boolean read(String text, RawShape shape) {
        String kind = text.strip().toUpperCase(java.util.Locale.ROOT);
        if (!kind.startsWith("POLYGON") && !kind.startsWith("MULTIPOLYGON")) {
            return false;
        }
        List<Integer> ends = new ArrayList<>();
        Matcher ring = RING.matcher(text);
        int last = 0;
        while (ring.find()) {
            boolean newPolygon = text.substring(last, ring.start()).contains("))")
                    || text.substring(last, ring.start()).contains(") )");
            if (newPolygon
                    || (!ends.isEmpty()
                            && text.substring(Math.max(0, last - 1), ring.start())
                                    .matches("(?s)\\)\\s*\\)\\s*,\\s*\\(\\s*"))) {
                shape.endPolygon(ends);
                ends = new ArrayList<>();
            }
            for (String point : Pattern.compile(",").split(ring.group(1), -1)) {
                Matcher numbers = POINT.matcher(point.strip());
                if (!numbers.matches()) {
                    return false;
                }
                try {
                    shape.add(Double.parseDouble(numbers.group(1)), Double.parseDouble(numbers.group(2)));
                } catch (NumberFormatException none) {
                    return false;
                }
            }
            ends.add(shape.count());
            last = ring.end();
        }
        if (ends.isEmpty()) {
            return false;
        }
        shape.endPolygon(ends);
        return true;
    }
}
