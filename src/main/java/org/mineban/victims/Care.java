package org.mineban.victims;

import static mineban.tables.Tables.VICTIM_FILE;
import static mineban.tables.Tables.VICTIM_STEP;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mineban.tables.tables.records.VictimStepRecord;
import org.jooq.DSLContext;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.kernel.StateCode;
import org.mineban.secrets.Keyring;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Transaction;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Services, referrals and follow-up of a victim, by number. */
public final class Care {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final VaultDoor door;

    public Care(VaultDoor door) {
        this.door = door;
    }

    /**
     * A step as it is entered.
     *
     * @param doneOn empty while it goes on or is awaited
     */
    public record Entry(
            CareStep.Kind kind,
            CareStep.Service service,
            LocalDate beganOn,
            Optional<LocalDate> doneOn,
            String provider,
            String note) {}

    private static String place(UUID id) {
        return "victim-step/" + id;
    }

    private static String sealed(Keyring keys, UUID id, String provider, String note) {
        return VaultDoor.seal(keys, JSON.writeValueAsString(Map.of("provider", provider, "note", note)), place(id));
    }

    /** Records a step. The victim need not have a file in the vault. */
    public void add(Person writer, StateCode state, String victimNo, Entry entry) {
        String subject = VaultDoor.subject(state, victimNo);
        door.require(writer, Permission.VICTIMS_WRITE, Thing.of(state), "add-care", subject);
        if (entry.doneOn().filter(done -> done.isBefore(entry.beganOn())).isPresent()) {
            throw Refused.wrong("victim-care-dates", entry.doneOn().get().toString());
        }
        door.sealing((transaction, keys) -> {
            UUID id = Identifiers.newId();
            transaction
                    .sql()
                    .insertInto(VICTIM_STEP)
                    .set(VICTIM_STEP.ID, id)
                    .set(VICTIM_STEP.STATE, state.iso3())
                    .set(VICTIM_STEP.VICTIM_NO, victimNo)
                    .set(VICTIM_STEP.KIND, entry.kind().name())
                    .set(VICTIM_STEP.SERVICE, entry.service().name())
                    .set(VICTIM_STEP.BEGAN_ON, entry.beganOn())
                    .set(VICTIM_STEP.DONE_ON, entry.doneOn().orElse(null))
                    .set(
                            VICTIM_STEP.SEALED,
                            sealed(
                                    keys,
                                    id,
                                    entry.provider().strip(),
                                    entry.note().strip()))
                    .set(VICTIM_STEP.RECORDED_BY, writer.actor())
                    .set(VICTIM_STEP.RECORDED_AT, transaction.now())
                    .execute();
            door.add(
                    transaction,
                    writer.actor(),
                    "add-care",
                    state,
                    subject,
                    Optional.empty(),
                    List.of(entry.kind().name() + " " + entry.service().name()));
            return id;
        });
    }

    /** Says that a step ended on that day. */
    public void done(Person writer, StateCode state, String victimNo, UUID id, LocalDate on) {
        String subject = VaultDoor.subject(state, victimNo);
        door.require(writer, Permission.VICTIMS_WRITE, Thing.of(state), "end-care", subject);
        door.database().change(transaction -> {
            VictimStepRecord row = transaction
                    .sql()
                    .selectFrom(VICTIM_STEP)
                    .where(
                            VICTIM_STEP.ID.eq(id),
                            VICTIM_STEP.STATE.eq(state.iso3()),
                            VICTIM_STEP.VICTIM_NO.eq(victimNo))
                    .fetchOne();
            if (row == null) {
                throw Refused.unknown(state, victimNo);
            }
            if (on.isBefore(row.getBeganOn())) {
                throw Refused.wrong("victim-care-dates", on.toString());
            }
            transaction
                    .sql()
                    .update(VICTIM_STEP)
                    .set(VICTIM_STEP.DONE_ON, on)
                    .where(VICTIM_STEP.ID.eq(id))
                    .execute();
            door.add(
                    transaction,
                    writer.actor(),
                    "end-care",
                    state,
                    subject,
                    Optional.empty(),
                    List.of(row.getKind() + " " + row.getService()));
        });
    }

    /** Every step of a victim, the earliest first. */
    public List<CareStep> list(Person reader, StateCode state, String victimNo) {
        String subject = VaultDoor.subject(state, victimNo);
        door.require(reader, Permission.VICTIMS_WRITE, Thing.of(state), "read-victim-file", subject);
        List<VictimStepRecord> rows = door.database().read(sql -> rows(sql, state, victimNo));
        if (rows.isEmpty()) {
            return List.of();
        }
        return door.opening(keys -> rows.stream()
                .map(row -> {
                    Map<String, String> texts =
                            JSON.readValue(VaultDoor.open(keys, row.getSealed(), place(row.getId())), TEXTS);
                    return new CareStep(
                            row.getId(),
                            CareStep.Kind.valueOf(row.getKind()),
                            CareStep.Service.valueOf(row.getService()),
                            row.getBeganOn(),
                            Optional.ofNullable(row.getDoneOn()),
                            texts.getOrDefault("provider", ""),
                            texts.getOrDefault("note", ""),
                            row.getRecordedBy(),
                            row.getRecordedAt());
                })
                .toList());
    }

    private static List<VictimStepRecord> rows(DSLContext sql, StateCode state, String victimNo) {
        return sql.selectFrom(VICTIM_STEP)
                .where(VICTIM_STEP.STATE.eq(state.iso3()), VICTIM_STEP.VICTIM_NO.eq(victimNo))
                .orderBy(VICTIM_STEP.BEGAN_ON, VICTIM_STEP.ID)
                .fetch();
    }

    /** The numbers of victims who have a file and no step of care at all. */
    public List<String> withoutCare(Person reader, StateCode state) {
        door.require(reader, Permission.VICTIMS_WRITE, Thing.of(state), "list-victims", state.iso3());
        return door.database()
                .read(sql -> sql.select(VICTIM_FILE.VICTIM_NO)
                        .from(VICTIM_FILE)
                        .leftAntiJoin(VICTIM_STEP)
                        .on(VICTIM_STEP.STATE.eq(VICTIM_FILE.STATE), VICTIM_STEP.VICTIM_NO.eq(VICTIM_FILE.VICTIM_NO))
                        .where(VICTIM_FILE.STATE.eq(state.iso3()))
                        .orderBy(VICTIM_FILE.VICTIM_NO)
                        .fetch(VICTIM_FILE.VICTIM_NO));
    }

    /** Takes providers and notes away; kinds and dates, which say nothing of who it was, stay. */
    static void forgetTexts(Transaction transaction, Keyring keys, StateCode state, String victimNo) {
        for (VictimStepRecord row : rows(transaction.sql(), state, victimNo)) {
            reseal(transaction, row.getId(), sealed(keys, row.getId(), "", ""));
        }
    }

    private static void reseal(Transaction transaction, UUID id, String sealed) {
        transaction
                .sql()
                .update(VICTIM_STEP)
                .set(VICTIM_STEP.SEALED, sealed)
                .where(VICTIM_STEP.ID.eq(id))
                .execute();
    }
}
