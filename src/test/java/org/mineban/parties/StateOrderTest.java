package org.mineban.parties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.mineban.Facts;
import org.mineban.kernel.Language;

@DisplayName("The order of States")
class StateOrderTest {

    private static final LocalDate ON = LocalDate.parse("2026-11-24");

    @ParameterizedTest(name = "{0}: {1} ({3})")
    @CsvFileSource(resources = "/vectors/state-order.csv", useHeadersInDisplayName = false, numLinesToSkip = 1)
    void is_that_of_published_lists(String language, String names, boolean begins, String source) {
        List<String> published = Arrays.stream(names.split("; ", -1)).toList();
        List<String> ours = ordered(Language.find(language).orElseThrow());

        assertThat(ours).as(source).containsSubsequence(published);
        assertThat(!begins || ours.subList(0, published.size()).equals(published))
                .as("the list begins with " + names + ", not " + ours.subList(0, published.size()))
                .isTrue();
    }

    private static List<String> ordered(Language language) {
        return Facts.KNOWLEDGE.register().states().stream()
                .sorted(Comparator.comparingInt(
                        (State state) -> state.name(language, ON).place()))
                .map(state -> state.name(language, ON).name().replace('\'', '’'))
                .toList();
    }
}
