package org.mineban.accounts;

import java.util.Arrays;
import java.util.Optional;

/** One thing that not everybody may do; a row of {@code accounts/permissions.csv}, in words the message {@code permission.ID}. */
public enum Permission {
    PEOPLE_READ("people.read"),
    PEOPLE_INVITE("people.invite"),
    PEOPLE_DISABLE("people.disable"),
    ROLES_GRANT_IN_STATE("roles.grant-in-state"),
    ROLES_GRANT_COORDINATOR("roles.grant-coordinator"),
    ROLES_GRANT_SYSTEM("roles.grant-system"),
    ORGANISATIONS_MANAGE("organisations.manage"),
    ACCESS_EXPLAIN("access.explain"),
    AUDIT_READ("audit.read"),
    SYSTEM_READ("system.read"),
    BACKUP_RUN("backup.run"),
    JOBS_READ("jobs.read"),
    JOBS_RUN("jobs.run"),
    MAIL_READ("mail.read"),
    MAIL_RETRY("mail.retry"),
    DESK_READ("desk.read"),
    DESK_RECORD("desk.record"),
    DESK_CONFIRM("desk.confirm"),
    REMINDERS_READ("reminders.read"),
    REMINDERS_SEND("reminders.send"),
    REPORT_READ_DRAFT("report.read-draft"),
    REPORT_WRITE("report.write"),
    REPORT_APPROVE("report.approve"),
    REPORT_SUBMIT("report.submit"),
    REPORT_READ_SUBMITTED("report.read-submitted"),
    REPORT_RECEIVE("report.receive"),
    REPORT_ASK("report.ask"),
    REPORT_PUBLISH("report.publish"),
    REGISTER_READ("register.read"),
    REGISTER_WRITE("register.write"),
    REGISTER_VERIFY("register.verify"),
    REGISTER_APPROVE("register.approve"),
    REGISTER_REOPEN("register.reopen"),
    REGISTER_EXPORT("register.export"),
    VICTIMS_READ_IDENTITY("victims.read-identity"),
    VICTIMS_WRITE("victims.write"),
    VICTIMS_CONFIRM_EXPORT("victims.confirm-export");

    private final String id;

    Permission(String id) {
        this.id = id;
    }

    /** Its name in the table, as {@code desk.confirm}. */
    public String id() {
        return id;
    }

    /** The permission of that id. */
    public static Optional<Permission> find(String id) {
        return Arrays.stream(values())
                .filter(permission -> permission.id.equals(id))
                .findFirst();
    }
}
