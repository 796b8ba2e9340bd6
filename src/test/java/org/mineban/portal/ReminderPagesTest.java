package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.accounts.People;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.jobs.JobRunner;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.mail.TestClock;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;

@DisplayName("Reminders, mail, jobs and calendars on pages")
class ReminderPagesTest {

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock("2026-03-01T09:00:00Z");
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private OwnPortal portal;
    private Person officer;
    private Person reporter;
    private Person administrator;

    @BeforeEach
    void start() {
        mail.start();
        portal = new OwnPortal(
                folder,
                clock,
                Settings.of(Map.of(
                        Setting.MAIL_HOST, "127.0.0.1",
                        Setting.MAIL_PORT, Integer.toString(mail.getSmtp().getPort()),
                        Setting.MAIL_SECURITY, "none",
                        Setting.MAIL_FROM, "mineban@example.org",
                        Setting.PUBLIC_ADDRESS, "https://mine-action.example")));
        officer = portal.person(
                "Sam Officer", "sam@example.org", Language.ENGLISH, Role.SECRETARIAT_OFFICER, Optional.empty());
        reporter = reporter("Олена Коваль", "olena@example.org", Language.RUSSIAN, "UKR");
        administrator =
                portal.person("Ada Admin", "ada@example.org", Language.ENGLISH, Role.ADMINISTRATOR, Optional.empty());
    }

    private Person reporter(String name, String email, Language language, String state) {
        return portal.person(name, email, language, Role.REPORTER, Optional.of(new StateCode(state)));
    }

    @AfterEach
    void stop() {
        portal.close();
        mail.stop();
    }

    /** Runs what is due until there is what was waited for: the server's own look may have taken the job. */
    private MimeMessage[] received(int wanted) throws Exception {
        for (int attempt = 0; attempt < 200 && mail.getReceivedMessages().length < wanted; attempt++) {
            portal.bean(JobRunner.class).runDue();
            clock.move(Duration.ofSeconds(20));
            Thread.sleep(50);
        }
        assertThat(mail.getReceivedMessages()).hasSizeGreaterThanOrEqualTo(wanted);
        return mail.getReceivedMessages();
    }

    private MimeMessage receivedBy(String address, String subject) throws Exception {
        for (int attempt = 0; attempt < 200; attempt++) {
            for (MimeMessage message : mail.getReceivedMessages()) {
                if (message.getAllRecipients()[0].toString().contains(address)
                        && message.getSubject().contains(subject)) {
                    return message;
                }
            }
            portal.bean(JobRunner.class).runDue();
            clock.move(Duration.ofSeconds(20));
            Thread.sleep(50);
        }
        throw new AssertionError("Not received: " + subject + " by " + address);
    }

    private String prepare(String session) {
        HttpResponse<String> prepared = portal.post(
                session,
                "/en/reminders",
                "/en/reminders",
                Map.of(
                        "kind",
                        "annual-report",
                        "day",
                        "2026-03-01",
                        "audience",
                        "reporter|national-coordinator",
                        "states",
                        ""));
        assertThat(prepared.statusCode()).as(prepared.body()).isEqualTo(303);
        return prepared.headers().firstValue("Location").orElseThrow();
    }

