package org.mineban.accounts;

import java.util.Optional;
import org.mineban.secrets.Token;
import org.mineban.storage.Transaction;

/** The letters that an account brings with it. They are queued in the transaction of their cause: both happen, or neither. */
public interface Notices {

    /** Whether letters are sent at all; when they are not, links are handed over in another way. */
    boolean sent();

    /** The link by which somebody who was invited comes in. */
    void invitation(Transaction transaction, Person person, Token link, Optional<Person> by);

    /** The link by which somebody sets a new password. */
    void reset(Transaction transaction, Person person, Token link);

    /**
     * Something about the account has changed that its owner should know of, whoever did it.
     *
     * @param what lower-case words joined by hyphens: {@code password-set}, {@code second-factor-added}, {@code second-factor-removed}
     */
    void changed(Transaction transaction, Person person, String what);

    /** No letters are sent. */
    Notices NONE = new Notices() {
        @Override
        public boolean sent() {
            return false;
        }

        @Override
        public void invitation(Transaction transaction, Person person, Token link, Optional<Person> by) {
            // handed over by who invited
        }

        @Override
        public void reset(Transaction transaction, Person person, Token link) {
            // handed over by who made it
        }

        @Override
        public void changed(Transaction transaction, Person person, String what) {
            // to be seen in the audit trail
        }
    };
}
