/**
 * Places: coordinates as people write them, bearings and distances, areas on the ellipsoid, what is wrong with a shape and how it could be
 * mended. Technique with no word of mine action: it knows points, lines and polygons, not hazards.
 *
 * <p>Every geometry here has its longitudes and latitudes on WGS 84 (EPSG:4326), x first. Start with
 * {@link org.mineban.geography.CoordinateText}, {@link org.mineban.geography.GeometryChecks} and {@link org.mineban.geography.Geodesy}.
 */
@DomainModule
@NullMarked
package org.mineban.geography;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
