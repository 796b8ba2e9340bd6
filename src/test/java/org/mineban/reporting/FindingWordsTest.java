package org.mineban.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;

@DisplayName("Findings")
class FindingWordsTest {

    private final Messages messages = new Messages();

    @Test
    void say_the_sums_and_the_gap_in_the_language_of_the_reader() {
        Finding finding = finding("d.total=511", "D-01");

        assertThat(new FindingWords(messages, Language.ENGLISH).message(finding))
                .isEqualTo("The rows sum to 510; the total says 511.");
        assertThat(new FindingWords(messages, Language.FRENCH).message(finding("b.total=4001", "B-07")))
                .isEqualTo("Le stock est passé de 4 000 à 4 001 sans découverte, retour ni transfert.");
        assertThat(FindingWords.values(finding)).isEqualTo("sum=510; total=511");
    }

    @Test
    void say_how_many_days_late() {
        assertThat(new FindingWords(messages, Language.ENGLISH).message(finding("env.receivedOn=2013-05-01", "TIM-01")))
                .isEqualTo("Due on 30 April 2013, here on 1 May 2013 at the earliest: 1 day later.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void of_every_vector_are_said_in_full(Language language) throws IOException {
        FindingWords words = new FindingWords(messages, language);
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/vectors/report-rules.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split(",", 3);
            if (parts[1].equals("fails")) {
                Xaa.check(parts[2], Surroundings.NONE).findings().forEach(finding -> {
                    assertThat(words.message(finding))
                            .as(finding.rule().id())
                            .doesNotContain("{", "}")
                            .isNotBlank();
                    assertThat(words.title(finding.rule())).isNotBlank();
                    assertThat(words.next(finding.rule())).isNotBlank();
                    assertThat(words.severity(finding)).isNotBlank();
                    assertThat(finding.values().keySet())
                            .as(finding.rule().id())
                            .containsAll(new MessageFormat(
                                            messages.pattern(
                                                    language,
                                                    "rule." + finding.rule().id() + ".message"),
                                            Messages.locale(language))
                                    .getArgumentNames());
                });
            }
        }
    }

    @Test
    void have_no_text_that_no_rule_asks_for() {
        Set<String> asked = new TreeSet<>();
        for (Rule rule : Xaa.CHECKS.rules()) {
            asked.add("rule." + rule.id() + ".title");
            asked.add("rule." + rule.id() + ".message");
            asked.add("rule.next." + rule.next());
        }
        assertThat(messages.keys(Language.ENGLISH))
                .filteredOn(key -> key.startsWith("rule.") && !key.startsWith("rule.not-checked."))
                .containsExactlyInAnyOrderElementsOf(asked);
        for (Field field : Xaa.DICTIONARY.fields()) {
            assertThat(messages.keys(Language.ENGLISH)).contains("field." + field.label());
            field.codes()
                    .forEach(code -> assertThat(messages.keys(Language.ENGLISH)).contains("report-code." + code));
        }
    }

    private static Finding finding(String changes, String rule) {
        return Xaa.check(changes, Surroundings.NONE).findings().stream()
                .filter(found -> found.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }
}
