package org.mineban.submissions;

import org.mineban.Facts;
import org.mineban.operations.RegisterFigures;
import org.mineban.presentation.KnowledgeSource;
import org.mineban.reporting.Checks;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Editions;
import org.mineban.rollup.RegisterAsSource;
import org.mineban.rollup.RollUp;
import org.mineban.storage.Database;

/** The rules of the catalogue over drafts of a test's database, as the server puts them together. */
final class Examinations {

    private static final Checks CHECKS = Checks.load(Dictionary.load(), Editions.load());

    private Examinations() {}

    static Examination of(Database database) {
        RollUp rollUp = new RollUp(new RegisterFigures(database));
        return new Examination(
                CHECKS, KnowledgeSource.shipped(Facts.KNOWLEDGE), database, name -> new RegisterAsSource(rollUp, name));
    }
}
