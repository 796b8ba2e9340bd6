package org.mineban.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.Facts;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.Language;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.mail.MailPurpose;
import org.mineban.mail.Outbox;
import org.mineban.mail.OutgoingMail;
import org.mineban.mail.QueuedMail;
import org.mineban.mail.Subscriptions;
import org.mineban.mail.TestClock;
import org.mineban.storage.Database;
import org.mineban.storage.Engine;
import org.mineban.storage.OnBothEngines;

/** The States here are real, their people are not. Days of duties: see ObligationsTest and its sources. */
@DisplayName("A reminder")
class RemindersTest extends OnBothEngines {

    private static final String OFFICER = "01999999-0000-7000-8000-00000000000a";
    private static final Set<Audience> ALL = Set.of(Audience.REPORTERS, Audience.COORDINATORS);

    private final TestClock clock = new TestClock("2026-03-01T09:00:00Z");
    private final AuditTrail audit = new AuditTrail();
    private final Outbox outbox = new Outbox(audit);
    private final Subscriptions subscriptions = new Subscriptions(audit);
    private final People people = new People();

    /** The people of a test. */
    private static final class People implements Contacts {

        private final List<Contact> all = new ArrayList<>();
        private long added;

        Contact add(String name, String address, Language language, String... states) {
            Contact contact = new Contact(
                    new UUID(0x7000, ++added),
                    name,
                    address,
                    language,
                    Optional.empty(),
                    Arrays.stream(states).map(StateCode::new).toList());
            all.add(contact);
            return contact;
        }

        void disable(Contact contact, LocalDate on) {
            all.replaceAll(one -> one.equals(contact)
                    ? new Contact(
                            one.account(), one.name(), one.address(), one.language(), Optional.of(on), one.states())
                    : one);
        }

        @Override
        public List<Contact> with(Set<Audience> audience) {
            return List.copyOf(all);
        }

        @Override
        public Optional<Contact> find(UUID account, Set<Audience> audience) {
            return all.stream().filter(one -> one.account().equals(account)).findFirst();
        }
    }

    private Reminders reminders(Database database) {
        return new Reminders(
                database,
                audit,
                people,
                Facts.KNOWLEDGE::obligations,
                new ReminderText(() -> Facts.KNOWLEDGE, Optional.of("https://mine-action.example")));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    }

    private Campaign prepare(Reminders reminders, ReminderKind kind, String... states) {
        return reminders.prepare(
                OFFICER,
                kind,
                today(),
                ALL,
                Set.copyOf(Arrays.stream(states).map(StateCode::new).toList()));
    }

    private void confirm(Reminders reminders, Campaign campaign) {
        reminders.confirm(
                campaign.id(), OFFICER, reminders.look(campaign, today()).fingerprint());
    }

    private List<QueuedMail> queued(Database database, Campaign campaign) {
        return database.read(sql -> outbox.list(
                sql, new Outbox.Selection(Optional.empty(), Optional.of(campaign.cause()), Optional.empty()), 99_999));
    }

    private static Optional<LeftOut.Reason> reason(ReceiverList list, Contact contact) {
        return list.all().stream()
                .filter(receiver -> receiver.contact().account().equals(contact.account()))
                .findFirst()
                .orElseThrow()
                .leftOut()
                .map(LeftOut::reason);
    }

