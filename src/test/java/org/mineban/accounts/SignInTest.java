package org.mineban.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.Telephone;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.Language;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.mail.TestClock;
import org.mineban.platform.Settings;
import org.mineban.secrets.Keyring;
import org.mineban.secrets.Token;
import org.mineban.storage.Database;
import org.mineban.storage.Engine;
import org.mineban.storage.OnBothEngines;

@DisplayName("Signing in")
class SignInTest extends OnBothEngines {

    private static final String PASSWORD = "ferry lantern oboe gravel";
    private static final StateCode KHM = new StateCode("KHM");

    @TempDir
    private Path keyFolder;

    private final TestClock clock = new TestClock("2026-11-24T09:00:00Z");
    private Database database;
    private People people;
    private Sessions sessions;
    private SecondFactors factors;
    private SignIn signIn;

    private void start(Engine engine) {
        database = open(engine, clock);
        AuditTrail audit = new AuditTrail();
        people = new People(database, audit, Notices.NONE);
        sessions = new Sessions(database, people, clock);
        factors = new SecondFactors(database, people, Keyring.open(keyFolder.resolve("keys"), false), Notices.NONE);
        signIn = new SignIn(
                database,
                people,
                sessions,
                factors,
                new Passwords(BreachedPasswords.of(Settings.none())),
                Notices.NONE,
                clock);
    }

    private static SignIn.From from(String address) {
        return new SignIn.From(address, "Firefox", Optional.empty());
    }

