package org.mineban.operations;

import static mineban.tables.Tables.REGISTER_STATE;
import static mineban.tables.Tables.REGISTER_VERSION;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import mineban.tables.tables.records.RegisterVersionRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Transaction;

/** Versions of records in the database. */
final class RegisterRows {

    /** A longitude or latitude times this is kept. */
    private static final int LATEST = 1;

    private RegisterRows() {}

    /** The next free record numbers of a State, so many of them; the first is returned. */
    static long takeNumbers(Transaction transaction, StateCode state, long many) {
        transaction
                .sql()
                .insertInto(REGISTER_STATE)
                .set(REGISTER_STATE.STATE, state.iso3())
                .set(REGISTER_STATE.RECORDS, 0L)
                .set(REGISTER_STATE.BATCHES, 0L)
                .onConflictDoNothing()
                .execute();
        long last = Objects.requireNonNull(transaction
                        .sql()
                        .update(REGISTER_STATE)
                        .set(REGISTER_STATE.RECORDS, REGISTER_STATE.RECORDS.plus(many))
                        .where(REGISTER_STATE.STATE.eq(state.iso3()))
                        .returning()
                        .fetchOne())
                .getRecords();
        return last - many + 1;
    }

    /** The next batch number of a State; {@link #takeNumbers} has made its row before. */
    static long takeBatch(Transaction transaction, StateCode state) {
        takeNumbers(transaction, state, 0);
        return Objects.requireNonNull(transaction
                        .sql()
                        .update(REGISTER_STATE)
                        .set(REGISTER_STATE.BATCHES, REGISTER_STATE.BATCHES.plus(1))
                        .where(REGISTER_STATE.STATE.eq(state.iso3()))
                        .returning()
                        .fetchOne())
                .getBatches();
    }

    /** The row of a version, with everything derived from what it says. */
    static RegisterVersionRecord row(RegisterVersion version, OptionalLong parent) {
        Content content = version.content();
        Derived derived = Derived.of(content);
        RegisterVersionRecord row = new RegisterVersionRecord();
        row.setState(version.state().iso3());
        row.setNumber(version.number());
        row.setVersion(version.version());
        row.setId(version.id());
        row.setKind(content.kind().id());
        row.setCode(content.code());
        row.setValidFromOn(content.validFrom());
        row.setUntilOn(version.until().orElse(null));
        row.setCorrects(version.corrects().orElse(null));
        row.setRecordedAt(version.recordedAt());
        row.setReplacedAt(version.replacedAt().orElse(null));
        row.setLatest(version.latest() ? LATEST : 0);
        row.setApproval(version.approval().id());
        row.setAuthor(version.author());
        row.setVerifiedBy(version.verifiedBy().orElse(null));
        row.setApprovedBy(version.approvedBy().orElse(null));
        row.setApprovedAt(version.approvedAt().orElse(null));
        row.setBecause(version.because().isEmpty() ? null : version.because());
        row.setOrganisationId(version.organisation().orElse(null));
        row.setBatch(version.batch().orElse(null));
        row.setSource(version.origin().map(Origin::source).orElse(null));
        row.setSourceKey(version.origin().map(Origin::key).orElse(null));
        row.setSourceHash(version.origin().map(Origin::hash).orElse(null));
        row.setContent(content.fields().json());
        row.setShape(content.shape().map(Shape::binary).orElse(null));
        row.setShapeAsGiven(content.shapeAsGiven().map(Shape::binary).orElse(null));
        derive(row, content, derived, parent);
        return row;
    }

    private static void derive(RegisterVersionRecord row, Content content, Derived derived, OptionalLong parent) {
        row.setCategory(derived.category().orElse(null));
        row.setStatus(derived.status().orElse(null));
        row.setArt5(derived.article5() ? 1 : 0);
        row.setParent(boxed(parent));
        row.setAdmin1(content.fields().text("admin1").orElse(null));
        row.setAdmin2(content.fields().text("admin2").orElse(null));
        row.setHappenedFromOn(derived.happenedFrom().orElse(null));
        row.setHappenedUntilOn(derived.happenedUntil().orElse(null));
        row.setQuantity(boxed(derived.quantity()));
        row.setArea(boxed(derived.area()));
        row.setAreaStated(boxed(derived.areaStated()));
        row.setAreaComputed(boxed(derived.areaComputed()));
        Optional<Shape.Box> box = content.shape().map(Shape::box);
        row.setWest(box.map(Shape.Box::west).orElse(null));
        row.setSouth(box.map(Shape.Box::south).orElse(null));
        row.setEast(box.map(Shape.Box::east).orElse(null));
        row.setNorth(box.map(Shape.Box::north).orElse(null));
        row.setSearchText(derived.searchText());
        Fields fields = content.fields();
        row.setCameFrom(
                fields.text("split_from").or(() -> fields.text("reopens")).orElse(null));
        row.setWentInto(fields.text("merged_into").orElse(null));
    }

