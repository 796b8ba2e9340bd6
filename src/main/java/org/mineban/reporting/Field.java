package org.mineban.reporting;

import java.util.List;

/**
 * A field of the data dictionary.
 *
 * @param id as {@code b.row[].qty}
 * @param type what it holds
 * @param unit of a quantity; {@code NONE} for everything else
 * @param many whether it may hold several (words), or stands in a list of rows by itself
 * @param codes the closed list of words, each with its text in the message {@code code.WORD}; empty when there is none
 * @param need how much a complete report needs it
 * @param since the year of the forms that brought it; 0 for what is on no form, which the print leaves out or puts into an annex
 * @param trust V read in a source, R remembered, P proposed here
 * @param condition when a conditional field is needed, lower-case words joined by hyphens; may be empty
 * @param label the last part of the message {@code field.LABEL}
 * @param hidden whether it is kept out of public copies unless the State allows it
 */
public record Field(
        FieldId id,
        Type type,
        Unit unit,
        boolean many,
        List<String> codes,
        Need need,
        int since,
        String trust,
        String condition,
        String label,
        boolean hidden) {

    public Field {
        codes = List.copyOf(codes);
    }

    /** What a field can hold. */
    public enum Type {
        TEXT,
        DATE,
        YEAR,
        INTEGER,
        DECIMAL,
        CODE,
        NAMES,
        STATE,
        ORDNANCE,
        FLAG,
        FILE
    }

    /** What a quantity counts. */
    public enum Unit {
        NONE,
        MINES,
        AREAS,
        SQUARE_METRES,
        PERSONS,
        MILLIMETRES,
        GRAMS,
        SIGNS,
        ITEMS,
        MONEY
    }

    /** How much a complete report needs a field. */
    public enum Need {
        MANDATORY,
        CONDITIONAL,
        VOLUNTARY
    }

    /** Whether it holds a figure. */
    public boolean quantity() {
        return type == Type.INTEGER || type == Type.DECIMAL;
    }
}
