package org.mineban.search;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mineban.kernel.AskedDay;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.StateCode;
import org.mineban.presentation.Knowledge;
import org.mineban.presentation.Narrator;

/** Says one thing in six languages. States have the names they have last; earlier ones find them as well. */
final class EntryMaker {

    private static final LocalDate LATEST = AskedDay.LAST;

    private final List<Narrator> narrators;

    EntryMaker(Knowledge knowledge) {
        this.narrators = Arrays.stream(Language.values())
                .map(language -> knowledge.narrator(language, LATEST))
                .toList();
    }

    /** The words of a thing in each language. */
    Map<Language, Entry.Text> say(Function<Narrator, String> title, Function<Narrator, String> body) {
        Map<Language, Entry.Text> texts = new EnumMap<>(Language.class);
        narrators.forEach(narrator ->
                texts.put(narrator.language(), new Entry.Text(title.apply(narrator), body.apply(narrator))));
        return texts;
    }

    /** The same with more that is recorded in English alone. */
    static Map<Language, Entry.Text> withEnglish(Map<Language, Entry.Text> texts, String more) {
        Map<Language, Entry.Text> all = new EnumMap<>(Language.class);
        all.putAll(texts);
        all.computeIfPresent(
                Language.ENGLISH, (english, text) -> new Entry.Text(text.title(), lines(text.body(), more)));
        return all;
    }

    /** Words recorded in English alone. */
    static Map<Language, Entry.Text> english(String title, String body) {
        return Map.of(Language.ENGLISH, new Entry.Text(title, body));
    }

    /** Something about a State: its title begins with the State's name. */
    Entry ofState(
            EntryKind kind,
            StateCode state,
            Optional<PartialDate> date,
            String place,
            Confidence confidence,
            Function<Narrator, String> what,
            Function<Narrator, String> body,
            String english) {
        Map<Language, Entry.Text> texts = say(
                narrator -> narrator.say(
                        "search.title.of-state",
                        Map.of(
                                "state", narrator.state(state),
                                "what", what.apply(narrator),
                                "date", date.map(narrator.formats()::date).orElse("none"))),
                body);
        return new Entry(
                kind,
                Optional.of(state),
                date.map(day -> OptionalInt.of(day.earliest().getYear())).orElse(OptionalInt.empty()),
                "/states/" + state + "#" + place,
                confidence,
                Set.of(),
                withEnglish(texts, english));
    }

    /** Something about no State. */
    static Entry general(
            EntryKind kind,
            OptionalInt year,
            String address,
            Confidence confidence,
            Set<String> codes,
            Map<Language, Entry.Text> texts) {
        return new Entry(kind, Optional.empty(), year, address, confidence, codes, texts);
    }

    /** What there is of these, one after the other. */
    static String lines(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
    }

    static OptionalInt year(Optional<LocalDate> day) {
        return day.map(known -> OptionalInt.of(known.getYear())).orElse(OptionalInt.empty());
    }
}
