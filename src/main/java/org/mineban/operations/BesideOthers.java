package org.mineban.operations;

import static mineban.tables.Tables.REGISTER_VERSION;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record7;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.mineban.geography.Severity;
import org.mineban.kernel.StateCode;
import org.mineban.operations.checks.RecordSet;

/**
 * What is found about the new and changed rows of a file beside each other and beside the register. Nothing found here keeps a row apart: an older list
 * may hold the same land twice, and a person decides which is right.
 *
 * <p>Boxes and hashes of codes are kept in memory, the rows themselves on disk; only those near others, or alike, are read again.
 */
final class BesideOthers implements RecordLookup, AutoCloseable {

    /** V-42 and V-62 are asked where rows are told apart and linked. */
    private static final Set<String> ASKED =
            Set.of("V-15", "V-16", "V-17", "V-18", "V-19", "V-20", "V-31", "V-34", "V-41", "V-43", "V-48", "V-49");

    /** So many rows are also held in memory together, to be asked what they say. */
    private static final int FEW = 20_000;

    private static final int LATEST = 1;
    private static final int INDEX_BITS = 26;
    private static final long INDEX = (1L << INDEX_BITS) - 1;
    private static final double METRES_IN_A_DEGREE = 110_000;
    private static final double UNITS_IN_A_DEGREE = 1e7;

    private final DSLContext sql;
    private final StateCode state;
    private final Checks checks;
    private final CheckContext context;
    private final List<Kind> kinds;
    private final RegisterLookup register;
    private final int margin;
    private final BoxPairs boxes = new BoxPairs();
    private final Set<Long> replaced = new HashSet<>();
    private final RowSpill rows = new RowSpill();
    /** By place: a hash of kind and code without the bits of an index, 0 for no code. */
    private long[] codes = new long[1024];

    /** The same in order, each with its place in the lowest bits. */
    private long[] sorted = {};

    /** The numbers of the register's records, whose boxes come before those of the rows; null until a row is new. */
    private long @Nullable [] numbers;

    private @Nullable RecordSet few;
    private @Nullable Examined looking;

    BesideOthers(DSLContext sql, StateCode state, List<Kind> kinds, Checks checks, CheckContext context) {
        this.sql = sql;
        this.state = state;
        this.kinds = kinds;
        this.checks = checks;
        this.register = new RegisterLookup(sql, state);
        this.context = context.among(this);
        this.margin = (int) Math.ceil(context.settings().duplicateMetres() / METRES_IN_A_DEGREE * UNITS_IN_A_DEGREE);
    }

    /** A row that is new, or changes the record of that number. */
    void add(ImportedRow row, Optional<Long> changes) {
        if (numbers == null) {
            numbers = known();
        }
        changes.ifPresent(replaced::add);
        rows.add(row);
        box(row.content().shape().map(Shape::box));
        code(row.content().kind(), row.content().code());
    }

    private void box(Optional<Shape.Box> box) {
        box.ifPresentOrElse(one -> boxes.add(one, margin), boxes::addNone);
    }

    private void code(Kind kind, String code) {
        int index = boxes.size() - 1;
        if (index == codes.length) {
            codes = Arrays.copyOf(codes, codes.length * 2);
        }
        codes[index] = code.isEmpty() ? 0 : hash(kind, code) & ~INDEX;
    }

    private static long hash(Kind kind, String code) {
        String plain = plain(code);
        long hash = kind.id().hashCode();
        for (int i = 0; i < plain.length(); i++) {
            hash = hash * 1_000_003 + plain.charAt(i);
        }
        return hash * 0x9E3779B97F4A7C15L;
    }

    private static String plain(String code) {
        return code.toLowerCase(Locale.ROOT).replace(" ", "").replace("-", "").replace("_", "");
    }

    /** Where the register's newest records lie and what they are called. */
    private long[] known() {
        Set<String> wanted = new TreeSet<>(Set.of(Kind.HAZARD.id(), Kind.PRODUCT.id()));
        kinds.forEach(kind -> wanted.add(kind.id()));
        List<Long> found = new ArrayList<>();
        try (var cursor = sql.select(
                        REGISTER_VERSION.NUMBER,
                        REGISTER_VERSION.KIND,
                        REGISTER_VERSION.CODE,
                        REGISTER_VERSION.WEST,
                        REGISTER_VERSION.SOUTH,
                        REGISTER_VERSION.EAST,
                        REGISTER_VERSION.NORTH)
                .from(REGISTER_VERSION)
                .where(
                        REGISTER_VERSION.STATE.eq(state.iso3()),
                        REGISTER_VERSION.KIND.in(wanted),
                        REGISTER_VERSION.LATEST.eq(LATEST))
                .fetchSize(1000)
                .fetchLazy()) {
            for (Record7<Long, String, String, @Nullable Long, Long, Long, Long> one : cursor) {
                found.add(one.value1());
                Long west = one.value4();
                box(
                        west == null
                                ? Optional.empty()
                                : Optional.of(new Shape.Box(west, one.value5(), one.value6(), one.value7())));
                code(Kind.find(one.value2()).orElseThrow(), one.value3());
            }
        }
        return found.stream().mapToLong(Long::longValue).toArray();
    }

