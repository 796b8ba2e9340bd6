package org.mineban.victims;

import static mineban.tables.Tables.VICTIM_BREACH;
import static mineban.tables.Tables.VICTIM_CODE;
import static mineban.tables.Tables.VICTIM_EXPORT;
import static mineban.tables.Tables.VICTIM_FILE;
import static mineban.tables.Tables.VICTIM_INDEX_KEY;
import static mineban.tables.Tables.VICTIM_STEP;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mineban.tables.tables.records.VictimFileRecord;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.mineban.audit.AuditEvent;
import org.mineban.kernel.StateCode;
import org.mineban.secrets.Keyring;
import org.mineban.storage.Transaction;

/**
 * Changes the vault's key: a new one seals from now on, everything is sealed anew with it, and the old one is forgotten, so that a copy of it opens
 * nothing that is kept here any more. Interrupted, it leaves both keys and every text readable; run again, it ends the work. Interrupted at its first moment, it
 * also leaves the vault closed to changes until it is run again.
 */
public final class Rekeying {

    private final VaultDoor door;
    private final Vault vault;

    public Rekeying(VaultDoor door, Vault vault) {
        this.door = door;
        this.vault = vault;
    }

    /**
     * What was done.
     *
     * @param files how many identities were sealed anew
     * @param texts how many other texts and photographs
     */
    public record Done(int files, int texts) {}

    /** Changes the key. */
    public Done run(String actor) {
        Keyring before = door.keys();
        Keyring keys = before.rotated();
        String sealing = keys.ids().getLast();
        UUID index = door.database().write(transaction -> {
            transaction
                    .sql()
                    .insertInto(mineban.tables.Tables.VICTIM_VAULT)
                    .set(mineban.tables.Tables.VICTIM_VAULT.ONE, 1)
                    .set(mineban.tables.Tables.VICTIM_VAULT.KEY_NAME, sealing)
                    .set(mineban.tables.Tables.VICTIM_VAULT.USES, 0L)
                    .onConflictDoNothing()
                    .execute();
            VaultDoor.nowSeals(transaction, sealing);
            return NameCodes.make(transaction, keys);
        });
        int files = files(keys, sealing, index);
        int texts = photographs(keys, sealing);
        texts += texts(keys, sealing, VICTIM_STEP, VICTIM_STEP.ID, VICTIM_STEP.SEALED, "victim-step/");
        texts += texts(keys, sealing, VICTIM_EXPORT, VICTIM_EXPORT.ID, VICTIM_EXPORT.SEALED, "victim-export/");
        texts += texts(keys, sealing, VICTIM_BREACH, VICTIM_BREACH.ID, VICTIM_BREACH.SEALED, "victim-breach/");
        Done done = new Done(files, texts);
        door.database().change(transaction -> {
            transaction
                    .sql()
                    .deleteFrom(VICTIM_CODE)
                    .where(VICTIM_CODE.KEY_ID.ne(index))
                    .execute();
            transaction
                    .sql()
                    .deleteFrom(VICTIM_INDEX_KEY)
                    .where(VICTIM_INDEX_KEY.ID.ne(index))
                    .execute();
            door.audit()
                    .add(
                            transaction,
                            new AuditEvent(
                                    actor,
                                    "change-vault-key",
                                    "victim-vault",
                                    sealing,
                                    Optional.empty(),
                                    Optional.empty(),
                                    List.of()));
        });
        keys.withoutOlder();
        return done;
    }

    private static boolean with(String sealing, String sealed) {
        return sealed.startsWith(sealing + ":");
    }

    private int files(Keyring keys, String sealing, UUID index) {
        List<VictimFileRecord> all = door.database()
                .read(sql -> sql.selectFrom(VICTIM_FILE)
                        .where(VICTIM_FILE.SEALED.isNotNull())
                        .fetch());
        for (VictimFileRecord one : all) {
            door.database().change(transaction -> file(transaction, keys, sealing, index, one));
        }
        return all.size();
    }

    private static void file(
            Transaction transaction, Keyring keys, String sealing, UUID index, VictimFileRecord listed) {
        VictimFileRecord row = transaction
                .sql()
                .selectFrom(VICTIM_FILE)
                .where(VICTIM_FILE.STATE.eq(listed.getState()), VICTIM_FILE.VICTIM_NO.eq(listed.getVictimNo()))
                .fetchSingle();
        String sealed = row.getSealed();
        if (sealed == null) {
            return;
        }
        StateCode state = new StateCode(row.getState());
        Identity identity = Vault.open(keys, row);
        if (!with(sealing, sealed)) {
            int changed = transaction
                    .sql()
                    .update(VICTIM_FILE)
                    .set(
                            VICTIM_FILE.SEALED,
                            VaultDoor.seal(keys, identity.json(), Vault.place(state, row.getVictimNo())))
                    .where(
                            VICTIM_FILE.STATE.eq(row.getState()),
                            VICTIM_FILE.VICTIM_NO.eq(row.getVictimNo()),
                            VICTIM_FILE.SEALED.eq(sealed))
                    .execute();
            if (changed != 1) {
                return; // changed this moment, and so sealed with the new key by who changed it
            }
        }
        NameCodes.keep(transaction, keys, state, row.getVictimNo(), identity, index);
    }

    private int photographs(Keyring keys, String sealing) {
        List<VictimFileRecord> all = door.database()
                .read(sql -> sql.selectFrom(VICTIM_FILE)
                        .where(VICTIM_FILE.PHOTO_SHA256.isNotNull())
                        .fetch());
        for (VictimFileRecord one : all) {
            StateCode state = new StateCode(one.getState());
            door.database().change(transaction -> {
                String sha256 = Objects.requireNonNull(one.getPhotoSha256());
                String now = transaction
                        .sql()
                        .select(VICTIM_FILE.PHOTO_SHA256)
                        .from(VICTIM_FILE)
                        .where(VICTIM_FILE.STATE.eq(one.getState()), VICTIM_FILE.VICTIM_NO.eq(one.getVictimNo()))
                        .fetchOne(VICTIM_FILE.PHOTO_SHA256);
                if (!sha256.equals(now)) {
                    return;
                }
                String sealed = vault.sealedPhotograph(transaction.sql(), sha256);
                if (with(sealing, sealed)) {
                    return;
                }
                String place = Vault.photoPlace(state, one.getVictimNo());
                byte[] picture = keys.open(sealed, place);
                vault.forgetPhotograph(transaction, sha256);
                vault.setPhotograph(transaction, state, one.getVictimNo(), keys.seal(picture, place));
            });
        }
        return all.size();
    }

    private <R extends Record> int texts(
            Keyring keys, String sealing, Table<R> table, Field<UUID> id, TableField<R, String> column, String place) {
        List<UUID> ids = door.database()
                .read(sql -> sql.select(id)
                        .from(table)
                        .where(column.startsWith(sealing + ":").not())
                        .fetch(id));
        for (UUID one : ids) {
            door.database().change(transaction -> {
                String sealed = Objects.requireNonNull(transaction
                        .sql()
                        .select(column)
                        .from(table)
                        .where(id.eq(one))
                        .fetchSingle(column));
                if (!with(sealing, sealed)) {
                    byte[] text = keys.open(sealed, place + one);
                    transaction
                            .sql()
                            .update(table)
                            .set(column, keys.seal(text, place + one))
                            .where(id.eq(one), column.eq(sealed))
                            .execute();
                }
            });
        }
        return ids.size();
    }
}
