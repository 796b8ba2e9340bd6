package org.mineban.mail;

import java.util.Arrays;

/** Why a message is sent, which decides whether its receiver may turn such messages off. */
public enum MailPurpose {
    /** The link by which a person invited makes an account. */
    INVITATION("invitation", false, true),
    /** The link by which a person who has lost the password sets a new one. */
    PASSWORD_RESET("password-reset", false, true),
    /** Something happened to the account that its owner must know, such as a changed password. */
    SECURITY("security", false, false),
    /** What administrators must know of the system. */
    SYSTEM("system", false, false),
    /** A duty of the Convention whose day comes nearer. */
    REMINDER("reminder", true, false);

    private final String key;
    private final boolean unsubscribable;
    private final boolean secret;

    MailPurpose(String key, boolean unsubscribable, boolean secret) {
        this.key = key;
        this.unsubscribable = unsubscribable;
        this.secret = secret;
    }

    /** The word in data and in the message {@code mail.purpose.KEY}. */
    public String key() {
        return key;
    }

    /** Whether a receiver may turn such messages off. Those about an account may not be: they protect it. */
    public boolean unsubscribable() {
        return unsubscribable;
    }

    /** Whether its text opens an account, so that it is shown to nobody and not kept once it was sent. */
    public boolean secret() {
        return secret;
    }

    static MailPurpose of(String key) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No purpose of mail is called " + key));
    }
}
