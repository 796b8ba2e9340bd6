package org.mineban.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mineban.presentation.Pointer;
import org.mineban.presentation.RecordNote;
import org.mineban.presentation.ResolutionColumn;
import org.springframework.stereotype.Component;

/** Resolution 67/32 for the home page: each paragraph with what the record says of it, and links to where that stands. */
@Component
final class ResolutionDocument {

    /**
     * The document.
     *
     * @param officialText where the official text is, in the reader's language
     * @param downloads the same as files
     */
    record View(String officialText, List<Paragraph> preamble, List<Paragraph> operative, List<Link> downloads) {
        View {
            preamble = List.copyOf(preamble);
            operative = List.copyOf(operative);
            downloads = List.copyOf(downloads);
        }
    }

    /** A paragraph, as {@link ResolutionColumn.Paragraph}. */
    record Paragraph(String anchor, String number, String lead, String text, String recordLabel, List<Note> notes) {
        Paragraph {
            notes = List.copyOf(notes);
        }
    }

    /** What the record says, as {@link RecordNote}, with links instead of pointers. */
    record Note(String figure, String text, String mark, Optional<String> why, String summary, List<Link> links) {
        Note {
            links = List.copyOf(links);
        }
    }

    View view(Visit visit) {
        ResolutionColumn column = ResolutionColumn.of(visit.knowledge(), visit.narrator(), visit.on());
        return new View(
                "https://undocs.org/" + visit.lang() + "/A/RES/67/32",
                paragraphs(visit, column.preamble()),
                paragraphs(visit, column.operative()),
                Downloads.of(visit, "/resolution", "pdf", "docx"));
    }

    private static List<Paragraph> paragraphs(Visit visit, List<ResolutionColumn.Paragraph> told) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (ResolutionColumn.Paragraph one : told) {
            paragraphs.add(new Paragraph(
                    one.anchor(),
                    one.number(),
                    one.lead(),
                    one.text(),
                    one.recordLabel(),
                    one.notes().stream().map(note -> note(visit, note)).toList()));
        }
        return paragraphs;
    }

    private static Note note(Visit visit, RecordNote note) {
        return new Note(
                note.figure(),
                note.text(),
                note.mark(),
                note.why().map(pointer -> link(visit, pointer).href()),
                note.summary(),
                note.names().stream().map(pointer -> link(visit, pointer)).toList());
    }

    private static Link link(Visit visit, Pointer pointer) {
        if (pointer.page().isEmpty()) {
            return new Link(pointer.label(), "", pointer.note());
        }
        String href = pointer.on()
                .map(day -> visit.link(pointer.page(), day))
                .orElseGet(() -> visit.link(pointer.page(), pointer.parameters()));
        return new Link(pointer.label(), href, pointer.note());
    }
}
