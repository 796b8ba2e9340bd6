package org.mineban.mail;

import java.util.Arrays;

/** Why an attempt failed, or why a message was not sent at all. */
public enum MailError {
    /** No mail server is set. */
    NO_SERVER("no-server", false),
    /** A setting of the mail server cannot be used. */
    SETTING("setting", false),
    /** The server does not answer. */
    NOT_REACHED("not-reached", false),
    /** No encrypted connection could be made, or the server's certificate is not for it. */
    ENCRYPTION("encryption", false),
    /** The server does not accept the user and password. */
    SIGN_IN("sign-in", false),
    /** The server does not let this sender send. */
    SENDER_REFUSED("sender-refused", false),
    /** The server will not take it now and may do so later. */
    LATER("later", false),
    /** The connection broke off. */
    INTERRUPTED("interrupted", false),
    /** The server says that there is no such receiver, or refuses the message, for good. */
    REFUSED("refused", true),
    /** The receiver turned such messages off after it was queued. */
    UNSUBSCRIBED("unsubscribed", true),
    /** The day from which it is of no use came before it could be sent. */
    USELESS("useless", true);

    private final String key;
    private final boolean lasting;

    MailError(String key, boolean lasting) {
        this.key = key;
        this.lasting = lasting;
    }

    /** The word in data and in the message {@code mail.error.KEY}. */
    public String key() {
        return key;
    }

    /** Whether another attempt would end in the same way. */
    public boolean lasting() {
        return lasting;
    }

    static MailError of(String key) {
        return Arrays.stream(values())
                .filter(error -> error.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No error of mail is called " + key));
    }
}
