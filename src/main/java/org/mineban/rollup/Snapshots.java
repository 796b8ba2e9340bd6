package org.mineban.rollup;

import static mineban.tables.Tables.REGISTER_SNAPSHOT;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mineban.tables.tables.records.RegisterSnapshotRecord;
import org.jspecify.annotations.Nullable;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.kernel.StateCode;
import org.mineban.rollup.TreatyFigure.Part;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Sha256;
import tools.jackson.databind.json.JsonMapper;

/** Figures frozen with the records that they counted, and what has changed since, record by record. */
public final class Snapshots {

    private static final String SUBJECT = "register-snapshot";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Database database;
    private final AuditTrail audit;

    public Snapshots(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** What a record gave to a figure when it was frozen. */
    record FrozenPart(
            long number,
            int version,
            String code,
            String kind,
            @Nullable BigDecimal value) {}

    /** A figure when it was frozen. */
    record FrozenFigure(String figure, @Nullable BigDecimal value, List<FrozenPart> parts) {}

    /** All of them. */
    record Frozen(List<FrozenFigure> figures) {}

    /**
     * When figures were frozen last, and what has changed since.
     *
     * @param differences in the order of the figures, then of the records
     */
    public record Since(Instant frozenAt, String author, List<Difference> differences) {}

    /**
     * That a record gives something else to a figure now.
     *
     * @param before what it gave; empty when the figure did not count it, or did not know
     * @param now what it gives; empty when the figure does not count it any more, or does not know
     * @param change whether it came, went or changed
     */
    public record Difference(
            FigureRule figure,
            String kind,
            long number,
            String code,
            Optional<BigDecimal> before,
            Optional<BigDecimal> now,
            Sort change) {}

    /** How a figure’s record changed. */
    public enum Sort {
        CAME,
        WENT,
        CHANGED;

        /** Lower-case. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Freezes figures; what they are stays as it is, whatever the register says later. */
    public void freeze(String author, RollUp.Result result) {
        Frozen frozen = new Frozen(whole(result).map(Snapshots::frozen).toList());
        String text = JSON.writeValueAsString(frozen);
        database.write(transaction -> {
            RegisterSnapshotRecord row = new RegisterSnapshotRecord();
            row.setId(Identifiers.newId());
            row.setState(result.state().iso3());
            row.setFromOn(result.period().from());
            row.setUntilOn(result.period().until());
            row.setFrozenAt(transaction.now());
            row.setAuthor(author);
            row.setFigures(text);
            row.setFiguresSha256(Sha256.of(text));
            transaction.sql().executeInsert(row);
            audit.add(
                    transaction,
                    new AuditEvent(
                            author,
                            "freeze-figures",
                            SUBJECT,
                            result.state() + "-" + result.period(),
                            Optional.of(result.state()),
                            Optional.empty(),
                            List.of(new Change("figures-sha256", Optional.empty(), Optional.of(Sha256.of(text))))));
            return true;
        });
    }

    private static java.util.stream.Stream<TreatyFigure> whole(RollUp.Result result) {
        return result.figures().stream().filter(figure -> figure.group().isEmpty());
    }

    private static FrozenFigure frozen(TreatyFigure figure) {
        return new FrozenFigure(
                figure.rule().id(),
                figure.value().known().orElse(null),
                figure.parts().stream()
                        .map(part -> new FrozenPart(
                                part.number(),
                                part.version(),
                                part.code(),
                                part.kind(),
                                part.value().orElse(null)))
                        .toList());
    }

    /** What has changed since figures of the same period were frozen last; empty when they never were. */
    public Optional<Since> since(RollUp.Result result) {
        return last(result.state(), result.period()).map(row -> {
            Map<String, FrozenFigure> before = JSON.readValue(row.getFigures(), Frozen.class).figures().stream()
                    .collect(Collectors.toMap(FrozenFigure::figure, figure -> figure, (one, other) -> one));
            List<Difference> differences = new ArrayList<>();
            whole(result)
                    .filter(figure -> before.containsKey(figure.rule().id()))
                    .forEach(figure -> compare(figure, before.get(figure.rule().id()), differences));
            return new Since(row.getFrozenAt(), row.getAuthor(), differences);
        });
    }

    private Optional<RegisterSnapshotRecord> last(StateCode state, Period period) {
        return database.read(sql -> sql.selectFrom(REGISTER_SNAPSHOT)
                .where(
                        REGISTER_SNAPSHOT.STATE.eq(state.iso3()),
                        REGISTER_SNAPSHOT.FROM_ON.eq(period.from()),
                        REGISTER_SNAPSHOT.UNTIL_ON.eq(period.until()))
                .orderBy(REGISTER_SNAPSHOT.FROZEN_AT.desc())
                .limit(1)
                .fetchOptional());
    }

    private static void compare(TreatyFigure figure, @Nullable FrozenFigure before, List<Difference> into) {
        Map<Long, FrozenPart> then = new TreeMap<>();
        if (before != null) {
            before.parts().forEach(part -> then.put(part.number(), part));
        }
        Map<Long, Part> now = new LinkedHashMap<>();
        figure.parts().forEach(part -> now.put(part.number(), part));
        now.forEach((number, part) -> {
            FrozenPart old = then.remove(number);
            Optional<BigDecimal> was = old == null ? Optional.empty() : Optional.ofNullable(old.value());
            boolean same = old != null
                    && was.isPresent() == part.value().isPresent()
                    && (was.isEmpty() || was.get().compareTo(part.value().orElseThrow()) == 0);
            if (!same) {
                into.add(new Difference(
                        figure.rule(),
                        part.kind(),
                        number,
                        part.code(),
                        was,
                        part.value(),
                        old == null ? Sort.CAME : Sort.CHANGED));
            }
        });
        then.values()
                .forEach(old -> into.add(new Difference(
                        figure.rule(),
                        old.kind(),
                        old.number(),
                        old.code(),
                        Optional.ofNullable(old.value()),
                        Optional.empty(),
                        Sort.WENT)));
    }
}
