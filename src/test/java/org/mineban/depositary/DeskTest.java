package org.mineban.depositary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mineban.Facts.day;
import static org.mineban.Facts.state;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.Facts;
import org.mineban.accounts.Access;
import org.mineban.accounts.People;
import org.mineban.accounts.PermissionTable;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.audit.AuditEntry;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.kernel.Language;
import org.mineban.kernel.ProblemException;
import org.mineban.mail.TestClock;
import org.mineban.parties.Standing;
import org.mineban.presentation.Knowledge;
import org.mineban.storage.Database;
import org.mineban.storage.Engine;
import org.mineban.storage.OnBothEngines;

@DisplayName("The depositary's desk")
class DeskTest extends OnBothEngines {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final AuditTrail audit = new AuditTrail();
    private final AtomicInteger invited = new AtomicInteger();
    private final TestClock clock = new TestClock("2026-11-24T09:00:00Z");

    /** A desk, as one node has it. */
    private record Node(Database database, RecordedKnowledge knowledge, Desk desk) {}

    private Node node(Database database) {
        RecordedKnowledge knowledge = new RecordedKnowledge(Facts.KNOWLEDGE, database);
        return new Node(database, knowledge, new Desk(database, audit, new Access(new PermissionTable()), knowledge));
    }

    private Person person(Database database, Role role) {
        int number = invited.incrementAndGet();
        return new People(database, audit, org.mineban.accounts.Notices.NONE)
                .invite(
                        "program:test",
                        "Officer " + number,
                        "officer" + number + "@example.org",
                        Language.ENGLISH,
                        Optional.of(new People.Wanted(role, Optional.empty(), Optional.empty(), Set.of())))
                .person();
    }

    private static Entry confirmed(Node node, Person author, Person second, Content content) {
        Entry draft = node.desk().record(author, content);
        Entry proposed = node.desk().propose(author, draft.id(), draft.version());
        return node.desk().confirm(second, proposed.id(), proposed.version());
    }

