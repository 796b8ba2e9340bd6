package org.mineban.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.mineban.accounts.Access;
import org.mineban.accounts.Notices;
import org.mineban.accounts.Organisations;
import org.mineban.accounts.People;
import org.mineban.accounts.PermissionTable;
import org.mineban.accounts.Role;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.Language;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.mail.TestClock;
import org.mineban.storage.Database;
import org.mineban.storage.Engine;
import org.mineban.storage.OnBothEngines;

/** The life of a hazardous area by the specification of mine action operations, section 5.1. */
@DisplayName("A hazardous area")
class AreaStepsTest extends OnBothEngines {

    private static final StateCode XAA = new StateCode("XAA");
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 10);

    private final AuditTrail audit = new AuditTrail();
    private final Access access = new Access(new PermissionTable());
    private final TestClock clock = new TestClock("2026-01-10T09:00:00Z");

    /** A register with the three people whom a record needs to count. */
    private final class Office {
        private final Database database;
        private final Register register;
        private final Approvals approvals;
        private final AreaSteps steps;
        private final Actor writer;
        private final Actor verifier;
        private final Actor manager;

        Office(Engine engine) {
            database = open(engine, clock);
            register = new Register(database, audit, access);
            approvals = new Approvals(database, audit, access, register);
            steps = new AreaSteps(database, register);
            writer = actor("writer", Role.INFORMATION_MANAGER, Optional.empty());
            verifier = actor("verifier", Role.VERIFIER, Optional.empty());
            manager = actor("manager", Role.INFORMATION_MANAGER, Optional.empty());
        }

        Actor actor(String name, Role role, Optional<UUID> organisation) {
            return Actor.of(new People(database, audit, Notices.NONE)
                    .invite(
                            "program:test",
                            name,
                            name + "@example.org",
                            Language.ENGLISH,
                            Optional.of(new People.Wanted(role, Optional.of(XAA), organisation, Set.of())))
                    .person());
        }

        RegisterVersion approved(RegisterVersion draft) {
            approvals.submit(writer, XAA, draft.number(), draft.version());
            approvals.verify(verifier, XAA, draft.number(), draft.version());
            return approvals.approve(manager, XAA, draft.number(), draft.version());
        }

        RegisterVersion counts(Content content) {
            return approved(register.record(writer, XAA, content));
        }

        RegisterVersion now(RegisterVersion of) {
            return register.get(writer, XAA, of.number());
        }
    }

    /** A box of so many ten-thousandths of a degree from a corner: 10 of them are 78.6 m to the east and 111 m to the north. */
    private static Optional<Shape> box(double east, double north, double width, double height) {
        Envelope box = new Envelope(
                15 + east / 10_000, 15 + (east + width) / 10_000, 45 + north / 10_000, 45 + (north + height) / 10_000);
        return Optional.of(Shapes.kept(new GeometryFactory().toGeometry(box)));
    }

    private static Content area(String code, String from, Optional<Shape> shape) {
        return new Content(
                Kind.HAZARD,
                code,
                LocalDate.parse(from),
                Fields.of(Map.of("class", "SHA", "status", "OPEN", "contamination", "AP_MINE", "evidence", "VERBAL")),
                shape,
                Optional.empty());
    }

    private static Content with(RegisterVersion area, String from, String field, String value) {
        Content content = area.content();
        return new Content(
                content.kind(),
                content.code(),
                LocalDate.parse(from),
                content.fields().with(field, value),
                content.shape(),
                content.shapeAsGiven());
    }

    private static Content product(String code, String release, String day, Optional<Shape> shape) {
        return new Content(
                Kind.PRODUCT,
                code,
                LocalDate.parse(day),
                Fields.of(Map.of("release", release, "hazard", "H-1", "released_on", day, "depth_cm", "20")),
                shape,
                Optional.empty());
    }

    private static void assertRefused(String id, String allowed, ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, thrown -> {
            assertThat(thrown.problem().id()).isEqualTo(id);
            if (!allowed.isEmpty()) {
                assertThat(thrown.problem().values()).containsEntry("allowed", allowed);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void takes_only_the_steps_that_its_life_allows_and_says_which(Engine engine) {
        Office office = new Office(engine);
        RegisterVersion area = office.counts(area("H-1", "2010-05-03", box(0, 0, 10, 10)));
        assertRefused(
                "register-status-next",
                "TASKED, CLOSED_CANCELLED, MERGED, VOID",
                () -> office.register.change(
                        office.writer,
                        XAA,
                        area.number(),
                        1,
                        Register.ChangeKind.HAPPENED,
                        with(area, "2011-01-01", "status", "HANDED_OVER")));
        assertRefused(
                "register-class-next",
                "CHA",
                () -> office.register.change(
                        office.writer,
                        XAA,
                        area.number(),
                        1,
                        Register.ChangeKind.HAPPENED,
                        with(area, "2011-01-01", "class", "INDICATION")));
        RegisterVersion tasked = office.approved(office.steps.move(
                office.writer, XAA, area.number(), 1, "TASKED", LocalDate.of(2011, 2, 1), "Task T-1 was issued."));
        assertRefused(
                "register-grounds-worked-on",
                "",
                () -> office.steps.move(
                        office.writer, XAA, area.number(), 2, "WORKED_ON", LocalDate.of(2011, 3, 1), "Work began."));
        office.register.record(
                office.writer,
                XAA,
                new Content(
                        Kind.ACTIVITY,
                        "A-1",
                        LocalDate.of(2011, 3, 1),
                        Fields.of(Map.of(
                                "activity_type", "CLEARANCE",
                                "activity_status", "ONGOING",
                                "started_on", "2011-03-01",
                                "hazard", "H-1")),
                        Optional.empty(),
                        Optional.empty()));
        RegisterVersion working = office.steps.move(
                office.writer, XAA, area.number(), 2, "WORKED_ON", LocalDate.of(2011, 3, 1), "Work began.");
        assertThat(tasked.fields().text("status")).contains("TASKED");
        assertThat(working.because()).isEqualTo("Work began.");
        office.approved(working);
        assertThat(office.register
                        .change(
                                office.writer,
                                XAA,
                                area.number(),
                                3,
                                Register.ChangeKind.CORRECTION,
                                with(working, "2011-03-01", "status", "OPEN"))
                        .approval())
                .as("a correction is no step in the life of an area")
                .isEqualTo(Approval.DRAFT);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void keeps_what_remains_after_land_was_released_and_counts_overlapping_land_once(Engine engine) {
        Office office = new Office(engine);
        RegisterVersion area = office.counts(area("H-1", "2010-05-03", box(0, 0, 10, 10)));
        double whole = area.areaForReports().orElseThrow() / 100.0;
        office.counts(product("P-1", "REDUCED", "2011-04-01", box(0, 0, 10, 3)));
        office.counts(product("P-2", "REDUCED", "2011-09-01", box(0, 3, 5, 2)));
        AreaSteps.Remainder rest = office.steps.remainder(office.manager, XAA, area.number());
        assertThat(rest.byShape()).isTrue();
        assertThat(rest.left().orElseThrow() / 100.0)
                .as("30 and 10 of 100 parts are released: 60 are left")
                .isCloseTo(whole * 0.6, within(1.0));
        RegisterVersion left = office.approved(office.steps.takeRemainder(office.writer, XAA, area.number(), 1));
        assertThat(left.content().validFrom()).isEqualTo("2011-09-01");
        assertThat(left.fields().text("status")).contains("OPEN");
        assertThat(left.areaForReports().orElseThrow() / 100.0).isCloseTo(whole * 0.6, within(1.0));
        assertRefused(
                "register-nothing-released",
                "",
                () -> office.steps.takeRemainder(office.writer, XAA, area.number(), 2));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void is_split_and_merged_without_land_lost_or_counted_twice(Engine engine) {
        Office office = new Office(engine);
        RegisterVersion area = office.counts(area("H-1", "2010-05-03", box(0, 0, 10, 10)));
        double whole = area.areaForReports().orElseThrow() / 100.0;
        assertRefused(
                "register-split-outside",
                "",
                () -> office.steps.split(
                        office.writer, XAA, area.number(), 1, area("H-2", "2011-01-01", box(8, 0, 4, 10))));
        RegisterVersion part =
                office.steps.split(office.writer, XAA, area.number(), 1, area("H-2", "2011-01-01", box(0, 0, 4, 10)));
        RegisterVersion rest = office.now(area);
        assertThat(part.fields().text("split_from")).contains("H-1");
        assertThat((part.areaForReports().orElseThrow() + rest.areaForReports().orElseThrow()) / 100.0)
                .isCloseTo(whole, within(0.5));
        office.approved(rest);
        office.approved(part);
        assertThat(office.register.naming(office.manager, office.now(area)))
                .extracting(RegisterVersion::code)
                .containsExactly("H-2");

        RegisterVersion merged = office.steps.merge(
                office.writer, XAA, part.number(), 1, "H-1", LocalDate.of(2012, 1, 1), "One area after all.");
        assertThat(merged.fields().text("status")).contains("MERGED");
        RegisterVersion again = office.now(area);
        assertThat(again.approval())
                .as("the land goes over to the other as a draft")
                .isEqualTo(Approval.DRAFT);
        assertThat(again.areaForReports().orElseThrow() / 100.0).isCloseTo(whole, within(0.5));
        assertThat(office.register.naming(office.manager, again))
                .extracting(RegisterVersion::code)
                .containsExactly("H-2");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void that_is_closed_is_never_opened_again_but_by_a_new_record(Engine engine) {
        Office office = new Office(engine);
        RegisterVersion area = office.counts(area("H-1", "2010-05-03", box(0, 0, 10, 10)));
        assertRefused(
                "register-not-closed",
                "",
                () -> office.steps.openAgain(
                        office.writer, XAA, area.number(), "H-1B", LocalDate.of(2012, 1, 1), "An accident."));
        assertRefused(
                "register-grounds-closed-cancelled",
                "",
                () -> office.steps.move(
                        office.writer, XAA, area.number(), 1, "CLOSED_CANCELLED", LocalDate.of(2011, 5, 1), "None."));
        office.counts(product("P-1", "CANCELLED", "2011-05-01", box(0, 0, 10, 10)));
        RegisterVersion closed = office.approved(office.steps.move(
                office.writer, XAA, area.number(), 1, "CLOSED_CANCELLED", LocalDate.of(2011, 5, 1), "None found."));
        assertRefused(
                "register-status-next",
                "",
                () -> office.steps.move(
                        office.writer, XAA, area.number(), 2, "OPEN", LocalDate.of(2012, 1, 1), "An accident."));
        RegisterVersion again = office.steps.openAgain(
                office.writer, XAA, area.number(), "H-1B", LocalDate.of(2012, 3, 4), "An accident.");
        assertThat(again.fields().text("reopens")).contains("H-1");
        assertThat(again.content().shape()).isEqualTo(closed.content().shape());
        assertThat(office.now(area)).isEqualTo(closed);
    }

    /** Worked by hand: of four areas two were open on 31 December 2011, one with the size that it had then, as known now and as known then. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void is_on_the_list_of_any_day_as_it_was_then(Engine engine) {
        Office office = new Office(engine);
        clock.set(java.time.Instant.parse("2011-06-01T09:00:00Z"));
        RegisterVersion first = office.counts(area("H-1", "2010-05-03", box(0, 0, 10, 10)));
        RegisterVersion second = office.counts(area("H-2", "2011-05-01", box(20, 0, 10, 10)));
        clock.set(java.time.Instant.parse("2012-06-01T09:00:00Z"));
        office.counts(area("H-3", "2012-02-01", box(40, 0, 10, 10)));
        office.counts(product("P-1", "CANCELLED", "2011-12-31", box(0, 0, 10, 10)));
        office.approved(office.steps.move(
                office.writer, XAA, first.number(), 1, "CLOSED_CANCELLED", LocalDate.of(2011, 12, 31), "None found."));
        office.approved(office.register.change(
                office.writer,
                XAA,
                second.number(),
                1,
                Register.ChangeKind.HAPPENED,
                new Content(
                        Kind.HAZARD,
                        "H-2",
                        LocalDate.of(2012, 1, 1),
                        second.fields(),
                        box(20, 0, 5, 10),
                        Optional.empty())));
        LocalDate day = LocalDate.of(2011, 12, 31);
        assertThat(said(office, day, Optional.empty())).containsExactly("H-1 CLOSED_CANCELLED 10", "H-2 OPEN 10");
        assertThat(said(office, day.minusDays(1), Optional.empty())).containsExactly("H-1 OPEN 10", "H-2 OPEN 10");
        assertThat(said(office, day, Optional.of(java.time.Instant.parse("2012-01-01T00:00:00Z"))))
                .as("as was known on that day")
                .containsExactly("H-1 OPEN 10", "H-2 OPEN 10");
        assertThat(said(office, LocalDate.of(2012, 2, 1), Optional.empty()))
                .containsExactly("H-1 CLOSED_CANCELLED 10", "H-2 OPEN 5", "H-3 OPEN 10");
    }

    private static List<String> said(Office office, LocalDate on, Optional<java.time.Instant> known) {
        return office.register.asOf(office.manager, XAA, Kind.HAZARD, new Register.Knowing(on, known)).stream()
                .map(area -> area.code() + " " + area.fields().text("status").orElse("") + " "
                        + Math.round((area.content().shape().orElseThrow().box().east()
                                        - area.content()
                                                .shape()
                                                .orElseThrow()
                                                .box()
                                                .west())
                                / 1000.0))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void that_one_operator_drafts_is_not_seen_by_another_nor_told_of_in_its_findings(Engine engine) {
        Office office = new Office(engine);
        Organisations organisations = new Organisations(office.database, audit);
        Actor one = office.actor(
                "one",
                Role.OPERATOR,
                Optional.of(organisations
                        .add("program:test", "One", Optional.of(XAA))
                        .id()));
        Actor other = office.actor(
                "other",
                Role.OPERATOR,
                Optional.of(organisations
                        .add("program:test", "Other", Optional.of(XAA))
                        .id()));
        RegisterVersion draft = office.register.record(one, XAA, area("SECRET-1", "2020-01-01", box(0, 0, 10, 10)));
        RegisterVersion same = office.register.record(other, XAA, area("O-1", "2020-01-01", box(0, 0, 10, 10)));
        assertThatThrownBy(() -> office.register.get(other, XAA, draft.number()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().id()).isEqualTo("register-record-unknown"));
        assertThat(office.register.list(other, XAA, Kind.HAZARD, RegisterQuery.all(50)))
                .extracting(RegisterVersion::code)
                .containsExactly("O-1");
        assertThat(office.approvals.look(other, XAA, same.number(), TODAY).findings())
                .noneMatch(finding -> finding.values().containsValue("SECRET-1"));
        assertThat(office.approvals
                        .look(office.manager, XAA, same.number(), TODAY)
                        .findings())
                .as("the national office sees both")
                .anyMatch(finding -> finding.values().containsValue("SECRET-1"));
        assertThat(office.register.counts(other, XAA))
                .singleElement()
                .satisfies(count -> assertThat(count.records()).isEqualTo(1));
    }
}
