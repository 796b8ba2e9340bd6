package org.mineban.presentation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.mineban.obligations.Obligation;
import org.mineban.parties.Counts;

/**
 * Resolution 67/32 paragraph by paragraph, in our words, each with what the record says of it on a day.
 *
 * @param preamble the paragraphs of the preamble
 * @param operative the operative paragraphs
 */
public record ResolutionColumn(List<Paragraph> preamble, List<Paragraph> operative) {

    /** The resolution behind the request for this work. */
    public static final String SEED = "67/32";

    private static final int PREAMBULAR = 10;
    private static final int OPERATIVE = 10;

    public ResolutionColumn {
        preamble = List.copyOf(preamble);
        operative = List.copyOf(operative);
    }

    /**
     * A paragraph.
     *
     * @param anchor its place, as {@code preamble-8} or {@code operative-4}
     * @param number as printed; empty in the preamble
     * @param lead the opening words, printed in italics
     * @param text the rest, in our words
     * @param recordLabel what the column beside it is called, for those who cannot see that it stands beside
     * @param notes what the record says of it
     */
    public record Paragraph(
            String anchor, String number, String lead, String text, String recordLabel, List<RecordNote> notes) {
        public Paragraph {
            notes = List.copyOf(notes);
        }
    }

    /** What the notes draw on, worked out once. */
    record Facts(Knowledge knowledge, Counts counts, List<Obligation> duties) {
        Facts {
            duties = List.copyOf(duties);
        }
    }

    /** The resolution with what the record says on that day. */
    public static ResolutionColumn of(Knowledge knowledge, Narrator narrator, LocalDate on) {
        Facts facts = new Facts(
                knowledge,
                knowledge.register().counts(on),
                knowledge.obligations().all(on));
        ColumnVoice voice = new ColumnVoice(narrator, on);
        return new ResolutionColumn(
                paragraphs(voice, "preamble", PREAMBULAR, new PreambleRecord(voice, facts)::notes),
                paragraphs(voice, "operative", OPERATIVE, new OperativeRecord(voice, facts)::notes));
    }

    private static List<Paragraph> paragraphs(
            ColumnVoice voice, String part, int count, IntFunction<List<RecordNote>> notes) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            String key = "resolution.67-32." + part + "." + number;
            paragraphs.add(new Paragraph(
                    part + "-" + number,
                    part.equals("operative") ? number + "." : "",
                    voice.say(key + ".lead"),
                    voice.say(key),
                    voice.say("page.home.record." + part, Map.of("number", number)),
                    notes.apply(number)));
        }
        return paragraphs;
    }
}
