package org.mineban.victims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jooq.Table;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.accounts.Access;
import org.mineban.accounts.Notices;
import org.mineban.accounts.People;
import org.mineban.accounts.PermissionTable;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.Language;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.mail.TestClock;
import org.mineban.secrets.Keyring;
import org.mineban.storage.Database;
import org.mineban.storage.Engine;
import org.mineban.storage.FileStore;
import org.mineban.storage.OnBothEngines;

@DisplayName("The vault of victims’ identities")
class VaultTest extends OnBothEngines {

    private static final StateCode XAA = new StateCode("XAA");
    private static final StateCode XBB = new StateCode("XBB");
    private static final String WHY = "Arranging the transport to the clinic";
    private static final Identity ANNA = new Identity(
            "Anastasía Quillahuamán",
            "Calle Zarzamora 17",
            "+999 55 0123456",
            "ZX-7788991",
            "Tía Bernarda",
            "red scarf");
    private static final Terms TERMS =
            new Terms(Terms.Purpose.ASSISTANCE, Terms.Basis.CONSENT, LocalDate.of(2031, 12, 31));

    @TempDir
    private Path keyFolder;

    private final AuditTrail audit = new AuditTrail();
    private final Access access = new Access(new PermissionTable());
    private final AtomicInteger invited = new AtomicInteger();
    private final TestClock clock = new TestClock("2026-01-10T09:00:00Z");

    private Database database;
    private VaultDoor door;
    private Vault vault;

    private void start(Engine engine) {
        database = open(engine, clock);
        door = new VaultDoor(database, audit, access, keyFile());
        vault = new Vault(door, new FileStore());
    }

    private Path keyFile() {
        return keyFolder.resolve("victim-keys");
    }

    private Person person(Role role, StateCode state) {
        int number = invited.incrementAndGet();
        return new People(database, audit, Notices.NONE)
                .invite(
                        "program:test",
                        "Officer " + number,
                        "officer" + number + "@example.org",
                        Language.ENGLISH,
                        Optional.of(new People.Wanted(
                                role,
                                role.bound() == Role.Bound.SYSTEM ? Optional.empty() : Optional.of(state),
                                Optional.empty(),
                                Set.of())))
                .person();
    }

