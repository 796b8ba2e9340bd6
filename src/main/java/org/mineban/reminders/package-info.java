/**
 * Reminders of the Convention's calendar: reports that fall due, deadlines that come nearer. Nothing is sent to many before a person has seen who gets
 * what, and has confirmed it. Also the private calendars by which people follow the duties that concern them.
 *
 * <p>Start with {@link org.mineban.reminders.ReminderKind}, then {@link org.mineban.reminders.Reminders}.
 */
@DomainModule(
        dependsOn = {
            "platform",
            "storage",
            "audit",
            "mail",
            "jobs",
            "convention",
            "parties",
            "obligations",
            "presentation",
            "secrets",
            "accounts"
        })
@NullMarked
package org.mineban.reminders;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
