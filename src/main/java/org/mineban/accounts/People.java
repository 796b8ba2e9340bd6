package org.mineban.accounts;

import static mineban.tables.Tables.PERSON;
import static mineban.tables.Tables.ROLE_GRANT;
import static mineban.tables.Tables.SESSION;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mineban.tables.tables.records.PersonRecord;
import mineban.tables.tables.records.RoleGrantRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.secrets.Token;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Transaction;

/** The people who have accounts and the roles they have. Whoever calls has asked {@link Access} before; every change is in the audit trail. */
public final class People {

    /** What the audit trail calls a person. */
    public static final String SUBJECT = "person";

    /** How long an invitation can be used. */
    public static final Duration INVITATION_LASTS = Duration.ofDays(7);

    /** How long a link for a new password can be used. */
    public static final Duration RESET_LASTS = Duration.ofHours(1);

    private static final int LONGEST_EMAIL = 254;
    private static final Pattern WORDS = Pattern.compile("\\s+");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\",;:\\\\()\\[\\]]+@[^\\s@<>\",;:\\\\()\\[\\]]+\\.[^\\s@<>\",;:\\\\()\\[\\]]+");

    private final Database database;
    private final AuditTrail audit;
    private final Notices notices;
    private final Links links = new Links();

    public People(Database database, AuditTrail audit, Notices notices) {
        this.database = database;
        this.audit = audit;
        this.notices = notices;
    }

    /**
     * A role to be given.
     *
     * @param sections the sections of the report, for a contributor
     */
    public record Wanted(Role role, Optional<StateCode> state, Optional<UUID> organisation, Set<String> sections) {

        public Wanted {
            sections = Set.copyOf(sections);
        }

        /** What giving it is about. */
        public Thing thing() {
            return state.map(Thing::of).orElse(Thing.SYSTEM);
        }
    }

    /**
     * Somebody who was invited, and the link by which they come in. It is shown once.
     *
     * @param link the token of the link
     */
    public record Invited(Person person, Token link) {}

    /**
     * Which people to list, in the order of their names.
     *
     * @param words of which each stands in the name or the address; blank for all
     * @param states only people with a role for one of these States; empty for all
     * @param after the name and id of the last one seen before; empty for the first page
     */
    public record Query(
            String words,
            Optional<Collection<StateCode>> states,
            Optional<Role> role,
            Optional<Person> after,
            int most) {}

    /** The person of that id. */
    public Optional<Person> find(UUID id) {
        return database.read(sql -> find(sql, id));
    }

    /** The person of that address, in whatever case it is written. */
    public Optional<Person> findByEmail(String email) {
        return database.read(sql -> findByEmail(sql, email));
    }

    Optional<Person> findByEmail(DSLContext sql, String email) {
        return sql.selectFrom(PERSON)
                .where(PERSON.EMAIL.eq(normal(email)))
                .fetchOptional()
                .map(row -> person(sql, row));
    }

    Optional<Person> find(DSLContext sql, UUID id) {
        return sql.selectFrom(PERSON).where(PERSON.ID.eq(id)).fetchOptional().map(row -> person(sql, row));
    }

    /** How many accounts there are. */
    public int count() {
        return database.read(sql -> sql.fetchCount(PERSON));
    }

    /** Whether anybody can run the system. */
    public boolean hasAdministrator() {
        return database.read(sql -> sql.fetchExists(sql.selectOne()
                .from(ROLE_GRANT)
                .join(PERSON)
                .on(PERSON.ID.eq(ROLE_GRANT.PERSON_ID))
                .where(
                        ROLE_GRANT.ROLE.eq(Role.ADMINISTRATOR.id()),
                        ROLE_GRANT.ENDED_AT.isNull(),
                        PERSON.DISABLED_AT.isNull())));
    }

    /** People in the order of their names. */
    public List<Person> list(Query query) {
        return database.read(sql -> {
            List<Condition> conditions = new ArrayList<>();
            for (String word : WORDS.splitAsStream(query.words().strip().toLowerCase(Locale.ROOT))
                    .toList()) {
                if (!word.isEmpty()) {
                    conditions.add(DSL.lower(PERSON.NAME).contains(word).or(PERSON.EMAIL.contains(word)));
                }
            }
            if (query.states().isPresent() || query.role().isPresent()) {
                Condition granted = ROLE_GRANT.PERSON_ID.eq(PERSON.ID).and(ROLE_GRANT.ENDED_AT.isNull());
                if (query.states().isPresent()) {
                    granted = granted.and(ROLE_GRANT.STATE.in(
                            query.states().get().stream().map(StateCode::iso3).toList()));
                }
                if (query.role().isPresent()) {
                    granted = granted.and(ROLE_GRANT.ROLE.eq(query.role().get().id()));
                }
                conditions.add(DSL.exists(sql.selectOne().from(ROLE_GRANT).where(granted)));
            }
            query.after()
                    .ifPresent(last ->
                            conditions.add(DSL.row(PERSON.NAME, PERSON.ID).gt(last.name(), last.id())));
            List<PersonRecord> rows = sql.selectFrom(PERSON)
                    .where(conditions)
                    .orderBy(PERSON.NAME, PERSON.ID)
                    .limit(query.most())
                    .fetch();
            Map<UUID, List<Grant>> grants = grants(
                    sql,
                    ROLE_GRANT.PERSON_ID.in(
                            rows.stream().map(PersonRecord::getId).toList()));
            return rows.stream()
                    .map(row -> person(row, grants.getOrDefault(row.getId(), List.of())))
                    .toList();
        });
    }

    /** Everyone who has one of these roles, however many they are, in the order of their names. */
    public List<Person> withAnyOf(Set<Role> roles) {
        return database.read(sql -> {
            var holders = sql.select(ROLE_GRANT.PERSON_ID)
                    .from(ROLE_GRANT)
                    .where(ROLE_GRANT.ROLE.in(roles.stream().map(Role::id).toList()), ROLE_GRANT.ENDED_AT.isNull());
            Map<UUID, List<Grant>> grants = grants(sql, ROLE_GRANT.PERSON_ID.in(holders));
            return sql.selectFrom(PERSON).where(PERSON.ID.in(holders)).orderBy(PERSON.NAME, PERSON.ID).fetch().stream()
                    .map(row -> person(row, grants.getOrDefault(row.getId(), List.of())))
                    .toList();
        });
    }

    private static Map<UUID, List<Grant>> grants(DSLContext sql, Condition of) {
        return sql
                .selectFrom(ROLE_GRANT)
                .where(of, ROLE_GRANT.ENDED_AT.isNull())
                .orderBy(ROLE_GRANT.GRANTED_AT, ROLE_GRANT.ID)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        RoleGrantRecord::getPersonId, Collectors.mapping(People::grant, Collectors.toList())));
    }

    /**
     * Makes an account with one role and the link by which its owner comes in.
     *
     * @param by who invites, as the audit trail names them
     * @throws org.mineban.kernel.ProblemException {@code name-wrong}, {@code email-wrong}, {@code email-taken}, {@code role-needs}
     */
    public Invited invite(String by, String name, String email, Language language, Optional<Wanted> wanted) {
        return database.write(transaction -> {
            UUID id = insert(transaction, name, email, language);
            Person person = find(transaction.sql(), id).orElseThrow();
            Optional<Grant> grant = wanted.map(asked -> insertGrant(transaction, by, person, asked));
            Token link = links.make(transaction, Links.Purpose.INVITATION, Optional.of(id), by);
            List<Change> changes = new ArrayList<>(List.of(
                    set("name", person.name()), set("email", person.email()), set("language", language.code())));
            grant.ifPresent(given -> changes.add(set("role", words(given))));
            Person invited = find(transaction.sql(), id).orElseThrow();
            notices.invitation(transaction, invited, link, inviter(transaction, by));
            record(transaction, by, "invite", id, grant.flatMap(Grant::state), Optional.empty(), changes);
            return new Invited(invited, link);
        });
    }

    /** Makes the link by which somebody who has not come yet comes in; older ones no longer work. */
    public Token inviteAgain(String by, Person person) {
        return linkFor(by, person, Links.Purpose.INVITATION, "invite-again");
    }

    /** Makes the link by which somebody sets a new password. */
    public Token resetLink(String by, Person person) {
        return linkFor(by, person, Links.Purpose.RESET, "reset-link");
    }

    private Token linkFor(String by, Person person, Links.Purpose purpose, String action) {
        return database.write(transaction -> {
            Token link = links.make(transaction, purpose, Optional.of(person.id()), by);
            if (purpose == Links.Purpose.INVITATION) {
                notices.invitation(transaction, person, link, inviter(transaction, by));
            } else {
                notices.reset(transaction, person, link);
            }
            record(transaction, by, action, person.id(), Optional.empty(), Optional.empty(), List.of());
            return link;
        });
    }

    /** The person who invites; empty when it is a command. */
    private Optional<Person> inviter(Transaction transaction, String by) {
        return by.startsWith("program:") ? Optional.empty() : find(transaction.sql(), UUID.fromString(by));
    }

    UUID insert(Transaction transaction, String name, String email, Language language) {
        String shown = Names.check(name);
        String address = normal(email);
        if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches()) {
            throw new Problem("email-wrong", Problem.Kind.WRONG_USAGE, Map.of("value", email)).asException();
        }
        UUID id = Identifiers.newId();
        int made = transaction
                .sql()
                .insertInto(PERSON)
                .set(PERSON.ID, id)
                .set(PERSON.NAME, shown)
                .set(PERSON.EMAIL, address)
                .set(PERSON.LANGUAGE, language.code())
                .set(PERSON.CREATED_AT, transaction.now())
                .set(PERSON.VERSION, 1)
                .onConflict(PERSON.EMAIL)
                .doNothing()
                .execute();
        if (made == 0) {
            throw new Problem("email-taken", Problem.Kind.CONFLICT, Map.of("value", address)).asException();
        }
        return id;
    }

    /**
     * Gives somebody a role.
     *
     * @param by who gives it
     * @throws org.mineban.kernel.ProblemException {@code role-needs} when the role needs a State, an organisation or sections and has none or has one
     *     too many, {@code role-held} when the person has it already
     */
    public Grant grant(String by, Person person, Wanted wanted) {
        return database.write(transaction -> {
            Person now = find(transaction.sql(), person.id()).orElseThrow();
            Grant grant = insertGrant(transaction, by, now, wanted);
            record(
                    transaction,
                    by,
                    "grant-role",
                    person.id(),
                    grant.state(),
                    Optional.empty(),
                    List.of(set("role", words(grant))));
            return grant;
        });
    }

    Grant insertGrant(Transaction transaction, String by, Person person, Wanted wanted) {
        boolean state = wanted.state().isPresent();
        boolean organisation = wanted.organisation().isPresent();
        boolean sections = !wanted.sections().isEmpty();
        boolean fits = switch (wanted.role().bound()) {
            case SYSTEM -> !state && !organisation && !sections;
            case STATE -> state && !organisation && !sections;
            case ORGANISATION -> state && organisation && !sections;
            case SECTIONS -> state && sections && !organisation;
        };
        if (!fits) {
            throw new Problem(
                            "role-needs",
                            Problem.Kind.WRONG_USAGE,
                            Map.of(
                                    "role",
                                    wanted.role().id(),
                                    "bound",
                                    wanted.role().bound().name().toLowerCase(Locale.ROOT)))
                    .asException();
        }
        boolean held = person.grants().stream()
                .anyMatch(grant -> grant.role() == wanted.role()
                        && grant.state().equals(wanted.state())
                        && grant.organisation().equals(wanted.organisation())
                        && grant.sections().equals(wanted.sections()));
        if (held) {
            throw new Problem(
                            "role-held",
                            Problem.Kind.CONFLICT,
                            Map.of("role", wanted.role().id(), "name", person.name()))
                    .asException();
        }
        wanted.organisation().ifPresent(body -> Organisations.requireOpen(transaction, body));
        UUID id = Identifiers.newId();
        transaction
                .sql()
                .insertInto(ROLE_GRANT)
                .set(ROLE_GRANT.ID, id)
                .set(ROLE_GRANT.PERSON_ID, person.id())
                .set(ROLE_GRANT.ROLE, wanted.role().id())
                .set(ROLE_GRANT.STATE, wanted.state().map(StateCode::iso3).orElse(null))
                .set(ROLE_GRANT.ORGANISATION_ID, wanted.organisation().orElse(null))
                .set(ROLE_GRANT.SECTIONS, wanted.sections().stream().sorted().collect(Collectors.joining(" ")))
                .set(ROLE_GRANT.GRANTED_BY, by)
                .set(ROLE_GRANT.GRANTED_AT, transaction.now())
                .execute();
        return grant(transaction
                .sql()
                .selectFrom(ROLE_GRANT)
                .where(ROLE_GRANT.ID.eq(id))
                .fetchSingle());
    }

    /**
     * Takes a role back.
     *
     * @throws org.mineban.kernel.ProblemException {@code last-administrator} when nobody could run the system any more
     */
    public void endGrant(String by, Person person, Grant grant, Optional<String> reason) {
        database.change(transaction -> {
            if (grant.role() == Role.ADMINISTRATOR) {
                keepAnAdministrator(transaction, person);
            }
            int ended = transaction
                    .sql()
                    .update(ROLE_GRANT)
                    .set(ROLE_GRANT.ENDED_BY, by)
                    .set(ROLE_GRANT.ENDED_AT, transaction.now())
                    .where(
                            ROLE_GRANT.ID.eq(grant.id()),
                            ROLE_GRANT.PERSON_ID.eq(person.id()),
                            ROLE_GRANT.ENDED_AT.isNull())
                    .execute();
            if (ended == 1) {
                record(
                        transaction,
                        by,
                        "end-role",
                        person.id(),
                        grant.state(),
                        reason,
                        List.of(new Change("role", Optional.of(words(grant)), Optional.empty())));
            }
        });
    }

    /** Lets somebody sign in no more, and ends what sessions they have. */
    public void disable(String by, Person person, Optional<String> reason) {
        database.change(transaction -> {
            if (person.has(Role.ADMINISTRATOR)) {
                keepAnAdministrator(transaction, person);
            }
            int changed = transaction
                    .sql()
                    .update(PERSON)
                    .set(PERSON.DISABLED_AT, transaction.now())
                    .set(PERSON.VERSION, PERSON.VERSION.plus(1))
                    .where(PERSON.ID.eq(person.id()), PERSON.DISABLED_AT.isNull())
                    .execute();
            transaction
                    .sql()
                    .update(SESSION)
                    .set(SESSION.ENDED_AT, transaction.now())
                    .where(SESSION.PERSON_ID.eq(person.id()), SESSION.ENDED_AT.isNull())
                    .execute();
            if (changed == 1) {
                record(
                        transaction,
                        by,
                        "disable",
                        person.id(),
                        Optional.empty(),
                        reason,
                        List.of(new Change("account", Optional.of("enabled"), Optional.of("disabled"))));
            }
        });
    }

    /** Lets somebody sign in again. */
    public void enable(String by, Person person, Optional<String> reason) {
        database.change(transaction -> {
            int changed = transaction
                    .sql()
                    .update(PERSON)
                    .setNull(PERSON.DISABLED_AT)
                    .set(PERSON.VERSION, PERSON.VERSION.plus(1))
                    .where(PERSON.ID.eq(person.id()), PERSON.DISABLED_AT.isNotNull())
                    .execute();
            if (changed == 1) {
                record(
                        transaction,
                        by,
                        "enable",
                        person.id(),
                        Optional.empty(),
                        reason,
                        List.of(new Change("account", Optional.of("disabled"), Optional.of("enabled"))));
            }
        });
    }

    private static void keepAnAdministrator(Transaction transaction, Person leaving) {
        boolean others = transaction
                .sql()
                .fetchExists(transaction
                        .sql()
                        .selectOne()
                        .from(ROLE_GRANT)
                        .join(PERSON)
                        .on(PERSON.ID.eq(ROLE_GRANT.PERSON_ID))
                        .where(
                                ROLE_GRANT.ROLE.eq(Role.ADMINISTRATOR.id()),
                                ROLE_GRANT.ENDED_AT.isNull(),
                                PERSON.DISABLED_AT.isNull(),
                                PERSON.ID.ne(leaving.id())));
        if (!others) {
            throw new Problem("last-administrator", Problem.Kind.CANNOT_BE_DONE, Map.of("name", leaving.name()))
                    .asException();
        }
    }

    void record(
            Transaction transaction,
            String by,
            String action,
            UUID person,
            Optional<StateCode> state,
            Optional<String> reason,
            List<Change> changes) {
        audit.add(transaction, new AuditEvent(by, action, SUBJECT, person.toString(), state, reason, changes));
    }

    static Change set(String field, String value) {
        return new Change(field, Optional.empty(), Optional.of(value));
    }

    /** A role as the audit trail writes it. */
    static String words(Grant grant) {
        return Stream.of(
                        Stream.of(grant.role().id()),
                        grant.state().map(StateCode::iso3).stream(),
                        grant.organisation().map(UUID::toString).stream(),
                        grant.sections().stream().sorted())
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
    }

    /** An address in lower case and without blanks around it. */
    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static Person person(DSLContext sql, PersonRecord row) {
        List<Grant> grants = sql.selectFrom(ROLE_GRANT)
                .where(ROLE_GRANT.PERSON_ID.eq(row.getId()), ROLE_GRANT.ENDED_AT.isNull())
                .orderBy(ROLE_GRANT.GRANTED_AT, ROLE_GRANT.ID)
                .fetch(People::grant);
        return person(row, grants);
    }

    private static Person person(PersonRecord row, List<Grant> grants) {
        return new Person(
                row.getId(),
                row.getName(),
                row.getEmail(),
                Language.find(row.getLanguage()).orElse(Language.ENGLISH),
                Optional.ofNullable(row.getDisabledAt()),
                row.getPasswordHash() != null,
                grants,
                row.getCreatedAt(),
                row.getVersion());
    }

    private static Grant grant(RoleGrantRecord row) {
        Set<String> sections = WORDS.splitAsStream(row.getSections()).collect(Collectors.toCollection(HashSet::new));
        sections.remove("");
        return new Grant(
                row.getId(),
                Role.find(row.getRole()).orElseThrow(),
                Optional.ofNullable(row.getState()).map(StateCode::new),
                Optional.ofNullable(row.getOrganisationId()),
                sections,
                row.getGrantedBy(),
                row.getGrantedAt());
    }
}
