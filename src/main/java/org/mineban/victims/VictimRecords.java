package org.mineban.victims;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mineban.accounts.Access;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Actor;
import org.mineban.operations.Content;
import org.mineban.operations.Fields;
import org.mineban.operations.Kind;
import org.mineban.operations.Register;
import org.mineban.operations.RegisterQuery;
import org.mineban.operations.RegisterVersion;

/**
 * The records of victims in the register, without identity: read by who may read the register or enter victims, and begun by who may enter victims. A
 * new one is a draft that others verify and approve.
 */
public final class VictimRecords {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Signs that are not taken for one another, without vowels, so that no word comes out. */
    private static final String SIGNS = "23456789BCDFGHJKMNPQRSTVWXYZ";

    private static final int SIGNS_OF_A_NUMBER = 8;
    private static final int TRIES = 5;

    private final Register register;
    private final Access access;

    public VictimRecords(Register register, Access access) {
        this.register = register;
        this.access = access;
    }

    /** Whether somebody may see victims of a State by number. */
    public boolean mayRead(Optional<Person> person, StateCode state) {
        return access.allows(person, Permission.VICTIMS_WRITE, Thing.of(state))
                || access.allows(person, Permission.REGISTER_READ, Thing.of(state));
    }

    /** Who enters victims reads all of them; the register asks everybody else itself. */
    private Actor reader(Person person, StateCode state) {
        return access.allows(Optional.of(person), Permission.VICTIMS_WRITE, Thing.of(state))
                ? new Actor(Optional.empty(), person.actor())
                : Actor.of(person);
    }

    /**
     * A page of victims in the order in which they were recorded.
     *
     * @param after the number of the record after which to begin; 0 for the first
     */
    public List<RegisterVersion> list(Person reader, StateCode state, long after, int most) {
        RegisterQuery all = RegisterQuery.all(most);
        return register.list(
                reader(reader, state),
                state,
                Kind.VICTIM,
                new RegisterQuery(
                        all.category(),
                        all.status(),
                        all.approval(),
                        all.placeUnknown(),
                        all.words(),
                        all.order(),
                        after == 0
                                ? Optional.empty()
                                : Optional.of(new RegisterQuery.After(after, "", OptionalLong.empty())),
                        most));
    }

    /** The record of a victim's number; empty when the reader sees none. */
    public Optional<RegisterVersion> find(Person reader, StateCode state, String victimNo) {
        return register.find(reader(reader, state), state, Kind.VICTIM, victimNo);
    }

    /**
     * Begins a record.
     *
     * @param validFrom the day of the accident, or the first day that it can have been
     * @return the victim's number: drawn by lot, so that it tells neither order nor person
     */
    public String record(Person writer, StateCode state, LocalDate validFrom, Fields fields) {
        access.require(Optional.of(writer), Permission.VICTIMS_WRITE, Thing.of(state));
        for (int tried = 1; ; tried++) {
            String number = number();
            try {
                register.record(
                        new Actor(Optional.empty(), writer.actor()),
                        state,
                        new Content(Kind.VICTIM, number, validFrom, fields, Optional.empty(), Optional.empty()));
                return number;
            } catch (ProblemException refused) {
                if (!refused.problem().id().equals("register-code-taken") || tried == TRIES) {
                    throw refused;
                }
            }
        }
    }

    private static String number() {
        StringBuilder number = new StringBuilder("V-");
        for (int i = 0; i < SIGNS_OF_A_NUMBER; i++) {
            number.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return number.toString();
    }
}
