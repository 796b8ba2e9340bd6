package org.mineban.exchange.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.mineban.exchange.ReadingLimits;

/**
 * A ZIP archive that somebody sent. Nothing is unpacked to a path that the archive names; sizes that it claims are not believed, but counted
 * while its files are read.
 */
final class Archive implements AutoCloseable {

    /** Below this a file that packs well is no danger. */
    private static final long HARMLESS = 1 << 20;

    private final Path file;
    private final ReadingLimits limits;
    private final ZipFile zip;
    private final List<ZipEntry> entries = new ArrayList<>();
    private long unpacked;

    private Archive(Path file, ReadingLimits limits, ZipFile zip) {
        this.file = file;
        this.limits = limits;
        this.zip = zip;
    }

    static Archive open(Path file, ReadingLimits limits) {
        Archive archive = new Archive(file, limits, zip(file));
        try {
            archive.look();
        } catch (RuntimeException refused) {
            archive.close();
            throw refused;
        }
        return archive;
    }

    private static ZipFile zip(Path file) {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException names) {
            try {
                return new ZipFile(file.toFile(), Charset.forName("IBM437"));
            } catch (IOException broken) {
                throw FileProblems.of("archive-broken", Map.of("file", FileProblems.name(file)));
            }
        } catch (IOException broken) {
            throw FileProblems.of("archive-broken", Map.of("file", FileProblems.name(file)));
        }
    }

    private void look() {
        if (zip.size() > limits.archiveFiles()) {
            throw FileProblems.of(
                    "archive-too-many-files",
                    Map.of("file", FileProblems.name(file), "count", zip.size(), "limit", limits.archiveFiles()));
        }
        long claimed = 0;
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            String name = entry.getName().replace('\\', '/');
            if (name.startsWith("/")
                    || name.matches("^[A-Za-z]:.*")
                    || List.of(name.split("/")).contains("..")) {
                throw FileProblems.of(
                        "archive-path", Map.of("file", FileProblems.name(file), "entry", entry.getName()));
            }
            claimed += Math.max(0, entry.getSize());
            if (claimed > limits.unpackedBytes() || packsTooWell(entry, entry.getSize())) {
                throw tooLarge(entry);
            }
            if (!entry.isDirectory() && !name.startsWith("__MACOSX/") && !name.contains("/._")) {
                entries.add(entry);
            }
        }
    }

    private boolean packsTooWell(ZipEntry entry, long size) {
        long packed = Math.max(1, entry.getCompressedSize());
        return size > HARMLESS && size / packed > limits.unpackedRatio();
    }

    org.mineban.kernel.ProblemException tooLarge(ZipEntry entry) {
        return FileProblems.of(
                "archive-too-large",
                Map.of(
                        "file",
                        FileProblems.name(file),
                        "entry",
                        entry.getName(),
                        "limit",
                        limits.unpackedBytes(),
                        "ratio",
                        limits.unpackedRatio()));
    }

    Optional<ZipEntry> find(String name) {
        return entries.stream()
                .filter(entry -> entry.getName().equalsIgnoreCase(name))
                .findFirst();
    }

    List<ZipEntry> ending(String ending) {
        return entries.stream()
                .filter(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith(ending))
                .toList();
    }

    List<ZipEntry> entries() {
        return entries;
    }

    /** The bytes of one of its files; stops when it unpacks to more than the limits allow. */
    InputStream read(ZipEntry entry) throws IOException {
        return new FilterInputStream(zip.getInputStream(entry)) {
            private long size;

            @Override
            public int read() throws IOException {
                int one = in.read();
                if (one >= 0) {
                    count(1);
                }
                return one;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = in.read(bytes, from, length);
                count(Math.max(0, read));
                return read;
            }

            private void count(int read) {
                size += read;
                unpacked += read;
                if (unpacked > limits.unpackedBytes() || packsTooWell(entry, size)) {
                    throw tooLarge(entry);
                }
            }
        };
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException ignored) {
            // It was only read.
        }
    }
}
