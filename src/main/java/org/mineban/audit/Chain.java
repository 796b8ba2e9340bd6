package org.mineban.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.mineban.kernel.StateCode;
import org.mineban.storage.InstantText;
import org.mineban.storage.Sha256;

/**
 * The hash of an entry: SHA-256 of its fields in a fixed order, each with its length in bytes before it, so that no two entries have the same bytes.
 * An absent field is the length -1.
 */
final class Chain {

    static final String BEFORE_THE_FIRST = "0".repeat(64);

    private static final byte[] ABSENT = "-1:".getBytes(StandardCharsets.US_ASCII);

    private final MessageDigest digest = Sha256.digest();

    private Chain() {}

    /** The hash of an entry of that number and moment after the entry of the previous hash. */
    static String hash(long number, Instant recordedAt, AuditEvent event, String previousHash) {
        Chain chain = new Chain();
        chain.add(previousHash);
        chain.add(Long.toString(number));
        chain.add(InstantText.of(recordedAt));
        chain.add(event.actor());
        chain.add(event.action());
        chain.add(event.subjectKind());
        chain.add(event.subject());
        chain.add(event.state().map(StateCode::iso3));
        chain.add(event.reason());
        chain.add(Integer.toString(event.changes().size()));
        for (Change change : event.changes()) {
            chain.add(change.field());
            chain.add(change.before());
            chain.add(change.after());
        }
        return Sha256.of(chain.digest);
    }

    private void add(Optional<String> text) {
        text.ifPresentOrElse(this::add, () -> digest.update(ABSENT));
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
