package org.mineban.geography;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mineban.geography.CoordinateReading.Ask;
import org.mineban.geography.CoordinateReading.Fault;
import org.mineban.geography.CoordinateReading.Notation;
import org.mineban.geography.CoordinateReading.Question;
import org.mineban.geography.CoordinateReading.Read;
import org.mineban.geography.CoordinateReading.Unreadable;

/** Reads a latitude and a longitude in degrees, minutes and seconds. */
final class AngleText {

    private enum Direction {
        NORTH(true, 1),
        SOUTH(true, -1),
        EAST(false, 1),
        WEST(false, -1),
        /** The letter O, which is west in some languages and east in another. */
        EAST_OR_WEST(false, 0);

        private final boolean latitude;
        private final int sign;

        Direction(boolean latitude, int sign) {
            this.latitude = latitude;
            this.sign = sign;
        }
    }

    /** Words and letters of directions. The Arabic letter ش begins both north and east, so it stands for neither. */
    private static final Map<String, Direction> DIRECTIONS = directions(Map.of(
            Direction.NORTH, "N NORTH NORD NORTE С СЕВ СЕВЕР С.Ш СШ 北 北纬 北緯 شمال شمالا شمالاً",
            Direction.SOUTH, "S SOUTH SUD SÜD SUR Ю ЮГ ЮЖН Ю.Ш ЮШ 南 南纬 南緯 جنوب جنوبا جنوباً",
            Direction.EAST, "E EAST EST ESTE OST В ВОСТ ВОСТОК В.Д ВД Е 东 東 东经 東經 شرق شرقا شرقاً",
            Direction.WEST, "W WEST OUEST OESTE З ЗАП ЗАПАД З.Д ЗД 西 西经 西經 غرب غربا غرباً",
            Direction.EAST_OR_WEST, "O"));

    private static final Pattern TOKEN =
            Pattern.compile("([+-]?)(\\d+(?:\\.\\d+)?)|([°'\":])|([,;])|([\\p{L}][\\p{L}\\p{M}.]*)|(\\s+)|(.)");

    private final String original;
    private final String text;
    private final CoordinateHabits habits;

    AngleText(String original, String text, CoordinateHabits habits) {
        this.original = original;
        this.text = text;
        this.habits = habits;
    }

    private static Map<String, Direction> directions(Map<Direction, String> words) {
        Map<String, Direction> all = new java.util.HashMap<>();
        words.forEach((direction, list) -> {
            Pattern.compile(" ").splitAsStream(list).forEach(word -> all.put(word, direction));
        });
        return Map.copyOf(all);
    }

    /** One of the two angles, as it stands there. */
    private static final class Angle {
        private final List<String> numbers = new ArrayList<>();
        private boolean minus;
        private boolean signed;
        private @Nullable Direction direction;

        private int decimals() {
            return Digits.decimals(numbers.getLast());
        }

        private double degrees() {
            double value = 0;
            double unit = 1;
            for (String number : numbers) {
                value += Double.parseDouble(number) / unit;
                unit *= 60;
            }
            return minus ? -value : value;
        }
    }

    CoordinateReading read() {
        if (Digits.hasPoint(text)) {
            return of(text);
        }
        // No point: a comma between two digits is a decimal one, if what is left still makes two angles.
        CoordinateReading withDecimals = of(Digits.decimalPoints(text));
        Matcher threeNumbers = Pattern.compile("([+-]?\\d+),(\\d+),([+-]?\\d+)").matcher(text);
        if (threeNumbers.matches()) {
            CoordinateReading first =
                    of(threeNumbers.group(1) + "." + threeNumbers.group(2) + "; " + threeNumbers.group(3));
            CoordinateReading second =
                    of(threeNumbers.group(1) + "; " + threeNumbers.group(2) + "." + threeNumbers.group(3));
            if (first instanceof Read one && second instanceof Read other) {
                return new Ask(original, Question.DIGITS, List.of(one, other));
            }
            return first instanceof Read ? first : second;
        }
        Matcher fourNumbers =
                Pattern.compile("([+-]?\\d+),(\\d+), ?([+-]?\\d+),(\\d+)").matcher(text);
        if (fourNumbers.matches()) {
            return of(fourNumbers.group(1) + "." + fourNumbers.group(2) + "; " + fourNumbers.group(3) + "."
                    + fourNumbers.group(4));
        }
        return withDecimals instanceof Unreadable ? of(text) : withDecimals;
    }

