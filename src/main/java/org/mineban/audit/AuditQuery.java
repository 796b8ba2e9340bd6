package org.mineban.audit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.mineban.kernel.StateCode;

/**
 * Which entries are asked for: those that fit everything that is given. Days are days in UTC.
 *
 * @param from the first day
 * @param until the last day, which is included
 * @param actor who did it
 * @param action what was done
 * @param subjectKind the kind of thing it was done to
 * @param subject which one
 * @param state the State concerned
 * @param before only entries of a lower number: the {@link AuditPage#next} of the page before
 */
public record AuditQuery(
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<String> actor,
        Optional<String> action,
        Optional<String> subjectKind,
        Optional<String> subject,
        Optional<StateCode> state,
        OptionalLong before) {

    /** Every entry. */
    public static AuditQuery everything() {
        return new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty());
    }

    public AuditQuery from(LocalDate day) {
        return new AuditQuery(Optional.of(day), until, actor, action, subjectKind, subject, state, before);
    }

    public AuditQuery until(LocalDate day) {
        return new AuditQuery(from, Optional.of(day), actor, action, subjectKind, subject, state, before);
    }

    public AuditQuery by(String someone) {
        return new AuditQuery(from, until, Optional.of(someone), action, subjectKind, subject, state, before);
    }

    public AuditQuery action(String done) {
        return new AuditQuery(from, until, actor, Optional.of(done), subjectKind, subject, state, before);
    }

    public AuditQuery subjectKind(String kind) {
        return new AuditQuery(from, until, actor, action, Optional.of(kind), subject, state, before);
    }

    public AuditQuery subject(String kind, String thing) {
        return new AuditQuery(from, until, actor, action, Optional.of(kind), Optional.of(thing), state, before);
    }

    public AuditQuery state(StateCode code) {
        return new AuditQuery(from, until, actor, action, subjectKind, subject, Optional.of(code), before);
    }

    /** The same, going on below that number. */
    public AuditQuery before(long number) {
        return new AuditQuery(from, until, actor, action, subjectKind, subject, state, OptionalLong.of(number));
    }
}
