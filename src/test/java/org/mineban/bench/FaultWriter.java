package org.mineban.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;

/** Many writers at once, who say of each change that it is kept, and only then; made to be killed. */
public final class FaultWriter {

    private FaultWriter() {}

    /**
     * Writes until it is killed.
     *
     * @param arguments data folder, number of writers, name of this run
     */
    public static void main(String[] arguments) {
        int writers = Integer.parseInt(arguments[1]);
        String run = arguments[2];
        Database database = Database.open(DatabaseAddress.in(Path.of(arguments[0])), Clock.systemUTC());
        AuditTrail trail = new AuditTrail();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (int writer = 0; writer < writers; writer++) {
            String name = run + "-" + writer + "-";
            Thread.ofPlatform().start(() -> {
                for (int number = 0; ; number++) {
                    String subject = name + number;
                    database.change(change -> trail.add(change, event(subject)));
                    out.println(subject);
                }
            });
        }
    }

    static AuditEvent event(String subject) {
        return new AuditEvent(
                "program:fault", "written", "fault", subject, Optional.empty(), Optional.empty(), List.of());
    }
}
