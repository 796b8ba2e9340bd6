package org.mineban.documents.writing;

import org.mineban.documents.Document;
import org.mineban.kernel.Language;

/** Page size, margins, and what runs above and below the text, as WordprocessingML. */
final class DocxPages {

    /** 22 millimetres, in twentieths of a point. */
    static final int MARGIN = 1247;

    static final String HEADER = "r-header";
    static final String FOOTER = "r-footer";

    private DocxPages() {}

    static String section(Language language) {
        return """
                <w:sectPr><w:headerReference w:type="default" r:id="%s"/><w:footerReference w:type="default" r:id="%s"/>\
                <w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1361" w:right="%d" w:bottom="1361" w:left="%d" w:header="680" \
                w:footer="680" w:gutter="0"/>%s</w:sectPr>""".formatted(HEADER, FOOTER, MARGIN, MARGIN, language.rightToLeft() ? "<w:bidi/>" : "");
    }

    static String header(Document document, DocxRuns runs) {
        StringBuilder xml = new StringBuilder(DocxWriter.XML + "<w:hdr" + DocxWriter.NAMESPACES + ">");
        xml.append(runs.paragraphStart("Header", ""));
        runs.text(xml, LongTexts.beginning(document.title()));
        xml.append("<w:r><w:tab/></w:r>");
        runs.text(xml, LongTexts.beginning(document.subtitle()));
        return xml.append("</w:p></w:hdr>").toString();
    }

    static String footer(Document document, Labels labels, DocxRuns runs) {
        String[] parts = labels.pageParts();
        StringBuilder xml = new StringBuilder(DocxWriter.XML + "<w:ftr" + DocxWriter.NAMESPACES + ">");
        xml.append(runs.paragraphStart("Footer", ""));
        runs.text(xml, LongTexts.beginning(document.masthead().footer()));
        xml.append("<w:r><w:tab/></w:r>");
        runs.text(xml, parts[0]);
        field(xml, labels.countsFirst() ? "NUMPAGES" : "PAGE");
        runs.text(xml, parts[1]);
        field(xml, labels.countsFirst() ? "PAGE" : "NUMPAGES");
        runs.text(xml, parts[2]);
        return xml.append("</w:p></w:ftr>").toString();
    }

    private static void field(StringBuilder xml, String name) {
        xml.append("<w:fldSimple w:instr=\" %s \"><w:r><w:t>1</w:t></w:r></w:fldSimple>".formatted(name));
    }
}
