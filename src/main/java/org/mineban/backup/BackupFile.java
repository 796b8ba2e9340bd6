package org.mineban.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.storage.Database;
import org.mineban.storage.Sha256;

/** A backup that is there, checked before anything is done with it. What does not stand in its manifest is not in it. */
public final class BackupFile implements AutoCloseable {

    private static final int MOST_MANIFEST_BYTES = 16 * 1024 * 1024;
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path path, ZipFile zip, Manifest manifest) {
        this.path = path;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a backup: the file is whole, of a kind this version reads, and holds what its manifest says and nothing else.
     *
     * @throws ProblemException {@code backup-not-found}, {@code backup-not-one}, {@code backup-damaged}, {@code backup-newer}
     */
    public static BackupFile open(Path path) {
        try {
            if (!Files.isRegularFile(path)) {
                throw problem("backup-not-found", path, Map.of());
            }
            if (!begins(path)) {
                throw problem("backup-not-one", path, Map.of());
            }
            if (!SealedFile.whole(path)) {
                throw problem("backup-damaged", path, Map.of("part", "none"));
            }
            ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
            try {
                return new BackupFile(path, zip, manifest(path, zip));
            } catch (IOException | RuntimeException refused) {
                zip.close();
                throw refused;
            }
        } catch (IOException unreadable) {
            throw problem("backup-not-found", path, Map.of());
        }
    }

    private static boolean begins(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] first = in.readNBytes(2);
            return first.length == 2 && first[0] == 'P' && first[1] == 'K';
        }
    }

    private static Manifest manifest(Path path, ZipFile zip) throws IOException {
        ZipEntry entry = Optional.ofNullable(zip.getEntry(Manifest.ENTRY))
                .orElseThrow(() -> problem("backup-not-one", path, Map.of()));
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readNBytes(MOST_MANIFEST_BYTES);
        }
        Manifest manifest;
        try {
            if (Manifest.format(bytes) > Manifest.FORMAT) {
                throw problem("backup-newer", path, Map.of());
            }
            manifest = Manifest.read(bytes);
        } catch (ProblemException newer) {
            throw newer;
        } catch (RuntimeException notAsWritten) {
            throw problem("backup-damaged", path, Map.of("part", Manifest.ENTRY));
        }
        if (Database.later(manifest.schema(), Database.newestSchema())) {
            throw problem("backup-newer", path, Map.of());
        }
        checkNames(path, zip, manifest);
        return manifest;
    }

    /** What the ZIP lists, once each, is what the manifest names: no other names, so none that leads elsewhere. */
    private static void checkNames(Path path, ZipFile zip, Manifest manifest) {
        Set<String> expected = new HashSet<>();
        expected.add(Manifest.ENTRY);
        for (Manifest.TablePart table : manifest.tables()) {
            if (!expected.add(table.entry())) {
                throw damaged(path, table.entry());
            }
        }
        for (Manifest.FilePart file : manifest.folder()) {
            if (!FolderFiles.belongs(file.path()) || !expected.add(file.entry())) {
                throw damaged(path, file.entry());
            }
        }
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!expected.remove(entry.getName())) {
                throw damaged(path, entry.getName());
            }
        }
        expected.stream().sorted().findFirst().ifPresent(missing -> {
            throw damaged(path, missing);
        });
    }

    /** What the backup says of itself. */
    public Manifest manifest() {
        return manifest;
    }

    Path path() {
        return path;
    }

    /**
     * Reads every part and holds it against its hash.
     *
     * @throws ProblemException {@code backup-damaged}, naming the part
     */
    public void checkParts() {
        for (Manifest.TablePart table : manifest.tables()) {
            checkPart(table.entry(), table.rows().bytes(), table.rows().sha256());
        }
        for (Manifest.FilePart file : manifest.folder()) {
            checkPart(file.entry(), file.bytes(), file.sha256());
        }
    }

    private void checkPart(String entry, long bytes, String sha256) {
        MessageDigest digest = Sha256.digest();
        long left = bytes;
        try (InputStream in = part(entry)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0 && left >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                left -= read;
            }
        } catch (IOException unreadable) {
            throw damaged(path, entry);
        }
        if (left != 0 || !Sha256.of(digest).equals(sha256)) {
            throw damaged(path, entry);
        }
    }

    /** A part, to be read and closed. */
    InputStream part(String entry) throws IOException {
        ZipEntry found = zip.getEntry(entry);
        if (found == null) {
            throw damaged(path, entry);
        }
        return zip.getInputStream(found);
    }

    List<Manifest.TablePart> tables() {
        return manifest.tables();
    }

    static ProblemException damaged(Path path, String part) {
        return problem("backup-damaged", path, Map.of("part", part));
    }

    private static ProblemException problem(String id, Path path, Map<String, Object> more) {
        Map<String, Object> values = new java.util.HashMap<>(more);
        values.put("value", path.toString());
        return new Problem(id, Problem.Kind.CANNOT_BE_DONE, values).asException();
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException nothingLost) {
            // it was only read
        }
    }
}
