package org.mineban.storage;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that only their owner may read, where the system knows such permissions. */
public final class OwnerOnly {

    private OwnerOnly() {}

    /** Makes a folder and those above it that are not there; one that is there stays as it is. */
    public static void makeFolders(Path folder) throws IOException {
        Files.createDirectories(folder, attributes("rwx------"));
    }

    /** Makes the folder in which a file will be, as {@link #makeFolders}. */
    public static void makeFolderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            makeFolders(folder);
        }
    }

    /** Makes an empty file, which must not be there. */
    public static void makeFile(Path file) throws IOException {
        Files.createFile(file, attributes("rw-------"));
    }

    private static FileAttribute<?>[] attributes(String rights) {
        boolean known = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return known
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
