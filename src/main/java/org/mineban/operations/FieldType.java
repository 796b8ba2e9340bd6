package org.mineban.operations;

/** What a field of a record holds. */
public enum FieldType {
    /** Words. */
    TEXT,
    /** One word of a code list. */
    CODE,
    /** Words of a code list, each once, joined by a space in text. */
    CODES,
    /** A whole number, not below zero. */
    INTEGER,
    /** A number, written with a full stop. */
    DECIMAL,
    /** Square metres, with two decimals. */
    AREA,
    /** A date to the day, month or year. */
    DATE,
    /** {@code yes} or {@code no}. */
    FLAG,
    /** The code of another record of the same State. */
    LINK
}