    private SignedIn first() {
        Token link = signIn.firstAdministratorLink().orElseThrow();
        SignIn.Outcome.In in = signIn.makeFirstAdministrator(
                link.text(), "Anna Vu", "Anna@Example.org", Language.FRENCH, PASSWORD, from("192.0.2.1"));
        return sessions.find(in.session().text()).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_first_administrator_comes_in_by_a_link_that_works_once(Engine engine) {
        start(engine);
        Token older = signIn.firstAdministratorLink().orElseThrow();
        Token link = signIn.firstAdministratorLink().orElseThrow();

        assertThat(signIn.waiting(older.text())).isEmpty();
        SignIn.Outcome.In in = signIn.makeFirstAdministrator(
                link.text(), "Anna Vu", "Anna@Example.org", Language.FRENCH, PASSWORD, from("192.0.2.1"));

        SignedIn anna = sessions.find(in.session().text()).orElseThrow();
        assertThat(anna.person().email()).isEqualTo("anna@example.org");
        assertThat(anna.person().has(Role.ADMINISTRATOR)).isTrue();
        assertThat(anna.session().method().complete()).isFalse();
        assertThat(signIn.firstAdministratorLink()).isEmpty();
        refused(
                "link-over",
                () -> signIn.makeFirstAdministrator(
                        link.text(), "Bo", "bo@example.org", Language.ENGLISH, PASSWORD, from("192.0.2.1")));
        assertThat(database.read(sql -> new AuditTrail().verify(sql)).firstBroken())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_telephone_is_asked_for_from_then_on_and_each_code_works_once(Engine engine) {
        start(engine);
        SignedIn anna = first();
        SecondFactors.Enrolment enrolment = factors.beginCode(anna.person());
        refused(
                "code-wrong",
                () -> factors.addCode(anna.person(), enrolment.step().text(), "phone", "000000"));
        List<String> paper = factors.addCode(anna.person(), enrolment.step().text(), "phone", code(enrolment.secret()));
        assertThat(paper).hasSize(10).doesNotHaveDuplicates();

        clock.move(Duration.ofMinutes(2));
        String code = code(enrolment.secret());
        SignIn.Outcome.In in = signIn.code(asked().step().text(), code, from("192.0.2.1"));
        assertThat(sessions.find(in.session().text()).orElseThrow().session().method())
                .isEqualTo(Session.Method.PASSWORD_AND_CODE);
        String step = asked().step().text();
        refused("code-wrong", () -> signIn.code(step, code, from("192.0.2.1")));
        clock.move(Duration.ofSeconds(30));
        signIn.code(
                step,
                " " + code(enrolment.secret()).substring(0, 3) + " "
                        + code(enrolment.secret()).substring(3),
                from("192.0.2.1"));
        refused("link-over", () -> signIn.code(step, code(enrolment.secret()), from("192.0.2.1")));

        String onPaper = paper.getFirst();
        SignIn.Outcome.In by =
                signIn.code(asked().step().text(), onPaper.toLowerCase(java.util.Locale.ROOT), from("192.0.2.1"));
        assertThat(sessions.find(by.session().text()).orElseThrow().session().method())
                .isEqualTo(Session.Method.PASSWORD_AND_RECOVERY);
        refused("code-wrong", () -> signIn.code(asked().step().text(), onPaper, from("192.0.2.1")));
        SecondFactor only = factors.list(anna.person()).getFirst();
        refused("last-second-factor", () -> factors.remove(anna.person(), only.id()));
    }

    private SignIn.Outcome.SecondFactorAsked asked() {
        return (SignIn.Outcome.SecondFactorAsked) signIn.password("anna@example.org", PASSWORD, from("192.0.2.1"));
    }

    private String code(String secret) {
        return Telephone.code(secret, clock.instant());
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_wrong_password_an_unknown_address_and_a_disabled_account_are_refused_alike(Engine engine) {
        start(engine);
        first();
        People.Invited bo = people.invite("program:test", "Bo", "bo@example.org", Language.ENGLISH, Optional.empty());
        signIn.setPassword(bo.link().text(), PASSWORD + " two", from("192.0.2.1"));
        people.disable("program:test", bo.person(), Optional.of("left"));

        refused("sign-in-wrong", () -> signIn.password("anna@example.org", "wrong", from("192.0.2.1")));
        refused("sign-in-wrong", () -> signIn.password("nobody@example.org", PASSWORD, from("192.0.2.1")));
        refused("sign-in-wrong", () -> signIn.password("bo@example.org", PASSWORD + " two", from("192.0.2.1")));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void strangers_who_fail_make_strangers_wait_and_never_the_owner_on_a_known_device(Engine engine) {
        start(engine);
        Token link = signIn.firstAdministratorLink().orElseThrow();
        SignIn.Outcome.In in = signIn.makeFirstAdministrator(
                link.text(), "Anna Vu", "anna@example.org", Language.FRENCH, PASSWORD, from("192.0.2.1"));
        SignIn.From home =
                new SignIn.From("192.0.2.1", "Firefox", Optional.of(in.device().text()));

        for (int i = 0; i < 11; i++) {
            String stranger = "198.51.100." + i;
            refused("sign-in-wrong", () -> signIn.password("anna@example.org", "guess", from(stranger)));
        }

        refused("wait", () -> signIn.password("anna@example.org", PASSWORD, from("198.51.100.99")));
        assertThat(signIn.password("anna@example.org", PASSWORD, home)).isInstanceOf(SignIn.Outcome.In.class);
        clock.move(Duration.ofMinutes(16));
        assertThat(signIn.password("anna@example.org", PASSWORD, from("198.51.100.99")))
                .isInstanceOf(SignIn.Outcome.In.class);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void who_changes_how_they_sign_in_has_shown_who_they_are_within_ten_minutes(Engine engine) {
        start(engine);
        SignedIn anna = first();
        SecondFactors.Enrolment enrolment = factors.beginCode(anna.person());
        List<String> paper = factors.addCode(anna.person(), enrolment.step().text(), "phone", code(enrolment.secret()));
        clock.move(Duration.ofMinutes(1));
        String token = signIn.code(asked().step().text(), code(enrolment.secret()), from("192.0.2.1"))
                .session()
                .text();

        signIn.requireFreshProof(sessions.find(token).orElseThrow());
        clock.move(Duration.ofMinutes(11));
        SignedIn old = sessions.find(token).orElseThrow();
        refused("proof-needed", () -> signIn.requireFreshProof(old));
        refused("password-wrong", () -> signIn.proveByPassword(old, "not it"));
        refused(
                "proof-needed",
                () -> signIn.requireFreshProof(sessions.find(token).orElseThrow()));
        signIn.proveByPassword(old, PASSWORD);
        signIn.requireFreshProof(sessions.find(token).orElseThrow());

        clock.move(Duration.ofMinutes(11));
        String code = code(enrolment.secret());
        signIn.proveByCode(old, code);
        signIn.requireFreshProof(sessions.find(token).orElseThrow());
        refused("code-wrong", () -> signIn.proveByCode(old, code));
        signIn.proveByCode(old, paper.getFirst());
        assertThat(atOnce(20, guess -> signIn.proveByCode(old, "wrong " + guess)))
                .isEqualTo(Map.of("code-wrong", 6, "wait", 14));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void of_many_guesses_at_the_same_moment_no_more_are_verified_than_one_after_the_other(Engine engine) {
        start(engine);
        Token link = signIn.firstAdministratorLink().orElseThrow();
        SignIn.Outcome.In in = signIn.makeFirstAdministrator(
                link.text(), "Anna Vu", "anna@example.org", Language.FRENCH, PASSWORD, from("192.0.2.1"));
        SignIn.From home =
                new SignIn.From("192.0.2.1", "Firefox", Optional.of(in.device().text()));

        Map<String, Integer> told =
                atOnce(64, guess -> signIn.password("anna@example.org", "guess " + guess, from("198.51.100." + guess)));

        // ten failures of strangers are free, and the one after them makes strangers wait
        assertThat(told).isEqualTo(Map.of("sign-in-wrong", 11, "wait", 53));
        refused("wait", () -> signIn.password("anna@example.org", PASSWORD, from("203.0.113.1")));
        assertThat(signIn.password("anna@example.org", PASSWORD, home)).isInstanceOf(SignIn.Outcome.In.class);

        // one address that tries many accounts: fifty failures are free
        Map<String, Integer> ofOneAddress =
                atOnce(64, guess -> signIn.password(guess + "@example.org", "guess", from("203.0.113.7")));
        assertThat(ofOneAddress).isEqualTo(Map.of("sign-in-wrong", 51, "wait", 13));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void of_many_codes_at_the_same_moment_no_more_are_verified_than_one_after_the_other(Engine engine) {
        start(engine);
        SignedIn anna = first();
        SecondFactors.Enrolment enrolment = factors.beginCode(anna.person());
        factors.addCode(anna.person(), enrolment.step().text(), "phone", code(enrolment.secret()));
        String step = asked().step().text();

        assertThat(atOnce(32, guess -> signIn.code(step, "wrong " + guess, from("198.51.100." + guess))))
                .isEqualTo(Map.of("code-wrong", 6, "wait", 26));
        clock.move(Duration.ofMinutes(16));
        assertThat(atOnce(
                        32,
                        guess -> signIn.changePassword(anna, "wrong " + guess, "gravel oboe lantern ferry " + guess)))
                .isEqualTo(Map.of("password-wrong", 6, "wait", 26));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void who_signs_in_often_without_failing_waits_for_nothing(Engine engine) {
        start(engine);
        first();

        // from one address, as behind the proxy of a ministry, without a known device
        assertThat(atOnce(16, x -> signIn.password("anna@example.org", PASSWORD, from("192.0.2.1"))))
                .containsKey("in")
                .satisfies(told -> assertThat(told.keySet()).isSubsetOf("in", "wait"));
        for (int i = 0; i < 12; i++) {
            in();
        }
    }

    private interface Attempt {
        void of(int number);
    }

    /** What so many attempts were told that were made at the same moment: how often each problem, and how often none. */
    private static Map<String, Integer> atOnce(int many, Attempt attempt) {
        Map<String, Integer> told = new ConcurrentHashMap<>();
        CountDownLatch together = new CountDownLatch(many);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                int number = i;
                threads.execute(() -> {
                    together.countDown();
                    String outcome = "in";
                    try {
                        together.await();
                        attempt.of(number);
                    } catch (ProblemException refused) {
                        outcome = refused.problem().id();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                        outcome = "interrupted";
                    } catch (RuntimeException fault) {
                        outcome = fault.toString();
                    }
                    told.merge(outcome, 1, Integer::sum);
                });
            }
        }
        return Map.copyOf(told);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_session_ends_after_an_hour_without_use_after_a_day_and_when_its_owner_ends_it(Engine engine) {
        start(engine);
        Token link = signIn.firstAdministratorLink().orElseThrow();
        String token = signIn.makeFirstAdministrator(
                        link.text(), "Anna Vu", "anna@example.org", Language.FRENCH, PASSWORD, from("192.0.2.1"))
                .session()
                .text();
        for (int i = 0; i < 25; i++) {
            clock.move(Duration.ofMinutes(55));
            assertThat(sessions.find(token)).isPresent();
        }
        clock.move(Duration.ofMinutes(66)); // 24 hours and a minute since the start, an hour and a bit unused
        assertThat(sessions.find(token)).isEmpty();

        String second = in();
        clock.move(Duration.ofMinutes(61));
        assertThat(sessions.find(second)).isEmpty();

        String third = in();
        String fourth = in();
        SignedIn anna = sessions.find(fourth).orElseThrow();
        assertThat(sessions.list(anna.person())).hasSize(2);
        sessions.endOthers(anna.person(), anna.session().id());
        assertThat(sessions.find(third)).isEmpty();
        assertThat(sessions.find(fourth)).isPresent();
        assertThat(sessions.find("x".repeat(43))).isEmpty();
    }

    private String in() {
        return ((SignIn.Outcome.In) signIn.password("anna@example.org", PASSWORD, from("192.0.2.1")))
                .session()
                .text();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_invitation_gives_one_role_and_the_role_needs_what_it_is_for(Engine engine) {
        start(engine);
        SignedIn anna = first();
        People.Wanted coordinator =
                new People.Wanted(Role.NATIONAL_COORDINATOR, Optional.of(KHM), Optional.empty(), Set.of());

        People.Invited bo = people.invite(
                anna.person().actor(), "Bo", "bo@example.org", Language.ENGLISH, Optional.of(coordinator));

        assertThat(bo.person().states()).containsExactly(KHM);
        refused(
                "email-taken",
                () -> people.invite("x", "Bo", "BO@example.org ", Language.ENGLISH, Optional.of(coordinator)));
        refused(
                "role-needs",
                () -> people.grant(
                        "x",
                        bo.person(),
                        new People.Wanted(Role.OPERATOR, Optional.of(KHM), Optional.empty(), Set.of())));
        refused("role-held", () -> people.grant("x", bo.person(), coordinator));
        refused("password-short", () -> signIn.setPassword(bo.link().text(), "short", from("192.0.2.1")));
        refused("password-varied", () -> signIn.setPassword(bo.link().text(), "passwordpassword1", from("192.0.2.1")));
        refused("password-guessed", () -> signIn.setPassword(bo.link().text(), "bo@example.org bo", from("192.0.2.1")));
        signIn.setPassword(bo.link().text(), PASSWORD, from("192.0.2.1"));
        refused("link-over", () -> signIn.setPassword(bo.link().text(), PASSWORD, from("192.0.2.1")));
        refused("last-administrator", () -> people.disable("x", anna.person(), Optional.empty()));
        clock.move(Duration.ofMinutes(1));
        Token reset = people.resetLink("program:test", bo.person());
        clock.move(Duration.ofMinutes(61));
        refused("link-over", () -> signIn.setPassword(reset.text(), PASSWORD, from("192.0.2.1")));
    }

    private static void refused(String id, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().id()).isEqualTo(id));
    }
}
