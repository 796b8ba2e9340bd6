package org.mineban.submissions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.presentation.Table;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Field;
import org.mineban.reporting.Group;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportWords;

/** A report as rows, one for each field with content: the same columns in every language, for programs and spreadsheets. */
public final class ReportTable {

    private ReportTable() {}

    /** The rows: place, label in the reader's language, value as data, unit, and what was written where that says more. */
    public static Table of(Report report, Dictionary dictionary, ReportWords words) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        report.marks()
                .forEach((subject, mark) ->
                        rows.add(row("mark." + subject.key(), words.subject(subject), mark.key(), "", "")));
        for (Group.Placed placed : report.placed()) {
            Optional<Field> field = dictionary.find(placed.place());
            String unit = field.filter(one -> one.unit() != Field.Unit.NONE)
                    .map(one -> one.unit().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .orElse("");
            rows.add(row(
                    placed.place().text(),
                    field.map(words::field).orElse(""),
                    EntryText.data(placed.entry()),
                    unit,
                    placed.entry().written()));
        }
        return new Table("report", List.of("place", "field", "value", "unit", "written"), rows);
    }

    private static List<@Nullable Object> row(String place, String label, String value, String unit, String written) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(place);
        cells.add(label);
        cells.add(value);
        cells.add(unit);
        cells.add(written);
        return cells;
    }
}
