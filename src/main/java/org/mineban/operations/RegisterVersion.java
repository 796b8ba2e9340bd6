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
        Changed changed = new Changed(this);
        changed.approval = next;
        changed.verifiedBy = verifier;
        changed.approvedBy = approver;
        changed.approvedAt = Optional.empty();
        changed.because = reason;
        return changed.version();
    }

    /** The same, approved at that moment. */
    RegisterVersion approvedAt(Instant moment) {
        Changed changed = new Changed(this);
        changed.approvedAt = Optional.of(moment);
        return changed.version();
    }

    /** The same, no longer standing from that moment on. */
    RegisterVersion replacedAt(Instant moment) {
        Changed changed = new Changed(this);
        changed.replacedAt = Optional.of(moment);
        return changed.version();
    }

    /** A new draft of the same record that says something else. */
    RegisterVersion next(Content said, Optional<Integer> correcting, Instant now, String writer, String reason) {
        Changed changed = new Changed(state, number, version + 1, id, said, now, writer);
        changed.corrects = correcting;
        changed.because = reason;
        changed.organisation = organisation;
        changed.origin = origin;
        return changed.version();
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
        Changed changed = new Changed(state, number, 1, id, said, now, writer);
        changed.organisation = organisation;
        return changed.version();
    }

    /** The same, brought by that import from that row. */
    RegisterVersion from(long importNumber, Origin row) {
        Changed changed = new Changed(this);
        changed.batch = Optional.of(importNumber);
        changed.origin = Optional.of(row);
        return changed.version();
    }

    /** The same, known by that row of a file. */
    RegisterVersion comingFrom(Origin row) {
        Changed changed = new Changed(this);
        changed.origin = Optional.of(row);
        return changed.version();
    }

    /** A version that is being made: a newest draft, or another version but for what is set here. */
    private static final class Changed {

        private final StateCode state;
        private final long number;
        private final int version;
        private final UUID id;
        private final Content content;
        private final Instant recordedAt;
        private final String author;
        private boolean latest = true;
        private Optional<LocalDate> until = Optional.empty();
        private Optional<Integer> corrects = Optional.empty();
        private Optional<Instant> replacedAt = Optional.empty();
        private Approval approval = Approval.DRAFT;
        private Optional<String> verifiedBy = Optional.empty();
        private Optional<String> approvedBy = Optional.empty();
        private Optional<Instant> approvedAt = Optional.empty();
        private String because = "";
        private Optional<UUID> organisation = Optional.empty();
        private Optional<Long> batch = Optional.empty();
        private Optional<Origin> origin = Optional.empty();

        private Changed(
                StateCode state, long number, int version, UUID id, Content content, Instant now, String author) {
            this.state = state;
            this.number = number;
            this.version = version;
            this.id = id;
            this.content = content;
            this.recordedAt = now;
            this.author = author;
        }

        private Changed(RegisterVersion of) {
            this(of.state, of.number, of.version, of.id, of.content, of.recordedAt, of.author);
            latest = of.latest;
            until = of.until;
            corrects = of.corrects;
            replacedAt = of.replacedAt;
            approval = of.approval;
            verifiedBy = of.verifiedBy;
            approvedBy = of.approvedBy;
            approvedAt = of.approvedAt;
            because = of.because;
            organisation = of.organisation;
            batch = of.batch;
            origin = of.origin;
        }

        private RegisterVersion version() {
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
                    origin);
        }
    }
}
