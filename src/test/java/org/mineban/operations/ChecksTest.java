package org.mineban.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.mineban.disclosure.Counts;
import org.mineban.disclosure.PublicCounts;
import org.mineban.disclosure.SmallCounts;
import org.mineban.geography.Geodesy;
import org.mineban.geography.Position;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.operations.FileTable.Column;
import org.mineban.operations.FileTable.Holds;
import org.mineban.platform.Messages;

@DisplayName("The checks of the register")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChecksTest {

    private static final StateCode XAA = new StateCode("XAA");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final Dictionary dictionary = new Dictionary();
    private final Checks checks = new Checks();
    private final Messages messages = new Messages();
    private final Set<String> seen = new TreeSet<>();

    private CheckContext context() {
        return CheckContext.on(TODAY, dictionary)
                .with(ProgrammeSettings.USUAL.since(Year.of(1992)))
                .in(new CountryPlace(CountryPlace.inBox(10, 40, 20, 50).outline(), Optional.of(new Coordinate(15, 45))))
                .with(new CheckLists(Optional.of(units()), Optional.of(accreditations()), Optional.of(mineTypes())));
    }

    /** West of 18 degrees lies West, from there to 20 degrees East. */
    private static CheckLists.AdminUnits units() {
        return place -> {
            double longitude = place.getCoordinate().x;
            return longitude < 18 ? Optional.of("West") : longitude < 20 ? Optional.of("East") : Optional.empty();
        };
    }

    /** Alpha may clear; of the years before 2005 nothing is known. */
    private static CheckLists.Accreditations accreditations() {
        return new CheckLists.Accreditations() {
            @Override
            public boolean knows(String organisation) {
                return organisation.equals("Alpha");
            }

            @Override
            public Optional<Boolean> covers(String organisation, String type, LocalDate from, LocalDate to) {
                return from.getYear() < 2005 ? Optional.empty() : Optional.of(type.equals("CLEARANCE"));
            }
        };
    }

    private static CheckLists.MineTypes mineTypes() {
        return new CheckLists.MineTypes() {
            @Override
            public List<String> names() {
                return List.of("PMA-2", "PROM-1", "Type 72");
            }

            @Override
            public boolean knownHere(String name) {
                return !name.equals("Type 72");
            }
        };
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvFileSource(resources = "/vectors/register-checks.csv", delimiter = '|', numLinesToSkip = 1)
    void say_of_each_record_what_its_rule_says(
            String check,
            String situation,
            String expected,
            String kind,
            @Nullable String record,
            @Nullable String shape,
            @Nullable String others) {
        List<Examined> around = others == null
                ? List.of()
                : Stream.of(others.split(" & ", -1)).map(ChecksTest::other).toList();
        Examined one = examined(kind, record, shape);

        CheckAnswer answer = checks.of(one, context().among(Checks.lookup(around)));

        assertThat(said(answer, check)).as(situation).isEqualTo(expected);
    }

    /** What a check said: its findings, else why it was not made, else that it passed. */
    private String said(CheckAnswer answer, String check) {
        List<CheckFinding> found = answer.of(check);
        if (!found.isEmpty()) {
            return found.stream().map(this::word).distinct().sorted().collect(Collectors.joining(", "));
        }
        return answer.notChecked().stream()
                .filter(one -> one.check().equals(check) && one.reason() != NotChecked.Reason.NOT_KEPT)
                .findFirst()
                .map(one ->
                        "not " + one.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse("pass");
    }

    private String word(CheckFinding finding) {
        seen.add(finding.message());
        for (Language language : Language.values()) {
            assertThat(messages.say(language, finding.message(), finding.values()))
                    .doesNotContain("{");
            assertThat(messages.say(language, finding.next())).isNotBlank();
        }
        return finding.severity().name().toLowerCase(Locale.ROOT) + " " + finding.message();
    }

    private static Examined other(String text) {
        int space = text.indexOf(' ');
        int at = text.indexOf('@');
        return examined(
                text.substring(0, space),
                at < 0 ? text.substring(space + 1) : text.substring(space + 1, at),
                at < 0 ? null : text.substring(at + 1));
    }

    private static Examined examined(String kind, @Nullable String record, @Nullable String shape) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : record == null ? new String[0] : record.split(";", -1)) {
            int equals = field.indexOf('=');
            fields.put(field.substring(0, equals), field.substring(equals + 1));
        }
        Map<String, String> before = new HashMap<>();
        fields.keySet().removeIf(name -> {
            if (name.startsWith("before:")) {
                before.put(name.substring("before:".length()), fields.get(name));
            }
            return name.startsWith("before:");
        });
        String author = Optional.ofNullable(fields.remove("author")).orElse("");
        Optional<String> verifiedBy = Optional.ofNullable(fields.remove("verified_by"));
        Optional<String> approvedBy = Optional.ofNullable(fields.remove("approved_by"));
        String code = Optional.ofNullable(fields.remove("code")).orElse("R1");
        LocalDate validFrom =
                LocalDate.parse(Optional.ofNullable(fields.remove("valid_from")).orElse("2020-01-01"));
        Content content = new Content(
                Kind.find(kind).orElseThrow(),
                code,
                validFrom,
                Fields.of(fields),
                shape == null ? Optional.empty() : Optional.of(shape(shape)),
                Optional.empty());
        Optional<RegisterVersion> counted = before.isEmpty()
                ? Optional.empty()
                : Optional.of(version(
                        new Content(
                                content.kind(),
                                code,
                                LocalDate.of(2020, 1, 1),
                                Fields.of(before),
                                Optional.empty(),
                                Optional.empty()),
                        "program:before",
                        Optional.empty(),
                        Optional.empty()));
        return counted.isEmpty() && author.isEmpty()
                ? Examined.of(content)
                : Examined.of(version(content, author, verifiedBy, approvedBy), counted);
    }

    private static RegisterVersion version(
            Content content, String author, Optional<String> verifiedBy, Optional<String> approvedBy) {
        return new RegisterVersion(
                XAA,
                1,
                1,
                new UUID(0, 1),
                content,
                Optional.empty(),
                Optional.empty(),
                Instant.parse("2020-02-01T00:00:00Z"),
                Optional.empty(),
                true,
                Approval.DRAFT,
                author,
                verifiedBy,
                approvedBy,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Well-known text, or {@code square LONGITUDE LATITUDE SIZE} in degrees from its south-west corner. */
    private static Shape shape(String text) {
        String known = text;
        if (text.startsWith("square ")) {
            double[] numbers = Stream.of(text.substring("square ".length()).split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double east = numbers[0] + numbers[2];
            double north = numbers[1] + numbers[2];
            known = String.format(
                    Locale.ROOT,
                    "POLYGON((%1$s %2$s,%3$s %2$s,%3$s %4$s,%1$s %4$s,%1$s %2$s))",
                    numbers[0],
                    numbers[1],
                    Math.round(east * 1e7) / 1e7,
                    Math.round(north * 1e7) / 1e7);
        }
        try {
            return shape(new WKTReader().read(known));
        } catch (ParseException wrong) {
            throw new AssertionError(wrong);
        }
    }

    static Shape shape(Geometry geometry) {
        Envelope box = geometry.getEnvelopeInternal();
        return new Shape(
                new WKBWriter().write(geometry),
                geometry.isEmpty()
                        ? new Shape.Box(0, 0, 0, 0)
                        : new Shape.Box(
                                Math.round(box.getMinX() * 1e7),
                                Math.round(box.getMinY() * 1e7),
                                Math.round(box.getMaxX() * 1e7),
                                Math.round(box.getMaxY() * 1e7)),
                Math.round(Geodesy.area(geometry) * 100));
    }

    @Test
    void are_62_each_with_its_texts() {
        assertThat(checks.list())
                .extracting(Check::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 62)
                        .mapToObj("V-%02d"::formatted)
                        .toList());
        assertThat(checks.list()).allSatisfy(check -> {
            assertThat(messages.say(Language.ENGLISH, check.titleKey())).isNotBlank();
            assertThat(messages.say(Language.ENGLISH, check.nextKey())).isNotBlank();
            assertThat(check.fields())
                    .as(check.id())
                    .allMatch(field -> Set.of("shape", "code").contains(field)
                            || check.kinds().stream()
                                    .anyMatch(
                                            kind -> dictionary.find(kind, field).isPresent()));
        });
        assertThat(NotChecked.Reason.values())
                .allSatisfy(reason -> assertThat(
                                messages.say(Language.ENGLISH, reason.message(), Map.of("what", "", "records", 1)))
                        .isNotBlank());
    }

    @Test
    void say_what_they_could_not_check_and_why() {
        CheckAnswer answer = checks.of(
                examined("activity", "organisation=Alpha;model=x", "POINT(15.1234 45.1234)"),
                CheckContext.on(TODAY, dictionary));

        assertThat(answer.notChecked())
                .contains(
                        new NotChecked("V-08", NotChecked.Reason.NO_COUNTRY, "", 1),
                        new NotChecked("V-19", NotChecked.Reason.NO_REGISTER, "activity", 1),
                        new NotChecked("V-27", NotChecked.Reason.NO_SETTING, "conflict_start", 1),
                        new NotChecked("V-28", NotChecked.Reason.NO_LIST, "accreditations", 1));
    }

    @Test
    void tell_a_pair_of_a_batch_once() {
        Examined first = examined("hazard", "code=H1;class=SHA;status=OPEN", "square 15.1001 45.1001 0.001");
        Examined second = examined("hazard", "code=H2;class=SHA;status=OPEN", "square 15.1006 45.1001 0.001");

        CheckAnswer answer = checks.ofBatch(List.of(first, second), context());

        assertThat(answer.of("V-16")).singleElement().satisfies(finding -> {
            assertThat(finding.record()).isEqualTo("H2");
            assertThat(finding.values()).containsEntry("other", "H1");
        });
    }

    @Test
    void compare_a_batch_with_the_register_that_it_changes() {
        Examined known = examined("hazard", "code=H1;class=SHA;status=OPEN", "square 15.1001 45.1001 0.001");
        Examined other = examined("hazard", "code=H2;class=SHA;status=OPEN", "square 15.1006 45.1001 0.001");
        Examined changed = examined("hazard", "code=H1;class=SHA;status=OPEN", "square 15.1002 45.1001 0.001");

        CheckAnswer answer = checks.ofBatch(List.of(changed), context().among(Checks.lookup(List.of(known, other))));

        assertThat(answer.of("V-16"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.values()).containsEntry("other", "H2"));
    }

    @Test
    void keep_equal_victims_without_a_number_apart_and_mark_them() {
        List<Examined> rows = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Examined one = examined("victim", "code=row " + i + ";outcome=INJURED;sex=M;happened_on=2006-01", null);
            rows.add(Examined.row(one.content(), "table", i + 2, false));
        }

        CheckAnswer answer = checks.ofBatch(rows, context());

        assertThat(answer.of("V-42"))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(word(finding)).isEqualTo("warns check-finding.v-42"));
        assertThat(answer.of("V-42")).extracting(CheckFinding::line).containsExactly(3L, 4L);
    }

    @Test
    void find_a_density_above_that_of_99_in_100_records() {
        List<Examined> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rows.add(examined(
                    "total", "code=T" + i + ";cleared_m2=10000;devices_total=" + (i == 7 ? 500 : i % 10), null));
        }

        assertThat(checks.ofBatch(rows, context()).of("V-31"))
                .singleElement()
                .satisfies(finding -> assertThat(word(finding)).isEqualTo("warns check-finding.v-31"));
    }

    @Test
    void tell_of_a_mended_shape_before_and_after() {
        Shape mended = shape("square 15.1001 45.1001 0.001");
        Shape given = shape("POLYGON((15.1 45.1,15.101 45.101,15.101 45.1,15.1 45.101,15.1 45.1))");
        Content content = new Content(
                Kind.HAZARD,
                "H1",
                LocalDate.of(2020, 1, 1),
                Fields.of(Map.of("class", "SHA")),
                Optional.of(mended),
                Optional.of(given));

        assertThat(checks.of(Examined.of(content), context()).of("V-03"))
                .extracting(this::word)
                .containsExactly("informs check-finding.v-03-mended");
    }

    @Test
    void tell_of_a_shape_that_cannot_be_read() {
        Content content = new Content(
                Kind.HAZARD,
                "H1",
                LocalDate.of(2020, 1, 1),
                Fields.of(Map.of("class", "SHA")),
                Optional.of(new Shape(new byte[] {1, 3}, new Shape.Box(0, 0, 0, 0), 0)),
                Optional.empty());

        CheckAnswer answer = checks.of(Examined.of(content), context());

        assertThat(answer.of("V-01")).extracting(this::word).containsExactly("blocks check-finding.v-01-unreadable");
        assertThat(said(answer, "V-03")).isEqualTo("not place-unreadable");
    }

    /** Section 12.2: the point near Kabul swapped, the one in Angola read as north, the sign of Bogotá lost; and Bogotá read in the zone to the west. */
    @Test
    void say_which_slip_explains_a_place_outside_the_state() {
        CheckContext afghanistan = in("AFG");
        CheckContext angola = in("AGO");
        CheckContext colombia = in("COL");

        assertThat(said(checks.of(examined("hazard", "class=SHA", "POINT(-80.1 4.7)"), colombia), "V-08"))
                .isEqualTo("blocks check-finding.v-08-zone");
        assertThat(said(checks.of(examined("hazard", "class=SHA", "POINT(34.5553 69.2075)"), afghanistan), "V-08"))
                .isEqualTo("blocks check-finding.v-08-swap");
        assertThat(said(checks.of(examined("hazard", "class=SHA", "POINT(20.511 76.353)"), angola), "V-08"))
                .isEqualTo("blocks check-finding.v-08-hemisphere");
        assertThat(said(checks.of(examined("hazard", "class=SHA", "POINT(74.234 4.711)"), colombia), "V-08"))
                .isEqualTo("blocks check-finding.v-08-sign");
    }

    private CheckContext in(String state) {
        return CheckContext.on(TODAY, dictionary)
                .in(CountryPlace.of(new StateCode(state)).orElseThrow());
    }

    private List<String> saidOfFile(FileTable table, String check) {
        FileTable.Words words = FileTable.Words.of(
                Map.of("sex", Set.of("Hombre", "Mujer", "Sin Información"), "outcome", Set.of("Herido", "Muerto")));
        return checks.ofFile(table, Optional.of(words), context()).of(check).stream()
                .map(this::word)
                .toList();
    }

    private static FileTable table(Column... columns) {
        return new FileTable(Optional.of(LocalDate.of(2026, 10, 1)), Arrays.asList(columns));
    }

    private static Column column(String header, Holds holds, String... cells) {
        return Column.of(header, holds, Optional.empty(), Arrays.asList(cells));
    }

    private static Column form(String header, String label) {
        return new Column(header, Optional.of(label), Holds.WHOLE, Optional.empty(), new LinkedHashMap<>());
    }

    @Test
    void find_swapped_columns() {
        Column outcome = Column.of("estado", Holds.WORDS, Optional.of("outcome"), List.of("Hombre", "Mujer", "Hombre"));
        Column right = Column.of("sexo", Holds.WORDS, Optional.of("sex"), List.of("Hombre", "Mujer", "otro"));

        assertThat(saidOfFile(table(outcome), "V-40")).containsExactly("blocks check-finding.v-40-swapped");
        assertThat(saidOfFile(table(right), "V-40")).isEmpty();
        assertThat(checks.ofFile(table(outcome), Optional.empty(), context()).notChecked())
                .contains(new NotChecked("V-40", NotChecked.Reason.NO_LIST, "code_words", 1));
    }

    @Test
    void find_a_form_field_that_contradicts_its_label() {
        assertThat(saidOfFile(table(form("fem_child", "Number of female adult")), "V-47"))
                .containsExactly("warns check-finding.v-47");
        assertThat(saidOfFile(table(form("fem_child", "Girls under 18")), "V-47"))
                .isEmpty();
    }

    @Test
    void read_numbers_by_what_their_column_holds() {
        assertThat(saidOfFile(table(column("ano", Holds.YEAR, "2,006", "2007")), "V-52"))
                .containsExactly("informs check-finding.v-52-read");
        assertThat(saidOfFile(table(column("code", Holds.CODE, "5,313", "18410")), "V-52"))
                .containsExactly("informs check-finding.v-52-read");
        assertThat(saidOfFile(table(column("m2", Holds.DECIMAL, "1.521,82", "7")), "V-52"))
                .containsExactly("informs check-finding.v-52-read");
        assertThat(saidOfFile(table(column("m2", Holds.DECIMAL, "1521.82", "7")), "V-52"))
                .isEmpty();
        assertThat(saidOfFile(table(column("m2", Holds.DECIMAL, "2,006", "7")), "V-52"))
                .containsExactly("blocks check-finding.v-52-ask");
        assertThat(saidOfFile(table(column("m2", Holds.DECIMAL, "1521.82", "0,5")), "V-52"))
                .containsExactly("blocks check-finding.v-52-mixed");
        assertThat(saidOfFile(table(column("ano", Holds.YEAR, "20006")), "V-52"))
                .containsExactly("blocks check-finding.v-52-column");
        assertThat(saidOfFile(table(column("number", Holds.WHOLE, "12", "1 204")), "V-52"))
                .containsExactly("informs check-finding.v-52-read");
    }

    @Test
    void look_at_the_letters_the_names_and_the_day_of_a_file() {
        assertThat(saidOfFile(table(column("place", Holds.WORDS, "MontaÃ±ita")), "V-53"))
                .containsExactly("warns check-finding.v-53");
        assertThat(saidOfFile(table(column("Phone", Holds.WORDS, "x")), "V-54"))
                .containsExactly("blocks check-finding.v-54-column");
        assertThat(saidOfFile(table(column("place", Holds.WORDS, "Granada")), "V-54"))
                .isEmpty();
        assertThat(saidOfFile(new FileTable(Optional.of(LocalDate.of(2024, 7, 31)), List.of()), "V-60"))
                .containsExactly("informs check-finding.v-60-snapshot");
        assertThat(saidOfFile(table(), "V-60")).isEmpty();
    }

    private List<String> saidOfPoints(WrittenPoints written, String check) {
        return checks.ofPoints(written).of(check).stream().map(this::word).toList();
    }

    private static WrittenPoints points(Optional<String> system, WrittenPoints.Point... points) {
        return new WrittenPoints(Arrays.asList(points), system, Optional.empty(), List.of());
    }

    @Test
    void find_a_point_name_used_twice() {
        var one = new WrittenPoints.Point("TP1", 15.1, 45.1);
        var again = new WrittenPoints.Point(" TP1 ", 15.2, 45.1);
        var two = new WrittenPoints.Point("TP2", 15.2, 45.2);

        assertThat(saidOfPoints(points(Optional.empty(), one, two, again), "V-06"))
                .containsExactly("warns check-finding.v-06");
        assertThat(saidOfPoints(points(Optional.empty(), one, two), "V-06")).isEmpty();
    }

    /** Eastings and northings of section 12.2. */
    @Test
    void find_metres_without_a_system_or_outside_their_zone() {
        var kabul = new WrittenPoints.Point("TP1", 519036.60, 3823748.88);
        var swapped = new WrittenPoints.Point("TP1", 3823748.88, 519036.60);

        assertThat(saidOfPoints(points(Optional.empty(), kabul), "V-56")).containsExactly("blocks check-finding.v-56");
        assertThat(saidOfPoints(points(Optional.of("EPSG:32642"), kabul), "V-56"))
                .isEmpty();
        assertThat(saidOfPoints(points(Optional.of("EPSG:32642"), swapped), "V-56"))
                .containsExactly("blocks check-finding.v-56-range");
    }

    private static WrittenPoints walk(double closingBearing, double closingMetres) {
        return new WrittenPoints(
                List.of(),
                Optional.empty(),
                Optional.of(new Position(34.55680201, 69.21079776)),
                List.of(
                        WrittenPoints.Leg.of(90, 120),
                        WrittenPoints.Leg.of(5, 60),
                        WrittenPoints.Leg.of(275, 118),
                        WrittenPoints.Leg.of(closingBearing, closingMetres)));
    }

    /** Section 12.3: a closing leg of 188 degrees and 68 m misses by 3.25 m on 368 m, 0.9 per cent. */
    @Test
    void let_a_small_misclosure_pass_and_tell_of_a_large_one() {
        assertThat(saidOfPoints(walk(188, 68), "V-57")).isEmpty();
        assertThat(saidOfPoints(walk(188, 60), "V-57")).containsExactly("warns check-finding.v-57");
    }

    @Test
    void ask_from_which_north_a_bearing_is() {
        WrittenPoints.Leg good = WrittenPoints.Leg.of(90, 100);
        var silent = new WrittenPoints.Leg(
                90, good.circle(), Optional.empty(), OptionalDouble.empty(), Optional.empty(), 100, 0);
        var needle = new WrittenPoints.Leg(
                90,
                good.circle(),
                Optional.of(WrittenPoints.North.MAGNETIC),
                OptionalDouble.of(3.3),
                Optional.empty(),
                100,
                0);

        assertThat(saidOfPoints(walked(good), "V-58")).isEmpty();
        assertThat(saidOfPoints(walked(silent), "V-58")).containsExactly("warns check-finding.v-58");
        assertThat(saidOfPoints(walked(needle), "V-58")).containsExactly("warns check-finding.v-58-declination");
    }

    private static WrittenPoints walked(WrittenPoints.Leg leg) {
        return new WrittenPoints(
                List.of(),
                Optional.empty(),
                Optional.of(new Position(34.5, 69.2)),
                List.of(WrittenPoints.Leg.of(90, 100), leg));
    }

    private List<String> saidOfFigures(CheckedFigures figures, String check) {
        return checks.ofFigures(List.of(figures)).of(check).stream()
                .map(this::word)
                .toList();
    }

    private static SequencedMap<String, Double> parts(Object... namesAndValues) {
        SequencedMap<String, Double> parts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parts.put((String) namesAndValues[i], ((Number) namesAndValues[i + 1]).doubleValue());
        }
        return parts;
    }

    /** A real row: 66 hazards, 52 closed and 4 not closed. */
    @Test
    void find_counts_that_do_not_add_up() {
        var hazards = new CheckedFigures.Sum("hazards", false, 66, parts("closed", 52, "not closed", 4));
        var mended = new CheckedFigures.Sum("hazards", false, 66, parts("closed", 52, "not closed", 14));
        var mines = new CheckedFigures.Sum("mines", true, 130, parts("Antioquia", 54, "Caldas", 42, "others", 33));
        var all = new CheckedFigures.Sum("mines", true, 130, parts("Antioquia", 54, "Caldas", 42, "others", 34));

        assertThat(saidOfFigures(hazards, "V-61")).containsExactly("warns check-finding.v-61");
        assertThat(saidOfFigures(mended, "V-61")).isEmpty();
        assertThat(saidOfFigures(mines, "V-32")).containsExactly("blocks check-finding.v-32");
        assertThat(saidOfFigures(all, "V-32")).isEmpty();
    }

    /** The invented balance of section 7. */
    @Test
    void hold_the_balance_to_a_square_metre() {
        assertThat(saidOfFigures(balance(790_000, 1_000_000), "V-33")).isEmpty();
        assertThat(saidOfFigures(balance(790_002, 1_000_000), "V-33")).containsExactly("blocks check-finding.v-33");
        assertThat(saidOfFigures(balance(790_000, 999_000), "V-33"))
                .containsExactly("blocks check-finding.v-33-opening");
    }

    private static CheckedFigures.Balance balance(double closing, double closingBefore) {
        return new CheckedFigures.Balance(
                2020,
                1_000_000,
                parts("new", 150_000, "resurvey", 20_000),
                parts("cancelled", 90_000, "reduced", 200_000, "cleared", 60_000, "voided", 30_000),
                closing,
                Optional.of(closingBefore),
                false);
    }

    @Test
    void hold_a_report_to_its_calendar_year_and_day() {
        LocalDate first = LocalDate.of(2020, 1, 1);
        LocalDate last = LocalDate.of(2020, 12, 31);

        assertThat(saidOfFigures(
                        new CheckedFigures.Period(first, last, Optional.of(LocalDate.of(2021, 4, 30)), List.of()),
                        "V-51"))
                .isEmpty();
        assertThat(saidOfFigures(
                        new CheckedFigures.Period(
                                first,
                                last.plusDays(1),
                                Optional.of(LocalDate.of(2022, 5, 1)),
                                List.of(new CheckedFigures.Days(last, last.plusYears(1)))),
                        "V-51"))
                .containsExactly(
                        "warns check-finding.v-51",
                        "warns check-finding.v-51-overlap",
                        "warns check-finding.v-51-late");
    }

    @Test
    void look_for_small_counts_in_public_tables() {
        Counts counts = new Counts(List.of(List.of(3, 20), List.of(30, 40)));
        PublicCounts safe = SmallCounts.withheld(counts, SmallCounts.LEAST);
        PublicCounts open = shown(counts, Set.of());
        PublicCounts guessed = shown(counts, Set.of("0/0"));

        assertThat(saidOfFigures(new CheckedFigures.PublicTable(counts, safe), "V-55"))
                .isEmpty();
        assertThat(saidOfFigures(new CheckedFigures.PublicTable(counts, open), "V-55"))
                .containsExactly("warns check-finding.v-55");
        assertThat(saidOfFigures(new CheckedFigures.PublicTable(counts, guessed), "V-55"))
                .containsExactly("warns check-finding.v-55-computable");
    }

    private static PublicCounts shown(Counts counts, Set<String> withheld) {
        return new PublicCounts(IntStream.rangeClosed(0, counts.rows())
                .mapToObj(row -> IntStream.rangeClosed(0, counts.columns())
                        .mapToObj(column -> withheld.contains(row + "/" + column)
                                ? java.util.OptionalInt.empty()
                                : java.util.OptionalInt.of(counts.at(row, column)))
                        .toList())
                .toList());
    }

    /** Runs last: a sentence that no case above brought forth would not be known to be true. */
    @AfterAll
    void have_a_case_for_each_of_their_sentences() {
        assertThat(messages.keys(Language.ENGLISH))
                .filteredOn(key -> key.startsWith("check-finding."))
                .isSubsetOf(seen);
    }
}
