package org.mineban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Language;
import org.mineban.kernel.RuleName;
import org.mineban.obligations.ClearanceEvent;
import org.mineban.obligations.Duty;
import org.mineban.obligations.ObligationRule;
import org.mineban.parties.PartyRule;
import org.mineban.parties.RegionalGroup;

@DisplayName("The texts")
class MessagesTest {

    private static final Pattern LITERAL_KEY = Pattern.compile(
            "(?:say|find)\\(\\s*(?:language,\\s*)?(?:session\\.language\\(\\),\\s*)?\"([a-z0-9A-Z.\\-]+)\"\\s*[,)]");

    private static final Pattern TEMPLATE_KEY = Pattern.compile("[tv]\\.say\\('([a-z0-9A-Z.\\-]+)'");

    private final Messages messages = new Messages();

    @ParameterizedTest
    @EnumSource(Language.class)
    void are_the_same_in_every_language(Language language) {
        assertThat(messages.keys(language)).isEqualTo(messages.keys(Language.ENGLISH));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void are_none_of_them_empty(Language language) {
        assertThat(messages.keys(language))
                .filteredOn(key -> messages.pattern(language, key).isBlank())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void take_the_arguments_of_the_english_text(Language language) {
        assertThat(messages.keys(language))
                .allSatisfy(key -> assertThat(arguments(language, key))
                        .as(language.code() + " " + key)
                        .isEqualTo(arguments(Language.ENGLISH, key)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void have_every_plural_of_their_language(Language language) {
        Set<String> needed = PluralRules.forLocale(Messages.locale(language)).getKeywords();

        assertThat(messages.keys(language)).allSatisfy(key -> {
            for (Set<String> given : plurals(messages.pattern(language, key))) {
                assertThat(given).as(language.code() + " " + key).containsAll(needed);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void have_no_straight_apostrophe_which_icu_would_take_for_a_quotation(Language language) {
        assertThat(messages.keys(language))
                .filteredOn(key -> messages.pattern(language, key).contains("'"))
                .isEmpty();
    }

    @Test
    void exist_for_every_rule_doubt_duty_and_confidence() {
        Set<String> needed = new TreeSet<>();
        for (RuleName rule : Stream.<RuleName>concat(
                        Arrays.stream(PartyRule.values()), Arrays.stream(ObligationRule.values()))
                .toList()) {
            needed.add("reason." + rule.id());
        }
        for (Duty duty : Duty.values()) {
            needed.add("duty." + duty.key());
        }
        for (Confidence confidence : Confidence.values()) {
            needed.add("confidence." + confidence.code());
            needed.add("confidence." + confidence.code() + ".explained");
        }
        for (ClearanceEvent.Kind kind : ClearanceEvent.Kind.values()) {
            needed.add("article5." + kind.key());
        }
        for (RegionalGroup group : RegionalGroup.values()) {
            needed.add("group." + (group == RegionalGroup.NONE ? "none" : group.name()));
        }

        assertThat(messages.keys(Language.ENGLISH)).containsAll(needed);
    }

    @Test
    void that_the_program_asks_for_exist() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                String name = source.toString();
                if (name.endsWith(".java")) {
                    asked.addAll(found(LITERAL_KEY, source));
                } else if (name.endsWith(".html")) {
                    asked.addAll(found(TEMPLATE_KEY, source));
                }
            }
        }

        assertThat(asked).isNotEmpty();
        assertThat(messages.keys(Language.ENGLISH)).containsAll(asked);
    }

    @Test
    void whose_review_is_recorded_exist() {
        assertThat(FactTable.resource(
                                "messages/reviews.csv",
                                FactColumn.text("language"),
                                FactColumn.text("key"),
                                FactColumn.text("state"),
                                FactColumn.text("source_hash"),
                                FactColumn.text("text_hash"),
                                FactColumn.text("by"),
                                FactColumn.text("on"),
                                FactColumn.text("reason"))
                        .rows())
                .extracting(row -> row.get("key"))
                .filteredOn(key -> !key.equals("*"))
                .isSubsetOf(messages.keys(Language.ENGLISH));
    }

    @Test
    void in_english_are_the_source_and_count_as_reviewed_unless_marked() {
        assertThat(messages.state(Language.ENGLISH, "page.skip")).isEqualTo(ReviewState.REVIEWED);
        assertThat(messages.state(Language.ENGLISH, "resolution.67-32.operative.6.lead"))
                .isEqualTo(ReviewState.UNREVIEWED);
    }

    @Test
    void are_reviewed_by_somebody_named_on_a_day() {
        Review review = messages.review(Language.FRENCH, "page.skip");

        assertThat(review.state()).isEqualTo(ReviewState.REVIEWED);
        assertThat(review.by()).isEqualTo("founders");
        assertThat(review.on()).isEqualTo("2026-11-24");
        assertThat(messages.unreviewed(Language.FRENCH)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"ARABIC", "SPANISH", "RUSSIAN", "CHINESE"})
    void of_a_language_without_a_reader_wait_as_a_whole(Language language) {
        assertThat(messages.unreviewed(language)).isTrue();
        assertThat(messages.unreviewed(language, "page.skip")).isTrue();
    }

    @Test
    void mended_take_the_place_of_the_own_and_lose_their_review_when_the_english_changes() {
        String hash = Messages.hash(messages.pattern(Language.ENGLISH, "page.skip"));
        MendedText mended =
                new MendedText("page.skip", "К тексту", ReviewState.REVIEWED, "A. Reader", "2026-11-20", hash);
        MendedText old =
                new MendedText("page.nav.data", "Сведения", ReviewState.REVIEWED, "A. Reader", "2026-11-20", "0");
        Messages changed = new Messages(
                Map.of(Language.RUSSIAN, Map.of("page.skip", mended, "page.nav.data", old, "no.such.key", mended)));

        assertThat(changed.say(Language.RUSSIAN, "page.skip")).isEqualTo("К тексту");
        assertThat(changed.unreviewed(Language.RUSSIAN, "page.skip")).isFalse();
        assertThat(changed.state(Language.RUSSIAN, "page.nav.data")).isEqualTo(ReviewState.SOURCE_CHANGED);
        assertThat(changed.unreviewed(Language.RUSSIAN, "page.nav.data")).isTrue();
        assertThat(changed.unreviewed(Language.RUSSIAN)).isTrue();
        assertThat(changed.keys(Language.RUSSIAN)).doesNotContain("no.such.key");
    }

    @Test
    void never_call_a_place_safe_or_a_duty_overdue() {
        assertThat(messages.keys(Language.ENGLISH))
                .filteredOn(key -> Pattern.compile("\\b(safe|overdue)\\b", Pattern.CASE_INSENSITIVE)
                        .matcher(messages.pattern(Language.ENGLISH, key))
                        .find())
                .isEmpty();
    }

    private static Set<String> found(Pattern pattern, Path source) {
        Set<String> keys = new HashSet<>();
        try {
            Matcher matcher = pattern.matcher(Files.readString(source));
            while (matcher.find()) {
                keys.add(matcher.group(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    private Set<String> arguments(Language language, String key) {
        return new TreeSet<>(
                new MessageFormat(messages.pattern(language, key), Messages.locale(language)).getArgumentNames());
    }

    /** The keywords of each plural in a pattern. */
    private static List<Set<String>> plurals(String pattern) {
        MessagePattern parts = new MessagePattern(pattern);
        return java.util.stream.IntStream.range(0, parts.countParts())
                .filter(i -> parts.getPartType(i) == MessagePattern.Part.Type.ARG_START
                        && parts.getPart(i).getArgType() == MessagePattern.ArgType.PLURAL)
                .mapToObj(i -> keywords(parts, i))
                .toList();
    }

    private static Set<String> keywords(MessagePattern parts, int start) {
        Set<String> keywords = new HashSet<>();
        int end = parts.getLimitPartIndex(start);
        int i = start + 1;
        while (i < end) {
            MessagePattern.Part part = parts.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
                keywords.add(parts.getSubstring(part));
            } else if (part.getType() == MessagePattern.Part.Type.MSG_START) {
                i = parts.getLimitPartIndex(i);
            }
            i++;
        }
        return keywords;
    }
}
