package org.mineban.geography;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A coordinate system as well-known text, such as a {@code .prj} file holds: the parts of it that matter here.
 *
 * @param name as the text gives it
 * @param code of EPSG, when the text or a name that everybody uses gives one
 * @param parameters for the projection library; empty for a projection or datum that is not known here
 */
record WellKnownSystem(String name, OptionalInt code, Optional<String> parameters) {

    private static final Pattern START = Pattern.compile(
            "(?is)^\\s*(PROJCS|GEOGCS|PROJCRS|GEOGCRS|GEODCRS|COMPD_CS|BOUNDCRS)\\s*\\[\\s*\"([^\"]*)\".*");
    private static final Pattern LAST_CODE = Pattern.compile(
            "(?is).*(?:AUTHORITY\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"?(\\d+)\"?\\s*\\]|ID\\s*\\[\\s*\"EPSG\"\\s*,\\s*(\\d+)\\s*\\])\\s*\\]\\s*$");
    private static final Pattern ESRI_UTM =
            Pattern.compile("(?i).*(?:WGS_1984|WGS 84|WGS84).*UTM_?\\s?_?ZONE[_ ](\\d{1,2})([NS])$");
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)PARAMETER\\s*\\[\\s*\"([^\"]+)\"\\s*,\\s*([-+0-9.eE]+)");
    private static final Pattern METHOD = Pattern.compile("(?i)(?:PROJECTION|METHOD)\\s*\\[\\s*\"([^\"]+)\"");
    private static final Pattern SPHEROID =
            Pattern.compile("(?i)(?:SPHEROID|ELLIPSOID)\\s*\\[\\s*\"[^\"]*\"\\s*,\\s*([0-9.]+)\\s*,\\s*([0-9.]+)");
    private static final Pattern SHIFT = Pattern.compile("(?i)TOWGS84\\s*\\[([-0-9.,eE\\s]+)\\]");

    static Optional<WellKnownSystem> parse(String text) {
        Matcher start = START.matcher(text);
        if (!start.matches()) {
            return Optional.empty();
        }
        String name = start.group(2);
        boolean projected = start.group(1).toUpperCase(Locale.ROOT).startsWith("PROJ");
        return Optional.of(new WellKnownSystem(name, code(text, name, projected), parameters(text, projected)));
    }

    private static OptionalInt code(String text, String name, boolean projected) {
        Matcher code = LAST_CODE.matcher(text);
        if (code.matches()) {
            return OptionalInt.of(Integer.parseInt(code.group(1) != null ? code.group(1) : code.group(2)));
        }
        if (!projected && name.matches("(?i)GCS_WGS_1984|WGS ?84|WGS_1984|D_WGS_1984")) {
            return OptionalInt.of(4326);
        }
        Matcher utm = ESRI_UTM.matcher(name);
        if (utm.matches()) {
            int base = utm.group(2).equalsIgnoreCase("N") ? 32600 : 32700;
            return OptionalInt.of(base + Integer.parseInt(utm.group(1)));
        }
        return name.matches("(?i)WGS_1984_Web_Mercator(_Auxiliary_Sphere)?")
                ? OptionalInt.of(3857)
                : OptionalInt.empty();
    }

    private static Optional<String> parameters(String text, boolean projected) {
        Matcher spheroid = SPHEROID.matcher(text);
        if (!spheroid.find()) {
            return Optional.empty();
        }
        StringBuilder made = new StringBuilder();
        if (projected) {
            Optional<String> projection = projection(text);
            if (projection.isEmpty()) {
                return Optional.empty();
            }
            made.append(projection.get());
        } else {
            made.append("+proj=longlat");
        }
        // The library reads the flattening wrongly (PROJ4J 1.4.1), so that the shorter axis is worked out for it.
        double axis = Double.parseDouble(spheroid.group(1));
        double inverse = Double.parseDouble(spheroid.group(2));
        double shorter = inverse == 0 ? axis : axis * (1 - 1 / inverse);
        made.append(" +a=").append(axis).append(" +b=").append(shorter);
        Matcher shift = SHIFT.matcher(text);
        if (shift.find()) {
            made.append(" +towgs84=").append(shift.group(1).replaceAll("\\s", ""));
        }
        return Optional.of(made + " +no_defs");
    }

    private static Optional<String> projection(String text) {
        Matcher method = METHOD.matcher(text);
        if (!method.find()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            values.put(parameter.group(1).toLowerCase(Locale.ROOT).replace(' ', '_'), parameter.group(2));
        }
        String kind = switch (method.group(1).toLowerCase(Locale.ROOT).replace(' ', '_')) {
            case "transverse_mercator", "gauss_kruger" -> "tmerc";
            case "lambert_conformal_conic", "lambert_conformal_conic_2sp", "lambert_conformal_conic_1sp" -> "lcc";
            case "albers", "albers_conic_equal_area" -> "aea";
            default -> "";
        };
        // Lengths in anything but metres are rare enough to be refused.
        if (kind.isEmpty() || !text.matches("(?is).*UNIT\\s*\\[\\s*\"met(er|re)s?\".*")) {
            return Optional.empty();
        }
        StringBuilder made = new StringBuilder("+proj=" + kind + " +units=m");
        add(made, values, "+lat_0=", "latitude_of_origin", "latitude_of_center");
        add(made, values, "+lon_0=", "central_meridian", "longitude_of_center");
        add(made, values, "+lat_1=", "standard_parallel_1");
        add(made, values, "+lat_2=", "standard_parallel_2");
        add(made, values, "+k_0=", "scale_factor");
        add(made, values, "+x_0=", "false_easting");
        add(made, values, "+y_0=", "false_northing");
        return Optional.of(made.toString());
    }

    private static void add(StringBuilder made, Map<String, String> values, String name, String... keys) {
        for (String key : keys) {
            if (values.containsKey(key)) {
                made.append(' ').append(name).append(values.get(key));
                return;
            }
        }
    }
}
