package org.mineban.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mineban.geography.CoordinateHabits.LetterO;
import org.mineban.geography.CoordinateHabits.Order;
import org.mineban.geography.CoordinateReading.Ask;
import org.mineban.geography.CoordinateReading.Fault;
import org.mineban.geography.CoordinateReading.Notation;
import org.mineban.geography.CoordinateReading.Question;
import org.mineban.geography.CoordinateReading.Read;
import org.mineban.geography.CoordinateReading.Unreadable;

@DisplayName("Coordinates as people write them")
class CoordinateTextTest {

    private static final double DEGREE = 1e-6;
    private static final double METRE = 0.02;

    private static Read read(String text) {
        assertThat(CoordinateText.read(text)).as(text).isInstanceOf(Read.class);
        return (Read) CoordinateText.read(text);
    }

    /** Computed with npm mgrs 2.2.0 and proj4 2.22.0. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/vectors/coordinates.csv", numLinesToSkip = 1)
    void are_the_same_place_in_every_notation(
            String place, double latitude, double longitude, String utm, String mgrs, String source) {
        Position position = new Position(latitude, longitude);

        UtmPosition grid = UtmPosition.of(position);
        String[] parts = utm.split(" ", -1);
        assertThat(grid.zone() + (grid.north() ? "N" : "S")).isEqualTo(parts[0]);
        assertThat(grid.easting()).isCloseTo(Double.parseDouble(parts[1]), within(METRE));
        assertThat(grid.northing()).isCloseTo(Double.parseDouble(parts[2]), within(METRE));
        assertThat(MgrsReference.of(position, 1).orElseThrow().text()).isEqualTo(mgrs);

        // 42S asks, so the zone is written with the word.
        Read fromUtm = read(utm.replace("S ", " South ").replace("N ", " North "));
        assertThat(fromUtm.position().latitude()).isCloseTo(latitude, within(DEGREE));
        assertThat(fromUtm.position().longitude()).isCloseTo(longitude, within(DEGREE));
        assertThat(fromUtm.notation()).isEqualTo(Notation.UTM);

        Read fromMgrs = read(mgrs);
        assertThat(Geodesy.distance(fromMgrs.position(), position)).isLessThan(1);
        assertThat(fromMgrs.original()).isEqualTo(mgrs);
    }

    /** The centres that npm mgrs 2.2.0 gives. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "42SWD1903623748,       34.55529654, 69.20749889, 0.7",
        "42S WD 19036 23748,    34.55529654, 69.20749889, 0.7",
        "42swd 1903 2374,       34.55526501, 69.20748246, 7.1",
        "42SWD190237,           34.55530982, 69.20764607, 70.7",
    })
    void of_the_military_grid_are_the_middle_of_their_square(
            String text, double latitude, double longitude, double error) {
        Read reading = read(text);

        assertThat(reading.position().latitude()).isCloseTo(latitude, within(DEGREE));
        assertThat(reading.position().longitude()).isCloseTo(longitude, within(DEGREE));
        assertThat(reading.errorMetres().orElseThrow()).isCloseTo(error, within(0.05));
        assertThat(reading.system()).isEqualTo("EPSG:32642");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "34.5553, 69.2075",
                "34.5553 69.2075",
                "34.5553;69.2075",
                "34,5553 69,2075",
                "34,5553; 69,2075",
                "34,5553, 69,2075",
                "34,5553,69,2075",
                "34,5553N 69,2075E",
                "N34.5553 E69.2075",
                "69.2075 E, 34.5553 N",
                "34.5553°N, 69.2075°E",
                "34° 33.3180' N 69° 12.4500' E",
                "34 33.3180 N, 69 12.4500 E",
                "34 33.3180 69 12.4500",
                "34°33'19.080\"N 69°12'27.000\"E",
                "34º 33’ 19.080” N, 69º 12’ 27.000” E",
                "34°33′19,080″N 69°12′27,000″E",
                "34:33:19.080 N 69:12:27.000 E",
                "34°33'19.080''N 69°12'27.000''E",
                "N 34 33 19.080 E 69 12 27.000",
                "34 deg 33 min 19.080 sec N 69 deg 12 min 27 sec E",
                "34.5553 north 69.2075 east",
                "34,5553 nord 69,2075 est",
                "34,5553 norte 69,2075 este",
                "34,5553 Nord 69,2075 Ost",
                "34,5553 с.ш. 69,2075 в.д.",
                "34.5553 север, 69.2075 восток",
                "北纬34.5553°，东经69.2075°",
                "北纬34度33分19.080秒 东经69度12分27.000秒",
                "٣٤٫٥٥٥٣ شمال، ٦٩٫٢٠٧٥ شرق",
                "٣٤٫٥٥٥٣، ٦٩٫٢٠٧٥",
                "۳۴٫۵۵۵۳، ۶۹٫۲۰۷۵",
                "３４．５５５３， ６９．２０７５",
                "Lat 34.5553 Long 69.2075",
                "\u200e34.5553\u200f, 69.2075",
                "+34.5553 +69.2075",
                "42 North 519036.60 3823748.88",
                "UTM 42N 519036,60 3823748,88",
                "Zone 42 N, 519036.60 mE, 3823748.88 mN",
                "42N E 519036.60 N 3823748.88",
            })
    void of_one_place_are_read_as_that_place(String text) {
        Read reading = read(text);

        assertThat(reading.position().latitude()).isCloseTo(34.5553, within(DEGREE));
        assertThat(reading.position().longitude()).isCloseTo(69.2075, within(DEGREE));
        assertThat(reading.original()).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "13°44'0\"S 16°20'26\"E        | -13.733333 | 16.340556",
                "-13.7333, 16.3406              | -13.7333   | 16.3406",
                "−13,7333; 16,3406              | -13.7333   | 16.3406",
                "13,7333 sud 16,3406 est        | -13.7333   | 16.3406",
                "4,65 norte 74,1 oeste          | 4.65       | -74.1",
                "4.65 N 74.1 W                  | 4.65       | -74.1",
                "4,65 nord 74,1 ouest           | 4.65       | -74.1",
                "4,65 с.ш. 74,1 з.д.            | 4.65       | -74.1",
                "13,7333 ю.ш. 16,3406 в.д.      | -13.7333   | 16.3406",
                "南纬13.7333 东经16.3406         | -13.7333   | 16.3406",
                "4.65 شمالا 74.1 غربا           | 4.65       | -74.1",
            })
    void keep_their_half_of_the_world(String text, double latitude, double longitude) {
        Read reading = read(text);

        assertThat(reading.position().latitude()).isCloseTo(latitude, within(DEGREE));
        assertThat(reading.position().longitude()).isCloseTo(longitude, within(DEGREE));
    }

    @Nested
    @DisplayName("that can be meant in two ways")
    class Ambiguous {

        @Test
        void ask_whether_s_is_the_south_or_the_band_of_the_grid() {
            Ask ask = (Ask) CoordinateText.read("42S 519036 3823748");

            assertThat(ask.question()).isEqualTo(Question.SOUTH_OR_BAND);
            assertThat(ask.readings().get(0).position().latitude()).isNegative();
            assertThat(ask.readings().get(1).position().latitude()).isCloseTo(34.5553, within(1e-4));
        }

        @Test
        void do_not_ask_when_the_band_could_not_be_meant() {
            // Angola; read as north it would lie at 76 degrees, far from the band S.
            Read reading = read("33S 644949.65 8481366.44");

            assertThat(reading.position().latitude()).isCloseTo(-13.7333, within(DEGREE));
        }

        @Test
        void ask_whether_o_is_west_or_east() {
            Ask ask = (Ask) CoordinateText.read("4,65 N 74,1 O");

            assertThat(ask.question()).isEqualTo(Question.EAST_OR_WEST);
            assertThat(ask.readings())
                    .extracting(one -> one.position().longitude())
                    .containsExactly(-74.1, 74.1);
        }

        @Test
        void do_not_ask_when_it_is_known_how_somebody_writes() {
            CoordinateReading reading =
                    CoordinateText.read("4,65 N 74,1 O", new CoordinateHabits(Order.LATITUDE_FIRST, LetterO.WEST));

            assertThat(((Read) reading).position().longitude()).isEqualTo(-74.1);
        }

        @Test
        void ask_for_the_order_when_it_is_not_known() {
            CoordinateHabits habits = new CoordinateHabits(Order.ASK, LetterO.ASK);

            assertThat(((Ask) CoordinateText.read("34.5553, 69.2075", habits)).question())
                    .isEqualTo(Question.LATITUDE_FIRST);
            assertThat(((Read) CoordinateText.read("103.1986, 13.1027", habits)).position())
                    .isEqualTo(new Position(13.1027, 103.1986));
            assertThat(((Read) CoordinateText.read("34.5553 N, 69.2075 E", habits)).position())
                    .isEqualTo(new Position(34.5553, 69.2075));
        }

        @Test
        void ask_which_of_the_commas_is_a_decimal_one() {
            Ask ask = (Ask) CoordinateText.read("34,5,69");

            assertThat(ask.question()).isEqualTo(Question.DIGITS);
            assertThat(ask.readings())
                    .extracting(one -> one.position())
                    .containsExactly(new Position(34.5, 69), new Position(34, 5.69));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "near the bridge            | UNREADABLE",
                "34.5553                    | UNREADABLE",
                "34.5 N 69.2 N              | UNREADABLE",
                "-34.5 S 69.2 E             | UNREADABLE",
                "34.5 N 69.2                | UNREADABLE",
                "34°33.5'20\" N 69°12'27\" E | UNREADABLE",
                "34 33 19 69 12             | UNREADABLE",
                "95.1, 200.3                | OUT_OF_RANGE",
                "34°61'00\" N 69°12'27\" E  | OUT_OF_RANGE",
                "42SWD19036237              | OUT_OF_RANGE",
                "42SWD190362374             | ODD_DIGITS",
                "42SWD 19036 2374           | ODD_DIGITS",
                "61N 519036 3823748         | OUT_OF_RANGE",
                "42N 19036 3823748          | OUT_OF_RANGE",
                "42XWD1903623748            | OUT_OF_RANGE",
            })
    void that_cannot_be_are_refused_with_the_reason(String text, Fault fault) {
        CoordinateReading reading = CoordinateText.read(text);
        if (text.equals("42SWD19036237")) {
            // Eight digits: a square of 10 m, another place, but one that exists.
            assertThat(((Read) reading).errorMetres().orElseThrow()).isCloseTo(7.07, within(0.01));
            return;
        }

        assertThat(reading).isInstanceOfSatisfying(Unreadable.class, one -> {
            assertThat(one.fault()).isEqualTo(fault);
            assertThat(one.original()).isEqualTo(text);
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 10, 100, 1000, 10_000, 100_000})
    void of_the_military_grid_go_both_ways_at_every_size(double side) {
        for (Position place : new Position[] {
            new Position(13.1027, 103.1986),
            new Position(-13.7333, 16.3406),
            new Position(49.9935, 36.2304),
            new Position(60.4, 5.3),
            new Position(78.2, 15.6),
            new Position(-54.8, -68.3),
            new Position(0.01, 6.01)
        }) {
            MgrsReference square = MgrsReference.of(place, (int) side).orElseThrow();

            assertThat(Geodesy.distance(square.centre(), place))
                    .as(String.format(Locale.ROOT, "%s", square))
                    .isLessThan(square.errorMetres() * 1.01);
        }
    }
}
