package org.mineban.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mineban.documents.Block;
import org.mineban.documents.Block.Cell;
import org.mineban.documents.Block.Column;
import org.mineban.documents.Block.Table;
import org.mineban.documents.Inline;
import org.mineban.obligations.Duty;
import org.mineban.obligations.DutyState;
import org.mineban.obligations.Obligation;

/** Duties as a table of a document. */
final class DutyRows {

    private final DocumentParts parts;

    DutyRows(DocumentParts parts) {
        this.parts = parts;
    }

    /** An annual report whose due day has passed: receipts are not in the record, so that such rows would say nothing, year after year. */
    static boolean pastReport(Obligation duty) {
        return duty.duty() == Duty.ANNUAL_REPORT && duty.standing().value() instanceof DutyState.PassedWithoutRecord;
    }

    /** The table of the duties that are no past reports, and how many of those were left out. */
    List<Block> blocks(List<Obligation> duties, boolean withState) {
        List<Obligation> shown =
                duties.stream().filter(duty -> !pastReport(duty)).toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(parts.say("document.duties.meaning")));
        blocks.add(table(shown, withState));
        int past = duties.size() - shown.size();
        if (past > 0) {
            blocks.add(Block.paragraph(parts.say("document.duties.past", Map.of("count", past))));
        }
        return blocks;
    }

    private Table table(List<Obligation> duties, boolean withState) {
        List<Column> columns = new ArrayList<>();
        if (withState) {
            columns.add(Column.rowHead(parts.say("document.column.state"), 20));
            columns.add(Column.text(parts.say("document.column.duty"), 27));
        } else {
            columns.add(Column.rowHead(parts.say("document.column.duty"), 32));
        }
        columns.add(Column.text(parts.say("document.column.article"), 10));
        columns.add(Column.text(parts.say("document.column.due"), 19));
        columns.add(Column.text(parts.say("document.column.record"), 32));
        return new Table(
                parts.sayOfDay("document.duties.caption"),
                columns,
                duties.stream().map(duty -> row(duty, withState)).toList());
    }

    private List<Cell> row(Obligation duty, boolean withState) {
        Narrator narrator = parts.narrator();
        List<Cell> cells = new ArrayList<>();
        if (withState) {
            cells.add(Cell.of(new Inline.Name(narrator.state(duty.state()))));
        }
        cells.add(Cell.of(name(duty)));
        cells.add(Cell.of(new Inline.Code(duty.duty().provision().cite())));
        cells.add(DocumentParts.cell(parts.sourced(narrator.day(duty.due().value()), duty.due())));
        cells.add(DocumentParts.cell(
                parts.sourced(narrator.dutyState(duty.standing().value()), duty.standing())));
        return cells;
    }

    private String name(Obligation duty) {
        String name = parts.say("duty." + duty.duty().key());
        return duty.year().isPresent()
                ? parts.say(
                        "document.duties.year",
                        Map.of(
                                "duty",
                                name,
                                "year",
                                Integer.toString(duty.year().getAsInt())))
                : name;
    }
}
