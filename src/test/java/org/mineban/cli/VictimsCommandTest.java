package org.mineban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.accounts.Access;
import org.mineban.accounts.Notices;
import org.mineban.accounts.People;
import org.mineban.accounts.PermissionTable;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.mail.TestClock;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;
import org.mineban.storage.FileStore;
import org.mineban.victims.Identity;
import org.mineban.victims.Terms;
import org.mineban.victims.Vault;
import org.mineban.victims.VaultDoor;

@DisplayName("The command victims")
class VictimsCommandTest {

    private static final StateCode XAA = new StateCode("XAA");
    private static final Identity ANNA = new Identity("Anna", "", "", "", "", "");

    @TempDir
    private Path folder;

    @Test
    void changes_the_key_so_that_a_server_that_runs_goes_on() throws Exception {
        TestClock clock = new TestClock("2026-11-24T09:00:00Z");
        Path keys = folder.resolve("victim-keys");
        try (Database database = Database.open(DatabaseAddress.in(folder), clock)) {
            Vault vault = new Vault(
                    new VaultDoor(database, new AuditTrail(), new Access(new PermissionTable()), keys),
                    new FileStore());
            Person officer = new People(database, new AuditTrail(), Notices.NONE)
                    .invite(
                            "program:test",
                            "Officer",
                            "officer@example.org",
                            Language.ENGLISH,
                            Optional.of(new People.Wanted(
                                    Role.VICTIM_DATA_OFFICER, Optional.of(XAA), Optional.empty(), Set.of())))
                    .person();
            Terms terms = new Terms(Terms.Purpose.ASSISTANCE, Terms.Basis.CONSENT, LocalDate.of(2031, 1, 1));
            vault.add(officer, XAA, "V-1", ANNA, terms);
            String before = Files.readString(keys);
            StringWriter err = new StringWriter();

            int exit = new CommandLineProgram(clock, new PrintWriter(new StringWriter()), new PrintWriter(err))
                    .run("victims", "rekey", "--data", folder.toString(), "--lang", "en");

            assertThat(exit).as(err.toString()).isZero();
            assertThat(err.toString())
                    .contains("One identity and 0 other texts sealed anew")
                    .doesNotContain("Anna");
            assertThat(Files.readString(keys)).isNotEqualTo(before).hasLineCount(1);
            assertThat(vault.read(officer, XAA, "V-1", "Arranging the transport")
                            .identity())
                    .isEqualTo(ANNA);
            vault.add(officer, XAA, "V-2", ANNA, terms);
        }
    }
}
