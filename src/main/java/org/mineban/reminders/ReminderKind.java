package org.mineban.reminders;

import java.util.Arrays;
import java.util.Optional;
import org.mineban.obligations.Duty;

/** What people are reminded of, and how long before. */
public enum ReminderKind {
    /** The yearly report: Article 7, paragraph 2. */
    ANNUAL_REPORT(Duty.ANNUAL_REPORT, 182),
    /** The first report: Article 7, paragraph 1. */
    INITIAL_REPORT(Duty.INITIAL_REPORT, 182),
    /** The destruction of stockpiles: Article 4, whose deadline cannot be extended. */
    STOCKPILE_DESTRUCTION(Duty.STOCKPILE_DESTRUCTION, 731),
    /** The clearance of mined areas: Article 5. A request for more time is decided by a meeting that comes before the deadline, hence so early. */
    CLEARANCE(Duty.CLEARANCE, 731);

    private final Duty duty;
    private final int daysAhead;

    ReminderKind(Duty duty, int daysAhead) {
        this.duty = duty;
        this.daysAhead = daysAhead;
    }

    public Duty duty() {
        return duty;
    }

    /** The word in data and in the messages {@code reminder.subject.KEY}, {@code reminder.body.KEY} and so on: that of its duty. */
    public String key() {
        return duty.key();
    }

    /** Nobody is reminded of a day that lies further ahead than so many days. */
    public int daysAhead() {
        return daysAhead;
    }

    /** Whether it is about a report, of whose receipt this record knows nothing. */
    public boolean report() {
        return duty == Duty.ANNUAL_REPORT || duty == Duty.INITIAL_REPORT;
    }

    /** The kind of that word; empty when there is none. */
    public static Optional<ReminderKind> find(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    static ReminderKind of(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("No kind of reminder is called " + key));
    }
}
