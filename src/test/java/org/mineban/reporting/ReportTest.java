package org.mineban.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;

@DisplayName("A report")
class ReportTest {

    private static final FieldPath QUANTITY = FieldPath.of("b.row[pmn].qty");

    private static Report full() {
        return Report.empty()
                .with(FieldPath.of("env.state"), Entry.of(Value.Words.of("XAA")))
                .with(FieldPath.of("env.kind"), Entry.of(Value.Words.of("annual")))
                .with(FieldPath.of("env.language"), Entry.of(Value.Words.of("fr", "ar")))
                .with(FieldPath.of("env.periodTo"), Entry.of(new Value.Date(new PartialDate.OfYear(2012))))
                .with(FieldPath.of("env.coverLetter[1].file"), Entry.of(new Value.Attachment("note.pdf", "", "", -1)))
                .with(
                        QUANTITY,
                        Entry.of(new Value.Quantity(Figure.of(12)), "12 boxes")
                                .from(new Origin(
                                        Origin.Kind.REGISTER,
                                        "store 4",
                                        "counted twice",
                                        OptionalInt.of(3),
                                        Optional.of(Figure.of(13)))))
                .with(
                        FieldPath.of("c.row[1].areaM2"),
                        Entry.of(
                                new Value.Quantity(new Figure.Amount(
                                        new BigDecimal("28970000.00"), new BigDecimal("1E4"), Figure.Exactness.ABOUT)),
                                "28.97 km2"))
                .with(FieldPath.of("c.row[2].areaM2"), Entry.of(new Figure.NotMeasured()))
                .with(FieldPath.of("d.total"), Entry.of(new Value.Unread("not-a-number", List.of()), "néant"))
                .with(FieldPath.of("a.noChange"), Entry.of(new Value.Flag(true)))
                .with(
                        FieldPath.of("i.text"),
                        Entry.of(new Value.Text(Map.of(Language.ARABIC, "تحذير", Language.FRENCH, "Avertissement"))))
                .with(Subject.STOCKPILES, new Mark.Changed())
                .with(Subject.CONVERSION, new Mark.Nil(Map.of(Language.FRENCH, "Néant depuis toujours.")))
                .with(Subject.MEASURES, new Mark.Unchanged("2009"))
                .with(Subject.CHARACTERISTICS, new Mark.NotApplicable())
                .with(new Restatement(
                        QUANTITY, Figure.of(11), new Figure.Unknown(), "A store burnt.", LocalDate.of(2012, 3, 4)));
    }

    @Test
    void comes_back_from_its_json_as_it_was() {
        assertThat(ReportJson.read(ReportJson.write(full()).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(full());
    }

    @Test
    void is_the_same_bytes_in_whatever_order_it_was_written() {
        Report other = Report.empty();
        for (Group.Placed placed : full().placed().reversed()) {
            other = other.with(placed.place(), placed.entry());
        }
        Report sameSections = new Report(other.envelope(), full().marks(), other.sections(), full().restatements());
        // rows keep their order, which is content: put them back
        sameSections = sameSections.with(Subject.AREAS, full().section(Subject.AREAS));

        assertThat(ReportJson.identity(sameSections)).isEqualTo(ReportJson.identity(full()));
    }

    @Test
    void tells_none_unknown_and_nothing_written_apart() {
        Report report = full();

        assertThat(report.section(Subject.AREAS).rows("row").get(1).fields().figure("areaM2"))
                .isEqualTo(new Figure.NotMeasured());
        assertThat(report.section(Subject.RETAINED).figure("total")).isEqualTo(new Figure.Blank());
        assertThat(report.at(FieldPath.of("d.total")).orElseThrow().written()).isEqualTo("néant");
        assertThat(new Figure.Nil().known()).contains(BigDecimal.ZERO);
        assertThat(new Figure.Unknown().known()).isEmpty();
    }

    @Test
    void is_changed_field_by_field_and_keeps_the_names_of_its_rows() {
        Report changed = full().with(QUANTITY, Entry.of(Figure.of(9))).without(FieldPath.of("c.row[1].areaM2"));

        assertThat(changed.section(Subject.STOCKPILES).rows("row"))
                .extracting(Rows.Row::name)
                .containsExactly("pmn");
        assertThat(changed.section(Subject.STOCKPILES)
                        .rows("row")
                        .getFirst()
                        .fields()
                        .number("qty"))
                .contains(BigDecimal.valueOf(9));
        assertThat(changed.section(Subject.AREAS).rows("row")).hasSize(2);
        assertThat(changed.at(FieldPath.of("c.row[1].areaM2"))).isEmpty();
    }

    @Test
    void has_its_title_page_in_types() {
        Envelope env = full().env();

        assertThat(env.state()).contains(new StateCode("XAA"));
        assertThat(env.kind()).contains(ReportKind.ANNUAL);
        assertThat(env.year()).hasValue(2012);
        assertThat(env.languages()).containsExactly(Language.FRENCH, Language.ARABIC);
        assertThat(env.from()).isEmpty();
    }

    @Test
    void that_cannot_be_read_is_refused_with_the_place() {
        assertThatThrownBy(() -> ReportJson.read(
                        "{\"format\":\"mineban-report-1\",\"sections\":{\"areas\":{\"row\":[{\"fields\":{\"areaM2\":{\"is\":\"number\",\"value\":\"1,2\"}}}]}}}"
                                .getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(ProblemException.class, thrown -> {
                    assertThat(thrown.problem().id()).isEqualTo("report-unreadable");
                    assertThat(thrown.problem().values())
                            .containsEntry("place", "areas.row[1].areaM2")
                            .containsEntry("value", "1,2");
                });
        assertThatThrownBy(() -> ReportJson.read("{".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void has_a_dictionary_whose_every_field_belongs_to_a_part() {
        Dictionary dictionary = Dictionary.load();

        assertThat(dictionary.fields())
                .hasSizeGreaterThan(250)
                .allSatisfy(field -> assertThat(field.id().prefix().equals(Report.ENVELOPE)
                                || Subject.ofPrefix(field.id().prefix()).isPresent())
                        .isTrue());
        assertThat(dictionary.find(QUANTITY).orElseThrow().unit()).isEqualTo(Field.Unit.MINES);
    }

    @Test
    void is_stored_by_subject_since_letters_belong_to_the_edition() {
        Editions editions = Editions.load();

        assertThat(editions.find("forms-2007").orElseThrow().letter(Subject.RETAINED))
                .contains("D");
        assertThat(editions.find("guide-2015").orElseThrow().letter(Subject.RETAINED))
                .contains("3");
        assertThat(editions.find("forms-1999").orElseThrow().letter(Subject.OTHER))
                .isEmpty();
        assertThat(editions.find("forms-1999")
                        .orElseThrow()
                        .prints(Dictionary.load()
                                .find(FieldPath.of("b.found[1].qty"))
                                .orElseThrow()))
                .isFalse();
        assertThat(editions.find("forms-2007")
                        .orElseThrow()
                        .prints(Dictionary.load()
                                .find(FieldPath.of("b.found[1].qty"))
                                .orElseThrow()))
                .isTrue();
    }
}
