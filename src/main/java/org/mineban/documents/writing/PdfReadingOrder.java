package org.mineban.documents.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDStructureElementNameTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/**
 * Mends the tags, by which a voice reads.
 *
 * <p>The layout knows columns from left to right only, so that a document that runs from right to left is laid out with its columns reversed;
 * here the tags of their cells are put back into the order of the text. And each link says where it leads, as PDF/UA-1, 7.18.5, asks.
 */
final class PdfReadingOrder {

    private final boolean rightToLeft;

    private PdfReadingOrder(boolean rightToLeft) {
        this.rightToLeft = rightToLeft;
    }

    static void mend(PDDocument pdf, boolean rightToLeft) {
        PDStructureTreeRoot root = pdf.getDocumentCatalog().getStructureTreeRoot();
        if (root != null) {
            new PdfReadingOrder(rightToLeft).mend(root);
            footnotes(root);
        }
        COSDictionary background = new COSDictionary();
        background.setName(COSName.TYPE, "Background");
        for (PDPage page : pdf.getPages()) {
            shareBackground(page, background);
        }
    }

    /** The layout gives each line and shade of a table an object of its own that says “no part of the text”; one is enough. */
    private static void shareBackground(PDPage page, COSDictionary background) {
        COSDictionary lists = page.getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
        if (lists == null) {
            return;
        }
        for (COSName name : List.copyOf(lists.keySet())) {
            COSDictionary list = lists.getCOSDictionary(name);
            if (list != null && "Background".equals(list.getNameAsString(COSName.TYPE))) {
                lists.setItem(name, background);
            }
        }
    }

    /** The layout gathers the notes at the foot of a page in a section and calls each a division: they are notes, each with a name of its own. */
    private static void footnotes(PDStructureTreeRoot root) {
        Map<String, PDStructureElement> notes = new TreeMap<>();
        sections(root)
                .flatMap(section -> elements(section.getKids()))
                .filter(element -> StandardStructureTypes.DIV.equals(element.getStructureType()))
                .forEach(note -> {
                    String name = "footnote-%06d".formatted(notes.size() + 1);
                    note.setStructureType(StandardStructureTypes.NOTE);
                    note.setElementIdentifier(name);
                    notes.put(name, note);
                });
        if (!notes.isEmpty()) {
            PDStructureElementNameTreeNode names = new PDStructureElementNameTreeNode();
            names.setNames(notes);
            root.setIDTree(names);
        }
    }

    private static Stream<PDStructureElement> sections(PDStructureNode node) {
        return elements(node.getKids())
                .flatMap(element -> StandardStructureTypes.SECT.equals(element.getStructureType())
                        ? Stream.of(element)
                        : sections(element));
    }

    private static Stream<PDStructureElement> elements(List<Object> kids) {
        return kids.stream().filter(PDStructureElement.class::isInstance).map(PDStructureElement.class::cast);
    }

    private void mend(PDStructureNode node) {
        List<Object> kids = node.getKids();
        String link = "";
        if (node instanceof PDStructureElement element) {
            if (rightToLeft && "TR".equals(element.getStructureType())) {
                element.setKids(new ArrayList<>(kids.reversed()));
            }
            if ("Link".equals(element.getStructureType())) {
                link = element.getAlternateDescription();
            }
        }
        for (Object kid : kids) {
            if (kid instanceof PDStructureNode inner) {
                mend(inner);
            } else if (kid instanceof PDObjectReference reference
                    && link != null
                    && reference.getCOSObject().getDictionaryObject(COSName.OBJ) instanceof COSDictionary annotation) {
                annotation.setString(COSName.CONTENTS, link);
            }
        }
    }
}
