package org.mineban.operations;

import static mineban.tables.Tables.REGISTER_VERSION;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import mineban.tables.tables.records.RegisterQuarantineRecord;
import mineban.tables.tables.records.RegisterVersionRecord;
import org.jooq.DSLContext;
import org.jooq.Record6;
import org.jspecify.annotations.Nullable;
import org.mineban.geography.Severity;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Sha256;
import org.mineban.storage.Transaction;
import tools.jackson.databind.json.JsonMapper;

/** Takes rows of a file in batches, sees which are new, changed or known, and writes them when it has a transaction. */
final class ImportWriter {

    private static final int AT_ONCE = 1000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext sql;
    private final @Nullable Transaction transaction;
    private final StateCode state;
    private final Stamp stamp;
    private final ImportCount count;
    private final BesideOthers beside;
    private final List<ImportedRow> waiting = new ArrayList<>();
    private long done;
    private final MessageDigest written = Sha256.digest();

    /**
     * What every version of a batch bears.
     *
     * @param batch its number; 0 when nothing is written
     * @param author who brings the file
     * @param approved whether its records count at once, as those of a list that was approved before
     * @param organisation whose they are; empty for the national office
     */
    record Stamp(long batch, String author, boolean approved, Optional<UUID> organisation, Instant now) {}

    /** The newest version of a record that came from a row before. */
    private record Known(long number, int version, String hash, java.time.LocalDate validFrom, boolean apart) {

        /** Whether the row says what is known; one that was kept apart and is not any more says something else. */
        boolean same(ImportedRow row) {
            return hash.equals(row.origin().hash()) && (!apart || row.quarantined());
        }
    }

    ImportWriter(
            DSLContext sql,
            @Nullable Transaction transaction,
            StateCode state,
            Stamp stamp,
            ImportCount count,
            BesideOthers beside) {
        this.sql = sql;
        this.transaction = transaction;
        this.state = state;
        this.stamp = stamp;
        this.count = count;
        this.beside = beside;
    }

    void take(ImportedRow row) {
        waiting.add(row);
        if (waiting.size() == AT_ONCE) {
            flush();
        }
    }

    /** Does what waits; to be called once at the end. */
    void flush() {
        Map<String, Known> known = known();
        Map<String, Long> parents = parents();
        List<ImportedRow> fresh = new ArrayList<>();
        for (ImportedRow row : waiting) {
            Known before = known.get(name(row));
            if (row.quarantined()) {
                count.quarantined++;
            }
            if (before == null || !before.same(row)) {
                beside.add(row, Optional.ofNullable(before).map(Known::number));
            }
            if (before == null) {
                fresh.add(row);
                count.created += row.quarantined() ? 0 : 1;
            } else if (before.same(row)) {
                count.unchanged += row.quarantined() ? 0 : 1;
            } else {
                count.changed += row.quarantined() ? 0 : 1;
                if (transaction != null) {
                    change(transaction, row, before, parents);
                }
            }
            if (row.content().shape().isEmpty()
                    && (row.content().kind() == Kind.HAZARD || row.content().kind() == Kind.PRODUCT)) {
                count.placeUnknown++;
            }
        }
        if (transaction != null) {
            add(transaction, fresh, parents);
        }
        done += waiting.size();
        count.progress.written(done);
        waiting.clear();
    }

    /** SHA-256 over the records written, in order. */
    String hash() {
        return Sha256.of(written);
    }

    private static String name(ImportedRow row) {
        return row.content().kind().id()
                + '\n'
                + row.origin().source()
                + '\n'
                + row.origin().key();
    }

