package org.mineban.operations;

import static mineban.tables.Tables.REGISTER_VERSION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.mineban.accounts.Access;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Thing;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Transaction;

/**
 * The register's records: listed, read as of any day, written and approved. Every method asks first whether the person may; every change is in the
 * audit trail, in the same transaction.
 */
public final class Register {

    /** What the audit trail calls a record. */
    public static final String SUBJECT = "register-record";

    private static final int LATEST = 1;

    private final Database database;
    private final AuditTrail audit;
    private final Access access;

    public Register(Database database, AuditTrail audit, Access access) {
        this.database = database;
        this.audit = audit;
        this.access = access;
    }

    /**
     * What a State's register has of one kind.
     *
     * @param records how many records
     * @param approved how many of them count
     * @param quarantined how many of them something forbids to approve
     * @param placeUnknown how many of them have no place
     */
    public record KindCount(Kind kind, long records, long approved, long quarantined, long placeUnknown) {}

    /** The States of which there is anything. */
    public List<StateCode> states() {
        return database.read(sql -> sql.selectDistinct(REGISTER_VERSION.STATE)
                .from(REGISTER_VERSION)
                .orderBy(REGISTER_VERSION.STATE)
                .fetch(row -> new StateCode(row.value1())));
    }

    /** Whether somebody may read anything of a State's register. */
    public boolean mayRead(Actor reader, StateCode state) {
        return reader.may(access, Permission.REGISTER_READ, Thing.of(state))
                || reader.organisation(state)
                        .filter(own -> reader.may(
                                access,
                                Permission.REGISTER_READ,
                                Thing.of(state).of(own)))
                        .isPresent();
    }

    /** Whether somebody may write in a State's register, for the national office or for their organisation. */
    public boolean mayWrite(Actor writer, StateCode state) {
        return writer.may(access, Permission.REGISTER_WRITE, Thing.of(state))
                || writer.organisation(state)
                        .filter(own -> writer.may(
                                access,
                                Permission.REGISTER_WRITE,
                                Thing.of(state).of(own)))
                        .isPresent();
    }

    /** What somebody sees: the national office all, an operator what is approved and what its own organisation wrote. */
    Condition visible(Actor reader, StateCode state) {
        Condition inState = REGISTER_VERSION.STATE.eq(state.iso3());
        if (reader.may(access, Permission.REGISTER_READ, Thing.of(state))) {
            return inState;
        }
        Optional<UUID> own = reader.organisation(state);
        if (own.isEmpty()) {
            access.require(reader.person(), Permission.REGISTER_READ, Thing.of(state));
        }
        UUID organisation = own.orElseThrow();
        access.require(
                reader.person(), Permission.REGISTER_READ, Thing.of(state).of(organisation));
        return inState.and(REGISTER_VERSION
                .ORGANISATION_ID
                .eq(organisation)
                .or(REGISTER_VERSION.APPROVAL.eq(Approval.APPROVED.id())));
    }

    /** How much there is of each kind, as somebody sees it; kinds without a record are left out. */
    public List<KindCount> counts(Actor reader, StateCode state) {
        Condition visible = visible(reader, state);
        return database.read(sql -> sql
                .select(
                        REGISTER_VERSION.KIND,
                        count(),
                        sum(DSL.when(REGISTER_VERSION.APPROVAL.eq(Approval.APPROVED.id()), 1)
                                .otherwise(0)),
                        sum(DSL.when(REGISTER_VERSION.APPROVAL.eq(Approval.QUARANTINED.id()), 1)
                                .otherwise(0)),
                        sum(DSL.when(REGISTER_VERSION.WEST.isNull(), 1).otherwise(0)))
                .from(REGISTER_VERSION)
                .where(visible, REGISTER_VERSION.LATEST.eq(LATEST))
                .groupBy(REGISTER_VERSION.KIND)
                .fetch(row -> new KindCount(
                        Kind.find(row.value1()).orElseThrow(),
                        row.value2(),
                        row.value3().longValue(),
                        row.value4().longValue(),
                        row.value5().longValue()))
                .stream()
                .sorted(java.util.Comparator.comparing(KindCount::kind))
                .toList());
    }

