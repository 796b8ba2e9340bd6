package org.mineban.documents.writing;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mineban.documents.Document;

/**
 * Writes a document as DOCX by ISO/IEC 29500 (transitional), for people who will edit it: styles of headings, tables with heads that are
 * repeated, footnotes, both directions. The same document gives the same bytes.
 */
public final class DocxWriter {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    static final String NAMESPACES =
            " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"" + RELATIONS + "\"";
    static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private DocxWriter() {}

    /** Writes the document; the stream is left open. */
    public static void write(Document document, Labels labels, OutputStream out) throws IOException {
        DocxRuns runs = new DocxRuns(document.language());
        String body = new DocxBody(document, runs).body();
        List<String> linksOfBody = new ArrayList<>(runs.takeLinks());
        String footnotes = footnotes(runs);
        List<String> linksOfNotes = new ArrayList<>(runs.takeLinks());
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", contentTypes());
        parts.put(
                "_rels/.rels",
                relations(Map.of(
                        "rId1", relation(RELATIONS + "/officeDocument", "word/document.xml"),
                        "rId2", relation(PACKAGE + "/relationships/metadata/core-properties", "docProps/core.xml"),
                        "rId3", relation(RELATIONS + "/extended-properties", "docProps/app.xml"))));
        parts.put("docProps/core.xml", core(document));
        parts.put(
                "docProps/app.xml",
                XML + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                        + "<Application>Mineban</Application></Properties>");
        parts.put("word/document.xml", body);
        parts.put("word/_rels/document.xml.rels", documentRelations(linksOfBody));
        parts.put("word/styles.xml", DocxStyles.styles(document.language()));
        parts.put("word/numbering.xml", DocxStyles.numbering(runs.numberedLists()));
        parts.put("word/settings.xml", DocxStyles.settings(document.language()));
        parts.put("word/footnotes.xml", footnotes);
        parts.put("word/_rels/footnotes.xml.rels", relations(links(linksOfNotes)));
        parts.put("word/header1.xml", DocxPages.header(document, runs));
        parts.put("word/footer1.xml", DocxPages.footer(document, labels, runs));
        zip(parts, out);
    }

    private static void zip(Map<String, String> parts, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        });
        for (Map.Entry<String, String> part : parts.entrySet()) {
            ZipEntry entry = new ZipEntry(part.getKey());
            entry.setTime(315_619_200_000L); // 2 January 1980, the first that ZIP can hold in every time zone
            zip.putNextEntry(entry);
            zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    private static String footnotes(DocxRuns runs) {
        StringBuilder xml = new StringBuilder(XML + "<w:footnotes" + NAMESPACES + ">");
        xml.append("<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>");
        xml.append("<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r>"
                + "</w:p></w:footnote>");
        for (int i = 0; i < runs.notes().all().size(); i++) { // a note may refer to a further one
            xml.append("<w:footnote w:id=\"").append(i + 1).append("\">");
            xml.append(runs.paragraphStart("FootnoteText", ""));
            xml.append("<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>");
            runs.text(xml, " ");
            runs.append(xml, runs.notes().all().get(i).text());
            xml.append("</w:p></w:footnote>");
        }
        return xml.append("</w:footnotes>").toString();
    }

    private static String contentTypes() {
        StringBuilder xml = new StringBuilder(XML + "<Types xmlns=\"" + PACKAGE + "/content-types\">");
        xml.append(
                "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        xml.append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        override(xml, "/word/document.xml", WORD + "document.main+xml");
        override(xml, "/word/styles.xml", WORD + "styles+xml");
        override(xml, "/word/numbering.xml", WORD + "numbering+xml");
        override(xml, "/word/settings.xml", WORD + "settings+xml");
        override(xml, "/word/footnotes.xml", WORD + "footnotes+xml");
        override(xml, "/word/header1.xml", WORD + "header+xml");
        override(xml, "/word/footer1.xml", WORD + "footer+xml");
        override(xml, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        override(xml, "/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
        return xml.append("</Types>").toString();
    }

    private static void override(StringBuilder xml, String part, String type) {
        xml.append("<Override PartName=\"%s\" ContentType=\"%s\"/>".formatted(part, type));
    }

    private static String documentRelations(List<String> links) {
        Map<String, String> relations = new LinkedHashMap<>();
        for (String part : List.of("styles", "numbering", "settings", "footnotes")) {
            relations.put("r-" + part, relation(RELATIONS + "/" + part, part + ".xml"));
        }
        relations.put(DocxPages.HEADER, relation(RELATIONS + "/header", "header1.xml"));
        relations.put(DocxPages.FOOTER, relation(RELATIONS + "/footer", "footer1.xml"));
        relations.putAll(links(links));
        return relations(relations);
    }

    private static Map<String, String> links(List<String> addresses) {
        Map<String, String> relations = new LinkedHashMap<>();
        for (int i = 0; i < addresses.size(); i++) {
            relations.put(
                    DocxRuns.LINK + i,
                    relation(RELATIONS + "/hyperlink", DocxRuns.escaped(addresses.get(i)))
                            + " TargetMode=\"External\"");
        }
        return relations;
    }

    private static String relation(String type, String target) {
        return "Type=\"%s\" Target=\"%s\"".formatted(type, target);
    }

    private static String relations(Map<String, String> relations) {
        StringBuilder xml = new StringBuilder(XML + "<Relationships xmlns=\"" + PACKAGE + "/relationships\">");
        relations.keySet().stream()
                .sorted()
                .forEach(id -> xml.append("<Relationship Id=\"%s\" %s/>".formatted(id, relations.get(id))));
        return xml.append("</Relationships>").toString();
    }

    private static String core(Document document) {
        return XML
                + "<cp:coreProperties xmlns:cp=\"" + PACKAGE + "/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                + "<dc:title>" + DocxRuns.escaped(document.title()) + "</dc:title>"
                + "<dc:subject>" + DocxRuns.escaped(document.subtitle()) + "</dc:subject>"
                + "<dc:creator>" + DocxRuns.escaped(document.masthead().issuer()) + "</dc:creator>"
                + "<dc:description>" + DocxRuns.escaped(document.description()) + "</dc:description>"
                + "<dc:language>" + document.language().code() + "</dc:language>"
                + "</cp:coreProperties>";
    }
}
