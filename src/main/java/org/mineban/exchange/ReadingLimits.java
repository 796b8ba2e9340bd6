package org.mineban.exchange;

/**
 * How much of a file is read at most. They keep memory and time bounded whatever somebody sends; a file beyond them is refused, and a single
 * shape beyond them is left out with a finding.
 *
 * @param fileBytes of the file itself
 * @param unpackedBytes of everything in an archive, unpacked
 * @param unpackedRatio of unpacked to packed bytes of one file in an archive, once it unpacks to more than a megabyte
 * @param archiveFiles in an archive
 * @param columns of a table
 * @param cellCharacters of one cell
 * @param records of one table
 * @param vertices of one shape
 */
public record ReadingLimits(
        long fileBytes,
        long unpackedBytes,
        int unpackedRatio,
        int archiveFiles,
        int columns,
        int cellCharacters,
        long records,
        int vertices) {

    /** For a server: files of up to 4 GB, shapes of up to a million vertices. */
    public static final ReadingLimits USUAL =
            new ReadingLimits(4L << 30, 4L << 30, 200, 10_000, 2_000, 1_000_000, 20_000_000, 1_000_000);

    public ReadingLimits withFileBytes(long bytes) {
        return new ReadingLimits(
                bytes, unpackedBytes, unpackedRatio, archiveFiles, columns, cellCharacters, records, vertices);
    }

    public ReadingLimits withUnpackedBytes(long bytes) {
        return new ReadingLimits(
                fileBytes, bytes, unpackedRatio, archiveFiles, columns, cellCharacters, records, vertices);
    }

    public ReadingLimits withVertices(int most) {
        return new ReadingLimits(
                fileBytes, unpackedBytes, unpackedRatio, archiveFiles, columns, cellCharacters, records, most);
    }

    public ReadingLimits withRecords(long most) {
        return new ReadingLimits(
                fileBytes, unpackedBytes, unpackedRatio, archiveFiles, columns, cellCharacters, most, vertices);
    }
}
