package org.mineban.depositary;

import static mineban.tables.Tables.DEPOSITARY_COUNT;
import static mineban.tables.Tables.DEPOSITARY_ENTRY;
import static mineban.tables.Tables.DEPOSITARY_WRITER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import mineban.tables.tables.records.DepositaryEntryRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Transaction;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Entries in the database. */
final class EntryRows {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};

    private EntryRows() {}

    /** How many entries are confirmed: another number than before says that the record has grown. */
    static long confirmedCount(DSLContext sql) {
        return Objects.requireNonNull(
                sql.select(DEPOSITARY_COUNT.CONFIRMED).from(DEPOSITARY_COUNT).fetchOne(DEPOSITARY_COUNT.CONFIRMED));
    }

    static List<Confirmed> confirmed(DSLContext sql) {
        return sql.selectFrom(DEPOSITARY_ENTRY)
                .where(DEPOSITARY_ENTRY.PLACE.isNotNull())
                .orderBy(DEPOSITARY_ENTRY.PLACE)
                .fetch(row -> entry(row, Set.of()).counting(0, Instant.EPOCH, ""));
    }

    static Optional<Entry> find(DSLContext sql, UUID id) {
        return sql.selectFrom(DEPOSITARY_ENTRY)
                .where(DEPOSITARY_ENTRY.ID.eq(id))
                .fetchOptional(row -> entry(row, writers(sql, id)));
    }

    static Optional<Entry> find(DSLContext sql, long number) {
        return sql.selectFrom(DEPOSITARY_ENTRY)
                .where(DEPOSITARY_ENTRY.NUMBER.eq(number))
                .fetchOptional(row -> entry(row, writers(sql, row.getId())));
    }

    static List<Entry> list(DSLContext sql, Desk.Query query) {
        List<Condition> conditions = new ArrayList<>();
        query.status().ifPresent(status -> conditions.add(DEPOSITARY_ENTRY.STATUS.eq(status.id())));
        query.state().ifPresent(state -> conditions.add(DEPOSITARY_ENTRY.STATE.eq(state.iso3())));
        query.before().ifPresent(number -> conditions.add(DEPOSITARY_ENTRY.NUMBER.lt(number)));
        return sql.selectFrom(DEPOSITARY_ENTRY)
                .where(conditions)
                .orderBy(DEPOSITARY_ENTRY.NUMBER.desc())
                .limit(query.most())
                .fetch(row -> entry(row, Set.of()));
    }

    private static Set<UUID> writers(DSLContext sql, UUID entry) {
        return new HashSet<>(sql.select(DEPOSITARY_WRITER.PERSON_ID)
                .from(DEPOSITARY_WRITER)
                .where(DEPOSITARY_WRITER.ENTRY_ID.eq(entry))
                .fetch(DEPOSITARY_WRITER.PERSON_ID));
    }

    static long nextNumber(Transaction transaction) {
        return Objects.requireNonNull(transaction
                        .sql()
                        .update(DEPOSITARY_COUNT)
                        .set(DEPOSITARY_COUNT.NUMBERED, DEPOSITARY_COUNT.NUMBERED.plus(1))
                        .returning()
                        .fetchOne())
                .getNumbered();
    }

    static long nextPlace(Transaction transaction) {
        return Objects.requireNonNull(transaction
                        .sql()
                        .update(DEPOSITARY_COUNT)
                        .set(DEPOSITARY_COUNT.CONFIRMED, DEPOSITARY_COUNT.CONFIRMED.plus(1))
                        .returning()
                        .fetchOne())
                .getConfirmed();
    }

    static void insert(Transaction transaction, Entry entry) {
        DepositaryEntryRecord row = transaction.sql().newRecord(DEPOSITARY_ENTRY);
        fill(row, entry);
        row.insert();
        addWriters(transaction, entry);
    }

    /** Writes the entry over the version before it; whether that was still the one in the database. */
    static boolean update(Transaction transaction, Entry entry) {
        DepositaryEntryRecord row = transaction.sql().newRecord(DEPOSITARY_ENTRY);
        fill(row, entry);
        int changed = transaction
                .sql()
                .update(DEPOSITARY_ENTRY)
                .set(row)
                .where(DEPOSITARY_ENTRY.ID.eq(entry.id()), DEPOSITARY_ENTRY.VERSION.eq(entry.version() - 1))
                .execute();
        addWriters(transaction, entry);
        return changed == 1;
    }

    private static void addWriters(Transaction transaction, Entry entry) {
        Set<UUID> more = new HashSet<>(entry.writers());
        more.removeAll(writers(transaction.sql(), entry.id()));
        more.forEach(person -> transaction
                .sql()
                .insertInto(DEPOSITARY_WRITER)
                .set(DEPOSITARY_WRITER.ENTRY_ID, entry.id())
                .set(DEPOSITARY_WRITER.PERSON_ID, person)
                .execute());
    }

    private static void fill(DepositaryEntryRecord row, Entry entry) {
        Content content = entry.content();
        Optional<Correction> correction = content.correction();
        row.setId(entry.id());
        row.setNumber(entry.number());
        row.setVersion(entry.version());
        row.setStatus(entry.status().id());
        row.setState(content.state().iso3());
        row.setAct(content.act().id());
        row.setHappened(content.date().toString());
        row.setEffectiveOn(content.effect().orElse(null));
        row.setSummary(content.summary());
        row.setSource(content.source());
        row.setLink(content.link());
        row.setNote(content.note());
        row.setCorrectsFile(correction.map(one -> one.row().file()).orElse(null));
        row.setCorrectsLine(correction.map(one -> one.row().line()).orElse(null));
        row.setCorrectsFields(correction
                .map(one -> JSON.writeValueAsString(one.row().fields()))
                .orElse(null));
        row.setManner(correction.map(one -> one.manner().id()).orElse(null));
        row.setWhy(correction.map(Correction::why).orElse(null));
        row.setDocumentSha256(entry.document().map(SourceDocument::sha256).orElse(null));
        row.setDocumentName(entry.document().map(SourceDocument::name).orElse(null));
        row.setDocumentType(entry.document().map(SourceDocument::type).orElse(null));
        row.setDocumentBytes(entry.document().map(SourceDocument::bytes).orElse(null));
        row.setAuthorId(entry.author());
        row.setCreatedAt(entry.createdAt());
        row.setChangedAt(entry.changedAt());
        row.setProposedAt(entry.proposedAt().orElse(null));
        row.setSettledById(entry.settled().map(Entry.Settled::by).orElse(null));
        row.setSettledAs(entry.settled().map(Entry.Settled::as).orElse(null));
        row.setSettledAt(entry.settled().map(Entry.Settled::at).orElse(null));
        row.setSettledBecause(entry.settled().map(Entry.Settled::because).orElse(null));
        row.setPlace(entry.place().orElse(null));
    }

    private static Entry entry(DepositaryEntryRecord row, Set<UUID> writers) {
        return new Entry(
                row.getId(),
                row.getNumber(),
                row.getVersion(),
                Status.find(row.getStatus()).orElseThrow(),
                content(row),
                Optional.ofNullable(row.getDocumentSha256())
                        .map(sha256 -> new SourceDocument(
                                sha256, row.getDocumentName(), row.getDocumentType(), row.getDocumentBytes())),
                row.getAuthorId(),
                writers,
                row.getCreatedAt(),
                row.getChangedAt(),
                Optional.ofNullable(row.getProposedAt()),
                Optional.ofNullable(row.getSettledById())
                        .map(by ->
                                new Entry.Settled(by, row.getSettledAs(), row.getSettledAt(), row.getSettledBecause())),
                Optional.ofNullable(row.getPlace()));
    }

    private static Content content(DepositaryEntryRecord row) {
        return new Content(
                new StateCode(row.getState()),
                Act.find(row.getAct()).orElseThrow(),
                PartialDate.find(row.getHappened()).orElseThrow(),
                Optional.ofNullable(row.getEffectiveOn()),
                row.getSummary(),
                row.getSource(),
                row.getLink(),
                row.getNote(),
                Optional.ofNullable(row.getCorrectsFile())
                        .map(file -> new Correction(
                                new RowName(file, row.getCorrectsLine(), fields(row.getCorrectsFields())),
                                Correction.Manner.find(row.getManner()).orElseThrow(),
                                row.getWhy())));
    }

    private static SequencedMap<String, String> fields(String json) {
        return JSON.readValue(json, FIELDS);
    }
}
