package org.mineban;

import java.time.LocalDate;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.platform.Messages;
import org.mineban.presentation.Knowledge;
import org.mineban.presentation.Narrator;

/** The facts of the program, read once for all tests. */
public final class Facts {

    public static final Knowledge KNOWLEDGE = Knowledge.load(new Messages());

    private Facts() {}

    public static StateCode state(String iso3) {
        return new StateCode(iso3);
    }

    public static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    public static Narrator narrator(Language language) {
        return KNOWLEDGE.narrator(language, LocalDate.parse("2026-11-24"));
    }
}
