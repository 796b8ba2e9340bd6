package org.mineban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mineban.kernel.ProblemException;
import org.mineban.parties.store.PartiesFacts;

@DisplayName("A file of facts")
class FactTableTest {

    private static final String HEADER = "iso3,action,date,effective_date,source,confidence,note";

    @Test
    void gives_its_rows_with_the_line_they_stand_on() {
        FactTable table = read(
                HEADER
                        + "\nUKR,signature,1999-02-24,,UNTC,verified2,\"two\nlines\"\nPOL,signature,1997-12-04,,UNTC,verified1,\n");

        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().get(0).note()).isEqualTo("two\nlines");
        assertThat(table.rows().get(1).place()).isEqualTo("try.csv:4");
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ukr,signature,1999-02-24,,UNTC,verified2,|iso3|ukr|state",
                "UKR,denounced,1999-02-24,,UNTC,verified2,|action|denounced|one-of",
                "UKR,signature,24/02/1999,,UNTC,verified2,|date|24/02/1999|date",
                "UKR,signature,1999-02-30,,UNTC,verified2,|date|1999-02-30|date",
                "UKR,signature,1999-02-24,2006,UNTC,verified2,|effective_date|2006|day",
                "UKR,signature,1999-02-24,,,verified2,|source||text",
                "UKR,signature,1999-02-24,,UNTC,sure,|confidence|sure|confidence",
                "UKR,signature,1999-02-24,,UNTC|none|5 / 7|field-count"
            })
    void stops_at_a_row_that_breaks_its_rule(String row, String column, String value, String expected) {
        assertThatThrownBy(() -> read(HEADER + "\nPOL,signature,1997-12-04,,UNTC,verified2,\n" + row + "\n"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().id()).isEqualTo("broken-fact");
                    Map<String, Object> values = refused.problem().values();
                    assertThat(values)
                            .containsEntry("file", "try.csv")
                            .containsEntry("line", 3)
                            .containsEntry("column", column)
                            .containsEntry("value", value == null ? "" : value)
                            .containsEntry("expected", expected);
                });
    }

    @Test
    void stops_at_another_header_and_at_none() {
        assertThatThrownBy(() -> read("iso3,what\n"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().values()).containsEntry("expected", "header"));
        assertThatThrownBy(() -> read("")).isInstanceOf(ProblemException.class);
    }

    @Test
    void of_treaty_actions_stops_at_a_state_that_is_not_in_the_list() {
        FactTable strange = read(HEADER + "\nXAA,signature,1999-02-24,,UNTC,verified2,\n");

        assertThatThrownBy(() -> new PartiesFacts(strange).register())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().values())
                                .containsEntry("value", "XAA")
                                .containsEntry("expected", "known-state"));
    }

    private static FactTable read(String text) {
        return FactTable.read("try.csv", new StringReader(text), PartiesFacts.actionColumns());
    }
}
