package org.mineban.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mineban.kernel.Language;

/**
 * A message as the outbox keeps it, without its text.
 *
 * @param recipient the address
 * @param nextAttemptAt when it is tried next, while it is queued
 * @param giveUpAt when it is given up
 * @param attempts how often it was tried
 * @param error why the last attempt failed; empty when none has
 * @param answer what the mail server said then, in its own words; may be empty
 * @param endedAt when it was sent, given up or dropped
 * @param messageName its Message-ID, the same in every attempt, by which a repetition is known; empty before the first attempt
 */
public record QueuedMail(
        UUID id,
        MailPurpose purpose,
        Language language,
        Optional<UUID> account,
        String recipientName,
        String recipient,
        String subject,
        Optional<String> cause,
        MailState state,
        Instant queuedAt,
        Instant nextAttemptAt,
        Instant giveUpAt,
        int attempts,
        Optional<MailError> error,
        String answer,
        Optional<Instant> endedAt,
        Optional<String> messageName) {}