    /** A page of the newest versions of records of one kind. Pages follow one another by key, so that the last is as quick as the first. */
    public List<RegisterVersion> list(Actor reader, StateCode state, Kind kind, RegisterQuery query) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(visible(reader, state));
        conditions.add(REGISTER_VERSION.KIND.eq(kind.id()));
        conditions.add(REGISTER_VERSION.LATEST.eq(LATEST));
        query.category().ifPresent(category -> conditions.add(REGISTER_VERSION.CATEGORY.eq(category)));
        query.status().ifPresent(status -> conditions.add(REGISTER_VERSION.STATUS.eq(status)));
        query.approval().ifPresent(approval -> conditions.add(REGISTER_VERSION.APPROVAL.eq(approval.id())));
        query.placeUnknown()
                .ifPresent(unknown ->
                        conditions.add(unknown ? REGISTER_VERSION.WEST.isNull() : REGISTER_VERSION.WEST.isNotNull()));
        query.words().ifPresent(words -> {
            for (String word : words.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
                conditions.add(REGISTER_VERSION.SEARCH_TEXT.contains(word));
            }
        });
        query.after().ifPresent(after -> conditions.add(ListOrder.after(query.order(), after)));
        return database.read(sql -> sql.selectFrom(REGISTER_VERSION)
                .where(conditions)
                .orderBy(ListOrder.by(query.order()))
                .limit(query.most())
                .fetch(RegisterRows::version));
    }

    /**
     * The newest version of one record.
     *
     * @throws ProblemException {@code register-record-unknown}, also for a record that the reader may not see
     */
    public RegisterVersion get(Actor reader, StateCode state, long number) {
        Condition visible = visible(reader, state);
        return database.read(sql -> sql.selectFrom(REGISTER_VERSION)
                        .where(visible, REGISTER_VERSION.NUMBER.eq(number), REGISTER_VERSION.LATEST.eq(LATEST))
                        .fetchOptional(RegisterRows::version))
                .orElseThrow(() -> Refusals.unknown(state, Long.toString(number)));
    }

    /** The newest version of the record that people call so; empty when there is none that the reader may see. */
    public Optional<RegisterVersion> find(Actor reader, StateCode state, Kind kind, String code) {
        Condition visible = visible(reader, state);
        return database.read(sql -> sql.selectFrom(REGISTER_VERSION)
                .where(
                        visible,
                        REGISTER_VERSION.KIND.eq(kind.id()),
                        REGISTER_VERSION.CODE.eq(code),
                        REGISTER_VERSION.LATEST.eq(LATEST))
                .limit(1)
                .fetchOptional(RegisterRows::version));
    }

    /** Every version of a record that the reader may see, the first first. */
    public List<RegisterVersion> history(Actor reader, StateCode state, long number) {
        Condition visible = visible(reader, state);
        return database.read(sql -> sql.selectFrom(REGISTER_VERSION)
                .where(visible, REGISTER_VERSION.NUMBER.eq(number))
                .orderBy(REGISTER_VERSION.VERSION)
                .fetch(RegisterRows::version));
    }

    /** The records that belong to one: products and finds of an area, victims of an accident. */
    public List<RegisterVersion> belonging(Actor reader, StateCode state, long number, int most) {
        Condition visible = visible(reader, state);
        return database.read(sql -> sql.selectFrom(REGISTER_VERSION)
                .where(visible, REGISTER_VERSION.PARENT.eq(number), REGISTER_VERSION.LATEST.eq(LATEST))
                .orderBy(REGISTER_VERSION.NUMBER)
                .limit(most)
                .fetch(RegisterRows::version));
    }

    /** The areas that name this one: parts split off it, areas merged into it, records that open it again. */
    public List<RegisterVersion> naming(Actor reader, RegisterVersion area) {
        Condition visible = visible(reader, area.state());
        return database.read(sql -> sql.selectFrom(REGISTER_VERSION)
                .where(
                        visible,
                        REGISTER_VERSION.LATEST.eq(LATEST),
                        REGISTER_VERSION.KIND.eq(Kind.HAZARD.id()),
                        REGISTER_VERSION.CAME_FROM.eq(area.code()).or(REGISTER_VERSION.WENT_INTO.eq(area.code())))
                .orderBy(REGISTER_VERSION.NUMBER)
                .fetch(RegisterRows::version));
    }

    /**
     * What was approved of a kind, as it was in the field on a day, as was known at a moment: one version of each record. What had been said before and
     * was corrected later is there when the moment lies before the correction.
     */
    public List<RegisterVersion> asOf(Actor reader, StateCode state, Kind kind, Knowing knowing) {
        Condition visible = visible(reader, state);
        return database.read(sql -> Effective.rows(
                        sql,
                        state,
                        knowing,
                        visible.and(REGISTER_VERSION.KIND.eq(kind.id())),
                        List.of(REGISTER_VERSION.fields()))
                .fetch(row -> RegisterRows.version(row.into(REGISTER_VERSION))));
    }

    /** Begins a record. It is a draft of its writer's organisation. */
    public RegisterVersion record(Actor writer, StateCode state, Content content) {
        Optional<UUID> organisation = ownership(writer, state);
        return database.write(transaction -> record(transaction, writer, state, content, organisation));
    }

    RegisterVersion record(
            Transaction transaction, Actor writer, StateCode state, Content content, Optional<UUID> organisation) {
        requireComplete(content);
        requireFreeCode(transaction.sql(), state, content);
        RegisterVersion version = RegisterVersion.first(
                state,
                RegisterRows.takeNumbers(transaction, state, 1),
                Identifiers.newId(),
                content,
                transaction.now(),
                writer.name(),
                organisation);
        RegisterRows.insert(transaction, version, Links.parent(transaction.sql(), state, content));
        Trail.add(audit, transaction, writer, "record", version, "", changes(Fields.of(Map.of()), content));
        return version;
    }

    /** Whether a change tells of something new in the field or puts right what was said before. */
    public enum ChangeKind {
        /** Something happened: the version before stays true for the days before. */
        HAPPENED,
        /** What the version before says was never so. */
        CORRECTION
    }

    /**
     * Writes a new version of a record, as a draft. The approved version counts until this one is approved.
     *
     * @param seen the version that the writer saw
     * @throws ProblemException {@code register-changed} when there is a newer one; {@code register-locked} when it is on its way to approval;
     *     {@code register-status-next}, {@code register-class-next} when an area cannot become that from what counts now
     */
    public RegisterVersion change(
            Actor writer, StateCode state, long number, int seen, ChangeKind how, Content content) {
        RegisterVersion before = get(writer, state, number);
        requireOwn(writer, before);
        return database.write(transaction -> change(transaction, writer, before, seen, how, content, ""));
    }

    /** The same in a transaction, of a record that its writer may change, for a reason that may be empty. */
    RegisterVersion change(
            Transaction transaction,
            Actor writer,
            RegisterVersion shown,
            int seen,
            ChangeKind how,
            Content content,
            String reason) {
        requireComplete(content);
        StateCode state = shown.state();
        RegisterVersion now = RegisterRows.latest(transaction.sql(), state, shown.number())
                .orElseThrow(() -> Refusals.unknown(state, shown.code()));
        Refusals.requireSeen(now, seen);
        if (!now.approval().open() && now.approval() != Approval.APPROVED) {
            throw Refusals.locked(now);
        }
        if (!now.code().equals(content.code())) {
            requireFreeCode(transaction.sql(), state, content);
        }
        Optional<Integer> corrects = how == ChangeKind.CORRECTION ? corrected(now) : Optional.empty();
        if (corrects.isEmpty()) {
            RegisterRows.counting(transaction.sql(), now, now.version())
                    .ifPresent(counting -> AreaLife.require(counting, content));
        }
        RegisterVersion version = now.next(content, corrects, transaction.now(), writer.name(), reason);
        RegisterRows.insert(transaction, version, Links.parent(transaction.sql(), state, content));
        RegisterRows.noLongerLatest(transaction, state, now.number(), version.version());
        Trail.add(audit, transaction, writer, "change", version, reason, changes(now.fields(), content));
        return version;
    }

    /** A draft that is changed goes on correcting what it corrected; an approved version is corrected itself. */
    private static Optional<Integer> corrected(RegisterVersion now) {
        return now.approval() == Approval.APPROVED ? Optional.of(now.version()) : now.corrects();
    }

    /** A record as permissions are asked for it: whose it is, and who wrote it. */
    static Thing thing(RegisterVersion version) {
        Thing thing = Thing.of(version.state());
        if (version.organisation().isPresent()) {
            thing = thing.of(version.organisation().get());
        }
        return version.author().startsWith("program:") ? thing : thing.by(UUID.fromString(version.author()));
    }

    /** Whether somebody may do something with a record. */
    public boolean may(Actor actor, Permission permission, RegisterVersion version) {
        return actor.may(access, permission, thing(version));
    }

    Optional<UUID> ownership(Actor writer, StateCode state) {
        if (writer.may(access, Permission.REGISTER_WRITE, Thing.of(state))) {
            return Optional.empty();
        }
        Optional<UUID> own = writer.organisation(state);
        writer.require(
                access, Permission.REGISTER_WRITE, own.map(Thing.of(state)::of).orElseGet(() -> Thing.of(state)));
        return own;
    }

    void requireOwn(Actor writer, RegisterVersion version) {
        writer.require(access, Permission.REGISTER_WRITE, thing(version));
    }

    private static void requireComplete(Content content) {
        if (content.code().isBlank()) {
            throw new Problem("register-code-needed", Problem.Kind.WRONG_USAGE, Map.of()).asException();
        }
    }

    private static void requireFreeCode(DSLContext sql, StateCode state, Content content) {
        boolean taken = sql.fetchExists(sql.selectOne()
                .from(REGISTER_VERSION)
                .where(
                        REGISTER_VERSION.STATE.eq(state.iso3()),
                        REGISTER_VERSION.KIND.eq(content.kind().id()),
                        lower(REGISTER_VERSION.CODE).eq(content.code().toLowerCase(Locale.ROOT)),
                        REGISTER_VERSION.LATEST.eq(LATEST)));
        if (taken) {
            throw new Problem(
                            "register-code-taken",
                            Problem.Kind.CONFLICT,
                            Map.of("code", content.code(), "state", state.iso3()))
                    .asException();
        }
    }

    /** Each field in which two versions differ. */
    static List<Change> changes(Fields before, Content after) {
        TreeSet<String> names = new TreeSet<>(before.texts().keySet());
        names.addAll(after.fields().texts().keySet());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            Optional<String> was = before.text(name);
            Optional<String> is = after.fields().text(name);
            if (!was.equals(is)) {
                changes.add(new Change(name, was, is));
            }
        }
        return changes;
    }

    /**
     * As of when, and as known when.
     *
     * @param on the day in the field
     * @param known the moment of knowledge; empty for now
     */
    public record Knowing(LocalDate on, Optional<java.time.Instant> known) {}
}
