package org.mineban.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.mineban.accounts.Access;
import org.mineban.accounts.PermissionTable;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Dictionary;
import org.mineban.operations.Register;
import org.mineban.operations.RegisterImport;

/** What the commands of the register share. */
final class RegisterTools {

    private RegisterTools() {}

    static Register register(Session session) {
        return new Register(session.database(), new AuditTrail(), new Access(new PermissionTable()));
    }

    static RegisterImport imports(Session session) {
        return new RegisterImport(
                session.database(), new AuditTrail(), new Access(new PermissionTable()), new Dictionary());
    }

    /**
     * The State of that code, which may be a fictitious one of examples, {@code XAA} to {@code XZZ}.
     *
     * @throws org.mineban.kernel.ProblemException {@code unknown-state}
     */
    static StateCode state(Session session, String text) {
        String code = text.toUpperCase(java.util.Locale.ROOT);
        if (code.matches("X[A-Z]{2}")) {
            return new StateCode(code);
        }
        return session.shipped().register().getState(code).code();
    }

    static Path existing(String name) {
        try {
            Path path = Path.of(name);
            if (Files.isRegularFile(path)) {
                return path;
            }
        } catch (InvalidPathException noPath) {
            // it is not there either
        }
        throw new Problem("file-not-found", Problem.Kind.WRONG_USAGE, Map.of("value", name)).asException();
    }

    /** Where a file is to be written. */
    static Path written(String name) {
        try {
            return Path.of(name).toAbsolutePath();
        } catch (InvalidPathException noPath) {
            throw new Problem("file-not-written", Problem.Kind.WRONG_USAGE, Map.of("value", name)).asException();
        }
    }
}
