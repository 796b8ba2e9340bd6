package org.mineban.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.mineban.obligations.Obligation;
import org.mineban.parties.Counts;
import org.mineban.presentation.Knowledge;
import org.springframework.stereotype.Component;

/** Resolution 67/32 paragraph by paragraph, in our words, each with what the record says of it. */
@Component
final class ResolutionDocument {

    /** The resolution behind the request for this work. */
    static final String SEED = "67/32";

    private static final int PREAMBULAR = 10;
    private static final int OPERATIVE = 10;

    private final Knowledge knowledge;

    ResolutionDocument(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /**
     * The document.
     *
     * @param officialText where the official text is, in the reader's language
     */
    record View(String officialText, List<Paragraph> preamble, List<Paragraph> operative) {
        View {
            preamble = List.copyOf(preamble);
            operative = List.copyOf(operative);
        }
    }

    /**
     * A paragraph.
     *
     * @param anchor its place on the page, as {@code preamble-8} or {@code operative-4}
     * @param number as printed; empty in the preamble
     * @param lead the opening words, printed in italics
     * @param text the rest, in our words
     * @param recordLabel what the column beside it is called, for those who cannot see that it stands beside
     * @param notes what the record says of it
     */
    record Paragraph(
            String anchor, String number, String lead, String text, String recordLabel, List<RecordNote> notes) {
        Paragraph {
            notes = List.copyOf(notes);
        }
    }

    /** What the notes of one page draw on, worked out once. */
    record Facts(Knowledge knowledge, Counts counts, List<Obligation> duties) {
        Facts {
            duties = List.copyOf(duties);
        }
    }

    View view(Visit visit) {
        LocalDate on = visit.on();
        Facts facts = new Facts(
                knowledge,
                knowledge.register().counts(on),
                knowledge.obligations().all(on));
        PreambleRecord preamble = new PreambleRecord(visit, facts);
        OperativeRecord operative = new OperativeRecord(visit, facts);
        return new View(
                "https://undocs.org/" + visit.lang() + "/A/RES/67/32",
                paragraphs(visit, "preamble", PREAMBULAR, preamble::notes),
                paragraphs(visit, "operative", OPERATIVE, operative::notes));
    }

    private static List<Paragraph> paragraphs(
            Visit visit, String part, int count, IntFunction<List<RecordNote>> notes) {
        List<Paragraph> paragraphs = new ArrayList<>();
        IntStream.rangeClosed(1, count).forEach(number -> {
            String key = "resolution.67-32." + part + "." + number;
            paragraphs.add(new Paragraph(
                    part + "-" + number,
                    part.equals("operative") ? number + "." : "",
                    visit.say(key + ".lead"),
                    visit.say(key),
                    visit.say("page.home.record." + part, java.util.Map.of("number", number)),
                    notes.apply(number)));
        });
        return paragraphs;
    }
}