    private static void assertProblem(String id, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().id()).isEqualTo(id));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void puts_a_confirmed_accession_into_the_knowledge_and_nothing_before_that(Engine engine) {
        Database database = open(engine, clock);
        Node node = node(database);
        Person author = person(database, Role.DEPOSITARY_OFFICER);
        Person second = person(database, Role.DEPOSITARY_OFFICER);

        Entry draft = node.desk().record(author, Entries.accessionOfGeorgia("2026-11-20"));
        Entry proposed = node.desk().propose(author, draft.id(), draft.version());
        assertThat(node.knowledge().current()).isSameAs(Facts.KNOWLEDGE);

        Entry confirmed = node.desk().confirm(second, proposed.id(), proposed.version());

        assertThat(draft.number()).isEqualTo(1);
        assertThat(confirmed.status()).isEqualTo(Status.CONFIRMED);
        assertThat(confirmed.settled().orElseThrow().as()).isEqualTo("depositary-officer");
        assertThat(node.desk().get(Optional.of(author), confirmed.id())).isEqualTo(confirmed);
        Knowledge known = node.knowledge().current();
        assertThat(known.register().standing(state("GEO"), TODAY).value())
                .isInstanceOf(Standing.ConsentDeposited.class);
        assertThat(known.register()
                        .entryIntoForce(state("GEO"), TODAY)
                        .orElseThrow()
                        .value()
                        .known())
                .contains(day("2027-05-01"));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void lets_nobody_confirm_or_return_what_they_wrote_a_word_of(Engine engine) {
        Database database = open(engine, clock);
        Node node = node(database);
        Person author = person(database, Role.DEPOSITARY_OFFICER);
        Person helper = person(database, Role.DEPOSITARY_OFFICER);
        Person third = person(database, Role.DEPOSITARY_OFFICER);
        Person secretariat = person(database, Role.SECRETARIAT_OFFICER);
        Person administrator = person(database, Role.ADMINISTRATOR);
        Entry draft = node.desk().record(author, Entries.accessionOfGeorgia("2026-11-20"));
        Entry helped =
                node.desk().change(helper, draft.id(), draft.version(), Entries.accessionOfGeorgia("2026-11-19"));
        Entry proposed = node.desk().propose(author, helped.id(), helped.version());

        assertProblem("four-eyes", () -> node.desk().confirm(author, proposed.id(), proposed.version()));
        assertProblem("four-eyes", () -> node.desk().confirm(helper, proposed.id(), proposed.version()));
        assertProblem("four-eyes", () -> node.desk().giveBack(helper, proposed.id(), proposed.version(), "No."));
        assertProblem("not-allowed", () -> node.desk().confirm(secretariat, proposed.id(), proposed.version()));
        assertProblem("not-allowed", () -> node.desk().confirm(administrator, proposed.id(), proposed.version()));
        assertProblem("not-allowed", () -> node.desk().record(secretariat, proposed.content()));
        assertProblem("not-allowed", () -> node.desk().get(Optional.of(administrator), proposed.id()));
        assertProblem("sign-in-needed", () -> node.desk().get(Optional.empty(), proposed.id()));
        assertThat(node.desk().get(Optional.of(secretariat), proposed.id())).isEqualTo(proposed);
        assertThat(node.desk().confirm(third, proposed.id(), proposed.version()).status())
                .isEqualTo(Status.CONFIRMED);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void keeps_the_first_of_two_people_who_save_the_same_and_tells_the_second(Engine engine) {
        Database database = open(engine, clock);
        Node node = node(database);
        Person one = person(database, Role.DEPOSITARY_OFFICER);
        Person other = person(database, Role.DEPOSITARY_OFFICER);
        Entry draft = node.desk().record(one, Entries.accessionOfGeorgia("2026-11-20"));
        Entry first = node.desk().change(one, draft.id(), draft.version(), Entries.accessionOfGeorgia("2026-11-19"));

        assertProblem(
                "desk-changed",
                () -> node.desk().change(other, draft.id(), draft.version(), Entries.accessionOfGeorgia("2026-11-18")));
        assertThat(node.desk().get(Optional.of(one), draft.id())).isEqualTo(first);
        assertThat(node.desk()
                        .change(other, draft.id(), first.version(), Entries.accessionOfGeorgia("2026-11-18"))
                        .content()
                        .date())
                .hasToString("2026-11-18");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void does_not_confirm_another_text_than_the_one_that_was_seen(Engine engine) {
        Database database = open(engine, clock);
        Node node = node(database);
        Person author = person(database, Role.DEPOSITARY_OFFICER);
        Person second = person(database, Role.DEPOSITARY_OFFICER);
        Entry draft = node.desk().record(author, Entries.accessionOfGeorgia("2026-11-20"));
        Entry seen = node.desk().propose(author, draft.id(), draft.version());
        Entry back = node.desk().takeBack(author, seen.id(), seen.version());
        Entry changed = node.desk().change(author, back.id(), back.version(), Entries.accessionOfGeorgia("2026-11-19"));
        node.desk().propose(author, changed.id(), changed.version());

        assertProblem("desk-changed", () -> node.desk().confirm(second, seen.id(), seen.version()));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void tells_in_the_audit_trail_who_did_what_from_what_to_what_and_why(Engine engine) {
        Database database = open(engine, clock);
        Node node = node(database);
        Person author = person(database, Role.DEPOSITARY_OFFICER);
        Person second = person(database, Role.DEPOSITARY_OFFICER);
        Entry draft = node.desk().record(author, Entries.accessionOfGeorgia("2026-11-20"));
        Entry proposed = node.desk().propose(author, draft.id(), draft.version());
        Entry returned =
                node.desk().giveBack(second, proposed.id(), proposed.version(), "The notification says the 19th.");
        Entry mended =
                node.desk().change(author, returned.id(), returned.version(), Entries.accessionOfGeorgia("2026-11-19"));
        Entry again = node.desk().propose(author, mended.id(), mended.version());
        node.desk().confirm(second, again.id(), again.version());

        List<AuditEntry> trail =
                database.read(sql -> audit.of(sql, Desk.SUBJECT, draft.id().toString(), 100));

        assertThat(trail)
                .extracting(entry -> entry.event().action())
                .containsExactly(
                        "desk-confirm", "desk-propose", "desk-change", "desk-return", "desk-propose", "desk-record");
        assertThat(trail.get(3).event().actor()).isEqualTo(second.actor());
        assertThat(trail.get(3).event().reason()).contains("The notification says the 19th.");
        assertThat(trail.get(2).event().changes())
                .contains(new Change("date", Optional.of("2026-11-20"), Optional.of("2026-11-19")));
        assertThat(trail.get(2).event().state()).contains(state("GEO"));
        assertThat(database.read(audit::verify).firstBroken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void answers_as_was_known_on_a_day(Engine engine) {
        Database database = open(engine, clock);
        Node node = node(database);
        Person author = person(database, Role.DEPOSITARY_OFFICER);
        Person second = person(database, Role.DEPOSITARY_OFFICER);
        confirmed(node, author, second, Entries.accessionOfGeorgia("2026-11-20"));
        clock.set(Instant.parse("2026-12-10T09:00:00Z"));
        Content other = Entries.correcting(
                node.knowledge()
                        .current()
                        .register()
                        .consent(state("GEO"), TODAY)
                        .orElseThrow()
                        .row(),
                Entries.accessionOfGeorgia("2026-10-20"),
                Correction.Manner.REPLACE);
        confirmed(node, author, second, other);

        assertThat(inForce(node.knowledge().knownOn(day("2026-11-23")))).isEmpty();
        assertThat(inForce(node.knowledge().knownOn(day("2026-11-24")))).contains(day("2027-05-01"));
        assertThat(inForce(node.knowledge().knownOn(day("2026-12-09")))).contains(day("2027-05-01"));
        assertThat(inForce(node.knowledge().knownOn(day("2026-12-10")))).contains(day("2027-04-01"));
        assertThat(node.knowledge().knownOn(day("2026-12-10")))
                .isSameAs(node.knowledge().current());
        assertThat(node.knowledge().changes())
                .extracting(change -> change.day() + " " + change.rows())
                .containsExactly("2026-12-10 1", "2026-11-24 1");
    }

    private static Optional<LocalDate> inForce(Knowledge knowledge) {
        return knowledge
                .register()
                .entryIntoForce(state("GEO"), LocalDate.of(2026, 12, 31))
                .flatMap(day -> day.value().known());
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void is_seen_by_another_node_within_two_seconds(Engine engine) throws InterruptedException {
        Database database = open(engine, clock);
        Node here = node(database);
        Node there = node(database);
        Person author = person(database, Role.DEPOSITARY_OFFICER);
        Person second = person(database, Role.DEPOSITARY_OFFICER);
        assertThat(there.knowledge().current()).isSameAs(Facts.KNOWLEDGE);
        confirmed(here, author, second, Entries.accessionOfGeorgia("2026-11-20"));

        Instant end = Instant.now().plus(Duration.ofSeconds(2));
        while (inForce(there.knowledge().current()).isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }

        assertThat(inForce(there.knowledge().current())).contains(day("2027-05-01"));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void shows_for_a_confirmed_entry_what_it_changed_and_for_a_draft_what_it_would(Engine engine) {
        Database database = open(engine, clock);
        Node node = node(database);
        Person author = person(database, Role.DEPOSITARY_OFFICER);
        Person second = person(database, Role.DEPOSITARY_OFFICER);
        Entry draft = node.desk().record(author, Entries.accessionOfGeorgia("2026-11-20"));
        Consequences would = node.knowledge().consequences(draft, TODAY);
        Entry proposed = node.desk().propose(author, draft.id(), draft.version());
        Entry entry = node.desk().confirm(second, proposed.id(), proposed.version());
        confirmed(node, author, second, Entries.act("USA", Act.SIGNATURE, "1998-12-04"));

        Consequences did = node.knowledge().consequences(entry, TODAY);

        assertThat(did.standings())
                .extracting(
                        change -> change.from() + " " + change.after().value().key())
                .containsExactly("2026-11-20 consent-deposited", "2027-05-01 state-party");
        assertThat(ToldConsequence.all(did, Facts.narrator(Language.ENGLISH)))
                .extracting(ToldConsequence::data)
                .isEqualTo(ToldConsequence.all(would, Facts.narrator(Language.ENGLISH)).stream()
                        .map(ToldConsequence::data)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void numbers_entries_and_lists_the_newest_first(Engine engine) {
        Database database = open(engine, clock);
        Node node = node(database);
        Person author = person(database, Role.DEPOSITARY_OFFICER);
        node.desk().record(author, Entries.accessionOfGeorgia("2026-11-20"));
        Entry second = node.desk().record(author, Entries.act("OMN", Act.WITHDRAWAL, "2026-11-10"));
        node.desk().withdraw(author, second.id(), second.version(), "Entered twice.");

        assertThat(node.desk().list(new Desk.Query(Optional.empty(), Optional.empty(), Optional.empty(), 10)))
                .extracting(Entry::number)
                .containsExactly(2L, 1L);
        assertThat(node.desk()
                        .list(new Desk.Query(Optional.of(Status.WITHDRAWN), Optional.empty(), Optional.empty(), 10)))
                .extracting(Entry::number)
                .containsExactly(2L);
        assertThat(node.desk().list(new Desk.Query(Optional.empty(), Optional.of(state("GEO")), Optional.of(2L), 10)))
                .extracting(Entry::number)
                .containsExactly(1L);
    }
}
