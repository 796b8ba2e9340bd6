package org.mineban.exchange.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file's bytes, counted as they are read. */
final class CountedStream extends FilterInputStream {

    private final long size;
    private long read;

    CountedStream(Path file) throws IOException {
        this(Files.newInputStream(file), Files.size(file));
    }

    CountedStream(InputStream in, long size) {
        super(in);
        this.size = size;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        if (one >= 0) {
            read++;
        }
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = in.read(bytes, from, length);
        if (count > 0) {
            read += count;
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = in.skip(count);
        read += skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** From 0 to 1. */
    double done() {
        return size <= 0 ? 1 : Math.min(1, (double) read / size);
    }
}
