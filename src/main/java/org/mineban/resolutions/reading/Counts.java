package org.mineban.resolutions.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mineban.resolutions.Count;

/** How many States a text says have accepted, signed or left a treaty. */
final class Counts {
    private static final String NUMBER = "(\\d{1,3}|[a-z-]{3,20}(?:[ -](?:hundred|and|et|cent|[a-z]{3,12})){0,5})";
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b" + NUMBER
                    + " (?:other |additional )?states (?:parties )?(?:to the convention )?(?:that )?(have|had|has)? ?(?:now |already |formally |so far )?(ratified|acceded|accepted|signed|deposited|become parties|decided to withdraw|withdrawn|adhered)");
    private static final Pattern ENGLISH_TOTAL = Pattern.compile(
            "\\b(?:bringing|brought|brings|raising|for) (?:the )?(?:total )?(?:number )?(?:of [^,;]{0,90}?)?to "
                    + NUMBER + "(?=[ ,.;]|$)");
    private static final Pattern FRENCH = Pattern.compile(
            "\\b" + NUMBER
                    + " (?:autres )?etats (?:parties )?(?:l'|y |l' )?(?:ont|avaient|ayant) (?:maintenant |deja |officiellement |desormais )?(ratifie|adhere|accepte|signe|decide de se retirer|denonce|souscrit)");
    private static final Pattern FRENCH_TOTAL = Pattern.compile(
            "\\bport(?:ant|e|ent|ait|aient)?(?: ainsi)? (?:le )?(?:nombre )?(?:total )?(?:d'etats|des etats|de parties)[^;]{0,140}? a (\\d{1,3})(?=[ ,.;]|$)");

    private final NumberWords words;

    Counts(NumberWords words) {
        this.words = words;
    }

    List<Count> read(String plain) {
        String folded = Fold.fold(plain);
        if (!folded.contains("etats") && !folded.contains("states")) {
            return List.of();
        }
        List<Count> counts = new ArrayList<>();
        for (Pattern pattern : List.of(ENGLISH, FRENCH)) {
            Matcher matcher = pattern.matcher(folded);
            while (matcher.find()) {
                add(counts, kind(matcher.group(matcher.groupCount())), matcher, plain);
            }
        }
        boolean acceptance = ACCEPTANCE.keySet().stream().anyMatch(folded::contains);
        for (Pattern pattern : List.of(ENGLISH_TOTAL, FRENCH_TOTAL)) {
            Matcher matcher = pattern.matcher(folded);
            while (acceptance && matcher.find()) {
                add(counts, "statesAccepted", matcher, plain);
            }
        }
        return counts;
    }

    private static final Map<String, Boolean> ACCEPTANCE =
            Map.of("ratifi", true, "acced", true, "adher", true, "souscriv", true, "accept", true);

    private void add(List<Count> counts, String of, Matcher matcher, String plain) {
        String number = matcher.group(1);
        OptionalInt value =
                Character.isDigit(number.charAt(0)) ? OptionalInt.of(Integer.parseInt(number)) : words.cardinal(number);
        value.ifPresent(n -> counts.add(new Count(of, n, plain.substring(matcher.start(), matcher.end()))));
    }

    private static String kind(String verb) {
        if (verb.contains("sign")) {
            return "statesSigned";
        }
        return verb.contains("withdr") || verb.contains("retirer") || verb.contains("denonce")
                ? "statesWithdrawing"
                : "statesAccepted";
    }
}
