package org.mineban.documents.writing;

import java.util.List;
import org.mineban.documents.Block;
import org.mineban.documents.Block.Cell;
import org.mineban.documents.Block.Column;
import org.mineban.documents.Block.Column.Kind;
import org.mineban.documents.Document;
import org.mineban.documents.Inline;

/** The blocks of a document as WordprocessingML. */
final class DocxBody {

    /** Width between the margins of A4, in twentieths of a point. */
    private static final int WIDTH = 11906 - 2 * DocxPages.MARGIN;

    private final Document document;
    private final DocxRuns runs;
    private final StringBuilder xml =
            new StringBuilder(DocxWriter.XML + "<w:document" + DocxWriter.NAMESPACES + "><w:body>");
    private boolean newPage;

    DocxBody(Document document, DocxRuns runs) {
        this.document = document;
        this.runs = runs;
    }

    String body() {
        plain("Issuer", document.masthead().issuer());
        if (!document.masthead().symbol().isEmpty()) {
            paragraph("Symbol", List.of(new Inline.Code(document.masthead().symbol())));
        }
        document.masthead().facts().forEach(fact -> plain("Fact", fact));
        document.masthead().lines().forEach(line -> plain("Line", line));
        plain("Title", document.title());
        if (!document.subtitle().isEmpty()) {
            plain("Subtitle", document.subtitle());
        }
        document.masthead().notices().forEach(notice -> paragraph("Notice", notice));
        document.blocks().forEach(this::block);
        if (LongTexts.tooLong(document.masthead().footer())) {
            plain("Normal", document.masthead().footer());
        }
        xml.append(DocxPages.section(document.language()));
        return xml.append("</w:body></w:document>").toString();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> paragraph("Heading" + heading.level(), heading.text());
            case Block.Paragraph paragraph -> paragraph("Normal", paragraph.text());
            case Block.NumberedParagraph paragraph -> {
                start("Numbered", "");
                runs.text(xml, paragraph.number());
                xml.append("<w:r><w:tab/></w:r>");
                runs.append(xml, paragraph.text());
                xml.append("</w:p>");
            }
            case Block.Listing listing -> {
                int numbering =
                        listing.numbered() ? DocxStyles.FIRST_NUMBERED + runs.nextNumberedList() : DocxStyles.BULLETS;
                listing.items().forEach(item -> {
                    start(
                            "List",
                            "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"%d\"/></w:numPr>".formatted(numbering));
                    runs.append(xml, item);
                    xml.append("</w:p>");
                });
            }
            case Block.DescriptionList list ->
                list.items().forEach(item -> {
                    plain("Term", item.term());
                    paragraph("Description", item.description());
                });
            case Block.Notice notice -> paragraph("Notice", notice.text());
            case Block.Table table -> table(table);
            case Block.PageBreak pageBreak -> newPage = true;
        }
    }

    private void plain(String style, String words) {
        start(style, "");
        runs.text(xml, words);
        xml.append("</w:p>");
    }

    private void paragraph(String style, List<Inline> parts) {
        start(style, "");
        runs.append(xml, parts);
        xml.append("</w:p>");
    }

    private void start(String style, String between) {
        xml.append(runs.paragraphStart(style, (newPage ? "<w:pageBreakBefore/>" : "") + between));
        newPage = false;
    }

    private void table(Block.Table table) {
        plain("Caption", table.caption());
        xml.append("<w:tbl><w:tblPr><w:tblStyle w:val=\"Record\"/>");
        if (document.language().rightToLeft()) {
            xml.append("<w:bidiVisual/>");
        }
        xml.append("<w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>".formatted(WIDTH));
        xml.append("<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\""
                + " w:noHBand=\"1\" w:noVBand=\"1\"/>");
        xml.append("<w:tblCaption w:val=\"")
                .append(DocxRuns.escaped(LongTexts.beginning(table.caption())))
                .append("\"/></w:tblPr>");
        int all = table.columns().stream().mapToInt(Column::weight).sum();
        int[] widths = table.columns().stream()
                .mapToInt(column -> WIDTH * column.weight() / all)
                .toArray();
        xml.append("<w:tblGrid>");
        for (int width : widths) {
            xml.append("<w:gridCol w:w=\"").append(width).append("\"/>");
        }
        xml.append("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (int i = 0; i < widths.length; i++) {
            Column column = table.columns().get(i);
            cell(widths[i], "TableHead", column.kind(), LongTexts.head(column));
        }
        xml.append("</w:tr>");
        for (List<Cell> row : table.rows()) {
            xml.append("<w:tr>");
            for (int i = 0; i < widths.length; i++) {
                cell(
                        widths[i],
                        "TableText",
                        table.columns().get(i).kind(),
                        row.get(i).text());
            }
            xml.append("</w:tr>");
        }
        xml.append("</w:tbl>");
        plain("AfterTable", "");
    }

    /** In a paragraph that runs from right to left, "right" means its end, the left side. */
    private void cell(int width, String style, Kind kind, List<Inline> parts) {
        xml.append("<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/></w:tcPr>".formatted(width));
        String start = runs.paragraphStart(style, "");
        xml.append(kind == Kind.NUMBER ? start.replace("</w:pPr>", "<w:jc w:val=\"right\"/></w:pPr>") : start);
        runs.append(xml, parts);
        xml.append("</w:p></w:tc>");
    }
}