    private static @Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? Long.valueOf(value.getAsLong()) : null;
    }

    /** The version that a row holds. */
    static RegisterVersion version(RegisterVersionRecord row) {
        return new RegisterVersion(
                new StateCode(row.getState()),
                row.getNumber(),
                row.getVersion(),
                row.getId(),
                new Content(
                        Kind.find(row.getKind()).orElseThrow(),
                        row.getCode(),
                        row.getValidFromOn(),
                        Fields.ofJson(row.getContent()),
                        Optional.ofNullable(row.getShape()).map(shape -> shape(row, shape)),
                        Optional.ofNullable(row.getShapeAsGiven()).map(shape -> shape(row, shape))),
                Optional.ofNullable(row.getUntilOn()),
                Optional.ofNullable(row.getCorrects()),
                row.getRecordedAt(),
                Optional.ofNullable(row.getReplacedAt()),
                row.getLatest() == LATEST,
                Approval.find(row.getApproval()).orElseThrow(),
                row.getAuthor(),
                Optional.ofNullable(row.getVerifiedBy()),
                Optional.ofNullable(row.getApprovedBy()),
                Optional.ofNullable(row.getApprovedAt()),
                Optional.ofNullable(row.getBecause()).orElse(""),
                Optional.ofNullable(row.getOrganisationId()),
                Optional.ofNullable(row.getBatch()),
                Optional.ofNullable(row.getSource())
                        .map(source -> new Origin(source, row.getSourceKey(), row.getSourceHash())));
    }

    private static Shape shape(RegisterVersionRecord row, byte[] binary) {
        return new Shape(
                binary,
                new Shape.Box(row.getWest(), row.getSouth(), row.getEast(), row.getNorth()),
                Optional.ofNullable(row.getAreaComputed()).orElse(0L));
    }

    /** The newest version of the record of that code, with its lock held until the transaction ends on a server. */
    static Optional<RegisterVersion> latest(DSLContext sql, StateCode state, Kind kind, String code) {
        return sql.selectFrom(REGISTER_VERSION)
                .where(
                        REGISTER_VERSION.STATE.eq(state.iso3()),
                        REGISTER_VERSION.KIND.eq(kind.id()),
                        REGISTER_VERSION.CODE.eq(code),
                        REGISTER_VERSION.LATEST.eq(LATEST))
                .fetchOptional(RegisterRows::version);
    }

    static Optional<RegisterVersion> latest(DSLContext sql, StateCode state, long number) {
        return sql.selectFrom(REGISTER_VERSION)
                .where(
                        REGISTER_VERSION.STATE.eq(state.iso3()),
                        REGISTER_VERSION.NUMBER.eq(number),
                        REGISTER_VERSION.LATEST.eq(LATEST))
                .fetchOptional(RegisterRows::version);
    }

    /** Every version of a record, the first first. */
    static List<RegisterVersion> history(DSLContext sql, StateCode state, long number) {
        return sql.selectFrom(REGISTER_VERSION)
                .where(REGISTER_VERSION.STATE.eq(state.iso3()), REGISTER_VERSION.NUMBER.eq(number))
                .orderBy(REGISTER_VERSION.VERSION)
                .fetch(RegisterRows::version);
    }

    /** The approved version that counts among those up to that one. */
    static Optional<RegisterVersion> counting(DSLContext sql, RegisterVersion version, int last) {
        return history(sql, version.state(), version.number()).stream()
                .filter(one -> one.version() <= last
                        && one.approvedAt().isPresent()
                        && one.replacedAt().isEmpty())
                .reduce((first, second) -> second);
    }

    /** Writes many rows at once, by one statement. */
    static void insertAll(Transaction transaction, List<RegisterVersionRecord> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Object[][] values = rows.stream().map(RegisterVersionRecord::intoArray).toArray(Object[][]::new);
        transaction
                .sql()
                .batch(transaction
                        .sql()
                        .insertInto(REGISTER_VERSION, REGISTER_VERSION.fields())
                        .values(new Object[REGISTER_VERSION.fields().length]))
                .bind(values)
                .execute();
    }

    static void insert(Transaction transaction, RegisterVersion version, OptionalLong parent) {
        transaction.sql().insertInto(REGISTER_VERSION).set(row(version, parent)).execute();
    }

    /** The versions before it are no longer the newest. */
    static void noLongerLatest(Transaction transaction, StateCode state, long number, int before) {
        transaction
                .sql()
                .update(REGISTER_VERSION)
                .set(REGISTER_VERSION.LATEST, 0)
                .where(
                        REGISTER_VERSION.STATE.eq(state.iso3()),
                        REGISTER_VERSION.NUMBER.eq(number),
                        REGISTER_VERSION.VERSION.lt(before))
                .execute();
    }

    /** Writes the approval of a version over what it was; what the version says stays. */
    static boolean setApproval(Transaction transaction, RegisterVersion version, Approval before) {
        return transaction
                        .sql()
                        .update(REGISTER_VERSION)
                        .set(REGISTER_VERSION.APPROVAL, version.approval().id())
                        .set(REGISTER_VERSION.VERIFIED_BY, version.verifiedBy().orElse(null))
                        .set(REGISTER_VERSION.APPROVED_BY, version.approvedBy().orElse(null))
                        .set(REGISTER_VERSION.APPROVED_AT, version.approvedAt().orElse(null))
                        .set(REGISTER_VERSION.BECAUSE, version.because().isEmpty() ? null : version.because())
                        .set(REGISTER_VERSION.REPLACED_AT, version.replacedAt().orElse(null))
                        .where(
                                REGISTER_VERSION.STATE.eq(version.state().iso3()),
                                REGISTER_VERSION.NUMBER.eq(version.number()),
                                REGISTER_VERSION.VERSION.eq(version.version()),
                                REGISTER_VERSION.APPROVAL.eq(before.id()))
                        .execute()
                == 1;
    }

    /**
     * Puts the approved versions of a record in order: one that corrects another takes its place from that moment on, and each holds until the next
     * begins.
     */
    static void order(Transaction transaction, StateCode state, long number) {
        List<RegisterVersion> standing = history(transaction.sql(), state, number).stream()
                .filter(version ->
                        version.approvedAt().isPresent() && version.replacedAt().isEmpty())
                .toList();
        for (RegisterVersion version : standing) {
            version.corrects()
                    .ifPresent(corrected -> standing.stream()
                            .filter(other -> other.version() == corrected)
                            .forEach(other -> replace(transaction, other)));
        }
        List<RegisterVersion> inTime = history(transaction.sql(), state, number).stream()
                .filter(version ->
                        version.approvedAt().isPresent() && version.replacedAt().isEmpty())
                .sorted(java.util.Comparator.comparing(
                                (RegisterVersion version) -> version.content().validFrom())
                        .thenComparingInt(RegisterVersion::version))
                .toList();
        for (int i = 0; i < inTime.size(); i++) {
            LocalDate until =
                    i + 1 < inTime.size() ? inTime.get(i + 1).content().validFrom() : null;
            transaction
                    .sql()
                    .update(REGISTER_VERSION)
                    .set(REGISTER_VERSION.UNTIL_ON, until)
                    .where(
                            REGISTER_VERSION.STATE.eq(state.iso3()),
                            REGISTER_VERSION.NUMBER.eq(number),
                            REGISTER_VERSION.VERSION.eq(inTime.get(i).version()))
                    .execute();
        }
    }

    private static void replace(Transaction transaction, RegisterVersion version) {
        transaction
                .sql()
                .update(REGISTER_VERSION)
                .set(REGISTER_VERSION.REPLACED_AT, transaction.now())
                .where(
                        REGISTER_VERSION.STATE.eq(version.state().iso3()),
                        REGISTER_VERSION.NUMBER.eq(version.number()),
                        REGISTER_VERSION.VERSION.eq(version.version()),
                        REGISTER_VERSION.REPLACED_AT.isNull())
                .execute();
    }

    /** The number of a record by its code; empty when the State has none. */
    static OptionalLong number(DSLContext sql, StateCode state, Kind kind, String code) {
        Long number = sql.select(REGISTER_VERSION.NUMBER)
                .from(REGISTER_VERSION)
                .where(
                        REGISTER_VERSION.STATE.eq(state.iso3()),
                        REGISTER_VERSION.KIND.eq(kind.id()),
                        REGISTER_VERSION.CODE.eq(code),
                        REGISTER_VERSION.LATEST.eq(LATEST))
                .limit(1)
                .fetchOne(REGISTER_VERSION.NUMBER);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