    private CoordinateReading of(String written) {
        List<Angle> angles = angles(written);
        if (angles.size() != 2
                || angles.stream().anyMatch(angle -> angle.numbers.isEmpty() || angle.numbers.size() > 3)) {
            return new Unreadable(original, Fault.UNREADABLE, "");
        }
        Angle first = angles.get(0);
        Angle second = angles.get(1);
        for (Angle angle : angles) {
            for (int i = 0; i < angle.numbers.size(); i++) {
                String number = angle.numbers.get(i);
                if (i > 0 && Double.parseDouble(number) >= 60) {
                    return new Unreadable(original, Fault.OUT_OF_RANGE, number);
                }
                if (i < angle.numbers.size() - 1 && number.indexOf('.') >= 0) {
                    return new Unreadable(original, Fault.UNREADABLE, number);
                }
            }
        }
        Direction one = first.direction;
        Direction other = second.direction;
        if ((one == null) != (other == null)
                || (one != null && other != null && one.latitude == other.latitude)
                || (one != null && first.signed)
                || (other != null && second.signed)) {
            return new Unreadable(original, Fault.UNREADABLE, "");
        }
        return one == null || other == null
                ? withoutDirections(first, second)
                : withDirections(first, one, second, other);
    }

    private CoordinateReading withDirections(Angle first, Direction one, Angle second, Direction other) {
        Angle latitude = one.latitude ? first : second;
        Angle longitude = one.latitude ? second : first;
        double north = latitude.degrees() * (one.latitude ? one : other).sign;
        Direction side = one.latitude ? other : one;
        int sign = side.sign;
        if (sign == 0) {
            sign = switch (habits.letterO()) {
                case WEST -> -1;
                case EAST -> 1;
                case ASK -> 0;
            };
        }
        if (sign == 0) {
            CoordinateReading west = place(north, -longitude.degrees(), latitude, longitude);
            CoordinateReading east = place(north, longitude.degrees(), latitude, longitude);
            return west instanceof Read w && east instanceof Read e
                    ? new Ask(original, Question.EAST_OR_WEST, List.of(w, e))
                    : west;
        }
        return place(north, longitude.degrees() * sign, latitude, longitude);
    }

    private CoordinateReading withoutDirections(Angle first, Angle second) {
        CoordinateReading latitudeFirst = place(first.degrees(), second.degrees(), first, second);
        CoordinateReading longitudeFirst = place(second.degrees(), first.degrees(), second, first);
        return switch (habits.order()) {
            case LATITUDE_FIRST -> latitudeFirst;
            case LONGITUDE_FIRST -> longitudeFirst;
            case ASK -> {
                if (latitudeFirst instanceof Read one && longitudeFirst instanceof Read other) {
                    yield new Ask(original, Question.LATITUDE_FIRST, List.of(one, other));
                }
                yield latitudeFirst instanceof Read ? latitudeFirst : longitudeFirst;
            }
        };
    }

    private CoordinateReading place(double latitude, double longitude, Angle one, Angle other) {
        Position position = new Position(latitude, longitude);
        if (!position.possible()) {
            boolean north = Math.abs(latitude) > 90;
            return new Unreadable(original, Fault.OUT_OF_RANGE, String.join(" ", (north ? one : other).numbers));
        }
        int parts = Math.max(one.numbers.size(), other.numbers.size());
        Notation notation = switch (parts) {
            case 1 -> Notation.DECIMAL_DEGREES;
            case 2 -> Notation.DEGREES_MINUTES;
            default -> Notation.DEGREES_MINUTES_SECONDS;
        };
        return new Read(
                original,
                position,
                notation,
                "EPSG:4326",
                Math.min(one.decimals(), other.decimals()),
                OptionalDouble.empty());
    }

