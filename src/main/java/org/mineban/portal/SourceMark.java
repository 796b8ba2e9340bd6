package org.mineban.portal;

import org.mineban.kernel.SourceRow;

/**
 * Where a fact comes from and how far it can be trusted, beside the fact.
 *
 * @param place file and line
 * @param href the file
 * @param source the codes of the sources
 * @param confidence in words
 * @param code the confidence as in the fact files
 * @param needsMark whether the reader must be warned
 * @param note in English as recorded; may be empty
 */
record SourceMark(
        String place, String href, String source, String confidence, String code, boolean needsMark, String note) {

    static SourceMark of(Visit visit, SourceRow row) {
        return new SourceMark(
                row.place(),
                visit.link("/data") + "#" + DataPage.anchor(row.file()),
                row.source(),
                Words.confidence(visit, row.confidence()),
                row.confidence().code(),
                row.confidence().needsMark(),
                row.note());
    }

    /** The place and the confidence without what the row says of its sources, where there are many rows. */
    SourceMark placeAlone() {
        return new SourceMark(place, href, "", confidence, code, needsMark, "");
    }
}
