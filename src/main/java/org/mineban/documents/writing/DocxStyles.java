package org.mineban.documents.writing;

import org.mineban.kernel.Language;

/** Styles, numbering and settings of a DOCX file. Names of styles are the ones word processors know, so that they are shown in any language. */
final class DocxStyles {

    static final int BULLETS = 1;
    static final int FIRST_NUMBERED = 1;

    private static final int WIDTH = 11906 - 2 * DocxPages.MARGIN;

    private DocxStyles() {}

    static String styles(Language language) {
        String fonts = "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"SimSun\" w:cs=\"Arial\"/>";
        StringBuilder xml = new StringBuilder(DocxWriter.XML + "<w:styles" + DocxWriter.NAMESPACES + ">");
        xml.append("<w:docDefaults><w:rPrDefault><w:rPr>")
                .append(fonts)
                .append(
                        "<w:sz w:val=\"20\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"%s\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/>"
                                .formatted(DocxRuns.tag(language)))
                .append(
                        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/>")
                .append("</w:pPr></w:pPrDefault></w:docDefaults>");
        paragraph(xml, "Normal", "Normal", "", "");
        paragraph(xml, "Issuer", "Issuer", spacing(0, 0), size(24) + bold());
        // in a paragraph that runs from right to left, "right" and "left" mean its end and its beginning
        paragraph(xml, "Symbol", "Symbol", spacing(0, 60) + "<w:jc w:val=\"right\"/>", size(26));
        paragraph(xml, "Fact", "Masthead fact", spacing(0, 0) + "<w:ind w:left=\"6200\"/>", size(17));
        paragraph(xml, "Line", "Issue line", spacing(0, 0), "<w:color w:val=\"444444\"/>" + size(17));
        paragraph(xml, "Title", "Title", "<w:keepNext/>" + spacing(360, 60), bold() + size(38));
        paragraph(xml, "Subtitle", "Subtitle", spacing(0, 240), "<w:color w:val=\"333333\"/>" + size(24));
        for (int level = 1; level <= 4; level++) {
            paragraph(
                    xml,
                    "Heading" + level,
                    "heading " + level,
                    "<w:keepNext/><w:keepLines/>" + spacing(360 - 60 * level, 80) + "<w:outlineLvl w:val=\""
                            + (level - 1) + "\"/>",
                    bold() + size(28 - 2 * level));
        }
        String box = "<w:pBdr><w:top %1$s/><w:left %1$s/><w:bottom %1$s/><w:right %1$s/></w:pBdr>"
                .formatted("w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"777777\"");
        paragraph(xml, "Notice", "Notice", "<w:keepLines/>" + box + spacing(0, 120), size(18));
        paragraph(xml, "Numbered", "Numbered paragraph", "<w:tabs><w:tab w:val=\"left\" w:pos=\"567\"/></w:tabs>", "");
        paragraph(xml, "List", "List", spacing(0, 60), "");
        paragraph(
                xml,
                "Term",
                "Term",
                "<w:keepNext/>" + spacing(60, 0),
                bold() + "<w:color w:val=\"444444\"/>" + size(18));
        paragraph(xml, "Description", "Description", spacing(0, 80), "");
        paragraph(xml, "Caption", "caption", "<w:keepNext/>" + spacing(120, 60), bold() + size(18));
        paragraph(xml, "TableText", "Table text", spacing(20, 20), size(17));
        paragraph(xml, "TableHead", "Table head", "<w:keepNext/>" + spacing(40, 40), bold() + size(17));
        paragraph(xml, "AfterTable", "After table", spacing(0, 60), size(8));
        String ends = "<w:tabs><w:tab w:val=\"right\" w:pos=\"" + WIDTH + "\"/></w:tabs>" + spacing(0, 0);
        paragraph(xml, "Header", "header", ends, "<w:color w:val=\"555555\"/>" + size(15));
        paragraph(xml, "Footer", "footer", ends, "<w:color w:val=\"555555\"/>" + size(15));
        paragraph(xml, "FootnoteText", "footnote text", spacing(0, 20), size(16));
        String stress = language == Language.ARABIC || language == Language.CHINESE ? bold() : "<w:i/><w:iCs/>";
        character(xml, "Emphasis", "Emphasis", stress);
        character(xml, "Strong", "Strong", bold());
        character(xml, "Code", "Code", "<w:noProof/>");
        character(xml, "Hyperlink", "Hyperlink", "<w:color w:val=\"0B3D91\"/><w:u w:val=\"single\"/>");
        character(xml, "Mark", "Mark", bold());
        character(xml, "FootnoteReference", "footnote reference", "<w:vertAlign w:val=\"superscript\"/>");
        table(xml);
        return xml.append("</w:styles>").toString();
    }

    private static void table(StringBuilder xml) {
        String line = "w:val=\"single\" w:space=\"0\"";
        xml.append(
                        "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"Record\"><w:name w:val=\"Record table\"/><w:tblPr>")
                .append(
                        "<w:tblBorders><w:top %1$s w:sz=\"8\" w:color=\"111111\"/><w:bottom %1$s w:sz=\"8\" w:color=\"111111\"/>"
                                .formatted(line))
                .append("<w:insideH %s w:sz=\"4\" w:color=\"BBBBBB\"/></w:tblBorders>".formatted(line))
                .append("<w:tblCellMar><w:top w:w=\"20\" w:type=\"dxa\"/><w:left w:w=\"80\" w:type=\"dxa\"/>")
                .append(
                        "<w:bottom w:w=\"20\" w:type=\"dxa\"/><w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>")
                .append(
                        "<w:tblStylePr w:type=\"firstRow\"><w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F1F1EE\"/>")
                .append("</w:tcPr></w:tblStylePr></w:style>");
    }

    private static void paragraph(StringBuilder xml, String id, String name, String paragraph, String run) {
        boolean normal = id.equals("Normal");
        xml.append("<w:style w:type=\"paragraph\"%s w:styleId=\"%s\"><w:name w:val=\"%s\"/>"
                .formatted(normal ? " w:default=\"1\"" : "", id, name));
        if (!normal) {
            xml.append("<w:basedOn w:val=\"Normal\"/>");
        }
        xml.append("<w:qFormat/><w:pPr>")
                .append(paragraph)
                .append("</w:pPr><w:rPr>")
                .append(run)
                .append("</w:rPr></w:style>");
    }

    private static void character(StringBuilder xml, String id, String name, String run) {
        xml.append(
                "<w:style w:type=\"character\" w:styleId=\"%s\"><w:name w:val=\"%s\"/><w:qFormat/><w:rPr>%s</w:rPr></w:style>"
                        .formatted(id, name, run));
    }

    private static String spacing(int before, int after) {
        return "<w:spacing w:before=\"%d\" w:after=\"%d\"/>".formatted(before, after);
    }

    private static String bold() {
        return "<w:b/><w:bCs/>";
    }

    private static String size(int halfPoints) {
        return "<w:sz w:val=\"%1$d\"/><w:szCs w:val=\"%2$d\"/>".formatted(halfPoints, halfPoints + 2);
    }

    /** @param numberedLists how many lists begin their numbers anew */
    static String numbering(int numberedLists) {
        StringBuilder xml = new StringBuilder(DocxWriter.XML + "<w:numbering" + DocxWriter.NAMESPACES + ">");
        level(xml, 0, "bullet", "\u2022");
        level(xml, 1, "decimal", "%1.");
        number(xml, BULLETS, 0, "");
        for (int list = 1; list <= numberedLists; list++) {
            number(
                    xml,
                    FIRST_NUMBERED + list,
                    1,
                    "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>");
        }
        return xml.append("</w:numbering>").toString();
    }

    private static void level(StringBuilder xml, int id, String format, String text) {
        xml.append("<w:abstractNum w:abstractNumId=\"%d\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\">"
                        .formatted(id))
                .append("<w:start w:val=\"1\"/><w:numFmt w:val=\"")
                .append(format)
                .append("\"/><w:lvlText w:val=\"")
                .append(text)
                .append(
                        "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"425\" w:hanging=\"425\"/></w:pPr></w:lvl></w:abstractNum>");
    }

    private static void number(StringBuilder xml, int id, int kind, String override) {
        xml.append("<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"%d\"/>%s</w:num>".formatted(id, kind, override));
    }

    static String settings(Language language) {
        return DocxWriter.XML + "<w:settings" + DocxWriter.NAMESPACES + "><w:defaultTabStop w:val=\"567\"/>"
                + "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>"
                + "<w:compat><w:compatSetting w:name=\"compatibilityMode\""
                + " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
                + "<w:themeFontLang w:val=\"" + DocxRuns.tag(language)
                + "\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:settings>";
    }
}