    /** The angles of the text; not two when it is not clear where the second begins. */
    private List<Angle> angles(String written) {
        List<String[]> tokens = new ArrayList<>();
        int separators = 0;
        Matcher matcher = TOKEN.matcher(written);
        while (matcher.find()) {
            if (matcher.group(2) != null) {
                tokens.add(new String[] {"number", matcher.group(2), matcher.group(1)});
            } else if (matcher.group(3) != null) {
                tokens.add(new String[] {"mark", matcher.group(3), ""});
            } else if (matcher.group(4) != null) {
                tokens.add(new String[] {"separator", "", ""});
                separators++;
            } else if (matcher.group(5) != null) {
                if (!word(tokens, matcher.group(5))) {
                    return List.of();
                }
            } else if (matcher.group(6) == null) {
                return List.of();
            }
        }
        boolean directions = tokens.stream().anyMatch(token -> token[0].equals("direction"));
        if (directions) {
            return byDirections(tokens);
        }
        return separators == 1 ? bySeparator(tokens) : separators == 0 ? byCount(tokens) : List.of();
    }

    /** Letters: a direction, a unit, or the name of the number that follows. */
    private static boolean word(List<String[]> tokens, String word) {
        String plain = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
        if (DIRECTIONS.containsKey(plain)) {
            tokens.add(new String[] {"direction", plain, ""});
            return true;
        }
        return switch (plain) {
            case "DEG", "DEGREES", "D", "GRAD", "ГРАД" -> tokens.add(new String[] {"mark", "°", ""});
            case "MIN", "MINUTES", "M", "МИН" -> tokens.add(new String[] {"mark", "'", ""});
            case "SEC", "SECONDS", "СЕК" -> tokens.add(new String[] {"mark", "\"", ""});
            case "LAT", "LATITUDE", "LATITUD", "LON", "LONG", "LONGITUDE", "LONGITUD", "LNG", "ШИРОТА", "ДОЛГОТА" ->
                true;
            default -> false;
        };
    }

    private static List<Angle> byDirections(List<String[]> tokens) {
        boolean before = tokens.getFirst()[0].equals("direction");
        List<Angle> angles = new ArrayList<>();
        Angle current = new Angle();
        for (String[] token : tokens) {
            switch (token[0]) {
                case "number" -> number(current, token);
                case "direction" -> {
                    Direction direction = DIRECTIONS.get(token[1]);
                    if (before) {
                        if (!current.numbers.isEmpty()) {
                            angles.add(current);
                        }
                        current = new Angle();
                        current.direction = direction;
                    } else {
                        current.direction = direction;
                        angles.add(current);
                        current = new Angle();
                    }
                }
                default -> {}
            }
        }
        if (!current.numbers.isEmpty()) {
            angles.add(current);
        }
        return angles;
    }

    private static List<Angle> bySeparator(List<String[]> tokens) {
        List<Angle> angles = new ArrayList<>(List.of(new Angle(), new Angle()));
        int at = 0;
        for (String[] token : tokens) {
            if (token[0].equals("separator")) {
                at = 1;
            } else if (token[0].equals("number")) {
                number(angles.get(at), token);
            }
        }
        return angles;
    }

    /** Two, four or six numbers; or the second begins where a sign or a second mark of degrees says so. */
    private static List<Angle> byCount(List<String[]> tokens) {
        List<String[]> numbers =
                tokens.stream().filter(token -> token[0].equals("number")).toList();
        int count = numbers.size();
        if (count % 2 != 0 || count == 0 || count > 6) {
            return List.of();
        }
        List<Angle> angles = List.of(new Angle(), new Angle());
        for (int i = 0; i < count; i++) {
            number(angles.get(i < count / 2 ? 0 : 1), numbers.get(i));
        }
        return angles;
    }

    private static void number(Angle angle, String[] token) {
        if (!token[2].isEmpty()) {
            // A sign belongs before the degrees; anywhere else the text is not an angle.
            if (!angle.numbers.isEmpty()) {
                angle.numbers.addAll(List.of("", "", ""));
            }
            angle.signed = true;
            angle.minus = token[2].equals("-");
        }
        angle.numbers.add(token[1]);
    }
}
