package org.mineban.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mineban.geography.WhereItWouldFit.Fit;
import org.mineban.geography.WhereItWouldFit.Slip;

@DisplayName("A place outside its country")
class WhereItWouldFitTest {

    private static CountryOutline country(String iso3) {
        return CountryOutline.of(iso3).orElseThrow();
    }

    @ParameterizedTest(name = "{0}, {3}: {1}, {2}")
    @CsvSource({
        // The Kabul point read in zone 41; swapped; the Angola point read as north; Bogotá with its sign lost.
        "AFG, 34.5553,  63.2075, ZONE,            34.5553,  69.2075",
        "AFG, 69.2075,  34.5553, SWAPPED,         34.5553,  69.2075",
        "AGO, 76.353,   20.511,  HEMISPHERE,      -13.7333, 16.3406",
        "COL, 4.65,     74.234,  LONGITUDE_SIGN,  4.65,     -74.234",
        "AGO, 13.7333,  16.3406, LATITUDE_SIGN,   -13.7333, 16.3406",
        "COL, -74.234,  4.65,    SWAPPED,         4.65,     -74.234",
        "COL, 74.234,   4.65,    SWAPPED_AND_SIGN, 4.65,    -74.234",
        "ARG, 38.0,     65.0,    BOTH_SIGNS,      -38.0,    -65.0",
        "BIH, 17.0408,  45.1,    SWAPPED,         45.1,     17.0408",
    })
    void is_explained_by_the_slip_that_was_made(
            String iso3, double latitude, double longitude, Slip slip, double rightLatitude, double rightLongitude) {
        Position place = new Position(latitude, longitude);
        CountryOutline country = country(iso3);
        if (slip == Slip.ZONE) {
            // That place is still in Afghanistan, which is as wide as three zones: nothing can be told of it by the
            // country alone.
            assertThat(WhereItWouldFit.fits(place, country)).isEmpty();
            country = CountryOutline.of(Shapes.polygon(68.5, 34, 70, 34, 70, 35.2, 68.5, 35.2));
        }

        List<Fit> fits = WhereItWouldFit.fits(place, country);

        assertThat(fits).anySatisfy(fit -> {
            assertThat(fit.slip()).isEqualTo(slip);
            assertThat(fit.place().latitude()).isCloseTo(rightLatitude, within(0.001));
            assertThat(fit.place().longitude()).isCloseTo(rightLongitude, within(0.001));
        });
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource({
        "AFG, 34.5553, 69.2075",
        "IRQ, 30.5085, 47.7804",
        "KHM, 13.1027, 103.1986",
        "UKR, 49.9935, 36.2304",
        "UKR, 44.95, 34.1",
        "COL, 1.337083, -77.59313",
        "BIH, 45.20736163, 17.04078941",
        "AGO, -13.7333, 16.3406",
        "SOM, 9.56, 44.06",
        "CYP, 35.18, 33.37",
        "FJI, -16.6, 179.9",
    })
    void is_not_told_of_when_it_lies_inside(String iso3, double latitude, double longitude) {
        assertThat(country(iso3).outside(new Position(latitude, longitude), 1_000))
                .isFalse();
        assertThat(WhereItWouldFit.fits(new Position(latitude, longitude), country(iso3)))
                .isEmpty();
    }

    @Test
    void lies_as_far_outside_as_the_map_says() {
        // The middle of the Channel of Sicily, some 100 km from Tunisia's coast at Kelibia.
        assertThat(country("TUN").metresOutside(new Position(37.0, 12.2))).isBetween(80_000.0, 110_000.0);
        assertThat(country("TUN").metresOutside(new Position(34, 9))).isZero();
        assertThat(country("TUN").metresOutside(new Position(Double.NaN, 9))).isInfinite();
    }

    @Test
    void cannot_be_told_of_in_a_country_that_is_not_known() {
        assertThat(CountryOutline.of("XAA")).isEmpty();
        assertThat(CountryOutline.of("")).isEmpty();
    }
}
