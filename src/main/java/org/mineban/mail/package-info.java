/**
 * Messages to people by e-mail. A message is queued in the transaction of its cause and sent afterwards, so that neither a restart nor a mail
 * server that is away loses one. No word of the domain.
 *
 * <p>Start with {@link org.mineban.mail.Outbox}, where others queue messages; {@link org.mineban.mail.MailSender} sends them.
 */
@DomainModule(dependsOn = {"platform", "storage", "audit", "secrets", "accounts", "jobs"})
@NullMarked
package org.mineban.mail;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
