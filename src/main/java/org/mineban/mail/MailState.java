package org.mineban.mail;

import java.util.Arrays;
import java.util.Optional;

/** How far a message is. */
public enum MailState {
    /** It waits for its next attempt. */
    QUEUED("queued"),
    /** A node has it in hand. When that node dies, another takes it over. */
    SENDING("sending"),
    /** A mail server has taken it. */
    SENT("sent"),
    /** It was tried for days, or refused for good. An administrator may send it again. */
    GIVEN_UP("given-up"),
    /** It had become pointless before it was sent: its receiver turned such messages off, or what it says no longer holds. */
    DROPPED("dropped");

    private final String key;

    MailState(String key) {
        this.key = key;
    }

    /** The word in data and in the message {@code mail.state.KEY}. */
    public String key() {
        return key;
    }

    /** The state of that word; empty when there is none. */
    public static Optional<MailState> find(String key) {
        return Arrays.stream(values()).filter(state -> state.key.equals(key)).findFirst();
    }

    static MailState of(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("No state of mail is called " + key));
    }
}
