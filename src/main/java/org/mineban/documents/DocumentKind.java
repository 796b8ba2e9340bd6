package org.mineban.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files a document can be written as. */
public enum DocumentKind {
    PDF("pdf", "application/pdf"),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    HTML("html", "text/html;charset=UTF-8"),
    TEXT("txt", "text/plain;charset=UTF-8");

    private final String ending;
    private final String mediaType;

    DocumentKind(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** The ending of its file names, without the dot. */
    public String ending() {
        return ending;
    }

    /** Its media type, with the character set where it is text. */
    public String mediaType() {
        return mediaType;
    }

    /** The kind with that ending, in any case; empty when there is none. */
    public static Optional<DocumentKind> find(String ending) {
        return Arrays.stream(values())
                .filter(kind -> kind.ending.equals(ending.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The kind of a file by its name's ending; empty when there is none. */
    public static Optional<DocumentKind> ofFile(String name) {
        return find(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Every ending, for telling a person which there are. */
    public static List<String> endings() {
        return Arrays.stream(values()).map(DocumentKind::ending).toList();
    }
}
