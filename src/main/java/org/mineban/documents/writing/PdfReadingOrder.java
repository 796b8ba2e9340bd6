package org.mineban.documents.writing;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/**
 * Mends the order in which a voice reads. The layout knows columns from left to right only, so that a document that runs from right to left
 * is laid out with its columns reversed; here the tags of their cells are put back into the order of the text.
 */
final class PdfReadingOrder {

    private PdfReadingOrder() {}

    static void columnsFromRightToLeft(PDDocument pdf) {
        PDStructureTreeRoot root = pdf.getDocumentCatalog().getStructureTreeRoot();
        if (root != null) {
            reverse(root);
        }
    }

    private static void reverse(PDStructureNode node) {
        List<Object> kids = node.getKids();
        if (node instanceof PDStructureElement element && "TR".equals(element.getStructureType())) {
            List<Object> cells = new ArrayList<>(kids.reversed());
            element.setKids(cells);
        }
        for (Object kid : kids) {
            if (kid instanceof PDStructureNode inner) {
                reverse(inner);
            }
        }
    }
}
