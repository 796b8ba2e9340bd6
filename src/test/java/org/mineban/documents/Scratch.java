package org.mineban.documents;

import java.io.*;
import java.nio.file.*;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;

class Scratch {
    public static void main(String[] a) throws Exception {
        DocumentFiles files = new DocumentFiles(new Messages());
        Path dir = Path.of(a[0]);
        Files.createDirectories(dir);
        for (Language l : Language.values()) {
            for (DocumentKind k : DocumentKind.values()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                long t = System.nanoTime();
                var un = files.write(Samples.of(l), k, out);
                System.out.println(
                        l + " " + k + " " + out.size() + " " + (System.nanoTime() - t) / 1000000 + " ms " + un);
                Files.write(dir.resolve("sample-" + l.code() + "." + k.ending()), out.toByteArray());
                if (k == DocumentKind.PDF) {
                    System.out.println(" ua " + PdfCheck.accessible(out.toByteArray()));
                    System.out.println(" a " + PdfCheck.archivable(out.toByteArray()));
                }
            }
        }
    }
}
