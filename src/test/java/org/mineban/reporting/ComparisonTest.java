package org.mineban.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Two reports side by side")
class ComparisonTest {

    private static final Report BEFORE = Xaa.report(2011);
    private static final Report AFTER = Xaa.report(2012);

    @Test
    void differ_field_by_field_with_the_change_of_each_number() {
        Comparison comparison = Comparison.of(BEFORE, AFTER);

        assertThat(comparison.differences())
                .filteredOn(difference -> difference.place().text().equals("b.total"))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.kind()).isEqualTo(Comparison.Kind.CHANGED);
                    assertThat(difference.change().orElseThrow()).isEqualByComparingTo("-1250");
                });
        assertThat(Comparison.of(AFTER, AFTER).differences()).isEmpty();
    }

    @Test
    void match_rows_by_what_they_are_about() {
        Report moved = AFTER.with(
                Subject.AREAS,
                AFTER.section(Subject.AREAS)
                        .with(
                                "row",
                                new Rows(
                                        AFTER.section(Subject.AREAS).rows("row").reversed())));

        assertThat(Comparison.of(AFTER, moved).differences()).isEmpty();
    }

    @Test
    void follow_an_area_that_has_another_name() {
        Report renamed = Xaa.change(Xaa.change(AFTER, "c.row[2].location=Deep South"), "c.row[2].previousName=South");

        assertThat(Comparison.of(AFTER, renamed).differences())
                .filteredOn(difference -> difference.place().text().startsWith("c.row[2]"))
                .extracting(difference -> difference.kind() + " " + difference.place())
                .containsExactlyInAnyOrder("RENAMED c.row[2].location", "ADDED c.row[2].previousName");
    }

    @Test
    void carry_sums_over_or_say_that_they_do_not() {
        assertThat(Comparison.of(BEFORE, AFTER).carried()).hasSize(3).noneMatch(Comparison.Carried::broken);
        assertThat(Comparison.of(BEFORE, Xaa.change(AFTER, "c.opening.areaM2=3591001"))
                        .carried())
                .filteredOn(Comparison.Carried::broken)
                .singleElement()
                .satisfies(carried -> {
                    assertThat(carried.what()).isEqualTo(Subject.AREAS);
                    assertThat(carried.closing()).contains(BigDecimal.valueOf(3591000));
                });
    }

    @Test
    void tell_a_correction_from_a_change() {
        Report corrected =
                Xaa.change(Xaa.change(AFTER, "b.total=2700"), "restate b.total 2750 2700 A box was counted twice.");

        assertThat(Comparison.of(AFTER, corrected).differences())
                .filteredOn(difference -> difference.place().text().equals("b.total"))
                .extracting(Comparison.Difference::kind)
                .containsExactly(Comparison.Kind.RESTATED);
    }

    @Test
    void hold_the_same_numbers_when_they_are_language_versions() {
        Report french = Xaa.change(Xaa.change(AFTER, "i.text=Panneaux."), "env.language=fr");

        assertThat(Comparison.numbers(AFTER, french)).isEmpty();
        assertThat(Comparison.numbers(AFTER, Xaa.change(french, "d.total=511"))).hasSize(1);
    }
}
