package org.mineban.operations.checks;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.mineban.geography.CountryOutline;
import org.mineban.geography.GeometryFault;
import org.mineban.geography.GeometryFinding;
import org.mineban.geography.Position;
import org.mineban.geography.Severity;
import org.mineban.geography.WhereItWouldFit;
import org.mineban.operations.CheckContext;
import org.mineban.operations.Examined;
import org.mineban.operations.NotChecked.Reason;

/** Where a place lies: in the State, in its administrative unit. */
final class PlaceChecks {

    private PlaceChecks() {}

    /** A place lies in the State, or near its border; one outside is tried with the usual slips undone. */
    static void v08(Examined record, CheckContext context, Answers answers) {
        Optional<Geometry> shape = record.geometry().filter(one -> !one.isEmpty());
        if (shape.isEmpty()) {
            answers.not(Reason.NO_PLACE, "");
            return;
        }
        for (GeometryFinding one : record.checkedShape(context.settings()).findings()) {
            if (one.fault() == GeometryFault.CROSSES_ANTIMERIDIAN) {
                answers.shape(one, Severity.WARNS);
            }
        }
        if (context.country().isEmpty()) {
            answers.not(Reason.NO_COUNTRY, "");
            return;
        }
        CountryOutline country = context.country().get().outline();
        if (country.surelyContains(shape.get().getEnvelopeInternal())) {
            return;
        }
        double furthest = 0;
        Position worst = new Position(0, 0);
        for (Coordinate point : shape.get().getCoordinates()) {
            Position place = new Position(point.y, point.x);
            double metres = place.possible() ? country.metresOutside(place) : 0;
            if (metres > furthest) {
                furthest = metres;
                worst = place;
            }
        }
        if (furthest <= WhereItWouldFit.MARGIN_METRES + CountryOutline.ERROR_METRES) {
            return;
        }
        Optional<WhereItWouldFit.Fit> fit =
                WhereItWouldFit.fits(worst, country).stream().findFirst();
        if (fit.isEmpty() && context.country().get().guessed()) {
            return;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("latitude", degrees(worst.latitude()));
        values.put("longitude", degrees(worst.longitude()));
        values.put("kilometres", Math.round(furthest / 1000));
        fit.ifPresent(one -> values.put(
                "near",
                degrees(one.place().latitude()) + ", " + degrees(one.place().longitude())));
        answers.blocks("shape", fit.map(one -> variant(one.slip())).orElse(""), values);
    }

    private static String variant(WhereItWouldFit.Slip slip) {
        return switch (slip) {
            case SWAPPED -> "swap";
            case LONGITUDE_SIGN, LATITUDE_SIGN, BOTH_SIGNS -> "sign";
            case SWAPPED_AND_SIGN -> "swap-sign";
            case ZONE -> "zone";
            case HEMISPHERE -> "hemisphere";
        };
    }

    private static String degrees(double value) {
        return Double.toString(Math.round(value * 1e6) / 1e6);
    }

    /** The administrative unit in which a place lies is the one that the record names. */
    static void v09(Examined record, CheckContext context, Answers answers) {
        Optional<String> given =
                record.fields().text("admin1").or(() -> record.fields().text("admin2"));
        if (given.isEmpty()) {
            answers.not(Reason.NO_VALUE, "admin1");
            return;
        }
        if (record.geometry().isEmpty()) {
            answers.not(Reason.NO_PLACE, "");
            return;
        }
        if (context.lists().adminUnits().isEmpty()) {
            answers.not(Reason.NO_LIST, "admin_units");
            return;
        }
        Optional<String> found =
                context.lists().adminUnits().get().unitOf(record.geometry().get());
        if (found.isEmpty() || !Words.plain(found.get()).equals(Words.plain(given.get()))) {
            answers.warns(
                    "admin1",
                    found.isEmpty() ? "none" : "",
                    found.isEmpty()
                            ? Map.of("given", given.get())
                            : Map.of("given", given.get(), "found", found.get()));
        }
    }
}
