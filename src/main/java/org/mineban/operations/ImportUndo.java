package org.mineban.operations;

import static mineban.tables.Tables.REGISTER_VERSION;

import java.util.List;
import java.util.Optional;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Transaction;

/** Takes back what an import wrote, without losing what was known in between. */
final class ImportUndo {

    private ImportUndo() {}

    static void undo(Transaction transaction, StateCode state, long batch, String author, String reason) {
        List<RegisterVersion> changed = transaction
                .sql()
                .selectFrom(REGISTER_VERSION)
                .where(
                        REGISTER_VERSION.STATE.eq(state.iso3()),
                        REGISTER_VERSION.BATCH.eq(batch),
                        REGISTER_VERSION.VERSION.gt(1))
                .fetch(RegisterRows::version);
        transaction
                .sql()
                .update(REGISTER_VERSION)
                .set(REGISTER_VERSION.REPLACED_AT, transaction.now())
                .set(REGISTER_VERSION.LATEST, 0)
                .where(
                        REGISTER_VERSION.STATE.eq(state.iso3()),
                        REGISTER_VERSION.BATCH.eq(batch),
                        REGISTER_VERSION.REPLACED_AT.isNull())
                .execute();
        for (RegisterVersion undone : changed) {
            restore(transaction, undone, author, reason);
        }
    }

    /** A record that was changed says again what it said before, in a version of its own. */
    private static void restore(Transaction transaction, RegisterVersion undone, String author, String reason) {
        RegisterVersion before = RegisterRows.history(transaction.sql(), undone.state(), undone.number()).stream()
                .filter(version -> version.version() == undone.version() - 1)
                .findFirst()
                .orElseThrow();
        RegisterVersion again = undone.next(before.content(), Optional.empty(), transaction.now(), author, reason)
                .at(before.approval(), before.verifiedBy(), before.approvedBy(), reason);
        RegisterVersion stands = before.approvedAt().isPresent() ? again.approvedAt(transaction.now()) : again;
        RegisterVersion with =
                before.origin().map(origin -> stands.comingFrom(origin)).orElse(stands);
        if (before.approvedAt().isPresent() && before.replacedAt().isEmpty()) {
            RegisterRows.setApproval(transaction, before.replacedAt(transaction.now()), before.approval());
        }
        RegisterRows.insert(transaction, with, Links.parent(transaction.sql(), undone.state(), with.content()));
        RegisterRows.noLongerLatest(transaction, undone.state(), undone.number(), with.version());
        RegisterRows.order(transaction, undone.state(), undone.number());
    }
}
