package org.mineban.victims;

import static mineban.tables.Tables.VICTIM_BREACH;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mineban.tables.tables.records.VictimBreachRecord;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Identifiers;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The log of breaches: when identities became known to who should not know them, and what was done. Entries are added, never changed. */
public final class Breaches {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final VaultDoor door;

    public Breaches(VaultDoor door) {
        this.door = door;
    }

    /**
     * A breach.
     *
     * @param people how many people it concerns; empty when that is not known
     * @param what what happened
     * @param done what was done, and who was told; may be empty
     */
    public record Breach(
            UUID id,
            LocalDate noticedOn,
            Optional<Integer> people,
            String what,
            String done,
            String recordedBy,
            Instant recordedAt) {}

    private static String place(UUID id) {
        return "victim-breach/" + id;
    }

    /** Notes a breach. */
    public void add(
            Person writer, StateCode state, LocalDate noticedOn, Optional<Integer> people, String what, String done) {
        door.require(writer, Permission.VICTIMS_WRITE, Thing.of(state), "note-breach", state.iso3());
        String told = VaultDoor.reason(what);
        door.sealing((transaction, keys) -> {
            if (noticedOn.isAfter(LocalDate.ofInstant(transaction.now(), ZoneOffset.UTC))) {
                throw Refused.wrong("victim-breach-ahead", noticedOn.toString());
            }
            UUID id = Identifiers.newId();
            transaction
                    .sql()
                    .insertInto(VICTIM_BREACH)
                    .set(VICTIM_BREACH.ID, id)
                    .set(VICTIM_BREACH.STATE, state.iso3())
                    .set(VICTIM_BREACH.NOTICED_ON, noticedOn)
                    .set(VICTIM_BREACH.PEOPLE, people.orElse(null))
                    .set(
                            VICTIM_BREACH.SEALED,
                            VaultDoor.seal(
                                    keys,
                                    JSON.writeValueAsString(Map.of("what", told, "done", done.strip())),
                                    place(id)))
                    .set(VICTIM_BREACH.RECORDED_BY, writer.actor())
                    .set(VICTIM_BREACH.RECORDED_AT, transaction.now())
                    .execute();
            door.add(
                    transaction,
                    writer.actor(),
                    "note-breach",
                    state,
                    state.iso3() + "/breach/" + id,
                    Optional.empty(),
                    List.of());
            return id;
        });
    }

    /** Every breach noted in a State, the newest first. */
    public List<Breach> list(Person reader, StateCode state) {
        door.require(reader, Permission.VICTIMS_WRITE, Thing.of(state), "list-breaches", state.iso3());
        List<VictimBreachRecord> rows = door.database()
                .read(sql -> sql.selectFrom(VICTIM_BREACH)
                        .where(VICTIM_BREACH.STATE.eq(state.iso3()))
                        .orderBy(VICTIM_BREACH.RECORDED_AT.desc(), VICTIM_BREACH.ID.desc())
                        .fetch());
        if (rows.isEmpty()) {
            return List.of();
        }
        return door.opening(keys -> rows.stream()
                .map(row -> {
                    Map<String, String> texts =
                            JSON.readValue(VaultDoor.open(keys, row.getSealed(), place(row.getId())), TEXTS);
                    return new Breach(
                            row.getId(),
                            row.getNoticedOn(),
                            Optional.ofNullable(row.getPeople()),
                            texts.getOrDefault("what", ""),
                            texts.getOrDefault("done", ""),
                            row.getRecordedBy(),
                            row.getRecordedAt());
                })
                .toList());
    }
}
