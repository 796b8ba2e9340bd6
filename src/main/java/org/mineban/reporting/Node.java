package org.mineban.reporting;

/** A part of a report: fields by name, rows, or the content of one field. */
public sealed interface Node permits Group, Rows, Entry {}
