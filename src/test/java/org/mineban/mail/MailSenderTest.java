package org.mineban.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import mineban.tables.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mineban.audit.AuditEntry;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.Language;
import org.mineban.kernel.ProblemException;
import org.mineban.platform.Messages;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;
import org.mineban.storage.Engine;
import org.mineban.storage.OnBothEngines;

@DisplayName("Mail")
class MailSenderTest extends OnBothEngines {

    private static final Messages MESSAGES = new Messages();
    private static final UUID ACCOUNT = UUID.fromString("01999999-0000-7000-8000-000000000001");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final AuditTrail audit = new AuditTrail();
    private final Outbox outbox = new Outbox(audit);
    private final Subscriptions subscriptions = new Subscriptions(audit);
    private final TestClock clock = new TestClock("2026-11-24T09:00:00Z");

    @BeforeEach
    void startServer() {
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    private Settings settings() {
        return settings(server.getSmtp().getPort());
    }

    private static Settings settings(int port) {
        return Settings.of(Map.of(
                Setting.MAIL_HOST, "127.0.0.1",
                Setting.MAIL_PORT, Integer.toString(port),
                Setting.MAIL_SECURITY, "none",
                Setting.MAIL_FROM, "mineban@example.org",
                Setting.PUBLIC_ADDRESS, "https://mine-action.example/"));
    }

    private MailSender sender(Database database, Settings settings) {
        return new MailSender(database, clock, settings, MESSAGES, subscriptions);
    }

    private static OutgoingMail.Recipient to(String name) {
        return new OutgoingMail.Recipient(Optional.of(ACCOUNT), name, "reporter@example.org");
    }

    private static OutgoingMail reminder(Language language, String subject, String text) {
        return OutgoingMail.of(MailPurpose.REMINDER, language, to("Amina Diallo"), subject, text);
    }

    private UUID queue(Database database, OutgoingMail mail) {
        return database.write(transaction -> outbox.queue(transaction, mail));
    }

    private QueuedMail state(Database database, UUID id) {
        return database.read(sql -> outbox.find(sql, id)).orElseThrow();
    }

    private static String text(Message message) throws Exception {
        return ((String) message.getContent()).replace("\r\n", "\n");
    }

    @ParameterizedTest
    @EnumSource
    void queued_with_its_cause_is_sent_once_and_known_to_be_sent(Engine engine) throws Exception {
        Database database = open(engine, clock);
        UUID id = queue(database, reminder(Language.ENGLISH, "Report due", "Excellency,\n\n30 April."));

        MailSender.Round round = sender(database, settings()).sendDue(() -> true);

        assertThat(round).isEqualTo(new MailSender.Round(1, 0, 0, 0));
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Report due");
        assertThat(received.getFrom()).containsExactly(new InternetAddress("mineban@example.org", "Mineban"));
        assertThat(received.getAllRecipients())
                .containsExactly(new InternetAddress("reporter@example.org", "Amina Diallo"));
        assertThat(received.getMessageID()).isEqualTo("<" + id + "@example.org>");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(text(received)).startsWith("Excellency,\n\n30 April.\n\n-- \nSent by Mineban");
        assertThat(state(database, id).state()).isEqualTo(MailState.SENT);
        assertThat(sender(database, settings()).sendDue(() -> true).nothing()).isTrue();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void queued_in_a_change_that_fails_does_not_exist(Engine engine) {
        Database database = open(engine, clock);

        assertThatThrownBy(() -> database.change(transaction -> {
                    outbox.queue(transaction, reminder(Language.ENGLISH, "Never", "Never"));
                    throw new IllegalArgumentException("the cause failed");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(sender(database, settings()).sendDue(() -> true).nothing()).isTrue();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void queued_before_a_restart_is_sent_after_it(Engine engine) {
        DatabaseAddress address = address(engine);
        try (Database before = Database.open(address, clock)) {
            queue(before, reminder(Language.ENGLISH, "Kept", "Kept"));
        }

        try (Database after = Database.open(address, clock)) {
            assertThat(sender(after, settings()).sendDue(() -> true).sent()).isEqualTo(1);
        }
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ARABIC, تقرير الشفافية, أصحاب السعادة، يحين موعد التقرير في 30 نيسان/أبريل",
        "CHINESE, 透明度报告, 报告应于4月30日提交",
        "RUSSIAN, Доклад о транспарентности, Срок представления доклада — 30 апреля",
        "FRENCH, Rapport à présenter, L’échéance est fixée au 30 avril"
    })
    void says_the_same_in_every_writing(Language language, String subject, String text) throws Exception {
        Database database = open(Engine.SQLITE, clock);
        queue(database, OutgoingMail.of(MailPurpose.REMINDER, language, to("محمد العلي ， 李"), subject, text));

        sender(database, settings()).sendDue(() -> true);

        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo(subject);
        assertThat(((InternetAddress) received.getAllRecipients()[0]).getPersonal())
                .isEqualTo("محمد العلي ， 李");
        assertThat(received.getHeader("Content-Language")).containsExactly(language.code());
        assertThat(received.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(text(received).lines().findFirst().orElseThrow())
                .isEqualTo(language.rightToLeft() ? "\u200f" + text : text);
        String raw = raw(received);
        assertThat(raw.chars().allMatch(sign -> sign < 0x80))
                .as("seven bits on the way")
                .isTrue();
        assertThat(raw.lines().mapToInt(String::length).max().orElse(0)).isLessThanOrEqualTo(998);
    }

    private static String raw(MimeMessage message) throws Exception {
        var bytes = new java.io.ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void cannot_be_given_another_head_by_what_a_person_is_called_or_a_subject_says() throws Exception {
        Database database = open(Engine.SQLITE, clock);
        String hostile = "Report\r\nBcc: everyone@example.net\n\nBegin\u2028Subject: other\u0000";
        queue(
                database,
                OutgoingMail.of(MailPurpose.REMINDER, Language.ENGLISH, to(hostile), hostile, ".\r\nQUIT\r\n..\nend"));

        sender(database, settings()).sendDue(() -> true);

        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(received.getHeader("Bcc")).isNull();
        assertThat(received.getSubject()).isEqualTo("Report Bcc: everyone@example.net Begin Subject: other");
        assertThat(received.getAllRecipients()).hasSize(1);
        assertThat(text(received)).startsWith(".\nQUIT\n..\nend\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "@example.org",
                "a@b@example.org",
                "a@example.org, b@example.org",
                "a@example.org\r\nRCPT TO:<b@example.org>",
                "Name <a@example.org>",
                "a b@example.org",
                "ä@example.org",
                "a@localdomain",
                "a@-.org",
                "\"a\"@example.org"
            })
    void is_written_to_no_address_that_is_none(String address) {
        assertThatThrownBy(() -> new OutgoingMail.Recipient(Optional.empty(), "", address))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().id()).isEqualTo("mail-address"));
    }

    @Test
    void knows_a_domain_in_any_writing_by_its_plain_name() {
        assertThat(MailAddress.find(" Kontakt@Bücher.Example ")).contains("Kontakt@xn--bcher-kva.example");
    }

    @Test
    void carries_a_file() throws Exception {
        Database database = open(Engine.SQLITE, clock);
        queue(
                database,
                reminder(Language.FRENCH, "Échéance", "Voir le calendrier joint.")
                        .with(new OutgoingMail.Attachment("duties.ics", "text/calendar", "BEGIN:VCALENDAR\r\né\r\n")));

        sender(database, settings()).sendDue(() -> true);

        MimeMultipart parts = (MimeMultipart) server.getReceivedMessages()[0].getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("duties.ics");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/calendar");
        assertThat(new String(parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("BEGIN:VCALENDAR\r\né\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void is_sent_once_by_two_nodes_at_the_same_time(Engine engine) throws Exception {
        DatabaseAddress address = address(engine);
        try (Database first = Database.open(address, Clock.systemUTC());
                Database second = Database.open(address, Clock.systemUTC())) {
            IntStream.range(0, 120)
                    .forEach(number -> queue(first, reminder(Language.ENGLISH, "Number " + number, "Text")));
            try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Database node : List.of(first, second)) {
                    nodes.execute(() -> new MailSender(node, Clock.systemUTC(), settings(), MESSAGES, subscriptions)
                            .sendDue(() -> true));
                }
            }
        }

        assertThat(Arrays.stream(server.getReceivedMessages()).map(MailSenderTest::subject))
                .hasSize(120)
                .doesNotHaveDuplicates();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @ParameterizedTest
    @EnumSource
    void in_the_hand_of_a_node_that_died_is_sent_by_another_under_the_same_name(Engine engine) throws Exception {
        Database database = open(engine, clock);
        UUID id = queue(database, reminder(Language.ENGLISH, "Report", "Text"));
        try (ScriptedSmtpServer dying = new ScriptedSmtpServer(line -> {
            if (line.equals(".")) {
                throw new AssertionError("the node dies here");
            }
            return null;
        })) {
            // A node that dies after the mail server has taken the message and before it could say so.
            Thread node = Thread.ofVirtual().unstarted(() -> {
                MailSender sender = sender(database, settings(dying.port()));
                sender.sendDue(() -> true);
            });
            node.start();
            node.join(Duration.ofSeconds(20));
        }
        database.change(transaction -> transaction
                .sql()
                .update(Tables.MAIL_MESSAGE)
                .set(Tables.MAIL_MESSAGE.STATE, "sending")
                .set(Tables.MAIL_MESSAGE.CLAIM_ID, UUID.randomUUID())
                .set(Tables.MAIL_MESSAGE.CLAIMED_UNTIL_AT, clock.instant().plus(MailSender.IN_HAND))
                .execute());

        assertThat(sender(database, settings()).sendDue(() -> true).nothing())
                .as("another node still has it in hand")
                .isTrue();
        clock.move(MailSender.IN_HAND);
        assertThat(sender(database, settings()).sendDue(() -> true).sent()).isEqualTo(1);
        assertThat(server.getReceivedMessages()[0].getMessageID()).isEqualTo("<" + id + "@example.org>");
    }

    @ParameterizedTest
    @EnumSource
    void waits_longer_after_each_failure_and_is_given_up_after_four_days(Engine engine) {
        Database database = open(engine, clock);
        UUID id = queue(database, reminder(Language.ENGLISH, "Report", "Text"));
        MailSender sender = sender(database, settings());
        server.stop();
        List<Duration> waits = new java.util.ArrayList<>();
        while (state(database, id).state() == MailState.QUEUED) {
            sender.sendDue(() -> true);
            QueuedMail mail = state(database, id);
            assertThat(mail.error()).contains(MailError.NOT_REACHED);
            if (mail.state() == MailState.QUEUED) {
                Duration wait = Duration.between(clock.instant(), mail.nextAttemptAt());
                waits.add(wait);
                clock.move(wait);
            }
        }

        assertThat(waits.subList(0, 7))
                .extracting(Duration::toMinutes)
                .containsExactly(1L, 5L, 15L, 60L, 180L, 360L, 360L);
        QueuedMail last = state(database, id);
        assertThat(last.state()).isEqualTo(MailState.GIVEN_UP);
        assertThat(Duration.between(last.queuedAt(), last.endedAt().orElseThrow()))
                .isBetween(Duration.ofDays(4), Duration.ofDays(4).plusHours(6));
    }

    @Test
    void given_up_is_tried_again_when_an_administrator_asks_and_the_trail_says_who() throws Exception {
        Database database = open(Engine.SQLITE, clock);
        UUID id = queue(database, reminder(Language.ENGLISH, "Report", "Text"));
        try (ScriptedSmtpServer refusing =
                new ScriptedSmtpServer(line -> line.startsWith("RCPT") ? "550 5.1.1 No such user here" : null)) {
            sender(database, settings(refusing.port())).sendDue(() -> true);
        }
        assertThat(state(database, id).state()).isEqualTo(MailState.GIVEN_UP);
        assertThat(state(database, id).error()).contains(MailError.REFUSED);
        assertThat(state(database, id).answer()).contains("550 5.1.1 No such user here");

        database.change(transaction -> outbox.retry(transaction, id, ACCOUNT.toString()));
        sender(database, settings()).sendDue(() -> true);

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(database.<List<AuditEntry>>read(sql -> audit.of(sql, "mail", id.toString(), 9)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.event().actor()).isEqualTo(ACCOUNT.toString()));
        assertThatThrownBy(() -> database.change(transaction -> outbox.retry(transaction, id, ACCOUNT.toString())))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().id()).isEqualTo("mail-not-retried"));
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 451 4.7.1 Try again later, LATER, QUEUED",
        "RCPT, 452 4.2.2 Mailbox full, LATER, QUEUED",
        "RCPT, 550 5.1.1 No such user, REFUSED, GIVEN_UP",
        "MAIL, 550 5.7.1 Sender may not relay, SENDER_REFUSED, QUEUED",
        "MAIL, 421 Closing, LATER, QUEUED",
        ". , 554 5.6.0 Message refused, REFUSED, GIVEN_UP",
        ". , 451 4.3.0 Local error, LATER, QUEUED",
    })
    void that_a_server_does_not_take_says_why(String at, String answer, MailError error, MailState state)
            throws Exception {
        Database database = open(Engine.SQLITE, clock);
        UUID id = queue(database, reminder(Language.ENGLISH, "Report", "Text"));

        try (ScriptedSmtpServer refusing = new ScriptedSmtpServer(line -> line.startsWith(at) ? answer : null)) {
            sender(database, settings(refusing.port())).sendDue(() -> true);
        }

        QueuedMail mail = state(database, id);
        assertThat(mail.error()).contains(error);
        assertThat(mail.state()).isEqualTo(state);
        assertThat(mail.answer()).contains(answer);
    }

    @Test
    void goes_on_with_the_next_message_after_one_that_is_refused_or_cut_off() throws Exception {
        Database database = open(Engine.SQLITE, clock);
        List<UUID> ids = IntStream.range(0, 4)
                .mapToObj(number -> queue(database, reminder(Language.ENGLISH, "Number " + number, "Text")))
                .toList();
        AtomicInteger receivers = new AtomicInteger();
        Function<String, String> script = line -> {
            if (!line.startsWith("RCPT")) {
                return null;
            }
            return switch (receivers.incrementAndGet()) {
                case 1 -> "550 no";
                case 2 -> ScriptedSmtpServer.CUT;
                default -> null;
            };
        };

        try (ScriptedSmtpServer rough = new ScriptedSmtpServer(script)) {
            MailSender.Round round = sender(database, settings(rough.port())).sendDue(() -> true);
            assertThat(round).isEqualTo(new MailSender.Round(2, 1, 1, 0));
            assertThat(rough.delivered()).hasSize(2);
        }
        assertThat(ids.stream().map(id -> state(database, id).state()))
                .containsExactly(MailState.GIVEN_UP, MailState.QUEUED, MailState.SENT, MailState.SENT);
        assertThat(state(database, ids.get(1)).error()).contains(MailError.INTERRUPTED);
    }

    @Test
    void waits_while_no_server_is_set_and_says_so() {
        Database database = open(Engine.SQLITE, clock);
        UUID id = queue(database, reminder(Language.ENGLISH, "Report", "Text"));

        sender(database, Settings.none()).sendDue(() -> true);
        assertThat(state(database, id).state()).isEqualTo(MailState.QUEUED);
        assertThat(state(database, id).error()).contains(MailError.NO_SERVER);

        clock.move(Duration.ofMinutes(2));
        assertThat(sender(database, settings()).sendDue(() -> true).sent()).isEqualTo(1);
    }

    @Test
    void whose_next_attempt_was_set_by_a_clock_that_was_wrong_is_tried_all_the_same() {
        Database database = open(Engine.SQLITE, clock);
        UUID id = queue(database, reminder(Language.ENGLISH, "Report", "Text"));
        clock.move(Duration.ofDays(3));
        sender(database, Settings.none()).sendDue(() -> true);

        clock.move(Duration.ofDays(-3));
        assertThat(sender(database, settings()).sendDue(() -> true).sent()).isEqualTo(1);
        assertThat(state(database, id).state()).isEqualTo(MailState.SENT);
    }

    @Test
    void never_goes_unencrypted_when_encryption_is_set() throws Exception {
        Database database = open(Engine.SQLITE, clock);
        UUID id = queue(database, reminder(Language.ENGLISH, "Report", "Text"));

        try (ScriptedSmtpServer open = new ScriptedSmtpServer(line -> null)) {
            sender(database, settings(open.port()).with(Setting.MAIL_SECURITY, "starttls"))
                    .sendDue(() -> true);
            assertThat(open.delivered()).isEmpty();
        }
        assertThat(state(database, id).error()).contains(MailError.ENCRYPTION);
    }

    @Test
    void does_not_go_to_a_server_whose_certificate_nobody_vouches_for() {
        Database database = open(Engine.SQLITE, clock);
        UUID id = queue(database, reminder(Language.ENGLISH, "Report", "Text"));
        GreenMail selfSigned = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        selfSigned.start();
        try {
            sender(database, settings(selfSigned.getSmtps().getPort()).with(Setting.MAIL_SECURITY, "tls"))
                    .sendDue(() -> true);
            assertThat(selfSigned.getReceivedMessages()).isEmpty();
        } finally {
            selfSigned.stop();
        }
        assertThat(state(database, id).error()).contains(MailError.ENCRYPTION);
    }

    @Test
    void that_opens_an_account_is_shown_to_nobody_and_not_kept_once_it_is_sent() {
        Database database = open(Engine.SQLITE, clock);
        UUID id = queue(
                database,
                OutgoingMail.of(
                        MailPurpose.PASSWORD_RESET,
                        Language.ENGLISH,
                        to("A"),
                        "Reset",
                        "https://x.example/reset/SECRET"));
        assertThat(database.<Optional<String>>read(sql -> outbox.text(sql, id))).isEmpty();

        sender(database, settings()).sendDue(() -> true);

        assertThat(database.<List<String>>read(sql -> sql.select(Tables.MAIL_MESSAGE.CONTENT)
                        .from(Tables.MAIL_MESSAGE)
                        .fetch(Tables.MAIL_MESSAGE.CONTENT)))
                .containsOnlyNulls();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whose_link_has_ended_is_not_sent() throws Exception {
        Database database = open(Engine.SQLITE, clock);
        UUID id = queue(
                database,
                OutgoingMail.of(MailPurpose.INVITATION, Language.ENGLISH, to("A"), "Invitation", "link")
                        .uselessFrom(clock.instant().plus(Duration.ofHours(1))));
        clock.move(Duration.ofHours(1));

        assertThat(sender(database, settings()).sendDue(() -> true).dropped()).isEqualTo(1);
        assertThat(state(database, id).error()).contains(MailError.USELESS);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void about_an_account_says_that_it_cannot_be_turned_off_and_has_no_link_for_it() throws Exception {
        Database database = open(Engine.SQLITE, clock);
        queue(database, OutgoingMail.of(MailPurpose.SECURITY, Language.ENGLISH, to("A"), "Password changed", "Text"));

        sender(database, settings()).sendDue(() -> true);

        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getHeader("List-Unsubscribe")).isNull();
        assertThat(text(received)).contains("cannot be turned off");
        assertThatThrownBy(() -> database.change(transaction -> subscriptions.turnOff(
                        transaction, MailPurpose.SECURITY, Optional.of(ACCOUNT), "reporter@example.org")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void that_may_be_turned_off_has_a_link_for_it_which_only_its_receiver_knows(Engine engine) throws Exception {
        Database database = open(engine, clock);
        queue(database, reminder(Language.ENGLISH, "Report", "Text"));
        sender(database, settings()).sendDue(() -> true);

        MimeMessage received = server.getReceivedMessages()[0];
        String link = received.getHeader("List-Unsubscribe")[0];
        assertThat(link).matches("<https://mine-action\\.example/unsubscribe/[A-Za-z0-9_-]{43}>");
        assertThat(received.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(text(received)).contains(link.substring(1, link.length() - 1));
        String token = link.substring(link.lastIndexOf('/') + 1, link.length() - 1);
        assertThat(database.<String>read(
                        sql -> sql.fetch(Tables.MAIL_UNSUBSCRIBE).toString()
                                + sql.fetch(Tables.MAIL_MESSAGE).toString()))
                .as("what the database holds")
                .doesNotContain(token);

        Subscriptions.Subscription subscription =
                database.read(sql -> subscriptions.find(sql, token)).orElseThrow();
        assertThat(subscription.on()).isTrue();
        assertThat(subscription.account()).contains(ACCOUNT);
        database.change(transaction -> subscriptions.turnOff(
                transaction, subscription.purpose(), subscription.account(), subscription.recipient()));

        queue(database, reminder(Language.ENGLISH, "Next", "Text"));
        assertThat(sender(database, settings()).sendDue(() -> true)).isEqualTo(new MailSender.Round(0, 0, 0, 1));
        assertThat(database.read(sql -> subscriptions.find(sql, token))
                        .orElseThrow()
                        .on())
                .isFalse();
        assertThat(database.read(sql -> subscriptions.silent(sql, MailPurpose.REMINDER))
                        .includes(Optional.of(ACCOUNT), "new-address@example.org"))
                .as("known by the account, too")
                .isTrue();
        assertThat(database.<Optional<Subscriptions.Subscription>>read(sql -> subscriptions.find(sql, token + "x")))
                .isEmpty();

        database.change(transaction -> subscriptions.turnOn(
                transaction, subscription.purpose(), subscription.account(), subscription.recipient()));
        queue(database, reminder(Language.ENGLISH, "After", "Text"));
        assertThat(sender(database, settings()).sendDue(() -> true).sent()).isEqualTo(1);
        assertThat(database.<List<AuditEntry>>read(sql -> audit.of(sql, "mail-subscription", ACCOUNT.toString(), 9)))
                .extracting(entry -> entry.event().action())
                .containsExactly("subscribe", "unsubscribe");
    }

    @Test
    void is_listed_newest_first_and_counted_by_state() {
        Database database = open(Engine.SQLITE, clock);
        List<UUID> ids = IntStream.range(0, 5)
                .mapToObj(number -> queue(
                        database,
                        reminder(Language.ENGLISH, "Number " + number, "Text").because("reminder:x")))
                .toList();
        AtomicInteger left = new AtomicInteger(2);
        sender(database, settings()).sendDue(() -> left.getAndDecrement() > 0);

        assertThat(database.read(outbox::counts))
                .containsEntry(MailState.SENT, 1)
                .containsEntry(MailState.QUEUED, 4);
        assertThat(new TreeSet<>(database.read(sql -> outbox.list(sql, Outbox.Selection.ALL, 3)).stream()
                        .map(QueuedMail::id)
                        .toList()))
                .containsExactlyElementsOf(ids.subList(2, 5));
        assertThat(database.<List<QueuedMail>>read(sql -> outbox.list(
                        sql,
                        new Outbox.Selection(Optional.of(MailState.SENT), Optional.of("reminder:x"), Optional.empty()),
                        9)))
                .singleElement()
                .extracting(QueuedMail::id)
                .isEqualTo(ids.getFirst());
    }

    @Test
    void settings_that_cannot_be_used_are_named() throws IOException {
        assertThat(MailCheck.run(settings().with(Setting.MAIL_PORT, "many")))
                .isEqualTo(new MailCheck.Result("", Optional.of(MailError.SETTING), "mail.port", false));
        assertThat(MailCheck.run(settings().with(Setting.MAIL_SECURITY, "yes")).answer())
                .isEqualTo("mail.security");
        assertThat(MailCheck.run(settings().with(Setting.MAIL_FROM, "nobody")).answer())
                .isEqualTo("mail.from");
        assertThat(MailCheck.run(Settings.none()).error()).contains(MailError.NO_SERVER);
        assertThat(MailCheck.run(settings()).error()).isEmpty();
        try (ScriptedSmtpServer strict = new ScriptedSmtpServer(line -> {
            if (line.startsWith("EHLO")) {
                return "250-scripted\r\n250 AUTH PLAIN LOGIN";
            }
            return line.startsWith("AUTH") ? "535 5.7.8 Wrong password" : null;
        })) {
            MailCheck.Result result = MailCheck.run(settings(strict.port())
                    .with(Setting.MAIL_USER, "mineban")
                    .with(Setting.MAIL_PASSWORD, "very secret"));
            assertThat(result.error()).contains(MailError.SIGN_IN);
            assertThat(result.toString()).doesNotContain("very secret");
        }
    }
}