    @ParameterizedTest
    @EnumSource
    void is_prepared_looked_at_confirmed_and_sent_to_each_person_once_in_their_language(Engine engine) {
        Database database = open(engine, clock);
        Reminders reminders = reminders(database);
        people.add("Amina Diallo", "amina@example.org", Language.FRENCH, "SEN");
        people.add("Олена Коваль", "olena@example.org", Language.RUSSIAN, "UKR");
        people.add("Nobody of Georgia", "geo@example.org", Language.ENGLISH, "GEO");
        Campaign campaign = prepare(reminders, ReminderKind.ANNUAL_REPORT);
        assertThat(reminders.sendDue(() -> true)).as("a draft").isEqualTo(new Reminders.Tally(0, 0, 0));

        confirm(reminders, campaign);
        assertThat(reminders.sendDue(() -> true)).isEqualTo(new Reminders.Tally(0, 2, 0));
        assertThat(reminders.sendDue(() -> true)).isEqualTo(new Reminders.Tally(0, 0, 0));

        assertThat(queued(database, campaign))
                .extracting(QueuedMail::recipient, QueuedMail::language, QueuedMail::subject)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "amina@example.org",
                                Language.FRENCH,
                                "Rapport au titre du paragraphe 2 de l’article 7 de la Convention : échéance le 30 avril 2026"),
                        org.assertj.core.groups.Tuple.tuple(
                                "olena@example.org",
                                Language.RUSSIAN,
                                "Доклад согласно пункту 2 статьи 7 Конвенции: срок — 30 апреля 2026 года"));
        assertThat(reminders.find(campaign.id()).orElseThrow().status()).isEqualTo(Campaign.Status.SENT);
        assertThat(reminders.tallies(List.of(campaign))).containsValue(new Reminders.Tally(0, 2, 1));
        assertThat(reminders.outcomes(campaign.id(), Optional.empty(), 9))
                .extracting(outcome -> outcome.leftOut().map(LeftOut::reason))
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of(LeftOut.Reason.NO_DUTY));
        assertThat(database.<List<org.mineban.audit.AuditEntry>>read(
                        sql -> audit.of(sql, "reminder", campaign.id().toString(), 9)))
                .extracting(
                        entry -> entry.event().action(), entry -> entry.event().actor())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("confirm", OFFICER),
                        org.assertj.core.groups.Tuple.tuple("prepare", OFFICER));
    }

    @Test
    void says_the_duty_the_day_and_why_and_that_receipts_are_not_known() {
        Reminders reminders = reminders(open(Engine.SQLITE, clock));
        people.add("Amina Diallo", "amina@example.org", Language.ENGLISH, "SEN", "GNB");
        Campaign campaign = prepare(reminders, ReminderKind.ANNUAL_REPORT);
        ReceiverList list = reminders.look(campaign, today());

        OutgoingMail mail =
                reminders.text().mail(campaign.kind(), list.reminded().getFirst(), list.on());

        assertThat(mail.purpose()).isEqualTo(MailPurpose.REMINDER);
        assertThat(mail.subject())
                .isEqualTo("Report under Article 7, paragraph 2, of the Convention: due on 30 April 2026");
        assertThat(mail.text())
                .startsWith("For the attention of Amina Diallo\n\n")
                .contains("– Senegal: report for 2025, due on 30 April 2026, in 60 days\n") // March has 31 days, less 1
                .contains("– Guinea-Bissau: report for 2025, due on 30 April 2026, in 60 days\n")
                .contains("knows only those reports whose receipt was recorded here")
                .contains("https://mine-action.example/en/why/SEN/annual-report/2025\n")
                .contains("It is not a communication of the United Nations.");
        assertThat(mail.attachment().orElseThrow().text()).contains("BEGIN:VCALENDAR", "DTSTART;VALUE=DATE:20260430");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void has_words_in_every_language_for_every_kind(Language language) {
        Reminders reminders = reminders(open(Engine.SQLITE, clock));
        people.add("A", "a@example.org", language, "UKR");
        Receiver receiver = reminders
                .look(prepare(reminders, ReminderKind.ANNUAL_REPORT), today())
                .reminded()
                .getFirst();

        for (ReminderKind kind : ReminderKind.values()) {
            OutgoingMail mail = reminders.text().mail(kind, receiver, today());
            assertThat(mail.subject() + mail.text())
                    .contains(Facts.narrator(language).formats().date(LocalDate.parse("2026-04-30")))
                    .doesNotContain("{")
                    .doesNotContain("none");
        }
    }

    @ParameterizedTest(name = "{0}, {1}, on {2}: {3}")
    @CsvSource({
        // Annual report: due each 30 April; half a year ahead at most.
        "annual-report, UKR, 2026-04-30, ",
        "annual-report, UKR, 2026-05-01, TOO_FAR",
        "annual-report, USA, 2026-03-01, NO_DUTY",
        // Oman: in force 1 February 2015, initial report due 31 July 2015 (published), stockpile 1 February 2019.
        "initial-report, OMN, 2015-02-01, ",
        "initial-report, OMN, 2015-08-01, PASSED",
        "initial-report, OMN, 2014-06-01, NO_DUTY",
        // Ukraine stated that it destroys its stockpile no more before the deadline of 1 June 2010; the day had passed.
        "stockpile, UKR, 2026-03-01, PASSED",
        // Mozambique declared completion of clearance in 2015.
        "clearance, MOZ, 2026-03-01, MET",
        // Finland withdrew with effect of 10 January 2026.
        "annual-report, FIN, 2026-03-01, ENDED",
    })
    void reaches_who_has_the_duty_and_says_why_others_are_left_out(
            String kind, String state, LocalDate on, LeftOut.Reason expected) {
        Reminders reminders = reminders(open(Engine.SQLITE, clock));
        Contact contact = people.add("A", "a@example.org", Language.ENGLISH, state);
        clock.move(Duration.between(
                clock.instant(),
                on.atTime(9, 0).atZone(java.time.ZoneOffset.UTC).toInstant()));
        Campaign campaign = prepare(reminders, ReminderKind.find(kind).orElseThrow());

        assertThat(reason(reminders.look(campaign, today()), contact)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void leaves_people_out_for_what_concerns_themselves() {
        Database database = open(Engine.SQLITE, clock);
        Reminders reminders = reminders(database);
        Contact disabled = people.add("Disabled", "disabled@example.org", Language.ENGLISH, "UKR");
        people.disable(disabled, LocalDate.parse("2026-02-01"));
        Contact noAddress = people.add("No address", "none", Language.ENGLISH, "UKR");
        Contact silent = people.add("Silent", "Silent@example.org", Language.ENGLISH, "UKR");
        database.change(transaction ->
                subscriptions.turnOff(transaction, MailPurpose.REMINDER, Optional.empty(), "silent@EXAMPLE.org"));
        Contact other = people.add("Other State", "other@example.org", Language.ENGLISH, "SEN");
        Contact reminded = people.add("Reminded", "reminded@example.org", Language.ENGLISH, "UKR");

        ReceiverList list = reminders.look(prepare(reminders, ReminderKind.ANNUAL_REPORT, "UKR"), today());

        assertThat(reason(list, disabled)).contains(LeftOut.Reason.DISABLED);
        assertThat(reason(list, noAddress)).contains(LeftOut.Reason.NO_ADDRESS);
        assertThat(reason(list, silent)).contains(LeftOut.Reason.UNSUBSCRIBED);
        assertThat(reason(list, other)).contains(LeftOut.Reason.STATE_NOT_CHOSEN);
        assertThat(reason(list, reminded)).isEmpty();
        assertThat(list.reasons().values().stream().mapToInt(count -> count).sum())
                .isEqualTo(4);
    }

    @Test
    void does_not_reach_the_same_person_for_the_same_duty_again_within_two_weeks() {
        Database database = open(Engine.SQLITE, clock);
        Reminders reminders = reminders(database);
        Contact contact = people.add("A", "a@example.org", Language.ENGLISH, "UKR");
        confirm(reminders, prepare(reminders, ReminderKind.ANNUAL_REPORT));
        reminders.sendDue(() -> true);

        clock.move(Duration.ofDays(13));
        assertThat(reminders
                        .look(prepare(reminders, ReminderKind.ANNUAL_REPORT), today())
                        .leftOut())
                .singleElement()
                .satisfies(receiver -> assertThat(receiver.leftOut())
                        .contains(new LeftOut(
                                LeftOut.Reason.ALREADY_REMINDED, Optional.of(LocalDate.parse("2026-03-01")))));
        clock.move(Duration.ofDays(1));
        assertThat(reason(reminders.look(prepare(reminders, ReminderKind.ANNUAL_REPORT), today()), contact))
                .isEmpty();
    }

    @Test
    void is_confirmed_only_as_it_was_shown() {
        Database database = open(Engine.SQLITE, clock);
        Reminders reminders = reminders(database);
        people.add("A", "a@example.org", Language.ENGLISH, "UKR");
        Campaign campaign = prepare(reminders, ReminderKind.ANNUAL_REPORT);
        String shown = reminders.look(campaign, today()).fingerprint();
        people.add("Added since", "b@example.org", Language.ENGLISH, "UKR");

        assertProblem("reminder-list-changed", () -> reminders.confirm(campaign.id(), OFFICER, shown));
        assertThat(reminders.find(campaign.id()).orElseThrow().status()).isEqualTo(Campaign.Status.DRAFT);

        confirm(reminders, campaign);
        assertProblem("reminder-decided", () -> confirm(reminders, campaign));
    }

    private static void assertProblem(String id, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().id()).isEqualTo(id));
    }

    @Test
    void for_nobody_cannot_be_confirmed() {
        Reminders reminders = reminders(open(Engine.SQLITE, clock));
        people.add("A", "a@example.org", Language.ENGLISH, "USA");

        assertProblem("reminder-nobody", () -> confirm(reminders, prepare(reminders, ReminderKind.ANNUAL_REPORT)));
        assertProblem(
                "reminder-audience",
                () -> reminders.prepare(OFFICER, ReminderKind.ANNUAL_REPORT, today(), Set.of(), Set.of()));
        assertProblem(
                "reminder-day",
                () -> reminders.prepare(OFFICER, ReminderKind.ANNUAL_REPORT, today().minusDays(1), ALL, Set.of()));
    }

    @Test
    void of_a_later_day_waits_for_it_and_looks_at_each_person_once_more() {
        Database database = open(Engine.SQLITE, clock);
        Reminders reminders = reminders(database);
        Contact stays = people.add("Stays", "stays@example.org", Language.ENGLISH, "UKR");
        Contact silent = people.add("Silent", "silent@example.org", Language.ENGLISH, "UKR");
        Contact leaves = people.add("Leaves", "leaves@example.org", Language.ENGLISH, "UKR");
        Campaign campaign = reminders.prepare(OFFICER, ReminderKind.ANNUAL_REPORT, today().plusDays(20), ALL, Set.of());
        confirm(reminders, campaign);

        assertThat(reminders.sendDue(() -> true).reminded()).isZero();
        clock.move(Duration.ofDays(20));
        database.change(transaction -> subscriptions.turnOff(
                transaction, MailPurpose.REMINDER, Optional.of(silent.account()), silent.address()));
        people.all.remove(leaves);
        people.add("Comes later", "later@example.org", Language.ENGLISH, "UKR");

        assertThat(reminders.sendDue(() -> true)).isEqualTo(new Reminders.Tally(0, 1, 2));
        assertThat(queued(database, campaign))
                .singleElement()
                .extracting(QueuedMail::recipient)
                .isEqualTo(stays.address());
        assertThat(reminders.outcomes(campaign.id(), Optional.empty(), 9))
                .extracting(outcome -> outcome.leftOut().map(LeftOut::reason))
                .containsExactly(
                        Optional.empty(),
                        Optional.of(LeftOut.Reason.UNSUBSCRIBED),
                        Optional.of(LeftOut.Reason.ROLE_ENDED));
    }

    @Test
    void is_called_off_until_somebody_was_reminded() {
        Database database = open(Engine.SQLITE, clock);
        Reminders reminders = reminders(database);
        people.add("A", "a@example.org", Language.ENGLISH, "UKR");
        Campaign called = prepare(reminders, ReminderKind.ANNUAL_REPORT);
        confirm(reminders, called);
        reminders.callOff(called.id(), OFFICER);
        assertThat(reminders.sendDue(() -> true).reminded()).isZero();

        Campaign sent = prepare(reminders, ReminderKind.ANNUAL_REPORT);
        confirm(reminders, sent);
        reminders.sendDue(() -> true);
        assertProblem("reminder-decided", () -> reminders.callOff(sent.id(), OFFICER));
    }

    @Test
    void cut_off_in_the_middle_goes_on_where_it_was_and_reaches_nobody_twice() {
        Database database = open(Engine.SQLITE, clock);
        Reminders reminders = reminders(database);
        IntStream.range(0, 450)
                .forEach(number ->
                        people.add("Person " + number, "person" + number + "@example.org", Language.ENGLISH, "UKR"));
        Campaign campaign = prepare(reminders, ReminderKind.ANNUAL_REPORT);
        confirm(reminders, campaign);
        AtomicInteger rounds = new AtomicInteger(1);

        assertThat(reminders.sendDue(() -> rounds.getAndDecrement() > 0).reminded())
                .isEqualTo(200);
        assertThat(reminders.sendDue(() -> true).reminded()).isEqualTo(250);

        assertThat(queued(database, campaign))
                .extracting(QueuedMail::recipient)
                .hasSize(450)
                .doesNotHaveDuplicates();
    }

    @Test
    void to_ten_thousand_people_is_looked_at_within_seconds_on_a_busy_machine() {
        Reminders reminders = reminders(open(Engine.SQLITE, clock));
        List<StateCode> states = Facts.KNOWLEDGE.register().states().stream()
                .map(org.mineban.parties.State::code)
                .toList();
        IntStream.range(0, 10_000)
                .forEach(number -> people.add(
                        "Person " + number,
                        "person" + number + "@example.org",
                        List.of(Language.values()).get(number % 6),
                        states.get(number % states.size()).iso3()));
        Campaign campaign = prepare(reminders, ReminderKind.ANNUAL_REPORT);
        reminders.look(campaign, today()).fingerprint();

        long begin = System.nanoTime();
        ReceiverList list = reminders.look(campaign, today());
        String fingerprint = list.fingerprint();
        long milliseconds = (System.nanoTime() - begin) / 1_000_000;

        System.out.println("10,000 people looked at in " + milliseconds + " ms " + fingerprint);
        assertThat(list.reminded()).hasSizeGreaterThan(7_000);
        assertThat(milliseconds).isLessThan(5_000);
    }
}
