package org.mineban.operations.checks;

import org.mineban.operations.CheckContext;
import org.mineban.operations.Examined;

/** A check of one record. */
@FunctionalInterface
public interface RecordCheck {

    /** Says what is to be said of the record, which is of a kind that the check looks at. */
    void look(Examined record, CheckContext context, Answers answers);
}
