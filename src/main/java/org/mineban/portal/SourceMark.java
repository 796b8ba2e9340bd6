package org.mineban.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.Recorded;
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
 * @param recorded that it was recorded here, when and by whom it was confirmed, in words; empty for what came with the program
 * @param entry the entry of the desk, for who may read it
 * @param corrected the row that it takes the place of
 */
record SourceMark(
        String place,
        String href,
        String source,
        String confidence,
        String code,
        boolean needsMark,
        String note,
        String recorded,
        Optional<String> entry,
        Optional<Corrected> corrected) {

    /** An earlier row, which stays readable: where it stands, what it stated, and what was wrong with it. */
    record Corrected(SourceMark source, List<WhyTree.Field> fields, String why) {}

    static SourceMark of(Visit visit, SourceRow row) {
        return new SourceMark(
                row.place(),
                visit.link("/data") + "#" + DataPage.anchor(row.file()),
                row.source(),
                Words.confidence(visit, row.confidence()),
                row.confidence().code(),
                row.confidence().needsMark(),
                row.note(),
                row.recorded().map(recorded -> recorded(visit, recorded)).orElse(""),
                row.recorded()
                        .filter(recorded -> DeskPages.mayRead(visit))
                        .map(recorded -> visit.link("/desk/" + recorded.entry())),
                row.recorded().flatMap(Recorded::corrects).map(earlier -> corrected(visit, row, earlier)));
    }

    private static String recorded(Visit visit, Recorded recorded) {
        return visit.say(
                "desk.row.recorded",
                Map.of("day", visit.date(recorded.confirmedOn()), "role", visit.say("role." + recorded.confirmedAs())));
    }

    private static Corrected corrected(Visit visit, SourceRow row, SourceRow earlier) {
        return new Corrected(
                of(visit, earlier), WhyTree.fields(earlier), row.asMap().getOrDefault("why", ""));
    }

    /** The place and the confidence without what the row says of its sources, where there are many rows. */
    SourceMark placeAlone() {
        return new SourceMark(place, href, "", confidence, code, needsMark, "", recorded, entry, Optional.empty());
    }
}
