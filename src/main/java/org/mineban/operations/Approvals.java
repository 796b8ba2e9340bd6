package org.mineban.operations;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.mineban.accounts.Access;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Thing;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Database;
import org.mineban.storage.Transaction;

/**
 * The way of a record into the figures: its writer hands it in, somebody else verifies it, the national office approves it. No step past the first is
 * ever done by its writer, and nothing is approved that a check forbids.
 */
public final class Approvals {

    private final Database database;
    private final AuditTrail audit;
    private final Access access;
    private final Register register;
    private final Checks checks = new Checks();
    private final Dictionary dictionary = new Dictionary();
    private final Map<StateCode, Optional<CountryPlace>> places = new ConcurrentHashMap<>();

    public Approvals(Database database, AuditTrail audit, Access access, Register register) {
        this.database = database;
        this.audit = audit;
        this.access = access;
        this.register = register;
    }

    /** Hands a draft in. */
    public RegisterVersion submit(Actor writer, StateCode state, long number, int seen) {
        register.requireOwn(writer, register.get(writer, state, number));
        return step(writer, state, number, seen, "submit", "", version -> {
            if (version.approval() != Approval.DRAFT && version.approval() != Approval.RETURNED) {
                throw Refusals.locked(version);
            }
            return version.at(Approval.SUBMITTED, Optional.empty(), Optional.empty(), "");
        });
    }

    /** Says that a record is right. Never by its writer. */
    public RegisterVersion verify(Actor second, StateCode state, long number, int seen) {
        return step(second, state, number, seen, "verify", "", version -> {
            second.require(access, Permission.REGISTER_VERIFY, Register.thing(version));
            Refusals.requireApproval(version, Approval.SUBMITTED);
            return version.at(Approval.VERIFIED, Optional.of(second.name()), Optional.empty(), "");
        });
    }

    /**
     * Approves a record: it counts from now on, and is locked. Never by its writer.
     *
     * @throws org.mineban.kernel.ProblemException {@code register-checks-forbid} when a finding of the checks blocks it
     */
    public RegisterVersion approve(Actor manager, StateCode state, long number, int seen) {
        return step(manager, state, number, seen, "approve", "", version -> {
            manager.require(access, Permission.REGISTER_APPROVE, Register.thing(version));
            Refusals.requireApproval(version, Approval.VERIFIED);
            return version.at(Approval.APPROVED, version.verifiedBy(), Optional.of(manager.name()), "");
        });
    }

    /** Gives a record that was handed in back to its writers, and says why. */
    public RegisterVersion giveBack(Actor second, StateCode state, long number, int seen, String because) {
        String reason = Refusals.reason(because);
        return step(second, state, number, seen, "return", reason, version -> {
            boolean atVerifier = version.approval() == Approval.SUBMITTED;
            second.require(
                    access,
                    atVerifier ? Permission.REGISTER_VERIFY : Permission.REGISTER_APPROVE,
                    Register.thing(version));
            if (!atVerifier && version.approval() != Approval.VERIFIED) {
                throw Refusals.locked(version);
            }
            return version.at(Approval.RETURNED, Optional.empty(), Optional.empty(), reason);
        });
    }

    /**
     * Takes the approval of a record back, and says why: from now on it does not count, and a new draft says the same, to be changed. That it was approved
     * until now stays known.
     */
    public RegisterVersion reopen(Actor manager, StateCode state, long number, int seen, String because) {
        String reason = Refusals.reason(because);
        RegisterVersion before = register.get(manager, state, number);
        manager.require(access, Permission.REGISTER_REOPEN, Thing.of(state));
        return database.write(transaction -> {
            RegisterVersion now = RegisterRows.latest(transaction.sql(), state, number)
                    .orElseThrow(() -> Refusals.unknown(state, before.code()));
            Refusals.requireSeen(now, seen);
            Refusals.requireApproval(now, Approval.APPROVED);
            RegisterRows.setApproval(transaction, now.replacedAt(transaction.now()), Approval.APPROVED);
            RegisterVersion draft =
                    now.next(now.content(), Optional.of(now.version()), transaction.now(), manager.name(), reason);
            RegisterRows.insert(transaction, draft, Links.parent(transaction.sql(), state, draft.content()));
            RegisterRows.noLongerLatest(transaction, state, number, draft.version());
            RegisterRows.order(transaction, state, number);
            Trail.add(audit, transaction, manager, "reopen", draft, reason, List.of());
            return draft;
        });
    }

