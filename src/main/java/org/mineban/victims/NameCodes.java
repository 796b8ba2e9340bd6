package org.mineban.victims;

import static mineban.tables.Tables.VICTIM_CODE;
import static mineban.tables.Tables.VICTIM_INDEX_KEY;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.mineban.kernel.StateCode;
import org.mineban.secrets.Keyring;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Transaction;

/**
 * The codes by which a name or number is found though the database holds none: HMAC-SHA-256 of each folded word, with a key that is itself sealed.
 * Codes are bound to the State. Who has the database and no key sees which files share a word, and not which word.
 */
final class NameCodes {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;

    private NameCodes() {}

    private static String place(UUID id) {
        return "victim-index/" + id;
    }

    /** The newest key, made when there is none. */
    static UUID newest(Transaction transaction, Keyring keys) {
        UUID id = transaction
                .sql()
                .select(VICTIM_INDEX_KEY.ID)
                .from(VICTIM_INDEX_KEY)
                .orderBy(VICTIM_INDEX_KEY.MADE_AT.desc(), VICTIM_INDEX_KEY.ID.desc())
                .limit(1)
                .fetchOne(VICTIM_INDEX_KEY.ID);
        return id == null ? make(transaction, keys) : id;
    }

    /** Makes a new key, which codes names from now on. */
    static UUID make(Transaction transaction, Keyring keys) {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        UUID id = Identifiers.newId();
        transaction
                .sql()
                .insertInto(VICTIM_INDEX_KEY)
                .set(VICTIM_INDEX_KEY.ID, id)
                .set(VICTIM_INDEX_KEY.SEALED, keys.seal(key, place(id)))
                .set(VICTIM_INDEX_KEY.MADE_AT, transaction.now())
                .execute();
        return id;
    }

    private static byte[] key(DSLContext sql, Keyring keys, UUID id) {
        String sealed = Objects.requireNonNull(sql.select(VICTIM_INDEX_KEY.SEALED)
                .from(VICTIM_INDEX_KEY)
                .where(VICTIM_INDEX_KEY.ID.eq(id))
                .fetchSingle(VICTIM_INDEX_KEY.SEALED));
        return keys.open(sealed, place(id));
    }

    /** Codes a victim's name and numbers anew. */
    static void keep(
            Transaction transaction, Keyring keys, StateCode state, String victimNo, Identity identity, UUID keyId) {
        forget(transaction, state, victimNo);
        Set<String> codes = new LinkedHashSet<>();
        byte[] key = key(transaction.sql(), keys, keyId);
        NameWords.of(identity.name()).forEach(word -> codes.add(code(key, state, "name", word)));
        for (String number : new String[] {identity.nationalNumber(), identity.telephone()}) {
            String bare = NameWords.number(number);
            if (!bare.isEmpty()) {
                codes.add(code(key, state, "number", bare));
            }
        }
        for (String code : codes) {
            transaction
                    .sql()
                    .insertInto(VICTIM_CODE)
                    .set(VICTIM_CODE.STATE, state.iso3())
                    .set(VICTIM_CODE.VICTIM_NO, victimNo)
                    .set(VICTIM_CODE.KEY_ID, keyId)
                    .set(VICTIM_CODE.CODE, code)
                    .execute();
        }
    }

    static void forget(Transaction transaction, StateCode state, String victimNo) {
        transaction
                .sql()
                .deleteFrom(VICTIM_CODE)
                .where(VICTIM_CODE.STATE.eq(state.iso3()), VICTIM_CODE.VICTIM_NO.eq(victimNo))
                .execute();
    }

    /** The victims whose name has all those words, or whose number it is, in the order of their numbers. */
    static Set<String> find(DSLContext sql, Keyring keys, StateCode state, String typed) {
        Set<String> found = new java.util.TreeSet<>();
        Map<UUID, byte[]> all = new HashMap<>();
        sql.select(VICTIM_INDEX_KEY.ID)
                .from(VICTIM_INDEX_KEY)
                .fetch(VICTIM_INDEX_KEY.ID)
                .forEach(id -> all.put(id, key(sql, keys, id)));
        for (byte[] key : all.values()) {
            Set<String> having = null;
            for (String word : NameWords.asked(typed)) {
                Set<String> one = having(sql, state, code(key, state, "name", word));
                if (having == null) {
                    having = one;
                } else {
                    having.retainAll(one);
                }
            }
            if (having != null) {
                found.addAll(having);
            }
            String number = NameWords.number(typed);
            if (!number.isEmpty()) {
                found.addAll(having(sql, state, code(key, state, "number", number)));
            }
        }
        return found;
    }

    private static Set<String> having(DSLContext sql, StateCode state, String code) {
        return new LinkedHashSet<>(sql.select(VICTIM_CODE.VICTIM_NO)
                .from(VICTIM_CODE)
                .where(VICTIM_CODE.STATE.eq(state.iso3()), VICTIM_CODE.CODE.eq(code))
                .fetch(VICTIM_CODE.VICTIM_NO));
    }

    private static String code(byte[] key, StateCode state, String kind, String word) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] code = mac.doFinal((state.iso3() + "|" + kind + "|" + word).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException notOnThisJava) {
            throw new IllegalStateException(notOnThisJava);
        }
    }
}
