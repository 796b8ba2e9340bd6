package org.mineban.resolutions.reading;

/**
 * How much the reader takes in. The longest resolutions are some three hundred pages; what is larger is something else.
 *
 * @param textBytes of a text file
 * @param pdfBytes of a PDF
 * @param characters of the text in a PDF
 * @param pages of a PDF
 * @param pdfMemoryBytes that the PDF library may hold in memory before it uses a temporary file
 */
public record Limits(long textBytes, long pdfBytes, int characters, int pages, long pdfMemoryBytes) {
    /** Two million bytes of text, 64 MiB of PDF, 600 pages. */
    public static final Limits USUAL = new Limits(2_000_000L, 64L << 20, 2_000_000, 600, 48L << 20);
}