    private static void assertProblem(String id, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().id()).isEqualTo(id));
    }

    private List<String> trail(String victimNo) {
        return database.read(sql -> audit.of(sql, VaultDoor.SUBJECT, "XAA/" + victimNo, 100)).stream()
                .map(entry -> entry.event().action()
                        + entry.event().reason().map(reason -> ": " + reason).orElse(""))
                .toList()
                .reversed();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void shows_an_identity_to_who_may_and_says_why_and_writes_down_who_looked_or_tried_to(Engine engine) {
        start(engine);
        Person officer = person(Role.VICTIM_DATA_OFFICER, XAA);
        Person administrator = person(Role.ADMINISTRATOR, XAA);
        Person abroad = person(Role.VICTIM_DATA_OFFICER, XBB);
        vault.add(officer, XAA, "V-1", ANNA, TERMS);

        assertThat(vault.read(officer, XAA, "V-1", WHY).identity()).isEqualTo(ANNA);
        assertProblem("victim-reason-needed", () -> vault.read(officer, XAA, "V-1", "because"));
        assertProblem("not-allowed", () -> vault.read(administrator, XAA, "V-1", WHY));
        assertProblem("not-allowed", () -> vault.read(abroad, XAA, "V-1", WHY));
        assertProblem("victim-file-unknown", () -> vault.read(officer, XAA, "V-2", WHY));
        assertProblem(
                "victim-reason-names", () -> vault.read(officer, XAA, "V-1", "Calling quillahuaman about her leg"));
        assertProblem("victim-reason-names", () -> vault.read(officer, XAA, "V-1", "To be called at +999 55 0123456"));

        assertThat(trail("V-1"))
                .containsExactly("add-identity", "read: " + WHY, "read-refused", "read-refused", "read-refused");
        assertThat(trail("V-2")).containsExactly("read-failed: " + WHY);
        assertThat(vault.history(officer, XAA, "V-1")).hasSize(5);
        assertProblem("not-allowed", () -> vault.history(administrator, XAA, "V-1"));
        assertThat(database.read(audit::verify).fault()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void loses_nothing_when_two_change_the_same_file(Engine engine) {
        start(engine);
        Person officer = person(Role.VICTIM_DATA_OFFICER, XAA);
        vault.add(officer, XAA, "V-1", ANNA, TERMS);
        assertProblem("victim-file-exists", () -> vault.add(officer, XAA, "V-1", ANNA, TERMS));
        Identity moved = new Identity(
                ANNA.name(), "Plaza 2", ANNA.telephone(), ANNA.nationalNumber(), ANNA.guardian(), ANNA.note());

        assertThat(vault.change(officer, XAA, "V-1", 1, moved, TERMS).version()).isEqualTo(2);
        assertProblem("victim-changed", () -> vault.change(officer, XAA, "V-1", 1, ANNA, TERMS));
        assertThat(vault.read(officer, XAA, "V-1", WHY).identity()).isEqualTo(moved);
        assertProblem(
                "victim-name-needed",
                () -> vault.change(officer, XAA, "V-1", 2, Identity.of(java.util.Map.of()), TERMS));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void keeps_the_latest_answer_about_each_sharing(Engine engine) {
        start(engine);
        Person officer = person(Role.VICTIM_DATA_OFFICER, XAA);
        vault.add(officer, XAA, "V-1", ANNA, TERMS);
        vault.consent(officer, XAA, "V-1", Consent.Sharing.AUTHORITIES, Consent.Answer.YES, Consent.Giver.GUARDIAN);
        clock.move(Duration.ofMinutes(1));
        vault.consent(officer, XAA, "V-1", Consent.Sharing.AUTHORITIES, Consent.Answer.WITHDRAWN, Consent.Giver.SELF);
        vault.consent(officer, XAA, "V-1", Consent.Sharing.REFERRAL, Consent.Answer.YES, Consent.Giver.SELF);

        assertThat(vault.consents(officer, XAA, "V-1"))
                .hasSize(2)
                .extractingByKey(Consent.Sharing.AUTHORITIES)
                .extracting(Consent::answer)
                .isEqualTo(Consent.Answer.WITHDRAWN);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void erases_the_identity_and_keeps_what_counts(Engine engine) {
        start(engine);
        Person officer = person(Role.VICTIM_DATA_OFFICER, XAA);
        Care care = new Care(door);
        vault.add(officer, XAA, "V-1", ANNA, TERMS);
        vault.photograph(officer, XAA, "V-1", picture());
        care.add(
                officer,
                XAA,
                "V-1",
                new Care.Entry(
                        CareStep.Kind.SERVICE,
                        CareStep.Service.REHABILITATION,
                        LocalDate.of(2025, 3, 1),
                        Optional.empty(),
                        "Clinic of the sisters",
                        "left leg"));
        assertThat(care.list(officer, XAA, "V-1")).extracting(CareStep::note).containsExactly("left leg");

        assertProblem("victim-changed", () -> vault.erase(officer, XAA, "V-1", 7, "She asked for it herself"));
        assertProblem("victim-reason-names", () -> vault.erase(officer, XAA, "V-1", 1, "Anastasia asked for it"));
        vault.erase(officer, XAA, "V-1", 1, "She asked for it herself");

        assertProblem("victim-erased", () -> vault.read(officer, XAA, "V-1", WHY));
        assertThat(vault.search(officer, XAA, "Anastasia")).isEmpty();
        VictimFile file = vault.find(officer, XAA, "V-1").orElseThrow();
        assertThat(file.hasIdentity()).isFalse();
        assertThat(file.hasPhoto()).isFalse();
        assertThat(care.list(officer, XAA, "V-1"))
                .extracting(CareStep::service, CareStep::note, CareStep::provider)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(CareStep.Service.REHABILITATION, "", ""));
        assertThat(database.<Integer>read(sql -> sql.fetchCount(mineban.tables.Tables.STORED_FILE)))
                .isZero();
        assertThat(vault.pastTheirDay(officer, XAA, LocalDate.of(2032, 1, 1))).isEmpty();
    }

    @ParameterizedTest(name = "{0} is found by {1}: {2}")
    @CsvSource({
        "María-José Núñez, nunez maria, true",
        "María-José Núñez, NÚÑEZ, true",
        "María-José Núñez, Nunes, false",
        "Олена Ківшар, КІВШАР, true",
        "Пётр Семёнов, семенов петр, true",
        "أحمد بن علي, احمد, true",
        "فاطمة الزهراء, فاطمه, true",
        "王小明, 小明, true",
        "王小明, 王小明, true",
        "王小明, 明小, false",
        "Sok Chanthy, chanthy SOK, true",
        "Ķikēris O’Neill, o'neill, true",
    })
    void finds_a_name_however_it_is_typed(String name, String typed, boolean found) {
        start(Engine.SQLITE);
        Person officer = person(Role.VICTIM_DATA_OFFICER, XAA);
        vault.add(officer, XAA, "V-1", new Identity(name, "", "", "A-12 34", "", ""), TERMS);

        assertThat(vault.search(officer, XAA, typed).contains("V-1")).isEqualTo(found);
        assertThat(vault.search(officer, XAA, "a1234")).containsExactly("V-1");
        assertProblem("not-allowed", () -> vault.search(officer, XBB, typed));
        assertProblem("not-allowed", () -> vault.search(person(Role.INFORMATION_MANAGER, XAA), XAA, typed));
    }

    @Test
    void finds_a_name_written_in_another_script_by_its_latin_letters() {
        start(Engine.SQLITE);
        Person officer = person(Role.VICTIM_DATA_OFFICER, XAA);
        vault.add(officer, XAA, "V-1", new Identity("Олена Петренко", "", "", "", "", ""), TERMS);

        assertThat(vault.search(officer, XAA, "olena petrenko")).containsExactly("V-1");
    }

    /** Every byte that SQLite keeps, the log of what is not yet in the file too, and every value that a server’s database keeps. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void leaves_no_word_of_an_identity_in_a_stolen_database(Engine engine) throws IOException {
        start(engine);
        Person officer = person(Role.VICTIM_DATA_OFFICER, XAA);
        vault.add(officer, XAA, "V-1", ANNA, TERMS);
        vault.photograph(officer, XAA, "V-1", picture());
        vault.read(officer, XAA, "V-1", WHY);
        vault.search(officer, XAA, "Quillahuamán");
        new Care(door)
                .add(
                        officer,
                        XAA,
                        "V-1",
                        new Care.Entry(
                                CareStep.Kind.REFERRAL,
                                CareStep.Service.PSYCHOSOCIAL,
                                LocalDate.of(2025, 3, 1),
                                Optional.empty(),
                                "Zarzamora clinic",
                                "speaks of Quillahuamán"));
        new Breaches(door)
                .add(officer, XAA, LocalDate.of(2026, 1, 9), Optional.of(1), "The list of Bernarda was lost", "");
        new IdentityExports(door).ask(officer, XAA, Consent.Sharing.REFERRAL, "Zarzamora clinic", WHY);

        List<byte[]> kept = engine == Engine.SQLITE ? fileBytes() : values();
        for (String word : List.of(
                "Quillahuam", "quillahuaman", "Anastas", "Zarzamora", "0123456", "7788991", "Bernarda", "red scarf")) {
            for (byte[] bytes : kept) {
                assertThat(contains(bytes, word)).as(word).isFalse();
            }
        }
        assertThat(kept.stream().anyMatch(bytes -> contains(bytes, "V-1"))).isTrue();
        assertThat(kept.stream()
                        .anyMatch(bytes -> contains(
                                bytes,
                                new String(
                                        new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0},
                                        StandardCharsets.ISO_8859_1))))
                .as("a JPEG")
                .isFalse();
    }

    private List<byte[]> fileBytes() throws IOException {
        Path file = address(Engine.SQLITE).file().orElseThrow();
        try (Stream<Path> files = Files.list(file.getParent())) {
            List<Path> all = files.filter(one -> one.getFileName()
                            .toString()
                            .startsWith(file.getFileName().toString()))
                    .toList();
            assertThat(all).anyMatch(one -> one.toString().endsWith("-wal"));
            List<byte[]> bytes = new java.util.ArrayList<>();
            for (Path one : all) {
                bytes.add(Files.readAllBytes(one));
            }
            return bytes;
        }
    }

    private List<byte[]> values() {
        List<byte[]> bytes = new java.util.ArrayList<>();
        for (Table<?> table : mineban.tables.DefaultSchema.DEFAULT_SCHEMA.getTables()) {
            database.read(sql -> sql.selectFrom(table).fetch()).forEach(row -> {
                for (Object value : row.intoArray()) {
                    if (value instanceof byte[] raw) {
                        bytes.add(raw);
                    } else if (value != null) {
                        bytes.add(value.toString().getBytes(StandardCharsets.UTF_8));
                    }
                }
            });
        }
        return bytes;
    }

    private static boolean contains(byte[] bytes, String word) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                        .contains(new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                || new String(bytes, StandardCharsets.ISO_8859_1).contains(word);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void opens_nothing_with_a_lost_or_another_key_and_writes_nothing_either(Engine engine) throws IOException {
        start(engine);
        Person officer = person(Role.VICTIM_DATA_OFFICER, XAA);
        vault.add(officer, XAA, "V-1", ANNA, TERMS);
        Path aside = keyFolder.resolve("aside");

        Files.move(keyFile(), aside);
        assertProblem("keys-missing", () -> vault.read(officer, XAA, "V-1", WHY));
        assertProblem("keys-missing", () -> vault.add(officer, XAA, "V-2", ANNA, TERMS));
        assertProblem("keys-missing", () -> vault.search(officer, XAA, "Anna"));
        assertThat(Files.exists(keyFile())).as("no key is made anew").isFalse();

        Keyring.open(keyFile(), false);
        assertProblem("keys-do-not-fit", () -> vault.read(officer, XAA, "V-1", WHY));
        assertProblem("keys-do-not-fit", () -> vault.add(officer, XAA, "V-2", ANNA, TERMS));
        assertThat(trail("V-1")).containsExactly("add-identity", "read-failed: " + WHY, "read-failed: " + WHY);

        Files.move(aside, keyFile(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(vault.read(officer, XAA, "V-1", WHY).identity()).isEqualTo(ANNA);
        assertThat(vault.list(officer, XAA)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void changes_its_key_so_that_the_old_one_opens_nothing_any_more(Engine engine) throws IOException {
        start(engine);
        Person officer = person(Role.VICTIM_DATA_OFFICER, XAA);
        vault.add(officer, XAA, "V-1", ANNA, TERMS);
        vault.add(officer, XAA, "V-2", new Identity("Олена", "", "", "", "", ""), TERMS);
        vault.photograph(officer, XAA, "V-1", picture());
        Care care = new Care(door);
        care.add(
                officer,
                XAA,
                "V-1",
                new Care.Entry(
                        CareStep.Kind.SERVICE,
                        CareStep.Service.EMERGENCY,
                        LocalDate.of(2025, 3, 1),
                        Optional.empty(),
                        "",
                        "at night"));
        Path old = keyFolder.resolve("old");
        Files.copy(keyFile(), old);

        Rekeying.Done done = new Rekeying(door, vault).run("program:test");

        assertThat(done).isEqualTo(new Rekeying.Done(2, 2));
        assertThat(Keyring.open(keyFile(), true).ids())
                .hasSize(1)
                .isNotEqualTo(Keyring.open(old, true).ids());
        assertThat(vault.read(officer, XAA, "V-1", WHY).identity()).isEqualTo(ANNA);
        assertThat(ImageIO.read(new ByteArrayInputStream(vault.photograph(officer, XAA, "V-1"))))
                .isNotNull();
        assertThat(care.list(officer, XAA, "V-1")).extracting(CareStep::note).containsExactly("at night");
        assertThat(vault.search(officer, XAA, "олена")).containsExactly("V-2");
        vault.add(officer, XAA, "V-3", ANNA, TERMS);
        assertThat(vault.search(officer, XAA, "quillahuaman")).containsExactly("V-1", "V-3");

        Files.copy(old, keyFile(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertProblem("keys-do-not-fit", () -> vault.read(officer, XAA, "V-1", WHY));
        assertProblem("keys-do-not-fit", () -> vault.search(officer, XAA, "олена"));
    }

    @Test
    void ends_the_work_of_a_change_of_key_that_was_interrupted() throws IOException {
        start(Engine.SQLITE);
        Person officer = person(Role.VICTIM_DATA_OFFICER, XAA);
        vault.add(officer, XAA, "V-1", ANNA, TERMS);
        vault.add(officer, XAA, "V-2", new Identity("Олена", "", "", "", "", ""), TERMS);
        // As after a power cut: the new key is in the file and seals, one file is sealed with the old one still.
        Keyring both = Keyring.open(keyFile(), true).rotated();
        database.change(
                transaction -> VaultDoor.nowSeals(transaction, both.ids().getLast()));
        vault.change(officer, XAA, "V-1", 1, ANNA, TERMS);

        assertThat(vault.read(officer, XAA, "V-2", WHY).identity().name()).isEqualTo("Олена");
        new Rekeying(door, vault).run("program:test");

        assertThat(Keyring.open(keyFile(), true).ids()).hasSize(1);
        assertThat(vault.read(officer, XAA, "V-1", WHY).identity()).isEqualTo(ANNA);
        assertThat(vault.search(officer, XAA, "Олена")).containsExactly("V-2");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void gives_identities_out_once_after_a_second_person_and_only_of_who_consented(Engine engine) {
        start(engine);
        Person officer = person(Role.VICTIM_DATA_OFFICER, XAA);
        Person coordinator = person(Role.NATIONAL_COORDINATOR, XAA);
        IdentityExports exports = new IdentityExports(door);
        vault.add(officer, XAA, "V-1", ANNA, TERMS);
        vault.add(officer, XAA, "V-2", new Identity("Олена", "", "", "", "", ""), TERMS);
        vault.consent(officer, XAA, "V-1", Consent.Sharing.REFERRAL, Consent.Answer.YES, Consent.Giver.SELF);
        vault.consent(officer, XAA, "V-2", Consent.Sharing.AUTHORITIES, Consent.Answer.YES, Consent.Giver.SELF);
        var wish = exports.ask(officer, XAA, Consent.Sharing.REFERRAL, "Clinic", WHY);

        assertProblem("victim-export-not-now", () -> exports.take(officer, XAA, wish));
        assertProblem("four-eyes", () -> exports.confirm(officer, XAA, wish));
        assertProblem("not-allowed", () -> exports.confirm(person(Role.ADMINISTRATOR, XAA), XAA, wish));
        exports.confirm(coordinator, XAA, wish);
        assertProblem("not-allowed", () -> exports.take(coordinator, XAA, wish));
        assertProblem("victim-export-not-now", () -> exports.take(person(Role.VICTIM_DATA_OFFICER, XAA), XAA, wish));
        assertThat(exports.take(officer, XAA, wish)).containsExactly(new IdentityExports.Taken("V-1", ANNA));
        assertProblem("victim-export-not-now", () -> exports.take(officer, XAA, wish));
        assertThat(trail("V-1")).last().isEqualTo("take-identity: export " + wish);
        assertThat(trail("V-2")).doesNotContain("take-identity: export " + wish);
        assertThat(exports.list(coordinator, XAA))
                .extracting(IdentityExports.Wish::receiver)
                .containsExactly("Clinic");

        var late = exports.ask(officer, XAA, Consent.Sharing.REFERRAL, "Clinic", WHY);
        exports.confirm(coordinator, XAA, late);
        clock.move(Duration.ofHours(25));
        assertProblem("victim-export-not-now", () -> exports.take(officer, XAA, late));
    }

    @Test
    void redraws_a_photograph_without_what_the_camera_wrote_and_shows_it_only_after_a_reading() throws IOException {
        start(Engine.SQLITE);
        Person officer = person(Role.VICTIM_DATA_OFFICER, XAA);
        vault.add(officer, XAA, "V-1", ANNA, TERMS);
        byte[] camera = withComment(picture(), "GPS 34.5553 69.2075");
        vault.photograph(officer, XAA, "V-1", camera);

        assertProblem("victim-read-first", () -> vault.photograph(officer, XAA, "V-1"));
        vault.read(officer, XAA, "V-1", WHY);
        byte[] shown = vault.photograph(officer, XAA, "V-1");
        assertThat(contains(camera, "GPS 34.5553")).isTrue();
        assertThat(contains(shown, "GPS 34.5553")).isFalse();
        clock.move(Duration.ofMinutes(11));
        assertProblem("victim-read-first", () -> vault.photograph(officer, XAA, "V-1"));
        assertProblem(
                "victim-photograph-wrong",
                () -> vault.photograph(officer, XAA, "V-1", "<svg/>".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void has_a_new_key_file_that_only_its_owner_reads() {
        start(Engine.SQLITE);
        vault.add(person(Role.VICTIM_DATA_OFFICER, XAA), XAA, "V-1", ANNA, TERMS);

        assertThat(Keyring.open(keyFile(), true).readableByOthers()).isFalse();
    }

    private static byte[] picture() {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    /** A JPEG with a comment segment after its first marker. */
    private static byte[] withComment(byte[] jpeg, String comment) {
        byte[] text = comment.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (text.length + 2)});
        out.writeBytes(text);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
