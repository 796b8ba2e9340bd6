package org.mineban.documents.writing;

import java.util.List;
import java.util.stream.IntStream;
import org.mineban.documents.Block.Cell;
import org.mineban.documents.Block.Column;
import org.mineban.documents.Block.Column.Kind;
import org.mineban.documents.Block.Table;
import org.mineban.documents.Inline;

/** Tables as HTML. */
final class HtmlTables {

    /** A row with more characters than this may be broken over pages. */
    private static final int BREAKABLE = 800;

    private final StringBuilder html;
    private final HtmlInlines inlines;
    private final boolean mirrored;

    HtmlTables(StringBuilder html, HtmlInlines inlines, boolean mirrored) {
        this.html = html;
        this.inlines = inlines;
        this.mirrored = mirrored;
    }

    void append(Table table) {
        List<Integer> order = order(table.columns().size());
        int all = table.columns().stream().mapToInt(Column::weight).sum();
        html.append("<table><caption>");
        inlines.escape(table.caption());
        html.append("</caption><colgroup>");
        for (int column : order) {
            html.append("<col style=\"width:%d.%02d%%\"/>"
                    .formatted(
                            table.columns().get(column).weight() * 100 / all,
                            table.columns().get(column).weight() * 10_000 / all % 100));
        }
        html.append("</colgroup><thead><tr>");
        for (int column : order) {
            Column head = table.columns().get(column);
            html.append("<th scope=\"col\"").append(style(head)).append('>');
            inlines.append(LongTexts.head(head));
            html.append("</th>");
        }
        html.append("</tr></thead>\n<tbody>");
        table.rows().forEach(row -> row(table, row, order));
        html.append("</tbody></table>\n");
    }

    private void row(Table table, List<Cell> row, List<Integer> order) {
        boolean breakable =
                row.stream().mapToInt(cell -> length(cell.text())).max().orElse(0) > BREAKABLE;
        html.append(breakable ? "<tr class=\"breakable\">" : "<tr>");
        for (int column : order) {
            Column head = table.columns().get(column);
            boolean rowHead = head.kind() == Kind.ROW_HEAD;
            html.append(rowHead ? "<th scope=\"row\"" : "<td")
                    .append(style(head))
                    .append('>');
            inlines.append(row.get(column).text());
            html.append(rowHead ? "</th>" : "</td>");
        }
        html.append("</tr>\n");
    }

    private static String style(Column column) {
        return column.kind() == Kind.NUMBER ? " class=\"figure\"" : "";
    }

    private List<Integer> order(int columns) {
        List<Integer> order = IntStream.range(0, columns).boxed().toList();
        return mirrored ? order.reversed() : order;
    }

    private static int length(List<Inline> parts) {
        return parts.stream()
                .mapToInt(part -> switch (part) {
                    case Inline.Text(String words) -> words.length();
                    case Inline.Emphasis(List<Inline> inner) -> length(inner);
                    case Inline.Strong(List<Inline> inner) -> length(inner);
                    case Inline.Code(String words) -> words.length();
                    case Inline.Name(String words) -> words.length();
                    case Inline.Foreign(var language, String words) -> words.length();
                    case Inline.Link(String words, String address) -> words.length();
                    case Inline.Mark(String words) -> words.length();
                    case Inline.NoteReference reference -> 0;
                    case Inline.Break line -> 0;
                })
                .sum();
    }
}
