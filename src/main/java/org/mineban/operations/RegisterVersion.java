package org.mineban.operations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.mineban.kernel.StateCode;

/**
 * One version of one record. It has two times: it is true in the field from {@link Content#validFrom} on, and it is known here from {@code recordedAt}
 * on. What it says is never changed: a later version says otherwise, and this one stays readable.
 *
 * @param number the record's number in its State
 * @param version from 1
 * @param id the record's name outside; the same in all its versions
 * @param until the day on which the next approved version begins; empty when none does
 * @param corrects the version that this one corrects; empty when it tells of something that happened later
 * @param replacedAt from when on another version stands in its place, or it was taken back; empty when it still stands
 * @param latest whether it is the newest version of the record
 * @param author who wrote it: an account's UUID, or {@code program:…}
 * @param approvedAt from when on it counts; empty when it does not
 * @param because the reason given at the last step of approval; may be empty
 * @param organisation whose it is; empty when it is the national office's
 * @param batch the import that brought it; empty when somebody wrote it here
 */
public record RegisterVersion(
        StateCode state,
        long number,
        int version,
        UUID id,
        Content content,
        Optional<LocalDate> until,
        Optional<Integer> corrects,
        Instant recordedAt,
        Optional<Instant> replacedAt,
        boolean latest,
        Approval approval,
        String author,
        Optional<String> verifiedBy,
        Optional<String> approvedBy,
        Optional<Instant> approvedAt,
        String because,
        Optional<UUID> organisation,
        Optional<Long> batch,
        Optional<Origin> origin) {

    /** The kind of the record. */
    public Kind kind() {
        return content.kind();
    }

    /** What people call the record. */
    public String code() {
        return content.code();
    }

    /** What it says, field by field. */
    public Fields fields() {
        return content.fields();
    }

    /** Its class, kind of release, device, outcome: the field by which records of the kind are told apart. */
    public Optional<String> category() {
        return Derived.of(content).category();
    }

    /** The area that reports use, in hundredths of a square metre; empty when it is not known. */
    public java.util.OptionalLong areaForReports() {
        return Derived.of(content).area();
    }

    /** The same, come so far on the way to approval; it is not approved at any moment yet. */
    RegisterVersion at(Approval next, Optional<String> verifier, Optional<String> approver, String reason) {
        return new RegisterVersion(
                state,
                number,
                version,
                id,
                content,
                until,
                corrects,
                recordedAt,
                replacedAt,
                latest,
                next,
                author,
                verifier,
                approver,
                Optional.empty(),
                reason,
                organisation,
                batch,
                origin);
    }

    /** The same, approved at that moment. */
    RegisterVersion approvedAt(Instant moment) {
        return new RegisterVersion(
                state,
                number,
                version,
                id,
                content,
                until,
                corrects,
                recordedAt,
                replacedAt,
                latest,
                approval,
                author,
                verifiedBy,
                approvedBy,
                Optional.of(moment),
                because,
                organisation,
                batch,
                origin);
    }

    /** The same, no longer standing from that moment on. */
    RegisterVersion replacedAt(Instant moment) {
        return new RegisterVersion(
                state,
                number,
                version,
                id,
                content,
                until,
                corrects,
                recordedAt,
                Optional.of(moment),
                latest,
                approval,
                author,
                verifiedBy,
                approvedBy,
                approvedAt,
                because,
                organisation,
                batch,
                origin);
    }

    /** A new draft of the same record that says something else. */
    RegisterVersion next(Content said, Optional<Integer> correcting, Instant now, String writer, String reason) {
        return new RegisterVersion(
                state,
                number,
                version + 1,
                id,
                said,
                Optional.empty(),
                correcting,
                now,
                Optional.empty(),
                true,
                Approval.DRAFT,
                writer,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                reason,
                organisation,
                Optional.empty(),
                origin);
    }

    /** The first version of a record, a draft. */
    static RegisterVersion first(
            StateCode state,
            long number,
            UUID id,
            Content said,
            Instant now,
            String writer,
            Optional<UUID> organisation) {
        return new RegisterVersion(
                state,
                number,
                1,
                id,
                said,
                Optional.empty(),
                Optional.empty(),
                now,
                Optional.empty(),
                true,
                Approval.DRAFT,
                writer,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                organisation,
                Optional.empty(),
                Optional.empty());
    }

    /** The same, brought by that import from that row. */
    RegisterVersion from(long number, Origin row) {
        return new RegisterVersion(
                state,
                this.number,
                version,
                id,
                content,
                until,
                corrects,
                recordedAt,
                replacedAt,
                latest,
                approval,
                author,
                verifiedBy,
                approvedBy,
                approvedAt,
                because,
                organisation,
                Optional.of(number),
                Optional.of(row));
    }

    /** The same, known by that row of a file. */
    RegisterVersion comingFrom(Origin row) {
        return new RegisterVersion(
                state,
                number,
                version,
                id,
                content,
                until,
                corrects,
                recordedAt,
                replacedAt,
                latest,
                approval,
                author,
                verifiedBy,
                approvedBy,
                approvedAt,
                because,
                organisation,
                batch,
                Optional.of(row));
    }
}
