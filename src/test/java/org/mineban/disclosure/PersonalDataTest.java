package org.mineban.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

@DisplayName("Personal data in a text that others read")
class PersonalDataTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/vectors/personal-data.csv", numLinesToSkip = 1, quoteCharacter = '"')
    void is_found_where_people_write_it_and_not_where_they_write_something_else(String text, String kinds, String why) {
        List<String> expected = kinds == null ? List.of() : Arrays.asList(kinds.split(" ", -1));

        assertThat(PersonalData.find(text).stream()
                        .map(found -> found.kind().id())
                        .distinct()
                        .toList())
                .as("%s (%s): %s", text, why, PersonalData.find(text))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void is_told_as_it_stands_and_where() {
        assertThat(PersonalData.find("اتصل على ٠٧٩ ١٢٣ ٤٥٦٧ غدا"))
                .containsExactly(new PersonalData.Found(PersonalData.Kind.TELEPHONE, "٠٧٩ ١٢٣ ٤٥٦٧", 9));
    }

    @Test
    void is_looked_for_in_a_long_text_in_little_time() {
        String long1 = "1 2 3 ".repeat(20_000) + "a.b-c.d ".repeat(20_000) + "Name Name ".repeat(5_000);
        long start = System.nanoTime();
        assertThat(PersonalData.find(long1).size()).isGreaterThanOrEqualTo(0);
        assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
    }
}
