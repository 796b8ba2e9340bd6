package org.mineban.operations.checks;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.mineban.kernel.PartialDate;
import org.mineban.operations.CheckContext;
import org.mineban.operations.Examined;
import org.mineban.operations.Kind;
import org.mineban.operations.NotChecked.Reason;
import org.mineban.operations.RecordLookup;

/** Mines in stock, mines retained, and stocks destroyed. */
final class StockChecks {

    private StockChecks() {}

    /** A lot never falls below nothing, and a year opens with what the year before closed with. */
    static void v48(Examined stock, CheckContext context, Answers answers) {
        String quantity = stock.kind() == Kind.STOCKPILE ? "quantity" : "closing";
        OptionalLong closing = Said.whole(stock, quantity);
        if (closing.isEmpty()) {
            answers.not(Reason.NO_VALUE, quantity);
            return;
        }
        if (closing.getAsLong() < 0) {
            answers.blocks(quantity, "negative", Map.of("value", closing.getAsLong()));
            return;
        }
        if (stock.kind() == Kind.RETAINED) {
            sum(stock, closing.getAsLong(), answers);
        }
        if (context.register().isEmpty()) {
            answers.not(Reason.NO_REGISTER, stock.kind().id());
            return;
        }
        if (stock.kind() == Kind.RETAINED) {
            opening(stock, context.register().get(), answers);
        } else {
            destroyed(stock, closing.getAsLong(), context.register().get(), answers);
        }
    }

    private static void sum(Examined retained, long closing, Answers answers) {
        OptionalLong opening = Said.whole(retained, "opening");
        if (opening.isEmpty()) {
            answers.not(Reason.NO_VALUE, "opening");
            return;
        }
        long expected = opening.getAsLong()
                + Said.orZero(retained, "received")
                - Said.orZero(retained, "consumed")
                - Said.orZero(retained, "transferred");
        if (expected != closing) {
            answers.blocks("closing", "sum", Map.of("closing", closing, "expected", expected));
        }
    }

    private static void opening(Examined retained, RecordLookup register, Answers answers) {
        OptionalLong opening = Said.whole(retained, "opening");
        OptionalLong last = lastYear(retained, register)
                .map(before -> Said.whole(before, "closing"))
                .orElse(OptionalLong.empty());
        if (opening.isPresent() && last.isPresent() && opening.getAsLong() != last.getAsLong()) {
            answers.blocks("opening", "", Map.of("opening", opening.getAsLong(), "closing", last.getAsLong()));
        }
    }

    /** What was held of the lot before cannot have had more destroyed of it than there was. */
    private static void destroyed(Examined holding, long now, RecordLookup register, Answers answers) {
        Optional<LocalDate> asOf = Said.date(holding, "as_of_on").map(PartialDate::latest);
        if (asOf.isEmpty()) {
            answers.not(Reason.NO_VALUE, "as_of_on");
            return;
        }
        long gone = lot(holding, Kind.DESTRUCTION, register).stream()
                .filter(event -> Said.date(event, "destroyed_on")
                        .filter(date -> Said.surelyAfter(date, asOf.get()))
                        .isPresent())
                .filter(event -> nextHolding(holding, asOf.get(), register)
                        .map(next -> !Said.surelyAfter(
                                Said.date(event, "destroyed_on").orElseThrow(), next))
                        .orElse(true))
                .mapToLong(event -> Said.orZero(event, "quantity"))
                .sum();
        if (gone > now) {
            answers.blocks("quantity", "destroyed", Map.of("held", now, "destroyed", gone));
        }
    }

    private static Optional<LocalDate> nextHolding(Examined holding, LocalDate asOf, RecordLookup register) {
        return lot(holding, Kind.STOCKPILE, register).stream()
                .flatMap(other -> Said.date(other, "as_of_on").stream())
                .map(PartialDate::latest)
                .filter(day -> day.isAfter(asOf))
                .min(Comparator.naturalOrder());
    }

    /** Records of the same type, lot, and site or institution. */
    private static List<Examined> lot(Examined one, Kind kind, RecordLookup register) {
        Optional<String> type = one.fields().text("mine_type");
        if (type.isEmpty()) {
            return List.of();
        }
        return register.saying(kind, "mine_type", type.get()).stream()
                .filter(other -> other.fields().text("lot").equals(one.fields().text("lot")))
                .filter(other -> other.fields().text("site").equals(one.fields().text("site")))
                .filter(other ->
                        other.fields().text("institution").equals(one.fields().text("institution")))
                .toList();
    }

    private static Optional<Examined> lastYear(Examined retained, RecordLookup register) {
        Optional<Integer> year = year(retained);
        return year.flatMap(now -> lot(retained, Kind.RETAINED, register).stream()
                .filter(other -> year(other).filter(then -> then == now - 1).isPresent())
                .findFirst());
    }

    private static Optional<Integer> year(Examined retained) {
        return Said.date(retained, "year").map(date -> date.earliest().getYear());
    }

    /** Retained mines are consumed for a purpose, and do not grow in number unless some were received. */
    static void v49(Examined retained, CheckContext context, Answers answers) {
        if (Said.orZero(retained, "consumed") > 0 && !Said.has(retained, "purpose")) {
            answers.blocks("purpose", "purpose", Map.of("consumed", Said.orZero(retained, "consumed")));
        }
        if (context.register().isEmpty()) {
            answers.not(Reason.NO_REGISTER, "retained");
            return;
        }
        Optional<Examined> before = lastYear(retained, context.register().get());
        OptionalLong then = before.map(one -> Said.whole(one, "closing")).orElse(OptionalLong.empty());
        OptionalLong now = Said.whole(retained, "closing");
        if (then.isPresent()
                && now.isPresent()
                && now.getAsLong() > then.getAsLong()
                && Said.orZero(retained, "received") == 0) {
            answers.blocks("closing", "", Map.of("now", now.getAsLong(), "before", then.getAsLong()));
        }
    }

    /** Article 7(1)(f) and (g) ask for the type, the site and the method of each destruction. */
    static void v50(Examined event, CheckContext context, Answers answers) {
        for (String field : List.of("mine_type", "site", "stock_method")) {
            if (!Said.has(event, field)) {
                answers.blocks(field, "", Map.of("field", field));
            }
        }
    }
}
