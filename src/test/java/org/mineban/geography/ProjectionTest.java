package org.mineban.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A coordinate system")
class ProjectionTest {

    private static final String ESRI_UTM =
            "PROJCS[\"WGS_1984_UTM_Zone_42N\",GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,"
                    + "298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
                    + "PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",69.0],"
                    + "PARAMETER[\"Scale_Factor\",0.9996],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EPSG:32642",
                "epsg:32642",
                "urn:ogc:def:crs:EPSG::32642",
                "urn:ogc:def:crs:EPSG:6.9:32642",
                "http://www.opengis.net/def/crs/EPSG/0/32642",
                "http://www.opengis.net/gml/srs/epsg.xml#32642",
                ESRI_UTM,
            })
    void is_known_by_each_of_its_names(String name) {
        Position place = Projection.of(name).orElseThrow().position(519036.60, 3823748.88);

        assertThat(place.latitude()).isCloseTo(34.5553, within(1e-6));
        assertThat(place.longitude()).isCloseTo(69.2075, within(1e-6));
    }

    @Test
    void of_ones_own_definition_is_followed() {
        // The same grid under a name that nobody knows.
        String own = ESRI_UTM.replace("WGS_1984_UTM_Zone_42N", "Our_Grid");

        Position place = Projection.of(own).orElseThrow().position(519036.60, 3823748.88);

        assertThat(place.latitude()).isCloseTo(34.5553, within(1e-6));
        assertThat(place.longitude()).isCloseTo(69.2075, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EPSG:4326",
                "urn:ogc:def:crs:OGC:1.3:CRS84",
                "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]]]"
            })
    void of_degrees_on_wgs_84_needs_nothing(String name) {
        assertThat(Projection.of(name).orElseThrow().same()).isTrue();
    }

    @Test
    void of_the_web_is_known() {
        // 20,037,508.34 m is half way around the world.
        Position place = Projection.of("EPSG:3857").orElseThrow().position(20037508.342789244 / 2, 0);

        assertThat(place.longitude()).isCloseTo(90, within(1e-9));
        assertThat(place.latitude()).isCloseTo(0, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Kabul 1938",
                "EPSG:999999",
                // A local grid on the ellipsoid of Bessel, without a shift to WGS 84.
                "PROJCS[\"Old_Grid\",GEOGCS[\"Old\",DATUM[\"D_Old\",SPHEROID[\"Bessel_1841\",6377397.155,299.1528128]],PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"Central_Meridian\",18],PARAMETER[\"Scale_Factor\",0.9999],UNIT[\"Meter\",1]]",
                // A kind of projection that is not read.
                "PROJCS[\"Odd\",GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]]],PROJECTION[\"Bonne\"],UNIT[\"Meter\",1]]",
            })
    void that_cannot_be_brought_to_wgs_84_by_a_named_way_is_refused(String name) {
        assertThat(Projection.of(name)).isEmpty();
    }

    @Test
    void on_an_old_datum_with_a_named_shift_is_shifted() {
        String shifted =
                "PROJCS[\"Old_Grid\",GEOGCS[\"Old\",DATUM[\"D_Old\",SPHEROID[\"Bessel_1841\",6377397.155,299.1528128],TOWGS84[577.326,90.129,463.919,5.137,1.474,5.297,2.4232]],"
                        + "PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"Central_Meridian\",18],"
                        + "PARAMETER[\"Scale_Factor\",0.9999],PARAMETER[\"False_Easting\",500000],PARAMETER[\"False_Northing\",0],UNIT[\"Meter\",1]]";
        String unshifted = shifted.replaceAll(",TOWGS84\\[[^\\]]*\\]", "");

        Position place = Projection.of(shifted).orElseThrow().position(500_000, 4_900_000);

        assertThat(Projection.of(unshifted)).isEmpty();
        // As GDAL 3.6.2 with PROJ gives it.
        assertThat(place.latitude()).isCloseTo(44.2444812555, within(1e-8));
        assertThat(place.longitude()).isCloseTo(17.9988756589, within(1e-8));
    }
}
