package org.mineban.resolutions.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.resolutions.Masthead;
import org.mineban.resolutions.Resolution;
import org.mineban.resolutions.TextLanguage;
import org.mineban.resolutions.UnreadableResolutionException;
import org.mineban.resolutions.UnreadableResolutionException.Reason;
import org.mineban.resolutions.Warning;
import org.mineban.resolutions.reading.ResolutionReader.Wanted;

/** The walk from raw text to a resolution, and the choice among several. */
final class Assembling {
    private static final int SHOWN = 80;

    private final NumberWords words = new NumberWords();
    private final Dates dates = new Dates();
    private final Verbs verbs = new Verbs();
    private final Plenary plenary = new Plenary(words, dates);
    private final MastheadReader mastheads = new MastheadReader(words, dates);
    private final Addressees addressees = new Addressees();
    private final Annotator annotator = new Annotator(
            verbs,
            addressees,
            new Citations(dates),
            new Meetings(words, dates),
            new Counts(words),
            new FollowUps(mastheads, dates, addressees));
    private final PartReader partReader = new PartReader(verbs, annotator);

    Resolution assemble(String raw, Wanted wanted) throws UnreadableResolutionException {
        Sheet sheet = new Blocks(verbs, plenary).read(Typesetting.clean(raw));
        Parts.Cut cut = Parts.cut(sheet.blocks(), plenary, verbs);
        if (cut.parts().isEmpty()) {
            throw refusal(sheet);
        }
        List<String> head = new ArrayList<>(sheet.distributions());
        head.addAll(cut.masthead());
        Masthead masthead = mastheads.read(head);
        ResolutionNumber symbol = symbol(cut.masthead(), sheet.furniture());
        boolean alone = cut.parts().size() == 1;
        List<Resolution> read = new ArrayList<>();
        List<ResolutionNumber> numbers = new ArrayList<>();
        for (Part part : cut.parts()) {
            if (part.number == null && alone) {
                part.number = symbol;
            }
            read.add(partReader.read(part, masthead, sheet, cut.masthead(), wanted, alone));
            numbers.add(part.number);
        }
        int chosen = choose(read, numbers, wanted, symbol);
        if (read.get(chosen).preambular().isEmpty()
                && read.get(chosen).operative().isEmpty()
                && alone) {
            throw refusal(sheet);
        }
        return alone ? read.getFirst() : withParts(read.get(chosen), read);
    }

    private static @Nullable ResolutionNumber symbol(List<String> masthead, List<String> furniture) {
        for (List<String> place : List.of(masthead, furniture)) {
            for (String text : place) {
                Optional<ResolutionNumber> number = ResolutionNumber.inSymbol(Marks.plain(text));
                if (number.isPresent()) {
                    return number.get();
                }
            }
        }
        return null;
    }

    private static int choose(
            List<Resolution> read, List<ResolutionNumber> numbers, Wanted wanted, @Nullable ResolutionNumber symbol) {
        int best = 0;
        int bestScore = -1;
        for (int i = 0; i < read.size(); i++) {
            Resolution resolution = read.get(i);
            ResolutionNumber number = numbers.get(i);
            int score = score(resolution, number, wanted, symbol);
            if (score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        return best;
    }

    private static int score(
            Resolution resolution,
            @Nullable ResolutionNumber number,
            Wanted wanted,
            @Nullable ResolutionNumber symbol) {
        int score = 0;
        ResolutionNumber asked = wanted.number();
        if (asked != null && number != null && number.sameText(asked)) {
            boolean samePart = asked.part() != null && asked.part().equals(number.part());
            score += samePart ? 96 : 64;
        } else if (asked == null && symbol != null && number != null && number.sameText(symbol)) {
            score += 32;
        }
        score += wanted.language() == resolution.language() ? 16 : 0;
        boolean whole = resolution.warnings().stream().noneMatch(w -> w.code() == Warning.Code.BEGINNING_MISSING);
        score += whole && number != null ? 4 : 0;
        score += resolution.operative().isEmpty() ? 0 : 2;
        return score;
    }

    private static Resolution withParts(Resolution chosen, List<Resolution> parts) {
        List<Warning> warnings = new ArrayList<>(chosen.warnings());
        List<String> names =
                parts.stream().map(p -> p.number() == null ? "?" : p.number()).toList();
        boolean omnibus = parts.stream()
                .allMatch(p -> p.part() != null
                        && chosen.symbol() != null
                        && chosen.symbol().equals(p.symbol()));
        if (!omnibus) {
            warnings.add(new Warning(Warning.Code.SEVERAL_RESOLUTIONS, String.join(", ", names)));
        }
        long languages = parts.stream().map(Resolution::language).distinct().count();
        if (languages > 1) {
            warnings.add(new Warning(
                    Warning.Code.SEVERAL_LANGUAGES, chosen.language().code()));
        }
        return PartReader.with(chosen, warnings, parts);
    }

    private static UnreadableResolutionException refusal(Sheet sheet) {
        String beginning =
                sheet.blocks().isEmpty() ? "" : Marks.plain(sheet.blocks().getFirst());
        String shown = beginning.substring(0, Math.min(SHOWN, beginning.length()));
        boolean otherLanguage = !sheet.blocks().isEmpty() && TextLanguages.of(String.join(" ", sheet.blocks())) == null;
        return otherLanguage
                ? new UnreadableResolutionException(Reason.OTHER_LANGUAGE, Map.of("beginning", shown))
                : new UnreadableResolutionException(Reason.NOT_A_RESOLUTION, Map.of("beginning", shown));
    }

    static TextLanguage languageOr(String text, TextLanguage otherwise) {
        TextLanguage language = TextLanguages.of(text);
        return language == null ? otherwise : language;
    }
}