    private static String fingerprint(String page) {
        Matcher found = Pattern.compile("name=\"shown\" value=\"([0-9a-f]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void an_officer_sees_who_gets_what_and_who_is_left_out_before_anything_is_sent() throws Exception {
        reporter("American Reporter", "us@example.org", Language.ENGLISH, "USA");
        String session = portal.signIn(officer);
        int before = received(4).length; // three invitations, one more, and what accounts tell
        String page = prepare(session);

        String draft = portal.get(session, page).body();
        assertThat(draft)
                .contains("1 person would be reminded; 1 left out.")
                .contains("Олена Коваль", "olena@example.org", "Message in Русский")
                .contains("Доклад согласно пункту 2 статьи 7 Конвенции: срок — 30 апреля 2026 года")
                .contains("unknown is not the same as not sent")
                .contains("Confirm: remind 1 person on 1 March 2026");
        assertThat(portal.get(session, page + "?show=left-out").body())
                .contains("American Reporter")
                .contains("The State has no such duty on that day");
        portal.bean(JobRunner.class).runDue();
        assertThat(Arrays.stream(mail.getReceivedMessages()).map(ReminderPagesTest::subject))
                .noneMatch(subject -> subject.contains("Доклад"));

        HttpResponse<String> wrong = portal.post(session, page, page + "/confirm", Map.of("shown", "0".repeat(32)));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Who would be reminded has changed since you looked");
        HttpResponse<String> confirmed =
                portal.post(session, page, page + "/confirm", Map.of("shown", fingerprint(draft)));
        assertThat(confirmed.statusCode()).isEqualTo(303);

        MimeMessage message = receivedBy("olena@example.org", "Доклад");
        assertThat(mail.getReceivedMessages().length).isGreaterThan(before);
        assertThat(((Multipart) message.getContent())
                        .getBodyPart(0)
                        .getContent()
                        .toString())
                .contains("Вниманию: Олена Коваль")
                .contains("https://mine-action.example/unsubscribe/");
        String after = portal.get(session, page).body();
        assertThat(after)
                .contains("1 person reminded", "Олена Коваль", "Reminded", "American Reporter", "Handed to the mail");
        assertThat(portal.get(session, "/en/reminders").body()).contains("Sam Officer", "1 person reminded");
    }

    @Test
    void among_many_people_the_list_is_made_aside_and_the_page_says_so_meanwhile() throws Exception {
        for (int i = 0; i < 600; i++) {
            portal.bean(People.class)
                    .invite(
                            "program:test",
                            "Reporter " + i,
                            "reporter" + i + "@example.org",
                            Language.ENGLISH,
                            Optional.of(new People.Wanted(
                                    Role.REPORTER, Optional.of(new StateCode("UKR")), Optional.empty(), Set.of())));
        }
        String session = portal.signIn(officer);
        String page = prepare(session);

        HttpResponse<String> shown = portal.get(session, page);
        for (int i = 0; i < 200 && shown.body().contains("is being made"); i++) {
            assertThat(shown.statusCode()).isEqualTo(200);
            assertThat(shown.body()).contains("Show the list").doesNotContain("Confirm:");
            Thread.sleep(50);
            shown = portal.get(session, page);
        }
        assertThat(shown.body()).contains("601 people would be reminded").contains("Confirm:");
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void a_receiver_turns_reminders_off_without_signing_in_but_no_program_that_looks_at_links_does() throws Exception {
        String session = portal.signIn(officer);
        String page = prepare(session);
        portal.post(
                session,
                page,
                page + "/confirm",
                Map.of("shown", fingerprint(portal.get(session, page).body())));
        MimeMessage message = receivedBy("olena@example.org", "Доклад");
        String link = message.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");
        String path = URI.create(link).getPath();

        HttpResponse<String> looked = portal.get("", "/en" + path);
        assertThat(looked.body()).contains("olena@example.org", "Send me no more reminders");
        assertThat(looked.headers().allValues("Cache-Control").toString()).contains("no-store");
        assertThat(looked.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(portal.get("", "/en" + path).body()).contains("Send me no more reminders");

        HttpResponse<String> oneClick = portal.send(HttpRequest.newBuilder(URI.create(portal.address(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                .build());
        assertThat(oneClick.statusCode()).isEqualTo(200);
        assertThat(portal.get("", "/en" + path).body()).contains("are turned off", "Send me reminders again");
        assertThat(portal.get(session, prepare(session) + "?show=left-out").body())
                .contains("Has turned reminders off");

        HttpResponse<String> withoutCode = portal.post("", path, Map.of("reminders", "on"), "");
        assertThat(withoutCode.statusCode()).as("a form of another site").isEqualTo(403);
        assertThat(portal.get("", "/en/unsubscribe/" + "x".repeat(43)).statusCode())
                .isEqualTo(404);

        String own = portal.signIn(reporter);
        assertThat(portal.get(own, "/en/account/calendar").body()).contains("You have turned reminders off");
        portal.post(own, "/en/account/calendar", "/en/account/calendar/reminders", Map.of("reminders", "on"));
        assertThat(portal.get("", "/en" + path).body()).contains("Send me no more reminders");
    }

    @Test
    void somebody_follows_their_duties_at_a_private_address_that_they_can_renew_and_end() {
        String session = portal.signIn(reporter);
        assertThat(portal.get(session, "/en/account/calendar").body()).contains("You have no such address");

        String first = make(session);
        HttpResponse<String> feed = portal.get("", first);
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
        assertThat(feed.headers().firstValue("Cache-Control").orElseThrow()).contains("private");
        assertThat(feed.headers().firstValue("Content-Language")).contains("ru");
        assertThat(feed.body().replace("\r\n ", ""))
                .contains("UID:UKR-annual-report-2025@mineban.org", "DTSTART;VALUE=DATE:20260430", "Украина")
                .doesNotContain("UID:SEN");
        assertThat(portal.get(session, "/en/account/calendar").body()).contains("It was last used on 1 March 2026");

        String second = make(session);
        assertThat(portal.get("", first).statusCode()).isEqualTo(404);
        assertThat(portal.get("", second).statusCode()).isEqualTo(200);
        portal.post(session, "/en/account/calendar", "/en/account/calendar/end", Map.of());
        assertThat(portal.get("", second).statusCode()).isEqualTo(404);
    }

    private String make(String session) {
        HttpResponse<String> made = portal.post(session, "/en/account/calendar", "/en/account/calendar/make", Map.of());
        Matcher found = Pattern.compile("https://mine-action.example(/calendar/[A-Za-z0-9_-]{43}\\.ics)")
                .matcher(made.body());
        assertThat(found.find()).as(made.body()).isTrue();
        return found.group(1);
    }

    @Test
    void an_administrator_sees_what_failed_in_words_and_sends_it_again() throws Exception {
        String session = portal.signIn(administrator);
        received(4);
        mail.stop();
        reporter("Nobody Reached", "nobody@example.org", Language.FRENCH, "SEN");
        for (int attempt = 0;
                attempt < 100 && !portal.get(session, "/en/admin/mail").body().contains("does not answer");
                attempt++) {
            portal.bean(JobRunner.class).runDue();
            clock.move(Duration.ofSeconds(20));
            Thread.sleep(50);
        }

        String page = portal.get(session, "/en/admin/mail").body();
        assertThat(page)
                .contains("Nobody Reached", "Invitation à Mineban", "The mail server does not answer", "Waiting")
                .doesNotContain("/link/");
        assertThat(portal.post(session, "/en/admin/mail", "/en/admin/mail/check", Map.of())
                        .body())
                .contains("The mail server cannot be used.");
        Matcher id =
                Pattern.compile("name=\"message\" value=\"([0-9a-f-]{36})\"").matcher(page);
        assertThat(id.find()).isTrue();
        HttpResponse<String> again =
                portal.post(session, "/en/admin/mail", "/en/admin/mail/retry", Map.of("message", id.group(1)));
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(portal.get(session, again.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("It is tried again now");

        assertThat(portal.get(session, "/en/admin/jobs").body())
                .contains("Send mail", "Send confirmed reminders", "Take away what is over", "sent,");
        HttpResponse<String> asked =
                portal.post(session, "/en/admin/jobs", "/en/admin/jobs/run", Map.of("job", "tidy-up"));
        assertThat(asked.statusCode()).isEqualTo(303);
        for (int attempt = 0;
                attempt < 100 && !portal.get(session, "/en/admin/jobs").body().contains("Ended sessions");
                attempt++) {
            portal.bean(JobRunner.class).runDue();
            Thread.sleep(100);
        }
        assertThat(portal.get(session, "/en/admin/jobs").body()).contains("asked for by", "Ada Admin");
    }

    @Test
    void an_invitation_comes_by_mail_with_a_link_that_lets_in() throws Exception {
        MimeMessage message = receivedBy("olena@example.org", "Приглашение в Mineban");

        String text = message.getContent().toString();
        Matcher link = Pattern.compile("https://mine-action.example(/ru/link/[A-Za-z0-9_-]{43})")
                .matcher(text);
        assertThat(link.find()).as(text).isTrue();
        assertThat(text).contains("8 марта 2026 года 09:00 UTC", "отключить их нельзя");
        assertThat(portal.get("", link.group(1)).statusCode()).isEqualTo(200);
    }

    @Test
    void administrators_get_the_head_of_the_audit_trail_by_mail_each_day() throws Exception {
        portal.bean(JobRunner.class).runNow("audit-head", "program:test");

        MimeMessage message = receivedBy("ada@example.org", "Head of the audit trail, 1 March 2026");

        String text = message.getContent().toString();
        var head = portal.database().read(new org.mineban.audit.AuditTrail()::head);
        assertThat(head.number()).isPositive();
        assertThat(text).containsPattern("\\d+:[0-9a-f]{64}").contains("because you administer this system");
    }

    @Test
    void a_national_coordinator_sees_what_became_of_the_people_of_the_own_state_and_no_draft() throws Exception {
        reporter("Amina Diallo", "amina@example.org", Language.FRENCH, "SEN");
        Person coordinator = portal.person(
                "Coordinator",
                "coordinator@example.org",
                Language.ENGLISH,
                Role.NATIONAL_COORDINATOR,
                Optional.of(new StateCode("UKR")));
        String officers = portal.signIn(officer);
        String page = prepare(officers);
        String theirs = portal.signIn(coordinator);
        assertThat(portal.get(theirs, page).statusCode()).isEqualTo(403);
        assertThat(portal.get(theirs, "/en/reminders").body()).contains("No reminder has been prepared yet");

        portal.post(
                officers,
                page,
                page + "/confirm",
                Map.of("shown", fingerprint(portal.get(officers, page).body())));
        receivedBy("olena@example.org", "Доклад");

        assertThat(portal.get(theirs, page).body())
                .contains("Олена Коваль", "Coordinator", "Reminded")
                .doesNotContain("Amina Diallo")
                .doesNotContain("Call off");
    }

    @Test
    void secrets_of_addresses_stay_out_of_the_log() {
        assertThat(Addresses.withoutSecrets("/calendar/abc.ics")).isEqualTo("/calendar/…");
        assertThat(Addresses.withoutSecrets("/ru/unsubscribe/abc?x=1")).isEqualTo("/ru/unsubscribe/…?x=1");
        assertThat(Addresses.withoutSecrets("/en/link/abc")).isEqualTo("/en/link/…");
        assertThat(Addresses.withoutSecrets("/en/states/UKR")).isEqualTo("/en/states/UKR");
    }

    @Test
    void nobody_comes_where_they_may_not() {
        String theirs = portal.signIn(reporter);
        String admins = portal.signIn(administrator);
        for (String page : new String[] {"/en/reminders", "/en/admin/mail", "/en/admin/jobs"}) {
            assertThat(portal.get("", page).statusCode()).as(page).isEqualTo(303);
            assertThat(portal.get(theirs, page).statusCode()).as(page).isEqualTo(403);
        }
        assertThat(portal.get(admins, "/en/reminders").statusCode()).isEqualTo(403);
        assertThat(portal.get(admins, "/en/admin/mail").statusCode()).isEqualTo(200);
        assertThat(portal.post(theirs, "/en/account/calendar", "/en/admin/jobs/run", Map.of("job", "send-mail"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(portal.post(theirs, "/en/account/calendar", "/en/reminders", Map.of("kind", "annual-report"))
                        .statusCode())
                .isEqualTo(403);
    }
}
