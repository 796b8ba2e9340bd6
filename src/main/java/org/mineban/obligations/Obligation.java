package org.mineban.obligations;

import java.util.OptionalInt;
import org.mineban.kernel.Day;
import org.mineban.kernel.Explained;
import org.mineban.kernel.StateCode;

/**
 * One duty of one State, on a day.
 *
 * @param state whose duty
 * @param duty which
 * @param year the calendar year that an annual report covers; empty for every other duty
 * @param due the day by which it is to be met
 * @param standing what the record says of it
 */
public record Obligation(
        StateCode state, Duty duty, OptionalInt year, Explained<Day> due, Explained<DutyState> standing) {}
