package org.mineban.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mineban.exchange.ReadCsvTest.all;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.exchange.ReadingFinding.Kind;
import org.mineban.geography.GeometryFault;
import org.mineban.geography.GeometryFinding;
import org.mineban.kernel.ProblemException;

@DisplayName("A KML, GPX or maXML file")
class ReadXmlTest {

    private static final String KML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>District</name>
            <NetworkLink><Link><href>http://example.org/more.kml</href></Link></NetworkLink>
            <Folder><name>Suspect</name>
            <Placemark id="p1"><name>Hill &amp; road</name><description><![CDATA[<b>old</b>]]></description>
              <ExtendedData><Data name="code"><displayName>Code</displayName><value>A1</value></Data>
              <SchemaData schemaUrl="#s"><SimpleData name="area">1,5</SimpleData></SchemaData></ExtendedData>
              <Polygon><outerBoundaryIs><LinearRing><coordinates>
                69.2,34.5,0 69.201,34.5,0
                69.201,34.501,0 69.2,34.5,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
            </Folder>
            <Folder><name>Points</name>
            <Placemark><name>两点</name><MultiGeometry><Point><coordinates>69.2,34.5,1800</coordinates></Point>
              <Point><coordinates>69.3,34.6</coordinates></Point></MultiGeometry></Placemark>
            <Placemark><name>no place</name></Placemark>
            </Folder></Document></kml>
            """;

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void of_placemarks_keeps_folders_data_and_shapes() throws IOException {
        try (SourceFile source = SourceFile.open(file("a.kml", KML), ReadingLimits.USUAL)) {
            assertThat(source.format()).isEqualTo(Format.KML);
            assertThat(source.tables().getFirst().name()).isEqualTo("District");
            assertThat(source.findings())
                    .containsExactly(
                            new ReadingFinding(Kind.LINK_NOT_FOLLOWED, Map.of("value", "http://example.org/more.kml")));
            List<SourceRecord> records = all(source);
            assertThat(records.get(0).cells().asMap())
                    .isEqualTo(Map.of(
                            "folder",
                            "Suspect",
                            "id",
                            "p1",
                            "name",
                            "Hill & road",
                            "description",
                            "<b>old</b>",
                            "code",
                            "A1",
                            "area",
                            "1,5"));
            assertThat(records.get(0).geometry().toText())
                    .isEqualTo("POLYGON ((69.2 34.5, 69.201 34.5, 69.201 34.501, 69.2 34.5))");
            assertThat(records.get(1).geometry().toText()).isEqualTo("MULTIPOINT ((69.2 34.5), (69.3 34.6))");
            assertThat(records.get(1).geometryFindings())
                    .extracting(GeometryFinding::fault)
                    .containsExactly(GeometryFault.HEIGHT_LEFT_OUT);
            assertThat((Object) records.get(2).geometry()).isNull();
        }
    }

    @Test
    void may_be_packed_as_kmz() throws IOException {
        Path file = folder.resolve("a.kmz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("doc.kml"));
            zip.write(KML.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(all(file)).hasSize(3);
    }

    @Test
    void of_a_device_gives_waypoints_routes_and_tracks() throws IOException {
        Path file = file("walk.gpx", """
                <gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">
                <wpt lat="34.5" lon="69.2"><ele>1800.5</ele><name>RP</name></wpt>
                <trk><name>around</name><trkseg><trkpt lat="34.5" lon="69.2"/><trkpt lat="34.6" lon="69.3"/></trkseg>
                <trkseg><trkpt lat="35" lon="70"/><trkpt lat="36" lon="71"/></trkseg></trk>
                <wpt lat="x" lon="69.2"><name>bad</name></wpt></gpx>
                """);

        try (SourceFile source = SourceFile.open(file, ReadingLimits.USUAL)) {
            assertThat(source.tables()).extracting(SourceTable::name).containsExactly("waypoints", "tracks");
            List<SourceRecord> points = all(source);
            assertThat(points).hasSize(2);
            assertThat(points.getFirst().cells().asMap()).isEqualTo(Map.of("ele", "1800.5", "name", "RP"));
            assertThat(points.getFirst().original().text()).isEqualTo("POINT Z (69.2 34.5 1800.5)");
            assertThat(points.get(1).geometry().getCoordinate().y).isNaN();
            try (RecordStream tracks = source.records("tracks")) {
                assertThat(tracks.next().geometry().toText())
                        .isEqualTo("MULTILINESTRING ((69.2 34.5, 69.3 34.6), (70 35, 71 36))");
            }
        }
    }

    @Test
    void of_imsma_keeps_everything_by_its_path_and_says_what_is_not_known() throws IOException {
        Path file = file("reports.xml", """
                <Document><DocumentHeader/><MineActionFieldReport>
                <FieldReport><FieldReportInfo reportGUID="g" reportID="7"><FieldReportName>Survey</FieldReportName>
                  <ReportingDate>2012-12-03</ReportingDate></FieldReportInfo>
                  <Hazard><Anything><Deep>1</Deep><Deep>2</Deep></Anything></Hazard></FieldReport>
                <FieldReport><FieldReportInfo/><Accident/></FieldReport>
                </MineActionFieldReport></Document>
                """);

        try (SourceFile source = SourceFile.open(file, ReadingLimits.USUAL)) {
            assertThat(source.format()).isEqualTo(Format.MAXML);
            assertThat(source.findings()).extracting(ReadingFinding::kind).containsExactly(Kind.STRUCTURE_PARTLY_KNOWN);
            List<SourceRecord> records = all(source);
            assertThat(records.getFirst().cells().asMap())
                    .isEqualTo(Map.of(
                            "subject",
                            "Hazard",
                            "FieldReportInfo/@reportGUID",
                            "g",
                            "FieldReportInfo/@reportID",
                            "7",
                            "FieldReportInfo/FieldReportName",
                            "Survey",
                            "FieldReportInfo/ReportingDate",
                            "2012-12-03",
                            "Hazard/Anything/Deep",
                            "1",
                            "Hazard/Anything/Deep[2]",
                            "2"));
            assertThat(records.get(1).cells().text("subject")).isEqualTo("Accident");
        }
    }

    private static void refused(Path file, String problem) {
        assertThatThrownBy(() -> all(file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().id()).isEqualTo(problem));
    }

    @Test
    void that_declares_entities_is_refused() throws IOException {
        refused(
                file(
                        "entity.kml",
                        "<!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><kml><Placemark><name>&x;</name></Placemark></kml>"),
                "source-xml-entity");
        refused(
                file(
                        "laughs.gpx",
                        "<!DOCTYPE gpx [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><gpx><wpt lat=\"1\" lon=\"2\"><name>&b;</name></wpt></gpx>"),
                "source-xml-entity");
    }

    @Test
    void that_is_cut_short_or_something_else_is_refused() throws IOException {
        refused(file("cut.kml", KML.substring(0, KML.length() / 2)), "source-damaged");
        refused(file("page.xml", "<html><body>Log in</body></html>"), "source-format-unknown");
        refused(file("other.xml", "<a><b/></a>"), "source-without-table");
    }
}
