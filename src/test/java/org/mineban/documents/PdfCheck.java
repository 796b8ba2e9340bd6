package org.mineban.documents;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF what is wrong with a PDF. */
public final class PdfCheck {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfCheck() {}

    /** What the file breaks of PDF/UA-1; empty when nothing. */
    public static List<String> accessible(byte[] pdf) {
        return broken(pdf, PDFAFlavour.PDFUA_1);
    }

    /** What the file breaks of PDF/A-3a; empty when nothing. */
    public static List<String> archivable(byte[] pdf) {
        return broken(pdf, PDFAFlavour.PDFA_3_A);
    }

    private static List<String> broken(byte[] pdf, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, 20, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            List<String> broken = result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage() + " "
                            + assertion.getLocation().getContext())
                    .toList();
            return result.isCompliant() || !broken.isEmpty() ? broken : List.of("not compliant, with no rule named");
        } catch (VeraPDFException | java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
