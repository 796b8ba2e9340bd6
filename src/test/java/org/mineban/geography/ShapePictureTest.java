package org.mineban.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.w3c.dom.Element;

@DisplayName("The picture of a shape")
class ShapePictureTest {

    @Test
    void marks_the_bad_place_and_says_in_words_what_it_shows() throws Exception {
        ShapePicture picture = ShapePicture.of(
                Shapes.wkt("POLYGON ((69.2 34.5, 69.201 34.501, 69.201 34.5, 69.2 34.501, 69.2 34.5))"),
                List.of(new Coordinate(69.2005, 34.5005)));

        Element svg = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        picture.svg("A <bow> & tie", "Two lobes").getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();

        assertThat(picture.values()).containsEntry("points", 5).containsEntry("marks", 1);
        assertThat((Long) picture.values().get("height")).isBetween(110L, 112L);
        assertThat((Long) picture.values().get("width")).isBetween(91L, 93L);
        Element title = (Element) svg.getElementsByTagName("title").item(0);
        assertThat(title.getTextContent()).isEqualTo("A <bow> & tie");
        assertThat(svg.getAttribute("aria-labelledby")).startsWith(title.getAttribute("id"));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        Element mark = (Element) svg.getElementsByTagName("circle")
                .item(svg.getElementsByTagName("circle").getLength() - 1);
        // The middle of the picture.
        String[] box = svg.getAttribute("viewBox").split(" ", -1);
        assertThat(Double.parseDouble(mark.getAttribute("cx")))
                .isCloseTo(Double.parseDouble(box[2]) / 2, org.assertj.core.api.Assertions.within(0.2));
    }

    @Test
    void of_a_single_point_or_of_nothing_is_still_a_picture() {
        assertThat(ShapePicture.of(Shapes.wkt("POINT (69 34)"), List.of()).svg("t", "d"))
                .contains("<circle");
        assertThat(ShapePicture.of(Shapes.wkt("POLYGON EMPTY"), List.of()).svg("t", "d"))
                .endsWith("</svg>");
        assertThat(ShapePicture.of(Shapes.polygon(70, 34, 69, Double.NaN, 71, 35), List.of())
                        .svg("t", "d"))
                .doesNotContain("NaN");
    }
}
