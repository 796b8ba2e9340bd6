package org.mineban.victims;

import static mineban.tables.Tables.VICTIM_CONSENT;
import static mineban.tables.Tables.VICTIM_FILE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mineban.tables.tables.records.VictimFileRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.audit.AuditEntry;
import org.mineban.audit.ProtectedReads;
import org.mineban.disclosure.PersonalData;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.secrets.Keyring;
import org.mineban.storage.FileStore;
import org.mineban.storage.Identifiers;
import org.mineban.storage.ReceivedFile;
import org.mineban.storage.Transaction;

/**
 * Who the victims are. An identity is sealed with the vault's own key; it is opened for who may read it and says why, and the audit trail has the
 * reading before they see it, a refused or failed one too.
 */
public final class Vault {

    /** The largest photograph taken, before it is made smaller. */
    public static final long MOST_PHOTO_BYTES = 8L * 1024 * 1024;

    private static final String READ_FAILED = ProtectedReads.ACTION + "-failed";
    private static final String READ_REFUSED = ProtectedReads.ACTION + "-refused";
    private static final int MOST_READINGS = 200;
    private static final Duration PHOTO_AFTER_READING = Duration.ofMinutes(10);

    private final VaultDoor door;
    private final FileStore files;

    public Vault(VaultDoor door, FileStore files) {
        this.door = door;
        this.files = files;
    }

    /** Whether somebody may read who the victims of a State are. */
    public boolean mayRead(Person person, StateCode state) {
        return door.may(person, Permission.VICTIMS_READ_IDENTITY, state);
    }

    /** Whether somebody may enter victims of a State. */
    public boolean mayWrite(Person person, StateCode state) {
        return door.may(person, Permission.VICTIMS_WRITE, state);
    }

    /** The files of a State by victim's number, for who may write them; nothing is opened. */
    public List<VictimFile> list(Person reader, StateCode state) {
        door.require(reader, Permission.VICTIMS_WRITE, Thing.of(state), "list-victims", state.iso3());
        return files(VICTIM_FILE.STATE.eq(state.iso3()));
    }

    /** The files whose day has passed and whose identity is still kept. */
    public List<VictimFile> pastTheirDay(Person reader, StateCode state, LocalDate today) {
        door.require(reader, Permission.VICTIMS_WRITE, Thing.of(state), "list-victims", state.iso3());
        return files(VICTIM_FILE
                .STATE
                .eq(state.iso3())
                .and(VICTIM_FILE.KEEP_UNTIL_ON.lt(today))
                .and(VICTIM_FILE.ERASED_AT.isNull()));
    }

    private List<VictimFile> files(Condition which) {
        return door.database()
                .read(sql -> sql.selectFrom(VICTIM_FILE)
                        .where(which)
                        .orderBy(VICTIM_FILE.VICTIM_NO)
                        .fetch(Vault::file));
    }

    /** The file of a victim, unopened; empty when there is none. */
    public Optional<VictimFile> find(Person reader, StateCode state, String victimNo) {
        door.require(
                reader,
                Permission.VICTIMS_WRITE,
                Thing.of(state),
                "read-victim-file",
                VaultDoor.subject(state, victimNo));
        return door.database().read(sql -> row(sql, state, victimNo).map(Vault::file));
    }

    private static Optional<VictimFileRecord> row(DSLContext sql, StateCode state, String victimNo) {
        return sql.selectFrom(VICTIM_FILE)
                .where(VICTIM_FILE.STATE.eq(state.iso3()), VICTIM_FILE.VICTIM_NO.eq(victimNo))
                .fetchOptional();
    }

    private static VictimFile file(VictimFileRecord row) {
        return new VictimFile(
                new StateCode(row.getState()),
                row.getVictimNo(),
                row.getVersion(),
                new Terms(
                        Terms.Purpose.valueOf(row.getPurpose()),
                        Terms.Basis.valueOf(row.getBasis()),
                        row.getKeepUntilOn()),
                row.getSealed() != null,
                row.getPhotoSha256() != null,
                row.getOpenedBy(),
                row.getOpenedAt(),
                row.getChangedBy(),
                row.getChangedAt(),
                Optional.ofNullable(row.getErasedAt()));
    }

