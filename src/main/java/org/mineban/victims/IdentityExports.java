package org.mineban.victims;

import static mineban.tables.Tables.VICTIM_EXPORT;
import static mineban.tables.Tables.VICTIM_FILE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mineban.tables.tables.records.VictimExportRecord;
import mineban.tables.tables.records.VictimFileRecord;
import org.jooq.DSLContext;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.secrets.Keyring;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Transaction;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Identities taken out of the vault: one person asks and says for whom and why, another confirms, the first takes them, once, within a day. Only those
 * who consented to that sharing are in it.
 */
public final class IdentityExports {

    private static final Duration TO_BE_TAKEN_WITHIN = Duration.ofHours(24);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final VaultDoor door;

    public IdentityExports(VaultDoor door) {
        this.door = door;
    }

    /**
     * A wish to take identities out.
     *
     * @param askedBy the account's UUID
     * @param people how many were taken; empty while none were
     */
    public record Wish(
            UUID id,
            StateCode state,
            Consent.Sharing sharing,
            String receiver,
            String because,
            String askedBy,
            Instant askedAt,
            Optional<String> confirmedBy,
            Optional<Instant> confirmedAt,
            Optional<Instant> takenAt,
            Optional<Integer> people) {}

    /** One person of an export. */
    public record Taken(String victimNo, Identity identity) {}

    private static String place(UUID id) {
        return "victim-export/" + id;
    }

    private static String subject(StateCode state, UUID id) {
        return state.iso3() + "/export/" + id;
    }

    /** Asks for the identities of everybody in a State who consented to that sharing. */
    public UUID ask(Person asking, StateCode state, Consent.Sharing sharing, String receiver, String because) {
        door.require(asking, Permission.VICTIMS_READ_IDENTITY, Thing.of(state), "ask-for-identities", state.iso3());
        String reason = VaultDoor.reason(because);
        if (receiver.isBlank()) {
            throw Refused.wrong("victim-receiver-needed");
        }
        return door.sealing((transaction, keys) -> {
            UUID id = Identifiers.newId();
            String sealed = VaultDoor.seal(
                    keys, JSON.writeValueAsString(Map.of("receiver", receiver.strip(), "because", reason)), place(id));
            transaction
                    .sql()
                    .insertInto(VICTIM_EXPORT)
                    .set(VICTIM_EXPORT.ID, id)
                    .set(VICTIM_EXPORT.STATE, state.iso3())
                    .set(VICTIM_EXPORT.SHARING, sharing.name())
                    .set(VICTIM_EXPORT.SEALED, sealed)
                    .set(VICTIM_EXPORT.ASKED_BY, asking.actor())
                    .set(VICTIM_EXPORT.ASKED_AT, transaction.now())
                    .execute();
            door.add(
                    transaction,
                    asking.actor(),
                    "ask-for-identities",
                    state,
                    subject(state, id),
                    Optional.empty(),
                    List.of(sharing.name()));
            return id;
        });
    }

    /** Every wish of a State, the newest first, for who may ask or confirm. */
    public List<Wish> list(Person reader, StateCode state) {
        if (!door.may(reader, Permission.VICTIMS_READ_IDENTITY, state)) {
            door.require(
                    reader, Permission.VICTIMS_CONFIRM_EXPORT, Thing.of(state), "list-identity-exports", state.iso3());
        }
        List<VictimExportRecord> rows = door.database()
                .read(sql -> sql.selectFrom(VICTIM_EXPORT)
                        .where(VICTIM_EXPORT.STATE.eq(state.iso3()))
                        .orderBy(VICTIM_EXPORT.ASKED_AT.desc(), VICTIM_EXPORT.ID.desc())
                        .fetch());
        return rows.isEmpty()
                ? List.of()
                : door.opening(keys -> rows.stream().map(row -> wish(keys, row)).toList());
    }

    private static Wish wish(Keyring keys, VictimExportRecord row) {
        Map<String, String> texts = JSON.readValue(VaultDoor.open(keys, row.getSealed(), place(row.getId())), TEXTS);
        return new Wish(
                row.getId(),
                new StateCode(row.getState()),
                Consent.Sharing.valueOf(row.getSharing()),
                texts.getOrDefault("receiver", ""),
                texts.getOrDefault("because", ""),
                row.getAskedBy(),
                row.getAskedAt(),
                Optional.ofNullable(row.getConfirmedBy()),
                Optional.ofNullable(row.getConfirmedAt()),
                Optional.ofNullable(row.getTakenAt()),
                Optional.ofNullable(row.getPeople()));
    }

