package org.mineban.victims;

import static mineban.tables.Tables.VICTIM_VAULT;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.mineban.accounts.Access;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.kernel.StateCode;
import org.mineban.secrets.Keyring;
import org.mineban.storage.Database;
import org.mineban.storage.Transaction;

/**
 * The way into the vault: who may, what the audit trail says of it, and the keys. The key file is read each time, so that a server that runs while the
 * keys are changed goes on with the new ones.
 */
public final class VaultDoor {

    /** What the audit trail calls a victim's file. */
    public static final String SUBJECT = "victim-file";

    private static final int THE_ONE = 1;
    private static final int SHORTEST_REASON = 10;

    private final Database database;
    private final AuditTrail audit;
    private final Access access;
    private final Path keyFile;

    /**
     * @param keyFile the vault's own keys, apart from those that seal other secrets; made when the first identity is recorded
     */
    public VaultDoor(Database database, AuditTrail audit, Access access, Path keyFile) {
        this.database = database;
        this.audit = audit;
        this.access = access;
        this.keyFile = keyFile;
    }

    /** Where the vault's keys are: {@code victim-keys} beside the keys of the installation. */
    public static Path keyFileBeside(Path keyFile) {
        return keyFile.resolveSibling("victim-keys");
    }

    Database database() {
        return database;
    }

    AuditTrail audit() {
        return audit;
    }

    boolean may(Person person, Permission permission, StateCode state) {
        return access.allows(Optional.of(person), permission, Thing.of(state));
    }

    /** Lets nobody past who may not; that they tried is in the audit trail. */
    void require(Person person, Permission permission, Thing thing, String action, String subject) {
        if (!access.allows(Optional.of(person), permission, thing)) {
            log(person.actor(), action + "-refused", thing.state().orElseThrow(), subject, Optional.empty());
            access.require(Optional.of(person), permission, thing);
        }
    }

    /** Adds an entry that tells of no change: a reading, a refusal, a failure. It is kept when this returns. */
    void log(String actor, String action, StateCode state, String subject, Optional<String> reason) {
        database.change(transaction -> add(transaction, actor, action, state, subject, reason, List.of()));
    }

    /** Adds an entry of a change, which names what changed and never says from what to what. */
    void add(
            Transaction transaction,
            String actor,
            String action,
            StateCode state,
            String subject,
            Optional<String> reason,
            List<String> concerns) {
        audit.add(
                transaction,
                new AuditEvent(
                        actor,
                        action,
                        SUBJECT,
                        subject,
                        Optional.of(state),
                        reason,
                        concerns.isEmpty()
                                ? List.of()
                                : List.of(new Change(
                                        "concerns", Optional.empty(), Optional.of(String.join(", ", concerns))))));
    }

    static String subject(StateCode state, String victimNo) {
        return state.iso3() + "/" + victimNo;
    }

    /** A reason that says something. */
    static String reason(String text) {
        String reason = text.strip();
        if (reason.codePoints().filter(Character::isLetter).count() < SHORTEST_REASON
                && reason.codePoints().noneMatch(Character::isIdeographic)) {
            throw Refused.wrong("victim-reason-needed");
        }
        return reason;
    }

    /** The keys, made when nothing is sealed yet. */
    Keyring keys() {
        boolean sealed = database.read(sql -> sql.fetchExists(VICTIM_VAULT));
        return Keyring.open(keyFile, sealed);
    }

    /**
     * A change that seals something. It is refused when the key that seals in the file is not the one that seals by the database: another file, an old
     * one, or one that is being changed now.
     */
    <T> T sealing(BiFunction<Transaction, Keyring, T> writing) {
        Keyring keys = keys();
        String sealing = keys.ids().getLast();
        return database.write(transaction -> {
            DSLContext sql = transaction.sql();
            sql.insertInto(VICTIM_VAULT)
                    .set(VICTIM_VAULT.ONE, THE_ONE)
                    .set(VICTIM_VAULT.KEY_NAME, sealing)
                    .set(VICTIM_VAULT.USES, 0L)
                    .onConflictDoNothing()
                    .execute();
            int fits = sql.update(VICTIM_VAULT)
                    .set(VICTIM_VAULT.USES, VICTIM_VAULT.USES.plus(1))
                    .where(VICTIM_VAULT.ONE.eq(THE_ONE), VICTIM_VAULT.KEY_NAME.eq(sealing))
                    .execute();
            if (fits != 1) {
                throw doNotFit();
            }
            return writing.apply(transaction, keys);
        });
    }

    private RuntimeException doNotFit() {
        return new org.mineban.kernel.Problem(
                        "keys-do-not-fit",
                        org.mineban.kernel.Problem.Kind.CANNOT_BE_DONE,
                        java.util.Map.of("value", keyFile.toString()))
                .asException();
    }

    /** From now on that key seals. */
    static void nowSeals(Transaction transaction, String keyName) {
        transaction
                .sql()
                .update(VICTIM_VAULT)
                .set(VICTIM_VAULT.KEY_NAME, keyName)
                .execute();
    }

    <T> T opening(Function<Keyring, T> reading) {
        return reading.apply(keys());
    }

    static String seal(Keyring keys, String text, String place) {
        return keys.seal(text.getBytes(StandardCharsets.UTF_8), place);
    }

    static String open(Keyring keys, String sealed, String place) {
        return new String(keys.open(sealed, place), StandardCharsets.UTF_8);
    }
}
