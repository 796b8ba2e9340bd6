package org.mineban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.exchange.SharedData;
import org.mineban.mail.TestClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The command import")
class ImportCommandTest {

    /** As the published table of Colombian victims has it: headers of sex and outcome exchanged, thousands separators in years and codes. */
    private static final String VICTIMS = """
            departamento,codigodanedepartamento,municipio,codigodanemunicipio,tipoarea,ano,mes,rangoedad,grupoetnico,condicion,estado,genero,\
            latitudcabecera,longitudcabecera,tipoevento,Ubicación,Actividad
            ANTIOQUIA,5,GRANADA,"5,313",Rural,"2,006",1,Mayor de 18 años,No,Civil,Hombre,Herido,6.143703,-75.185183,Sin informacion,x,Agricultura
            ANTIOQUIA,5,GRANADA,"5,313",Rural,"2,006",1,Mayor de 18 años,No,Civil,Hombre,Herido,6.143703,-75.185183,Sin informacion,x,Agricultura
            CAQUETA,18,MONTAÑITA,"18,410",Rural,"2,009",12,Menor de 18 años,No,Civil,Mujer,Muerto,1.494944,-75.463089,Caminos,y,Jugando
            NARIÑO,52,SAMANIEGO,"52,678",Rural,"2,006",3,Mayor de 18 años,No,Fuerza pública,Sin Información,Herido,1.337083,-77.59313,Campo,z,Fuerza pública
            """;

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock("2026-11-24T09:00:00Z");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] all = Stream.concat(Arrays.stream(arguments), Stream.of("--data", folder.toString(), "--lang", "en"))
                .toArray(String[]::new);
        return new CommandLineProgram(clock, new PrintWriter(out), new PrintWriter(err)).run(all);
    }

    private JsonNode json(String... arguments) {
        assertThat(run(Stream.concat(Arrays.stream(arguments), Stream.of("--format", "json"))
                        .toArray(String[]::new)))
                .as(err.toString())
                .isZero();
        return JsonMapper.shared().readTree(out.toString());
    }

    private String file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return file.toString();
    }

    private static List<Long> counts(JsonNode json) {
        return Stream.of("new", "changed", "unchanged", "quarantined")
                .map(name -> json.get(name).asLong())
                .toList();
    }

    @Test
    void takes_exchanged_headers_and_separated_years_for_what_they_are_and_never_merges_equal_rows()
            throws IOException {
        String file = file("victims.csv", VICTIMS);

        JsonNode looked = json("import", "victims", file, "--state", "COL", "--dry-run");
        assertThat(counts(looked)).containsExactly(4L, 0L, 0L, 0L);
        assertThat(looked.get("batch").isNull()).isTrue();
        JsonNode first = json("import", "victims", file, "--state", "COL");
        assertThat(counts(first)).containsExactly(4L, 0L, 0L, 0L);
        assertThat(first.get("findingCounts").get("V-40").asLong()).isEqualTo(2);
        assertThat(first.get("findingCounts").get("V-42").asLong()).isEqualTo(1);
        assertThat(first.get("findings").toString())
                .contains("The column estado is called after outcome, but its cells are those of sex");

        JsonNode again = json("import", "victims", file, "--state", "COL");
        assertThat(counts(again)).containsExactly(0L, 0L, 4L, 0L);
    }

    @Test
    void reads_a_table_without_a_profile_by_its_columns_and_their_cells() throws IOException {
        String file = file("areas.csv", """
                ID;Type of area;Status;Contamination;Area;Province;Discovered on;Lat;Lon;Colour
                A-1;Suspected Hazardous Area;Active;AP mines;1.521,82;North;03/05/2010;34,5553;69,2075;red
                A-2;Confirmed;Worked on;AP mines, UXO;2.000,00;North;25/12/2011;34,5601;69,2111;blue
                A-3;Confirmed;Closed;AT mines;12,5;South;31/01/2012;34,5701;69,2311;
                """);

        JsonNode first = json("import", "hazards", file, "--state", "XAA");
        assertThat(counts(first)).as(first.toString()).containsExactly(3L, 0L, 0L, 0L);
        assertThat(first.get("columns").toString())
                .contains("{\"column\":\"Area\",\"field\":\"area_stated_m2\",\"reason\":\"other-word\"}")
                .contains("{\"column\":\"Colour\",\"field\":\"\",\"reason\":\"kept\"}");

        String changed = file(
                "areas-2.csv",
                Files.readString(Path.of(file)).replace("A-2;Confirmed;Worked on", "A-2;Confirmed;Closed"));
        JsonNode second = json("import", "hazards", changed, "--state", "XAA");
        assertThat(counts(second)).containsExactly(0L, 1L, 2L, 0L);
    }

    @Test
    void keeps_apart_what_cannot_be_read_in_one_way_and_says_why() throws IOException {
        String file = file("areas.csv", """
                code,class,status,contamination,area_stated_m2,latitude,longitude,discovered_on
                A-1,SHA,OPEN,AP_MINE,"1,521",34.5553,69.2075,2010-05-03
                A-2,SHA,OPEN,AP_MINE,1521,34.5553,69.2175,03/04/2010
                A-3,NO SUCH,OPEN,AP_MINE,1521,34.5553,69.2275,2010
                A-4,SHA,OPEN,AP_MINE,1521,34.5553,69.2375,2010-05
                A-5,SHA,OPEN,AP_MINE,1521,69.2375,34.5553,2010-05
                A-4,SHA,OPEN,AP_MINE,1521,34.5553,69.2475,2010-05
                A-7,SHA,OPEN,AP_MINE,1521,,,2010-05
                A-8,SHA,OPEN,AP_MINE,1521,34.5553,69.2075,2031-05
                """);

        JsonNode result = json("import", "hazards", file, "--state", "XAA");
        assertThat(counts(result)).as(result.toString()).containsExactly(1L, 0L, 0L, 7L);
        assertThat(result.get("findingCounts").propertyNames())
                .contains("V-52", "V-40", "V-08", "V-19", "V-01", "V-26");
        assertThat(result.get("findings").toString())
                .contains("area_stated_m2: “1,521” is no number, or can be read as two.")
                .contains("With latitude and longitude swapped it would lie inside, at 34.5553, 69.2375.");
        assertThat(counts(json("import", "hazards", file, "--state", "XAA"))).containsExactly(0L, 0L, 1L, 7L);
    }

    /** Places near Bogotá; then one with a lost minus, one with latitude and longitude swapped, one read in the zone beside. */
    @Test
    void says_where_a_place_outside_the_state_would_lie_without_the_usual_slips() throws IOException {
        String file = file("areas.csv", """
                code,class,status,contamination,evidence,area_stated_m2,latitude,longitude,discovered_on
                A-1,SHA,OPEN,AP_MINE,VERBAL,1521,4.6012,-74.2343,2010-05-03
                A-2,SHA,OPEN,AP_MINE,VERBAL,1521,4.6112,74.2343,2010-05-03
                A-3,SHA,OPEN,AP_MINE,VERBAL,1521,-74.2343,4.6212,2010-05-03
                A-4,SHA,OPEN,AP_MINE,VERBAL,1521,4.6312,-62.2343,2010-05-03
                """);

        JsonNode result = json("import", "hazards", file, "--state", "COL");
        assertThat(counts(result)).as(result.toString()).containsExactly(1L, 0L, 0L, 3L);
        assertThat(result.get("findings").toString())
                .contains("With the other sign it would lie inside, at 4.6112, -74.2343")
                .contains("With latitude and longitude swapped it would lie inside, at 4.6212, -74.2343")
                .contains("Read in another UTM zone it would lie inside, at 4.6312, -74.2343");
    }

    /** B lies half on A, C is A again with another code that differs in a dash only; the second file lies on the first. */
    @Test
    void compares_what_is_new_with_the_rest_of_the_file_and_with_the_register() throws IOException {
        String square = """
                {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[%s,13.0123],[%s,13.0123],[%s,13.0133],[%s,13.0133],[%s,13.0123]]]},
                 "properties":{"code":"%s","class":"SHA","status":"OPEN","contamination":"AP_MINE","evidence":"VERBAL","discovered_on":"2024-03-01"}}""";
        String first = file(
                "first.geojson",
                collection(
                        square.formatted("103.0123", "103.0133", "103.0133", "103.0123", "103.0123", "A-1"),
                        square.formatted("103.0128", "103.0138", "103.0138", "103.0128", "103.0128", "B-1"),
                        square.formatted("103.0123", "103.0133", "103.0133", "103.0123", "103.0123", "A 1")));
        String second = file(
                "second.geojson",
                collection(square.formatted("103.0133", "103.0143", "103.0143", "103.0133", "103.0133", "D-1")));

        JsonNode looked = json("import", "hazards", first, "--state", "KHM", "--dry-run");
        JsonNode result = json("import", "hazards", first, "--state", "KHM");
        assertThat(counts(result)).as(result.toString()).containsExactly(3L, 0L, 0L, 0L);
        assertThat(result.get("findingCounts").get("V-15").asLong()).isEqualTo(1);
        assertThat(result.get("findingCounts").get("V-16").asLong())
                .as("B on A, A again on both")
                .isEqualTo(3);
        assertThat(result.get("findingCounts").get("V-19").asLong()).isEqualTo(1);
        assertThat(looked.get("findingCounts")).isEqualTo(result.get("findingCounts"));

        JsonNode beside = json("import", "hazards", second, "--state", "KHM");
        assertThat(beside.get("findingCounts").get("V-16").asLong()).isEqualTo(1);
        assertThat(beside.get("findings").toString()).contains("B-1");
    }

    @Test
    void gives_back_rows_kept_apart_and_takes_them_again_when_mended() throws IOException {
        String file = file(
                "victims.csv",
                VICTIMS.replace(
                        "NARIÑO,52,SAMANIEGO,\"52,678\",Rural,\"2,006\",3",
                        "NARIÑO,52,SAMANIEGO,\"52,678\",Rural,\"2,096\",3"));
        String back = folder.resolve("back.xlsx").toString();

        assertThat(counts(json("import", "victims", file, "--state", "COL", "--quarantine", back)))
                .containsExactly(3L, 0L, 0L, 1L);
        assertThat(err.toString()).contains("1 row kept apart was written to");
        List<List<String>> rows = SpreadsheetFiles.read(Path.of(back), "Rows");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1))
                .contains("2,096", "COL-1-5")
                .anySatisfy(cell -> assertThat(cell).contains("2096"));

        SpreadsheetFiles.replace(Path.of(back), "Rows", "2,096", "2,006");
        assertThat(counts(json("import", "victims", back, "--state", "COL"))).containsExactly(0L, 1L, 0L, 0L);
        assertThat(json("rollup", "COL", "2006").toString()).contains("\"figure\":\"victims\"");
        assertThat(counts(json("import", "victims", back, "--state", "COL"))).containsExactly(0L, 0L, 1L, 0L);
        SpreadsheetFiles.replace(Path.of(back), "Rows", "2,006", "2,007");
        JsonNode again = json("import", "victims", back, "--state", "COL");
        assertThat(counts(again)).as("nothing waits for the row any more").containsExactly(0L, 0L, 0L, 0L);
        assertThat(again.get("findingCounts").get("M-03").asLong()).isEqualTo(1);
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    @Test
    void counts_monthly_tables_as_totals() throws IOException {
        JsonNode result = json(
                "import",
                "clearance",
                SharedData.file("colombia-clearance-2005-2014.csv").toString(),
                "--state",
                "COL");

        assertThat(counts(result)).as(result.toString()).containsExactly(333L, 0L, 0L, 0L);
        assertThat(result.get("findingCounts").get("V-30").asLong())
                .as("rows with devices and no area")
                .isEqualTo(3);
    }

    @Test
    void refuses_what_is_no_kind_no_file_and_no_state() throws IOException {
        String file = file("a.csv", "code\n1\n");
        assertThat(run("import", "coffee", file, "--state", "XAA")).isEqualTo(2);
        assertThat(err.toString()).contains("“coffee” is nothing that can be imported. It is one of: hazards,");
        assertThat(run("import", "hazards", folder.resolve("none.csv").toString(), "--state", "XAA"))
                .isEqualTo(2);
        assertThat(run("import", "hazards", file, "--state", "QQQ")).isEqualTo(2);
        assertThat(run("import", "hazards", file)).isEqualTo(2);
    }
}