    private RegisterVersion step(
            Actor actor,
            StateCode state,
            long number,
            int seen,
            String action,
            String reason,
            UnaryOperator<RegisterVersion> doing) {
        RegisterVersion shown = register.get(actor, state, number);
        return database.write(transaction -> {
            RegisterVersion now = RegisterRows.latest(transaction.sql(), state, number)
                    .orElseThrow(() -> Refusals.unknown(state, shown.code()));
            Refusals.requireSeen(now, seen);
            RegisterVersion done = doing.apply(now);
            RegisterVersion next = done.approval() == Approval.APPROVED ? done.approvedAt(transaction.now()) : done;
            if (next.approval() == Approval.APPROVED) {
                requireNothingBlocks(transaction, next);
            }
            if (!RegisterRows.setApproval(transaction, next, now.approval())) {
                throw Refusals.changed(now);
            }
            if (next.approval() == Approval.APPROVED) {
                RegisterRows.order(transaction, state, number);
            }
            Trail.add(
                    audit,
                    transaction,
                    actor,
                    action,
                    next,
                    reason,
                    List.of(new Change(
                            "approval",
                            Optional.of(now.approval().id()),
                            Optional.of(next.approval().id()))));
            return next;
        });
    }

    /**
     * What the checks say of a record beside all others of its State, as of today: what its verifier and the national office see before they decide.
     *
     * @throws org.mineban.kernel.ProblemException {@code register-record-unknown}, also for a record that the reader may not see
     */
    public CheckAnswer look(Actor reader, StateCode state, long number, LocalDate today) {
        RegisterVersion version = register.get(reader, state, number);
        Condition visible = register.visible(reader, state);
        return database.read(sql -> look(
                new RegisterLookup(sql, state, visible), state, Examined.of(version, before(sql, version)), today));
    }

    /**
     * What the checks say of a record that somebody is still writing, beside those that they may see.
     *
     * @param now the record as it is, when it is being changed; empty for a new one
     */
    public CheckAnswer look(
            Actor writer, StateCode state, Content content, Optional<RegisterVersion> now, LocalDate today) {
        Condition visible = register.visible(writer, state);
        return database.read(sql -> {
            Examined typed = Examined.of(content);
            Optional<RegisterVersion> before = now.flatMap(one -> RegisterRows.counting(sql, one, one.version()));
            return look(
                    new RegisterLookup(sql, state, visible),
                    state,
                    before.map(typed::after).orElse(typed),
                    today);
        });
    }

    /** The approved version that counted until this one. */
    private static Optional<RegisterVersion> before(DSLContext sql, RegisterVersion version) {
        return RegisterRows.counting(sql, version, version.version() - 1);
    }

    private CheckAnswer look(RecordLookup among, StateCode state, Examined record, LocalDate today) {
        CheckContext context = CheckContext.on(today, dictionary).among(among);
        CheckAnswer found = checks.of(
                record,
                places.computeIfAbsent(state, CountryPlace::of).map(context::in).orElse(context));
        List<CheckFinding> all = new ArrayList<>(RecordChecks.missing(dictionary, record.content()));
        all.addAll(found.findings());
        return new CheckAnswer(found.records(), all, found.notChecked());
    }

    private void requireNothingBlocks(Transaction transaction, RegisterVersion version) {
        LocalDate today = transaction.now().atZone(ZoneOffset.UTC).toLocalDate();
        RecordLookup all = new RegisterLookup(transaction.sql(), version.state());
        Examined record = Examined.of(version, before(transaction.sql(), version));
        String forbidding = look(all, version.state(), record, today).findings().stream()
                .filter(CheckFinding::blocks)
                .map(CheckFinding::check)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (!forbidding.isEmpty()) {
            throw new Problem(
                            "register-checks-forbid",
                            Problem.Kind.CONFLICT,
                            Map.of("code", version.code(), "checks", forbidding))
                    .asException();
        }
    }
}
