package org.mineban.storage;

import static mineban.tables.Tables.STORED_FILE;
import static mineban.tables.Tables.STORED_FILE_PIECE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * Files that people bring, in the database, so that there is one thing to back up on either engine. Each is kept once, under the hash of its bytes,
 * in pieces of 256 KB, so that none needs to be in memory whole.
 *
 * <p>To bring one: {@link ReceivedFile#from}, then {@link #keep} in the transaction of the record that names it.
 */
public final class FileStore {

    private static final int PIECE_BYTES = 256 * 1024;

    /** Keeps a received file, or gives the one that has the same bytes already. */
    public StoredFile keep(Transaction transaction, ReceivedFile received) {
        int added = transaction
                .sql()
                .insertInto(STORED_FILE)
                .set(STORED_FILE.SHA256, received.sha256())
                .set(STORED_FILE.SIZE_BYTES, received.sizeBytes())
                .set(STORED_FILE.RECORDED_AT, transaction.now())
                .onConflictDoNothing()
                .execute();
        if (added == 1) {
            addPieces(transaction, received);
        }
        return find(transaction.sql(), received.sha256()).orElseThrow();
    }

    private static void addPieces(Transaction transaction, ReceivedFile received) {
        try (InputStream in = received.open()) {
            int place = 0;
            for (byte[] piece = in.readNBytes(PIECE_BYTES); piece.length > 0; piece = in.readNBytes(PIECE_BYTES)) {
                transaction
                        .sql()
                        .insertInto(STORED_FILE_PIECE)
                        .set(STORED_FILE_PIECE.SHA256, received.sha256())
                        .set(STORED_FILE_PIECE.PLACE, place)
                        .set(STORED_FILE_PIECE.CONTENT, piece)
                        .execute();
                place++;
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The file of that hash; empty when nobody brought it. */
    public Optional<StoredFile> find(DSLContext sql, String sha256) {
        return sql.selectFrom(STORED_FILE)
                .where(STORED_FILE.SHA256.eq(sha256))
                .fetchOptional(row -> new StoredFile(row.getSha256(), row.getSizeBytes(), row.getRecordedAt()));
    }

    /**
     * Writes the bytes of a file out, piece by piece, and holds them against their hash.
     *
     * @throws IllegalStateException when the file is not there or its bytes are not those that were brought
     */
    public void copy(DSLContext sql, String sha256, OutputStream out) throws IOException {
        StoredFile file = find(sql, sha256).orElseThrow(() -> new IllegalStateException("No file " + sha256));
        MessageDigest digest = Sha256.digest();
        long written = 0;
        for (int place = 0; written < file.sizeBytes(); place++) {
            byte[] piece = sql.select(STORED_FILE_PIECE.CONTENT)
                    .from(STORED_FILE_PIECE)
                    .where(STORED_FILE_PIECE.SHA256.eq(sha256), STORED_FILE_PIECE.PLACE.eq(place))
                    .fetchOne(STORED_FILE_PIECE.CONTENT);
            if (piece == null) {
                break;
            }
            digest.update(piece);
            out.write(piece);
            written += piece.length;
        }
        if (!Sha256.of(digest).equals(sha256)) {
            throw new IllegalStateException("The bytes of file " + sha256 + " are not those that were brought.");
        }
    }

    /** Takes a file away for ever. Whoever calls this knows that no other record names it. */
    public void forget(Transaction transaction, String sha256) {
        transaction
                .sql()
                .deleteFrom(STORED_FILE_PIECE)
                .where(STORED_FILE_PIECE.SHA256.eq(sha256))
                .execute();
        transaction
                .sql()
                .deleteFrom(STORED_FILE)
                .where(STORED_FILE.SHA256.eq(sha256))
                .execute();
    }
}
