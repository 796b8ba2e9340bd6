package org.mineban.geography;

import java.util.List;

/**
 * What the checks say of a shape.
 *
 * @param findings in no particular order; none for a shape in order
 * @param area in square metres on the ellipsoid; 0 for a shape without one. Of a shape that is not valid it says little
 * @param valid whether its boundary says what lies inside
 */
public record CheckedShape(List<GeometryFinding> findings, double area, boolean valid) {

    public CheckedShape {
        findings = List.copyOf(findings);
    }
}
