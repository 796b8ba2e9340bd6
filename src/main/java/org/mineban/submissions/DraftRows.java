package org.mineban.submissions;

import static mineban.tables.Tables.REPORT_DRAFT;
import static mineban.tables.Tables.REPORT_DRAFT_PART;
import static mineban.tables.Tables.REPORT_DRAFT_REVISION;
import static mineban.tables.Tables.REPORT_DRAFT_WRITER;
import static mineban.tables.Tables.REPORT_NOTE;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mineban.tables.tables.records.ReportDraftPartRecord;
import mineban.tables.tables.records.ReportDraftRecord;
import mineban.tables.tables.records.ReportDraftRevisionRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.mineban.kernel.StateCode;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportJson;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Transaction;

/** Drafts in the database. */
final class DraftRows {

    private DraftRows() {}

    static Optional<Draft> find(DSLContext sql, UUID id) {
        return sql.selectFrom(REPORT_DRAFT).where(REPORT_DRAFT.ID.eq(id)).fetchOptional(row -> draft(sql, row));
    }

    /** The newest round of a State and year. */
    static Optional<Draft> newest(DSLContext sql, StateCode state, int year) {
        return sql.selectFrom(REPORT_DRAFT)
                .where(REPORT_DRAFT.STATE.eq(state.iso3()), REPORT_DRAFT.YEAR_COVERED.eq(year))
                .orderBy(REPORT_DRAFT.ROUND.desc())
                .limit(1)
                .fetchOptional(row -> draft(sql, row));
    }

    static List<Draft> ofState(DSLContext sql, StateCode state) {
        return sql.selectFrom(REPORT_DRAFT)
                .where(REPORT_DRAFT.STATE.eq(state.iso3()))
                .orderBy(REPORT_DRAFT.YEAR_COVERED.desc(), REPORT_DRAFT.ROUND.desc())
                .fetch(row -> draft(sql, row));
    }

    private static Draft draft(DSLContext sql, ReportDraftRecord row) {
        Map<String, Integer> aside = new HashMap<>();
        sql.select(REPORT_DRAFT_REVISION.PART, DSL.count())
                .from(REPORT_DRAFT_REVISION)
                .where(
                        REPORT_DRAFT_REVISION.DRAFT_ID.eq(row.getId()),
                        REPORT_DRAFT_REVISION.REVISION.isNull(),
                        REPORT_DRAFT_REVISION.SETTLED_AT.isNull())
                .groupBy(REPORT_DRAFT_REVISION.PART)
                .forEach(found -> aside.put(found.value1(), found.value2()));
        List<DraftPart> parts = sql
                .selectFrom(REPORT_DRAFT_PART)
                .where(REPORT_DRAFT_PART.DRAFT_ID.eq(row.getId()))
                .fetch(part -> part(part, aside.getOrDefault(part.getPart(), 0)))
                .stream()
                .sorted(Comparator.comparingInt(one -> Part.all().indexOf(one.part())))
                .toList();
        Set<UUID> writers = new HashSet<>(sql.select(REPORT_DRAFT_WRITER.PERSON_ID)
                .from(REPORT_DRAFT_WRITER)
                .where(REPORT_DRAFT_WRITER.DRAFT_ID.eq(row.getId()))
                .fetch(REPORT_DRAFT_WRITER.PERSON_ID));
        return new Draft(
                row.getId(),
                new StateCode(row.getState()),
                row.getYearCovered(),
                row.getRound(),
                DraftStatus.of(row.getStatus()),
                row.getVersion(),
                Optional.ofNullable(row.getFromSubmissionId()),
                writers,
                parts,
                row.getOpenedAt(),
                row.getChangedAt(),
                Optional.ofNullable(row.getClearedById()),
                Optional.ofNullable(row.getCertifiedOrganisation())
                        .map(authority -> new Certification(
                                authority, Objects.requireNonNullElse(row.getCertifiedFunction(), ""))));
    }

    private static DraftPart part(ReportDraftPartRecord row, int aside) {
        return new DraftPart(
                Part.find(row.getPart()).orElseThrow(),
                text(row.getContent()),
                row.getRevision(),
                Progress.of(row.getProgress()),
                row.getReturnedBecause(),
                Optional.ofNullable(row.getWriterId()),
                row.getChangedAt(),
                aside);
    }

