package org.mineban.exchange.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.exchange.ReadingChoices;
import org.mineban.exchange.ReadingFinding;
import org.mineban.exchange.ReadingFinding.Kind;
import org.mineban.geography.Projection;

/**
 * Which coordinate system a file is in, and what there is to say of it.
 *
 * @param projection to WGS 84; null when shapes cannot be placed
 * @param name what the file, or a person, calls the system; empty when nobody said
 * @param findings about the file
 */
record FileSystemOfCoordinates(@Nullable Projection projection, String name, List<ReadingFinding> findings) {

    /** What a person chose counts for more than what the file says; a choice that cannot be followed is refused. */
    static Optional<FileSystemOfCoordinates> chosen(ReadingChoices choices) {
        return choices.coordinateSystem()
                .map(name -> new FileSystemOfCoordinates(
                        Projection.of(name)
                                .orElseThrow(() -> FileProblems.of("coordinate-system-unknown", Map.of("value", name))),
                        name,
                        List.of()));
    }

    /** The file says a name or a definition. */
    static FileSystemOfCoordinates said(String definition, String name) {
        Optional<Projection> projection = Projection.of(definition);
        if (projection.isEmpty()) {
            return new FileSystemOfCoordinates(
                    null, name, List.of(new ReadingFinding(Kind.COORDINATE_SYSTEM_REFUSED, Map.of("value", name))));
        }
        return new FileSystemOfCoordinates(
                projection.get(),
                projection.get().name(),
                projection.get().same()
                        ? List.of()
                        : List.of(new ReadingFinding(
                                Kind.REPROJECTED,
                                Map.of("value", projection.get().name()))));
    }

    /** The file says nothing; its numbers lie between these. */
    static FileSystemOfCoordinates unsaid(double minX, double minY, double maxX, double maxY) {
        boolean degrees = minX >= -180.001 && maxX <= 180.001 && minY >= -90.001 && maxY <= 90.001;
        return degrees
                ? new FileSystemOfCoordinates(
                        Projection.WGS_84, "", List.of(new ReadingFinding(Kind.COORDINATE_SYSTEM_ASSUMED, Map.of())))
                : new FileSystemOfCoordinates(
                        null, "", List.of(new ReadingFinding(Kind.COORDINATE_SYSTEM_MISSING, Map.of())));
    }
}
