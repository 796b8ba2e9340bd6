package org.mineban.portal;

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
 */
record WhyTree(
        String value,
        String sentence,
        Optional<Link> provision,
        Optional<Row> row,
        String mark,
        List<Doubt> doubts,
        String fold,
        List<WhyTree> because) {

    private static final int SHOWN_OPEN = 6;

    /** Something that should be known besides, and the rows it comes from. */
    record Doubt(String sentence, List<Row> rows) {}

    /** A row of the record with all it states. */
    record Row(SourceMark source, String explained, List<Field> fields) {}

    /** A column and its text. */
    record Field(String name, String text) {}

    static WhyTree of(Visit visit, Telling telling) {
        List<WhyTree> because =
                telling.because().stream().map(reason -> of(visit, reason)).toList();
        return new WhyTree(
                telling.value(),
                telling.sentence(),
                telling.provision()
                        .map(provision -> Link.of(
                                visit.narrator().provision(provision), visit.link("/convention#" + provision.id()))),
                telling.row().map(row -> row(visit, row)),
                telling.needsMark() ? Words.confidence(visit, telling.confidence()) : "",
                telling.doubts().stream()
                        .map(doubt -> new Doubt(
                                doubt.sentence(),
                                doubt.rows().stream()
                                        .map(row -> row(visit, row))
                                        .toList()))
                        .toList(),
                because.size() > SHOWN_OPEN ? visit.say("page.why.fold", Map.of("count", because.size())) : "",
                because);
    }

    private static Row row(Visit visit, SourceRow row) {
        return new Row(
                SourceMark.of(visit, row),
                visit.say("confidence." + row.confidence().code() + ".explained"),
                row.asMap().entrySet().stream()
                        .filter(field ->
                                !field.getValue().isEmpty() && !field.getKey().equals("note"))
                        .map(field -> new Field(field.getKey(), field.getValue()))
                        .toList());
    }
}