    private static Report text(String json) {
        return ReportJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    static void insert(Transaction transaction, Draft draft, UUID opener) {
        ReportDraftRecord row = transaction.sql().newRecord(REPORT_DRAFT);
        row.setId(draft.id());
        row.setState(draft.state().iso3());
        row.setYearCovered(draft.year());
        row.setRound(draft.round());
        row.setStatus(draft.status().key());
        row.setVersion(draft.version());
        row.setFromSubmissionId(draft.from().orElse(null));
        row.setOpenedById(opener);
        row.setOpenedAt(draft.openedAt());
        row.setChangedAt(draft.changedAt());
        row.insert();
        for (DraftPart part : draft.parts()) {
            ReportDraftPartRecord one = transaction.sql().newRecord(REPORT_DRAFT_PART);
            one.setDraftId(draft.id());
            one.setPart(part.part().key());
            one.setRevision(part.revision());
            one.setProgress(part.progress().key());
            one.setContent(ReportJson.write(part.text()));
            one.setReturnedBecause("");
            one.setChangedAt(part.changedAt());
            one.insert();
            keep(transaction, draft.id(), part.part(), Optional.of(part.revision()), 0, part.text(), opener);
        }
    }

    /** Keeps a text that was saved: as the revision of that number, or aside. */
    static UUID keep(
            Transaction transaction,
            UUID draft,
            Part part,
            Optional<Integer> revision,
            int beganFrom,
            Report text,
            UUID writer) {
        ReportDraftRevisionRecord row = transaction.sql().newRecord(REPORT_DRAFT_REVISION);
        row.setId(Identifiers.newId());
        row.setDraftId(draft);
        row.setPart(part.key());
        row.setRevision(revision.orElse(null));
        row.setBeganFrom(beganFrom);
        row.setContent(ReportJson.write(text));
        row.setWriterId(writer);
        row.setRecordedAt(transaction.now());
        row.insert();
        return row.getId();
    }

    /** Writes a part over the revision that the writer began from; whether that was still the one in the database. */
    static boolean update(
            Transaction transaction,
            UUID draft,
            Part part,
            int beganFrom,
            Report text,
            Progress progress,
            UUID writer) {
        int changed = transaction
                .sql()
                .update(REPORT_DRAFT_PART)
                .set(REPORT_DRAFT_PART.CONTENT, ReportJson.write(text))
                .set(REPORT_DRAFT_PART.REVISION, beganFrom + 1)
                .set(REPORT_DRAFT_PART.PROGRESS, progress.key())
                .set(REPORT_DRAFT_PART.WRITER_ID, writer)
                .set(REPORT_DRAFT_PART.CHANGED_AT, transaction.now())
                .where(
                        REPORT_DRAFT_PART.DRAFT_ID.eq(draft),
                        REPORT_DRAFT_PART.PART.eq(part.key()),
                        REPORT_DRAFT_PART.REVISION.eq(beganFrom))
                .execute();
        return changed == 1;
    }

    static void progress(Transaction transaction, UUID draft, Part part, Progress progress, String because) {
        transaction
                .sql()
                .update(REPORT_DRAFT_PART)
                .set(REPORT_DRAFT_PART.PROGRESS, progress.key())
                .set(REPORT_DRAFT_PART.RETURNED_BECAUSE, because)
                .where(REPORT_DRAFT_PART.DRAFT_ID.eq(draft), REPORT_DRAFT_PART.PART.eq(part.key()))
                .execute();
    }

    static void addWriter(Transaction transaction, UUID draft, UUID person) {
        transaction
                .sql()
                .insertInto(REPORT_DRAFT_WRITER)
                .set(REPORT_DRAFT_WRITER.DRAFT_ID, draft)
                .set(REPORT_DRAFT_WRITER.PERSON_ID, person)
                .onConflictDoNothing()
                .execute();
        transaction
                .sql()
                .update(REPORT_DRAFT)
                .set(REPORT_DRAFT.CHANGED_AT, transaction.now())
                .where(REPORT_DRAFT.ID.eq(draft))
                .execute();
    }

    /**
     * Moves a draft on; whether it was still at that version.
     *
     * @param cleared who approves it, and for which authority; empty for every other step
     */
    static boolean move(Transaction transaction, UUID draft, int version, DraftStatus to, Optional<Cleared> cleared) {
        var update = transaction
                .sql()
                .update(REPORT_DRAFT)
                .set(REPORT_DRAFT.STATUS, to.key())
                .set(REPORT_DRAFT.VERSION, version + 1)
                .set(REPORT_DRAFT.CHANGED_AT, transaction.now());
        if (cleared.isPresent()) {
            update = update.set(REPORT_DRAFT.CLEARED_BY_ID, cleared.get().by())
                    .set(REPORT_DRAFT.CLEARED_AT, transaction.now())
                    .set(
                            REPORT_DRAFT.CERTIFIED_ORGANISATION,
                            cleared.get().authority().organisation())
                    .set(
                            REPORT_DRAFT.CERTIFIED_FUNCTION,
                            cleared.get().authority().function());
        } else if (to != DraftStatus.SUBMITTED) {
            update = update.setNull(REPORT_DRAFT.CERTIFIED_ORGANISATION).setNull(REPORT_DRAFT.CERTIFIED_FUNCTION);
        }
        return update.where(REPORT_DRAFT.ID.eq(draft), REPORT_DRAFT.VERSION.eq(version))
                        .execute()
                == 1;
    }

    /** Who approves a draft, and for which authority. */
    record Cleared(UUID by, Certification authority) {}

    /** A text as it was saved, or set aside. */
    record Saved(
            UUID id,
            Part part,
            Optional<Integer> revision,
            int beganFrom,
            Report text,
            UUID writer,
            java.time.Instant at) {}

    static Optional<Saved> aside(DSLContext sql, UUID draft, Part part) {
        return sql.selectFrom(REPORT_DRAFT_REVISION)
                .where(
                        REPORT_DRAFT_REVISION.DRAFT_ID.eq(draft),
                        REPORT_DRAFT_REVISION.PART.eq(part.key()),
                        REPORT_DRAFT_REVISION.REVISION.isNull(),
                        REPORT_DRAFT_REVISION.SETTLED_AT.isNull())
                .orderBy(REPORT_DRAFT_REVISION.RECORDED_AT)
                .limit(1)
                .fetchOptional(DraftRows::saved);
    }

    static Optional<Saved> revision(DSLContext sql, UUID draft, Part part, int revision) {
        return sql.selectFrom(REPORT_DRAFT_REVISION)
                .where(
                        REPORT_DRAFT_REVISION.DRAFT_ID.eq(draft),
                        REPORT_DRAFT_REVISION.PART.eq(part.key()),
                        REPORT_DRAFT_REVISION.REVISION.eq(revision))
                .fetchOptional(DraftRows::saved);
    }

    static boolean settle(Transaction transaction, UUID aside) {
        return transaction
                        .sql()
                        .update(REPORT_DRAFT_REVISION)
                        .set(REPORT_DRAFT_REVISION.SETTLED_AT, transaction.now())
                        .where(REPORT_DRAFT_REVISION.ID.eq(aside), REPORT_DRAFT_REVISION.SETTLED_AT.isNull())
                        .execute()
                == 1;
    }

    private static Saved saved(ReportDraftRevisionRecord row) {
        return new Saved(
                row.getId(),
                Part.find(row.getPart()).orElseThrow(),
                Optional.ofNullable(row.getRevision()),
                row.getBeganFrom(),
                text(row.getContent()),
                row.getWriterId(),
                row.getRecordedAt());
    }

    static void insert(Transaction transaction, StateCode state, Optional<UUID> draft, DraftNote note) {
        transaction
                .sql()
                .insertInto(REPORT_NOTE)
                .set(REPORT_NOTE.ID, note.id())
                .set(REPORT_NOTE.STATE, state.iso3())
                .set(REPORT_NOTE.YEAR_COVERED, note.year())
                .set(REPORT_NOTE.DRAFT_ID, draft.orElse(null))
                .set(REPORT_NOTE.KIND, note.kind().key())
                .set(REPORT_NOTE.PLACE, note.place())
                .set(REPORT_NOTE.CONTENT, note.text())
                .set(REPORT_NOTE.AUTHOR_ID, note.author())
                .set(REPORT_NOTE.RECORDED_AT, note.at())
                .execute();
    }

    static List<DraftNote> notes(DSLContext sql, StateCode state) {
        return sql.selectFrom(REPORT_NOTE)
                .where(REPORT_NOTE.STATE.eq(state.iso3()))
                .orderBy(REPORT_NOTE.RECORDED_AT.desc())
                .fetch(row -> new DraftNote(
                        row.getId(),
                        DraftNote.Kind.of(row.getKind()),
                        row.getYearCovered(),
                        row.getPlace(),
                        row.getContent(),
                        row.getAuthorId(),
                        row.getRecordedAt(),
                        Optional.ofNullable(row.getSettledAt())));
    }

    static void settleNote(Transaction transaction, StateCode state, UUID note) {
        transaction
                .sql()
                .update(REPORT_NOTE)
                .set(REPORT_NOTE.SETTLED_AT, transaction.now())
                .where(REPORT_NOTE.ID.eq(note), REPORT_NOTE.STATE.eq(state.iso3()), REPORT_NOTE.SETTLED_AT.isNull())
                .execute();
    }
}
