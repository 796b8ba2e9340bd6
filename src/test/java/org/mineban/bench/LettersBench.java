package org.mineban.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.mineban.documents.DocumentFiles;
import org.mineban.documents.DocumentSet;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;
import org.mineban.presentation.Addressee;
import org.mineban.presentation.Addressee.Office;
import org.mineban.presentation.Knowledge;
import org.mineban.presentation.LetterDetails;
import org.mineban.presentation.LetterText.Purpose;
import org.mineban.presentation.NoteVerbaleDocument;

/** How long 100 notes verbales take as one PDF, the first time and warm, and the memory in use; run by {@code bench/letters}. */
public final class LettersBench {

    private static final LocalDate ON = LocalDate.of(2026, 1, 15);
    private static final int LETTERS = 100;

    private LettersBench() {}

    /** Prints a line for each language and run. */
    public static void main(String[] arguments) throws IOException {
        Knowledge knowledge = Knowledge.load(new Messages());
        System.out.println("language  run  seconds  heap_MB_after");
        for (Language language : List.of(Language.ENGLISH, Language.ARABIC, Language.CHINESE)) {
            for (int run = 1; run <= 3; run++) {
                long begin = System.nanoTime();
                write(knowledge, language);
                double seconds = (System.nanoTime() - begin) / 1e9;
                Runtime runtime = Runtime.getRuntime();
                System.out.printf(
                        "%8s  %3d  %7.2f  %13d%n",
                        language.code(), run, seconds, (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000);
            }
        }
    }

    private static void write(Knowledge knowledge, Language language) throws IOException {
        LetterDetails details = new LetterDetails("", "", ON, List.of());
        List<DocumentSet.Part> parts = knowledge.register().states().stream()
                .filter(state -> NoteVerbaleDocument.fits(knowledge, state, Purpose.REPORT, ON))
                .limit(LETTERS)
                .map(state -> new DocumentSet.Part(
                        state.code().iso3(),
                        NoteVerbaleDocument.of(
                                knowledge,
                                new Addressee.OfState(state, Office.NEW_YORK),
                                Purpose.REPORT,
                                details,
                                language)))
                .toList();
        if (parts.size() != LETTERS) {
            throw new IllegalStateException("Only " + parts.size() + " letters");
        }
        new DocumentFiles(knowledge.messages())
                .writeMerged(new DocumentSet(language, "Notes", "Notes", parts), OutputStream.nullOutputStream());
    }
}