    private static VictimExportRecord get(DSLContext sql, StateCode state, UUID id) {
        return sql.selectFrom(VICTIM_EXPORT)
                .where(VICTIM_EXPORT.ID.eq(id), VICTIM_EXPORT.STATE.eq(state.iso3()))
                .fetchOptional()
                .orElseThrow(() -> Refused.unknown(state, id.toString()));
    }

    /** Confirms a wish. Never by who asked. */
    public void confirm(Person second, StateCode state, UUID id) {
        String subject = subject(state, id);
        if (!door.may(second, Permission.VICTIMS_CONFIRM_EXPORT, state)) {
            door.require(
                    second, Permission.VICTIMS_CONFIRM_EXPORT, Thing.of(state), "confirm-identity-export", subject);
        }
        UUID asked =
                UUID.fromString(door.database().read(sql -> get(sql, state, id)).getAskedBy());
        door.require(
                second,
                Permission.VICTIMS_CONFIRM_EXPORT,
                Thing.of(state).by(asked),
                "confirm-identity-export",
                subject);
        door.database().change(transaction -> {
            int confirmed = transaction
                    .sql()
                    .update(VICTIM_EXPORT)
                    .set(VICTIM_EXPORT.CONFIRMED_BY, second.actor())
                    .set(VICTIM_EXPORT.CONFIRMED_AT, transaction.now())
                    .where(
                            VICTIM_EXPORT.ID.eq(id),
                            VICTIM_EXPORT.CONFIRMED_AT.isNull(),
                            VICTIM_EXPORT.TAKEN_AT.isNull())
                    .execute();
            if (confirmed != 1) {
                throw Refused.notNow("victim-export-not-now");
            }
            door.add(
                    transaction,
                    second.actor(),
                    "confirm-identity-export",
                    state,
                    subject,
                    Optional.empty(),
                    List.of());
        });
    }

    /**
     * Gives the identities to who asked: once, within a day of the confirmation. Each person's file says that it was taken.
     *
     * @throws ProblemException {@code victim-export-not-now}
     */
    public List<Taken> take(Person asking, StateCode state, UUID id) {
        String subject = subject(state, id);
        door.require(asking, Permission.VICTIMS_READ_IDENTITY, Thing.of(state), "take-identities", subject);
        try {
            return door.sealing((transaction, keys) -> take(transaction, keys, asking, state, id));
        } catch (ProblemException failed) {
            door.log(asking.actor(), "take-identities-failed", state, subject, Optional.empty());
            throw failed;
        }
    }

    private List<Taken> take(Transaction transaction, Keyring keys, Person asking, StateCode state, UUID id) {
        VictimExportRecord row = get(transaction.sql(), state, id);
        boolean ready = row.getAskedBy().equals(asking.actor())
                && row.getTakenAt() == null
                && row.getConfirmedAt() != null
                && row.getConfirmedAt().plus(TO_BE_TAKEN_WITHIN).isAfter(transaction.now());
        if (!ready) {
            throw Refused.notNow("victim-export-not-now");
        }
        Consent.Sharing sharing = Consent.Sharing.valueOf(row.getSharing());
        List<Taken> taken = new ArrayList<>();
        List<VictimFileRecord> files = transaction
                .sql()
                .selectFrom(VICTIM_FILE)
                .where(VICTIM_FILE.STATE.eq(state.iso3()), VICTIM_FILE.SEALED.isNotNull())
                .orderBy(VICTIM_FILE.VICTIM_NO)
                .fetch();
        for (VictimFileRecord file : files) {
            Consent consent =
                    Vault.consents(transaction.sql(), state, file.getVictimNo()).get(sharing);
            if (consent != null && consent.answer() == Consent.Answer.YES) {
                taken.add(new Taken(file.getVictimNo(), Vault.open(keys, file)));
            }
        }
        int done = transaction
                .sql()
                .update(VICTIM_EXPORT)
                .set(VICTIM_EXPORT.TAKEN_AT, transaction.now())
                .set(VICTIM_EXPORT.PEOPLE, taken.size())
                .where(VICTIM_EXPORT.ID.eq(id), VICTIM_EXPORT.TAKEN_AT.isNull())
                .execute();
        if (done != 1) {
            throw Refused.notNow("victim-export-not-now");
        }
        for (Taken one : taken) {
            door.add(
                    transaction,
                    asking.actor(),
                    "take-identity",
                    state,
                    VaultDoor.subject(state, one.victimNo()),
                    Optional.of("export " + id),
                    List.of());
        }
        door.add(
                transaction,
                asking.actor(),
                "take-identities",
                state,
                subject(state, id),
                Optional.empty(),
                List.of(Objects.requireNonNull(row.getSharing()) + " " + taken.size()));
        return taken;
    }
}
