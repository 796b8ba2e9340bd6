package org.mineban.operations.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.mineban.operations.Examined;
import org.mineban.operations.Fields;
import org.mineban.operations.Kind;
import org.mineban.operations.RecordLookup;
import org.mineban.operations.Shape;

/**
 * Records that are looked at together, in memory, over others that stand in for none of them. Each index is made when a check first asks for it. Not safe
 * for use by several threads at once.
 */
public final class RecordSet implements RecordLookup {

    private static final double UNITS_IN_A_DEGREE = 1e7;
    private static final int ENOUGH = 100;
    private static final double PERCENTILE = 0.99;

    private record Said(Kind kind, String field) {}

    /** What two records have in common that look alike. */
    private record Likeness(Kind kind, LocalDate validFrom, Fields fields, Optional<Shape> shape) {

        static Likeness of(Examined one) {
            return new Likeness(
                    one.kind(),
                    one.content().validFrom(),
                    one.fields(),
                    one.content().shape());
        }
    }

    private final Map<Kind, List<Examined>> all = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, Examined>> byCode = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, List<Examined>>> byPlainCode = new EnumMap<>(Kind.class);
    private final Map<Said, Map<String, List<Examined>>> bySaying = new HashMap<>();
    private final Map<Kind, STRtree> byPlace = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<Likeness, List<Examined>>> byLikeness = new EnumMap<>(Kind.class);
    private final Map<Kind, OptionalDouble> densities = new EnumMap<>(Kind.class);
    private final Optional<RecordLookup> beneath;

    /** Where a record stands that is there already: before all those that are looked at together. */
    private static final int BEFORE = -1;

    /** Records that are looked at together, in that order, over others. */
    public static RecordSet together(List<Examined> records, Optional<RecordLookup> beneath) {
        for (int i = 0; i < records.size(); i++) {
            records.get(i).placed(i);
        }
        return new RecordSet(records, beneath);
    }

    /** Records that are there already. */
    public static RecordSet known(List<Examined> records) {
        records.forEach(one -> one.placed(BEFORE));
        return new RecordSet(records, Optional.empty());
    }

    private RecordSet(List<Examined> records, Optional<RecordLookup> beneath) {
        this.beneath = beneath;
        for (Kind kind : Kind.values()) {
            all.put(kind, new ArrayList<>());
            byCode.put(kind, new HashMap<>());
        }
        for (Examined one : records) {
            of(one.kind()).add(one);
            codes(one.kind()).putIfAbsent(one.code(), one);
        }
    }

    private List<Examined> of(Kind kind) {
        return Objects.requireNonNull(all.get(kind));
    }

    private Map<String, Examined> codes(Kind kind) {
        return Objects.requireNonNull(byCode.get(kind));
    }

    /** Our own, and those beneath that none of our own stands in for. */
    private List<Examined> over(List<Examined> own, Kind kind, Optional<List<Examined>> others) {
        if (others.isEmpty() || others.get().isEmpty()) {
            return own;
        }
        List<Examined> both = new ArrayList<>(own);
        others.get().stream()
                .filter(one -> !codes(kind).containsKey(one.code()))
                .forEach(both::add);
        return both;
    }

    @Override
    public Optional<Examined> find(Kind kind, String code) {
        Optional<Examined> own = Optional.ofNullable(codes(kind).get(code));
        return own.isPresent() ? own : beneath.flatMap(others -> others.find(kind, code));
    }

    @Override
    public List<Examined> alike(Kind kind, String code) {
        Map<String, List<Examined>> index = byPlainCode.computeIfAbsent(kind, one -> {
            Map<String, List<Examined>> made = new HashMap<>();
            for (Examined record : of(one)) {
                if (record.live()) {
                    made.computeIfAbsent(Words.plain(record.code()), plain -> new ArrayList<>(1))
                            .add(record);
                }
            }
            return made;
        });
        return over(
                index.getOrDefault(Words.plain(code), List.of()),
                kind,
                beneath.map(others -> others.alike(kind, code)));
    }

    @Override
    public List<Examined> saying(Kind kind, String field, String value) {
        Map<String, List<Examined>> index = bySaying.computeIfAbsent(new Said(kind, field), one -> {
            Map<String, List<Examined>> made = new HashMap<>();
            for (Examined record : of(kind)) {
                if (record.live()) {
                    record.fields()
                            .text(field)
                            .ifPresent(text -> made.computeIfAbsent(text, said -> new ArrayList<>(1))
                                    .add(record));
                }
            }
            return made;
        });
        return over(
                index.getOrDefault(value, List.of()), kind, beneath.map(others -> others.saying(kind, field, value)));
    }

    @Override
    @SuppressWarnings("unchecked") // the tree holds what was put in
    public List<Examined> near(Kind kind, Envelope box) {
        STRtree tree = byPlace.computeIfAbsent(kind, one -> {
            STRtree made = new STRtree();
            for (Examined record : of(one)) {
                Optional<Shape> shape = record.content().shape();
                if (record.live() && shape.isPresent()) {
                    made.insert(envelope(shape.get().box()), record);
                }
            }
            made.build();
            return made;
        });
        return over(tree.query(box), kind, beneath.map(others -> others.near(kind, box)));
    }

    /** A box of degrees that surely holds the shape, whose own box is rounded. */
    private static Envelope envelope(Shape.Box box) {
        Envelope envelope = new Envelope(
                box.west() / UNITS_IN_A_DEGREE,
                box.east() / UNITS_IN_A_DEGREE,
                box.south() / UNITS_IN_A_DEGREE,
                box.north() / UNITS_IN_A_DEGREE);
        envelope.expandBy(1 / UNITS_IN_A_DEGREE);
        return envelope;
    }

    @Override
    public List<Examined> same(Examined record) {
        Map<Likeness, List<Examined>> index = byLikeness.computeIfAbsent(record.kind(), kind -> {
            Map<Likeness, List<Examined>> made = new HashMap<>();
            for (Examined one : of(kind)) {
                made.computeIfAbsent(Likeness.of(one), alike -> new ArrayList<>(1))
                        .add(one);
            }
            return made;
        });
        List<Examined> earlier = index.getOrDefault(Likeness.of(record), List.of()).stream()
                .filter(one -> one != record && one.place() < record.place())
                .toList();
        return over(earlier, record.kind(), beneath.map(others -> others.same(record)));
    }

    @Override
    public OptionalDouble usualDensity(Kind kind) {
        return densities.computeIfAbsent(kind, one -> {
            double[] sorted = of(one).stream()
                    .map(record -> ReleaseChecks.density(record, Optional.of(this)))
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .toArray();
            if (sorted.length < ENOUGH) {
                return beneath.map(others -> others.usualDensity(one)).orElseGet(OptionalDouble::empty);
            }
            Arrays.sort(sorted);
            return OptionalDouble.of(sorted[(int) Math.ceil(sorted.length * PERCENTILE) - 1]);
        });
    }
}
