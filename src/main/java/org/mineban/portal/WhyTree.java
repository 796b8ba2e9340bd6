package org.mineban.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.SourceRow;
import org.mineban.presentation.Telling;

/**
 * A tree of reasons, ready to be shown.
 *
 * @param value the value in words; may be empty
 * @param sentence why
 * @param provision the place in the Convention that gives it
 * @param row the row it ends at
 * @param doubts what should be known besides
 * @param fold the line under which a long list of reasons is folded; empty when it stands open
 * @param place the name of a folded list on the page; when the same reasons were given before, the place where they stand and are not repeated
 */
record WhyTree(
        String value,
        String sentence,
        Optional<Link> provision,
        Optional<Row> row,
        String mark,
        List<Doubt> doubts,
        String fold,
        String place,
        List<WhyTree> because) {

    private static final int SHOWN_OPEN = 6;

    /** In a longer list the rows are named and not spelled out, so that a page stays light; the file of the record has them. */
    private static final int ROWS_SPELLED_OUT = 20;

    /** Something that should be known besides, and the rows it comes from. */
    record Doubt(String sentence, List<Row> rows) {}

    /** A row of the record with all it states; without its fields where it is only named. */
    record Row(SourceMark source, String explained, List<Field> fields) {}

    /** A column and its text. */
    record Field(String name, String text) {}

    static WhyTree of(Visit visit, Telling telling) {
        return of(visit, telling, new HashMap<>());
    }

    /**
     * A tree on a page that has several.
     *
     * @param told the long lists that the page has already, each with its place; a list is added to it
     */
    static WhyTree of(Visit visit, Telling telling, Map<List<Telling>, String> told) {
        return of(visit, telling, told, true);
    }

    private static WhyTree of(Visit visit, Telling telling, Map<List<Telling>, String> told, boolean spelledOut) {
        List<Telling> reasons = telling.because();
        boolean folded = reasons.size() > SHOWN_OPEN;
        boolean again = folded && told.containsKey(reasons);
        if (folded && !again) {
            told.put(reasons, "reasons-" + (told.size() + 1));
        }
        boolean below = spelledOut && reasons.size() <= ROWS_SPELLED_OUT;
        List<WhyTree> because = again
                ? List.of()
                : reasons.stream().map(reason -> of(visit, reason, told, below)).toList();
        return new WhyTree(
                telling.value(),
                telling.sentence(),
                telling.provision()
                        .map(provision -> Link.of(
                                visit.narrator().provision(provision), visit.link("/convention#" + provision.id()))),
                telling.row().map(row -> spelledOut ? row(visit, row) : named(visit, row)),
                telling.needsMark() ? Words.confidence(visit, telling.confidence()) : "",
                telling.doubts().stream()
                        .map(doubt -> new Doubt(
                                doubt.sentence(),
                                doubt.rows().stream()
                                        .map(row -> row(visit, row))
                                        .toList()))
                        .toList(),
                folded ? visit.say("page.why.fold", Map.of("count", reasons.size())) : "",
                folded ? told.getOrDefault(reasons, "") : "",
                because);
    }

    /** The tree with another line over its reasons. */
    WhyTree foldedUnder(String line) {
        return new WhyTree(value, sentence, provision, row, mark, doubts, line, place, because);
    }

    private static Row named(Visit visit, SourceRow row) {
        return new Row(SourceMark.of(visit, row).placeAlone(), "", List.of());
    }

    private static Row row(Visit visit, SourceRow row) {
        return new Row(
                SourceMark.of(visit, row),
                visit.say("confidence." + row.confidence().code() + ".explained"),
                fields(row));
    }

    /** What a row states, column by column, without its note and what is empty. */
    static List<Field> fields(SourceRow row) {
        return row.asMap().entrySet().stream()
                .filter(field -> !field.getValue().isEmpty() && !field.getKey().equals("note"))
                .map(field -> new Field(field.getKey(), field.getValue()))
                .toList();
    }
}