    private Map<String, Known> known() {
        Map<String, Known> known = new HashMap<>();
        Map<List<String>, List<ImportedRow>> groups = waiting.stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(row.content().kind().id(), row.origin().source())));
        groups.forEach((group, rows) -> {
            for (Record6<Long, Integer, String, java.time.LocalDate, String, String> found : sql.select(
                            REGISTER_VERSION.NUMBER,
                            REGISTER_VERSION.VERSION,
                            REGISTER_VERSION.SOURCE_HASH,
                            REGISTER_VERSION.VALID_FROM_ON,
                            REGISTER_VERSION.SOURCE_KEY,
                            REGISTER_VERSION.APPROVAL)
                    .from(REGISTER_VERSION)
                    .where(
                            REGISTER_VERSION.STATE.eq(state.iso3()),
                            REGISTER_VERSION.KIND.eq(group.getFirst()),
                            REGISTER_VERSION.SOURCE.eq(group.getLast()),
                            REGISTER_VERSION.SOURCE_KEY.in(
                                    rows.stream().map(row -> row.origin().key()).toList()),
                            REGISTER_VERSION.LATEST.eq(1))) {
                known.put(
                        group.getFirst() + '\n' + group.getLast() + '\n' + found.value5(),
                        new Known(
                                found.value1(),
                                found.value2(),
                                found.value3(),
                                found.value4(),
                                found.value6().equals(Approval.QUARANTINED.id())));
            }
        });
        return known;
    }

    /** The numbers of the records that rows belong to, by kind and code. */
    private Map<String, Long> parents() {
        Map<String, Long> numbers = new HashMap<>();
        Map<Kind, List<String>> wanted = new HashMap<>();
        for (ImportedRow row : waiting) {
            Links.parentField(row.content())
                    .ifPresent(parent -> wanted.computeIfAbsent(parent.kind(), kind -> new ArrayList<>())
                            .add(row.parent().orElseThrow()));
        }
        wanted.forEach((kind, codes) -> sql.select(REGISTER_VERSION.CODE, REGISTER_VERSION.NUMBER)
                .from(REGISTER_VERSION)
                .where(
                        REGISTER_VERSION.STATE.eq(state.iso3()),
                        REGISTER_VERSION.KIND.eq(kind.id()),
                        REGISTER_VERSION.CODE.in(codes),
                        REGISTER_VERSION.LATEST.eq(1))
                .forEach(found -> numbers.put(kind.id() + '\n' + found.value1(), found.value2())));
        for (ImportedRow row : waiting) {
            if (row.parent().isPresent() && parent(row, numbers).isEmpty()) {
                String field = Links.parentField(row.content()).orElseThrow().name();
                count.add(new Finding(
                        "V-62",
                        Severity.WARNS,
                        row.line(),
                        field,
                        "check-finding.v-62",
                        Map.of("field", field, "target", row.parent().orElseThrow())));
            }
        }
        return numbers;
    }

    private static OptionalLong parent(ImportedRow row, Map<String, Long> numbers) {
        Long number = Links.parentField(row.content())
                .map(parent ->
                        numbers.get(parent.kind().id() + '\n' + row.parent().orElseThrow()))
                .orElse(null);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private void add(Transaction into, List<ImportedRow> rows, Map<String, Long> parents) {
        if (rows.isEmpty()) {
            return;
        }
        long number = RegisterRows.takeNumbers(into, state, rows.size());
        List<RegisterVersionRecord> records = new ArrayList<>();
        List<RegisterQuarantineRecord> quarantined = new ArrayList<>();
        for (ImportedRow row : rows) {
            RegisterVersion version = stamped(
                    RegisterVersion.first(
                            state,
                            number,
                            Identifiers.newId(),
                            named(row.content(), number),
                            stamp.now(),
                            stamp.author(),
                            stamp.organisation()),
                    row);
            records.add(RegisterRows.row(version, parent(row, parents)));
            note(version);
            if (row.quarantined()) {
                quarantined.add(quarantine(row, number));
            }
            number++;
        }
        RegisterRows.insertAll(into, records);
        into.sql().batchInsert(quarantined).execute();
    }

    private void change(Transaction into, ImportedRow row, Known before, Map<String, Long> parents) {
        RegisterVersion now = Objects.requireNonNull(
                RegisterRows.latest(into.sql(), state, before.number()).orElse(null));
        Content content = row.content().code().isEmpty()
                ? new Content(
                        row.content().kind(),
                        now.code(),
                        row.content().validFrom(),
                        row.content().fields(),
                        row.content().shape(),
                        row.content().shapeAsGiven())
                : row.content();
        boolean later = content.validFrom().isAfter(before.validFrom());
        RegisterVersion version = stamped(
                now.next(
                        content,
                        later ? Optional.empty() : Optional.of(now.version()),
                        stamp.now(),
                        stamp.author(),
                        ""),
                row);
        RegisterRows.insert(into, version, parent(row, parents));
        RegisterRows.noLongerLatest(into, state, version.number(), version.version());
        if (version.approval() == Approval.APPROVED) {
            RegisterRows.order(into, state, version.number());
        }
        note(version);
        if (row.quarantined()) {
            into.sql().executeInsert(quarantine(row, version.number()));
        }
    }

    private RegisterVersion stamped(RegisterVersion version, ImportedRow row) {
        Approval approval =
                row.quarantined() ? Approval.QUARANTINED : stamp.approved() ? Approval.APPROVED : Approval.SUBMITTED;
        RegisterVersion at = version.from(stamp.batch(), row.origin())
                .at(
                        approval,
                        Optional.empty(),
                        approval == Approval.APPROVED ? Optional.of(stamp.author()) : Optional.empty(),
                        "");
        return approval == Approval.APPROVED ? at.approvedAt(stamp.now()) : at;
    }

    /** A record to which its file gives no code is called by its kind and number. */
    private static Content named(Content content, long number) {
        return content.code().isEmpty()
                ? new Content(
                        content.kind(),
                        content.kind().id().toUpperCase(java.util.Locale.ROOT).charAt(0) + "-" + number,
                        content.validFrom(),
                        content.fields(),
                        content.shape(),
                        content.shapeAsGiven())
                : content;
    }

    private RegisterQuarantineRecord quarantine(ImportedRow row, long number) {
        RegisterQuarantineRecord record = new RegisterQuarantineRecord();
        record.setState(state.iso3());
        record.setBatch(stamp.batch());
        record.setLine(row.line());
        record.setCells(JSON.writeValueAsString(row.cells()));
        record.setChecks(row.findings().stream()
                .filter(Finding::blocks)
                .map(Finding::check)
                .distinct()
                .collect(Collectors.joining(" ")));
        record.setFindings(JSON.writeValueAsString(row.findings().stream()
                .filter(Finding::blocks)
                .map(finding -> Map.of(
                        "check", finding.check(),
                        "field", finding.field(),
                        "message", finding.message(),
                        "values", finding.values()))
                .toList()));
        record.setRecord(number);
        return record;
    }

    private void note(RegisterVersion version) {
        String line = version.number() + ":" + version.version() + ":"
                + version.origin().map(Origin::hash).orElse("") + "\n";
        written.update(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
