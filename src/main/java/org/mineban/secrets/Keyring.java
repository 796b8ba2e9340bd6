package org.mineban.secrets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.mineban.kernel.Problem;

/**
 * The keys of this installation, in a file outside the database that no backup holds: with the database alone, or a backup alone, nobody reads what
 * is sealed. A line is {@code ID=KEY}, 256 bits in Base64; the last line's key seals, every line's key opens. All nodes of an installation need
 * the same file.
 */
public final class Keyring {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private final SequencedMap<String, SecretKey> keys;

    private Keyring(Path file, SequencedMap<String, SecretKey> keys) {
        this.file = file;
        this.keys = keys;
    }

    /**
     * The keys of that file, which is made with a first key when it is not there and nothing needs an older one.
     *
     * @param needed whether something is sealed already: then a missing file is not made anew, since what is sealed would be lost without a word
     * @throws org.mineban.kernel.ProblemException {@code keys-missing}, {@code keys-unreadable}
     */
    public static Keyring open(Path file, boolean needed) {
        if (Files.notExists(file)) {
            if (needed) {
                throw problem("keys-missing", file);
            }
            make(file);
        }
        return read(file);
    }

    private static void make(Path file) {
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Path fresh = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    "keys",
                    ".new",
                    PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(fresh, newLine());
            try {
                Files.createLink(file, fresh); // fails when another node was first, whose keys then hold
            } catch (FileAlreadyExistsException otherWasFirst) {
                // its keys are read next
            } finally {
                Files.delete(fresh);
            }
        } catch (IOException | UnsupportedOperationException failed) {
            throw problem("keys-unreadable", file);
        }
    }

    private static Keyring read(Path file) {
        SequencedMap<String, SecretKey> keys = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    byte[] key = Base64.getDecoder()
                            .decode(line.substring(equals + 1).strip());
                    if (key.length != KEY_BYTES) {
                        throw problem("keys-unreadable", file);
                    }
                    keys.put(line.substring(0, equals).strip(), new SecretKeySpec(key, "AES"));
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw problem("keys-unreadable", file);
        }
        if (keys.isEmpty()) {
            throw problem("keys-unreadable", file);
        }
        return new Keyring(file, keys);
    }

    private static String newLine() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        byte[] id = new byte[4];
        RANDOM.nextBytes(id);
        return "k" + java.util.HexFormat.of().formatHex(id) + "="
                + Base64.getEncoder().encodeToString(key) + "\n";
    }

    private static RuntimeException problem(String id, Path file) {
        return new Problem(id, Problem.Kind.CANNOT_BE_DONE, Map.of("value", file.toString())).asException();
    }

    /** Adds a key, which seals from now on; what older keys sealed stays readable. */
    public Keyring rotated() {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
            lines.add(newLine().strip());
            replace(lines);
        } catch (IOException failed) {
            throw problem("keys-unreadable", file);
        }
        return read(file);
    }

    /** Forgets every key but the one that seals: what is still sealed with another can then be opened by nobody, not even with an old database. */
    public Keyring withoutOlder() {
        Map.Entry<String, SecretKey> last = keys.lastEntry();
        replace(List.of(last.getKey() + "="
                + Base64.getEncoder().encodeToString(last.getValue().getEncoded())));
        return read(file);
    }

    private void replace(List<String> lines) {
        try {
            Path fresh = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    "keys",
                    ".new",
                    PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.write(fresh, lines, StandardCharsets.UTF_8, StandardOpenOption.SYNC);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw problem("keys-unreadable", file);
        }
    }

    /** The names of the keys, the oldest first. */
    public List<String> ids() {
        return List.copyOf(keys.keySet());
    }

    /** Where the keys are. */
    public Path file() {
        return file;
    }

    /** Whether others than the owner may read the file; false where files have no such rights. */
    public boolean readableByOthers() {
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
            return !OWNER_ONLY.containsAll(rights);
        } catch (IOException | UnsupportedOperationException noRights) {
            return false;
        }
    }

    /**
     * Seals a secret (AES-256-GCM).
     *
     * @param place where it is kept, as {@code second_factor/ID}: sealed for one place, it cannot be opened in another
     * @return the key's name, a colon, and nonce and sealed bytes in Base64
     */
    public String seal(byte[] secret, String place) {
        String id = keys.lastEntry().getKey();
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, keys.lastEntry().getValue(), nonce, secret, 0, place, id);
        byte[] both = new byte[nonce.length + sealed.length];
        System.arraycopy(nonce, 0, both, 0, nonce.length);
        System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
        return id + ":" + Base64.getEncoder().encodeToString(both);
    }

    /**
     * Opens what was sealed for that place.
     *
     * @throws org.mineban.kernel.ProblemException {@code keys-do-not-fit} when it was sealed with a key that is not here, or was changed
     */
    public byte[] open(String sealed, String place) {
        int colon = sealed.indexOf(':');
        SecretKey key = colon > 0 ? keys.get(sealed.substring(0, colon)) : null;
        if (key == null) {
            throw problem("keys-do-not-fit", file);
        }
        byte[] both = Base64.getDecoder().decode(sealed.substring(colon + 1));
        byte[] nonce = java.util.Arrays.copyOf(both, NONCE_BYTES);
        return crypt(Cipher.DECRYPT_MODE, key, nonce, both, NONCE_BYTES, place, sealed.substring(0, colon));
    }

    private byte[] crypt(int mode, SecretKey key, byte[] nonce, byte[] content, int from, String place, String id) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((id + "|" + place).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content, from, content.length - from);
        } catch (GeneralSecurityException doesNotFit) {
            throw problem("keys-do-not-fit", file);
        }
    }

    /** A code that only who has the first key can make: to tell a token's own forms from foreign ones. */
    public String code(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.firstEntry().getValue());
            byte[] code = mac.doFinal(("code|" + text).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException notOnThisJava) {
            throw new IllegalStateException(notOnThisJava);
        }
    }
}