    private long[] numbers() {
        long[] known = numbers;
        return known == null ? new long[0] : known;
    }

    /** Looks at every row that was added. Called once, after the last. */
    void find(Consumer<Finding> found) {
        if (rows.size() == 0) {
            return;
        }
        rows.written();
        long many = boxes.find();
        sorted = new long[boxes.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = codes[i] == 0 ? i : codes[i] | i;
        }
        Arrays.sort(sorted);
        boolean linked = kinds.stream().anyMatch(kind -> kind != Kind.HAZARD);
        for (int i = 0; i < rows.size(); i++) {
            int place = numbers().length + i;
            if (linked || boxes.before(place).length > 0 || !alike(place).isEmpty()) {
                look(row(place), found);
            }
        }
        if (many > 0) {
            found.accept(Finding.of("V-16", Severity.WARNS, "", "many", Map.of("rows", many, "most", BoxPairs.MOST)));
        }
    }

    private void look(RowSpill.Row row, Consumer<Finding> found) {
        looking = row.examined();
        checks.of(row.examined(), context, check -> ASKED.contains(check.id())).findings().stream()
                .filter(one -> !row.told().contains(RowSpill.told(one.check(), one.message())))
                .forEach(one -> found.accept(new Finding(
                        one.check(),
                        one.blocks() ? Severity.WARNS : one.severity(),
                        one.line(),
                        one.field(),
                        one.message(),
                        one.values())));
    }

    /** The places of rows and records before that one that are perhaps called the same. */
    private List<Integer> alike(int place) {
        List<Integer> found = new ArrayList<>();
        long hash = codes[place];
        if (hash == 0) {
            return found;
        }
        int at = Arrays.binarySearch(sorted, hash);
        for (int i = at < 0 ? -at - 1 : at; i < sorted.length && (sorted[i] & ~INDEX) == hash; i++) {
            int other = (int) (sorted[i] & INDEX);
            if (other < place) {
                found.add(other);
            }
        }
        return found;
    }

    private RowSpill.Row row(int place) {
        RowSpill.Row row = rows.get(place - numbers().length);
        row.examined().placed(place);
        return row;
    }

    private List<Examined> examined(Iterable<Integer> places, Kind kind) {
        List<Examined> found = new ArrayList<>();
        for (int place : places) {
            if (place >= numbers().length) {
                found.add(row(place).examined());
            } else if (!replaced.contains(numbers()[place])) {
                RegisterRows.latest(sql, state, numbers()[place]).ifPresent(version -> {
                    Examined known = Examined.of(version, Optional.empty());
                    known.placed(place);
                    found.add(known);
                });
            }
        }
        found.removeIf(one -> one.kind() != kind || !one.live());
        return found;
    }

    @Override
    public Optional<Examined> find(Kind kind, String code) {
        Optional<Examined> own = few().flatMap(set -> set.find(kind, code));
        return own.isPresent() ? own : register.find(kind, code);
    }

    @Override
    public List<Examined> alike(Kind kind, String code) {
        return examined(alike(lookedAt().place()), kind).stream()
                .filter(one -> plain(one.code()).equals(plain(code)))
                .toList();
    }

    @Override
    public List<Examined> near(Kind kind, Envelope box) {
        return examined(Arrays.stream(boxes.before(lookedAt().place())).boxed().toList(), kind);
    }

    private Examined lookedAt() {
        return Objects.requireNonNull(looking);
    }

    @Override
    public List<Examined> saying(Kind kind, String field, String value) {
        List<Examined> own = few().map(set -> set.saying(kind, field, value)).orElse(List.of());
        List<Examined> both = new ArrayList<>(own);
        register.saying(kind, field, value).stream()
                .filter(one -> one.version()
                                .filter(version -> replaced.contains(version.number()))
                                .isEmpty()
                        && own.stream().noneMatch(other -> other.code().equals(one.code())))
                .forEach(both::add);
        return both;
    }

    @Override
    public List<Examined> same(Examined record) {
        return List.of();
    }

    @Override
    public OptionalDouble usualDensity(Kind kind) {
        return few().map(set -> set.usualDensity(kind)).orElseGet(OptionalDouble::empty);
    }

    /** The rows together; empty when they are too many to be held. */
    private Optional<RecordSet> few() {
        RecordSet known = few;
        if (known == null && rows.size() <= FEW && rows.size() > 0) {
            List<Examined> all = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                all.add(rows.get(i).examined());
            }
            known = RecordSet.known(all);
            few = known;
        }
        return Optional.ofNullable(known);
    }

    @Override
    public void close() {
        rows.close();
    }
}