    static String place(StateCode state, String victimNo) {
        return "victim/" + VaultDoor.subject(state, victimNo);
    }

    static String photoPlace(StateCode state, String victimNo) {
        return "victim-photo/" + VaultDoor.subject(state, victimNo);
    }

    /** Opens a file for a victim of the register. */
    public VictimFile add(Person writer, StateCode state, String victimNo, Identity identity, Terms terms) {
        String subject = VaultDoor.subject(state, victimNo);
        door.require(writer, Permission.VICTIMS_WRITE, Thing.of(state), "add-identity", subject);
        return door.sealing((transaction, keys) -> {
            requireTerms(transaction, identity, terms);
            if (row(transaction.sql(), state, victimNo).isPresent()) {
                throw Refused.exists(victimNo);
            }
            transaction
                    .sql()
                    .insertInto(VICTIM_FILE)
                    .set(VICTIM_FILE.STATE, state.iso3())
                    .set(VICTIM_FILE.VICTIM_NO, victimNo)
                    .set(VICTIM_FILE.VERSION, 1)
                    .set(VICTIM_FILE.PURPOSE, terms.purpose().name())
                    .set(VICTIM_FILE.BASIS, terms.basis().name())
                    .set(VICTIM_FILE.KEEP_UNTIL_ON, terms.keepUntil())
                    .set(VICTIM_FILE.SEALED, VaultDoor.seal(keys, identity.json(), place(state, victimNo)))
                    .set(VICTIM_FILE.OPENED_BY, writer.actor())
                    .set(VICTIM_FILE.OPENED_AT, transaction.now())
                    .set(VICTIM_FILE.CHANGED_BY, writer.actor())
                    .set(VICTIM_FILE.CHANGED_AT, transaction.now())
                    .execute();
            NameCodes.keep(transaction, keys, state, victimNo, identity, NameCodes.newest(transaction, keys));
            List<String> filled = identity.parts().entrySet().stream()
                    .filter(part -> !part.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .toList();
            door.add(transaction, writer.actor(), "add-identity", state, subject, Optional.empty(), filled);
            return file(row(transaction.sql(), state, victimNo).orElseThrow());
        });
    }

    private static void requireTerms(Transaction transaction, Identity identity, Terms terms) {
        check(identity, terms, LocalDate.ofInstant(transaction.now(), ZoneOffset.UTC));
    }

    /**
     * What must be so before anything is kept.
     *
     * @throws ProblemException {@code victim-name-needed}, {@code victim-keep-until-past}
     */
    public static void check(Identity identity, Terms terms, LocalDate today) {
        if (identity.name().isEmpty()) {
            throw Refused.wrong("victim-name-needed");
        }
        if (terms.keepUntil().isBefore(today)) {
            throw Refused.wrong("victim-keep-until-past", terms.keepUntil().toString());
        }
    }

    /**
     * Changes an identity.
     *
     * @param seen the version that the writer saw
     * @throws ProblemException {@code victim-changed} when somebody else changed it since: nothing is written, and what was typed is the caller's to keep
     */
    public VictimFile change(
            Person writer, StateCode state, String victimNo, int seen, Identity identity, Terms terms) {
        String subject = VaultDoor.subject(state, victimNo);
        door.require(writer, Permission.VICTIMS_WRITE, Thing.of(state), "change-identity", subject);
        return door.sealing((transaction, keys) -> {
            requireTerms(transaction, identity, terms);
            VictimFileRecord before = kept(transaction.sql(), state, victimNo);
            if (before.getVersion() != seen) {
                throw Refused.changed(victimNo);
            }
            Identity was = open(keys, before);
            int changed = transaction
                    .sql()
                    .update(VICTIM_FILE)
                    .set(VICTIM_FILE.VERSION, seen + 1)
                    .set(VICTIM_FILE.PURPOSE, terms.purpose().name())
                    .set(VICTIM_FILE.BASIS, terms.basis().name())
                    .set(VICTIM_FILE.KEEP_UNTIL_ON, terms.keepUntil())
                    .set(VICTIM_FILE.SEALED, VaultDoor.seal(keys, identity.json(), place(state, victimNo)))
                    .set(VICTIM_FILE.CHANGED_BY, writer.actor())
                    .set(VICTIM_FILE.CHANGED_AT, transaction.now())
                    .where(
                            VICTIM_FILE.STATE.eq(state.iso3()),
                            VICTIM_FILE.VICTIM_NO.eq(victimNo),
                            VICTIM_FILE.VERSION.eq(seen))
                    .execute();
            if (changed != 1) {
                throw Refused.changed(victimNo);
            }
            NameCodes.keep(transaction, keys, state, victimNo, identity, NameCodes.newest(transaction, keys));
            List<String> fields = new ArrayList<>();
            identity.parts().forEach((part, text) -> {
                if (!text.equals(was.parts().get(part))) {
                    fields.add(part);
                }
            });
            if (!terms.equals(file(before).terms())) {
                fields.add("terms");
            }
            door.add(transaction, writer.actor(), "change-identity", state, subject, Optional.empty(), fields);
            return file(row(transaction.sql(), state, victimNo).orElseThrow());
        });
    }

    private static VictimFileRecord kept(DSLContext sql, StateCode state, String victimNo) {
        VictimFileRecord row = row(sql, state, victimNo).orElseThrow(() -> Refused.unknown(state, victimNo));
        if (row.getSealed() == null) {
            throw Refused.erased(victimNo);
        }
        return row;
    }

    static Identity open(Keyring keys, VictimFileRecord row) {
        StateCode state = new StateCode(row.getState());
        return Identity.ofJson(VaultDoor.open(
                keys, java.util.Objects.requireNonNull(row.getSealed()), place(state, row.getVictimNo())));
    }

    /** An opened file. */
    public record Opened(VictimFile file, Identity identity) {}

    /**
     * Shows who a victim is, to who may read it and says why.
     *
     * @param because why, in the reader's words, which must not tell who it is: others read the audit trail
     * @throws ProblemException {@code not-allowed}, {@code victim-reason-needed}, {@code victim-reason-names}, {@code victim-file-unknown},
     *     {@code victim-erased}, {@code keys-missing}, {@code keys-do-not-fit}
     */
    public Opened read(Person reader, StateCode state, String victimNo, String because) {
        String subject = VaultDoor.subject(state, victimNo);
        door.require(reader, Permission.VICTIMS_READ_IDENTITY, Thing.of(state), ProtectedReads.ACTION, subject);
        String reason = VaultDoor.reason(because);
        if (!PersonalData.find(reason).isEmpty()) {
            throw Refused.wrong("victim-reason-names");
        }
        Opened opened;
        try {
            VictimFileRecord row = door.database().read(sql -> kept(sql, state, victimNo));
            opened = new Opened(file(row), door.opening(keys -> open(keys, row)));
        } catch (ProblemException failed) {
            door.log(reader.actor(), READ_FAILED, state, subject, Optional.of(reason));
            throw failed;
        }
        if (names(reason, opened.identity())) {
            door.log(reader.actor(), READ_REFUSED, state, subject, Optional.empty());
            throw Refused.wrong("victim-reason-names");
        }
        door.log(reader.actor(), ProtectedReads.ACTION, state, subject, Optional.of(reason));
        return opened;
    }

    private static boolean names(String reason, Identity identity) {
        Set<String> said = NameWords.of(reason);
        return NameWords.asked(identity.name()).stream()
                .filter(word -> word.codePointCount(0, word.length()) >= 2)
                .anyMatch(said::contains);
    }

    /** Who opened or tried to open the file of a victim, and what else was done with it, the newest first. */
    public List<AuditEntry> history(Person reader, StateCode state, String victimNo) {
        String subject = VaultDoor.subject(state, victimNo);
        door.require(reader, Permission.VICTIMS_WRITE, Thing.of(state), "read-victim-file", subject);
        return door.database().read(sql -> door.audit().of(sql, VaultDoor.SUBJECT, subject, MOST_READINGS));
    }

    /**
     * The numbers of the victims who have that name or number, for who may read identities. The audit trail says that somebody looked and how many were
     * found, not for whom.
     */
    public Set<String> search(Person reader, StateCode state, String typed) {
        door.require(reader, Permission.VICTIMS_READ_IDENTITY, Thing.of(state), "search-identities", state.iso3());
        Set<String> found;
        try {
            found = door.opening(keys -> door.database().read(sql -> NameCodes.find(sql, keys, state, typed)));
        } catch (ProblemException failed) {
            door.log(reader.actor(), "search-identities-failed", state, state.iso3(), Optional.empty());
            throw failed;
        }
        door.database()
                .change(transaction -> door.add(
                        transaction,
                        reader.actor(),
                        "search-identities",
                        state,
                        state.iso3(),
                        Optional.empty(),
                        found.stream().limit(MOST_READINGS).toList()));
        return found;
    }

    /** Keeps what a victim answered when asked. */
    public void consent(
            Person writer,
            StateCode state,
            String victimNo,
            Consent.Sharing sharing,
            Consent.Answer answer,
            Consent.Giver giver) {
        String subject = VaultDoor.subject(state, victimNo);
        door.require(writer, Permission.VICTIMS_WRITE, Thing.of(state), "record-consent", subject);
        door.database().change(transaction -> {
            kept(transaction.sql(), state, victimNo);
            transaction
                    .sql()
                    .insertInto(VICTIM_CONSENT)
                    .set(VICTIM_CONSENT.ID, Identifiers.newId())
                    .set(VICTIM_CONSENT.STATE, state.iso3())
                    .set(VICTIM_CONSENT.VICTIM_NO, victimNo)
                    .set(VICTIM_CONSENT.SHARING, sharing.name())
                    .set(VICTIM_CONSENT.ANSWER, answer.name())
                    .set(VICTIM_CONSENT.GIVEN_BY, giver.name())
                    .set(VICTIM_CONSENT.RECORDED_BY, writer.actor())
                    .set(VICTIM_CONSENT.RECORDED_AT, transaction.now())
                    .execute();
            door.add(
                    transaction,
                    writer.actor(),
                    "record-consent",
                    state,
                    subject,
                    Optional.empty(),
                    List.of(sharing.name() + " " + answer.name()));
        });
    }

    /** The latest answer of each kind; a kind that was never asked is not there. */
    public Map<Consent.Sharing, Consent> consents(Person reader, StateCode state, String victimNo) {
        door.require(
                reader,
                Permission.VICTIMS_WRITE,
                Thing.of(state),
                "read-victim-file",
                VaultDoor.subject(state, victimNo));
        return door.database().read(sql -> consents(sql, state, victimNo));
    }

    static Map<Consent.Sharing, Consent> consents(DSLContext sql, StateCode state, String victimNo) {
        Map<Consent.Sharing, Consent> latest = new EnumMap<>(Consent.Sharing.class);
        sql.selectFrom(VICTIM_CONSENT)
                .where(VICTIM_CONSENT.STATE.eq(state.iso3()), VICTIM_CONSENT.VICTIM_NO.eq(victimNo))
                .orderBy(VICTIM_CONSENT.RECORDED_AT, VICTIM_CONSENT.ID)
                .forEach(row -> {
                    Consent.Sharing sharing = Consent.Sharing.valueOf(row.getSharing());
                    latest.put(
                            sharing,
                            new Consent(
                                    sharing,
                                    Consent.Answer.valueOf(row.getAnswer()),
                                    Consent.Giver.valueOf(row.getGivenBy()),
                                    row.getRecordedBy(),
                                    row.getRecordedAt()));
                });
        return latest;
    }

    /** Keeps a photograph, drawn anew so that nothing of the camera, its place or its time stays in it; the one before is taken away. */
    public void photograph(Person writer, StateCode state, String victimNo, byte[] given) {
        String subject = VaultDoor.subject(state, victimNo);
        door.require(writer, Permission.VICTIMS_WRITE, Thing.of(state), "add-photograph", subject);
        byte[] picture = Photograph.redrawn(given);
        door.sealing((transaction, keys) -> {
            VictimFileRecord row = kept(transaction.sql(), state, victimNo);
            forgetPhotograph(transaction, row.getPhotoSha256());
            setPhotograph(transaction, state, victimNo, keys.seal(picture, photoPlace(state, victimNo)));
            door.add(transaction, writer.actor(), "add-photograph", state, subject, Optional.empty(), List.of());
            return true;
        });
    }

    void setPhotograph(Transaction transaction, StateCode state, String victimNo, String sealed) {
        byte[] bytes = sealed.getBytes(StandardCharsets.US_ASCII);
        try (ReceivedFile received = ReceivedFile.from(new ByteArrayInputStream(bytes), bytes.length)) {
            files.keep(transaction, received);
            transaction
                    .sql()
                    .update(VICTIM_FILE)
                    .set(VICTIM_FILE.PHOTO_SHA256, received.sha256())
                    .where(VICTIM_FILE.STATE.eq(state.iso3()), VICTIM_FILE.VICTIM_NO.eq(victimNo))
                    .execute();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void forgetPhotograph(Transaction transaction, @Nullable String sha256) {
        if (sha256 != null) {
            files.forget(transaction, sha256);
        }
    }

    /** The sealed text of a photograph. */
    String sealedPhotograph(DSLContext sql, String sha256) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            files.copy(sql, sha256, out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toString(StandardCharsets.US_ASCII);
    }

    /**
     * The photograph as JPEG, for who has opened the identity within the last ten minutes and so has said why.
     *
     * @throws ProblemException {@code victim-read-first} otherwise
     */
    public byte[] photograph(Person reader, StateCode state, String victimNo) {
        String subject = VaultDoor.subject(state, victimNo);
        door.require(reader, Permission.VICTIMS_READ_IDENTITY, Thing.of(state), "read-photograph", subject);
        boolean opened = door.database()
                .write(transaction ->
                        door.audit().of(transaction.sql(), VaultDoor.SUBJECT, subject, MOST_READINGS).stream()
                                .anyMatch(entry -> entry.event().action().equals(ProtectedReads.ACTION)
                                        && entry.event().actor().equals(reader.actor())
                                        && entry.recordedAt()
                                                .plus(PHOTO_AFTER_READING)
                                                .isAfter(transaction.now())));
        if (!opened) {
            throw Refused.notNow("victim-read-first");
        }
        byte[] picture;
        try {
            picture = door.database().read(sql -> {
                String sha256 = kept(sql, state, victimNo).getPhotoSha256();
                if (sha256 == null) {
                    throw Refused.unknown(state, victimNo);
                }
                return door.keys().open(sealedPhotograph(sql, sha256), photoPlace(state, victimNo));
            });
        } catch (ProblemException failed) {
            door.log(reader.actor(), "read-photograph-failed", state, subject, Optional.empty());
            throw failed;
        }
        door.log(reader.actor(), "read-photograph", state, subject, Optional.empty());
        return picture;
    }

    /**
     * Erases who a victim is: identity, photograph, codes of the name, providers and notes of care. The record in the register, which counts, and the
     * dates and kinds of care stay.
     */
    public void erase(Person writer, StateCode state, String victimNo, int seen, String because) {
        String subject = VaultDoor.subject(state, victimNo);
        door.require(writer, Permission.VICTIMS_WRITE, Thing.of(state), "erase-identity", subject);
        String reason = VaultDoor.reason(because);
        if (!PersonalData.find(reason).isEmpty()) {
            throw Refused.wrong("victim-reason-names");
        }
        door.sealing((transaction, keys) -> {
            VictimFileRecord row = kept(transaction.sql(), state, victimNo);
            if (row.getVersion() != seen) {
                throw Refused.changed(victimNo);
            }
            if (names(reason, open(keys, row))) {
                throw Refused.wrong("victim-reason-names");
            }
            forgetPhotograph(transaction, row.getPhotoSha256());
            NameCodes.forget(transaction, state, victimNo);
            Care.forgetTexts(transaction, keys, state, victimNo);
            transaction
                    .sql()
                    .update(VICTIM_FILE)
                    .setNull(VICTIM_FILE.SEALED)
                    .setNull(VICTIM_FILE.PHOTO_SHA256)
                    .set(VICTIM_FILE.VERSION, seen + 1)
                    .set(VICTIM_FILE.ERASED_AT, transaction.now())
                    .set(VICTIM_FILE.ERASED_BY, writer.actor())
                    .where(VICTIM_FILE.STATE.eq(state.iso3()), VICTIM_FILE.VICTIM_NO.eq(victimNo))
                    .execute();
            door.add(transaction, writer.actor(), "erase-identity", state, subject, Optional.of(reason), List.of());
            return true;
        });
    }
}
