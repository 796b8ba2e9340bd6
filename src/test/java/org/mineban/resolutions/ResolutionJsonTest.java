package org.mineban.resolutions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mineban.resolutions.reading.ResolutionReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Source of the names: the contract of the command {@code resolution read} in DESIGN.md. */
@DisplayName("JSON of a resolution")
class ResolutionJsonTest {
    private static final String TEXT = """
            67/901. Public clocks

            The General Assembly,

            Recalling its resolution 66/902 of 6 December 2011,

            1. Invites Member States to wind their clocks;

            2. Requests the Secretary-General to report to the General Assembly at its sixty-eighth session.

            48th plenary meeting
            3 December 2012
            """;

    private final JsonNode json = json();

    @Test
    void has_the_fields_of_the_contract() {
        assertThat(json.propertyNames())
                .contains(
                        "symbol",
                        "number",
                        "session",
                        "agendaItem",
                        "adoptedOn",
                        "committeeReport",
                        "title",
                        "preambular",
                        "operative");
        assertThat(json.get("operative").get(0).propertyNames())
                .contains("number", "verbs", "addressees", "text", "citations", "followUp");
    }

    @Test
    void writes_days_in_iso_and_absence_as_null() {
        assertThat(json.get("adoptedOn").asString()).isEqualTo("2012-12-03");
        assertThat(json.get("agendaItem").isNull()).isTrue();
        assertThat(json.get("committeeReport").isNull()).isTrue();
        assertThat(json.get("session").asInt()).isEqualTo(67);
    }

    @Test
    void writes_each_follow_up_with_its_type() {
        JsonNode followUp = json.get("operative").get(1).get("followUp").get(0);

        assertThat(followUp.get("type").asString()).isEqualTo("REPORT_REQUESTED");
        assertThat(followUp.get("from").asString()).isEqualTo("SECRETARY_GENERAL");
        assertThat(followUp.get("session").asInt()).isEqualTo(68);
    }

    @Test
    void addressees_have_a_code_and_the_words_it_was_read_from() {
        JsonNode addressee = json.get("operative").get(0).get("addressees").get(0);

        assertThat(addressee.get("who").asString()).isEqualTo("MEMBER_STATES");
        assertThat(addressee.get("words").asString()).isEqualTo("Member States");
    }

    @Test
    void a_file_with_one_resolution_has_no_parts() {
        assertThat(json.get("parts").isEmpty()).isTrue();
    }

    private static JsonNode json() {
        try {
            return JsonMapper.builder().build().readTree(new ResolutionJson().write(new ResolutionReader().read(TEXT)));
        } catch (UnreadableResolutionException e) {
            throw new AssertionError(e);
        }
    }
}
