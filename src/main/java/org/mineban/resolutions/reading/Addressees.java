package org.mineban.resolutions.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mineban.resolutions.Addressee;

/**
 * Whom a paragraph turns to: the names of the controlled list that stand between the verb and what is asked.
 *
 * <p>"Prie le Secrétaire général, en consultation avec les États Membres, de …" asks the Secretary-General; those consulted are not
 * asked, so such insertions are left out.
 */
final class Addressees {
    private static final int LONGEST = 900;
    private static final Pattern ENGLISH_END = Pattern.compile(
            " to (?!the\\b|all\\b|its\\b|their\\b|this\\b|that\\b|these\\b|those\\b|a\\b|an\\b|which\\b|whom\\b|any\\b|both\\b|such\\b|other\\b|each\\b|every\\b|member\\b|states\\b|governments\\b|\\p{Lu}|it\\b|do so\\b|international\\b|regional\\b|relevant\\b|developed\\b|donor)(?:\\p{Ll})");
    private static final Pattern FRENCH_END = Pattern.compile(
            "(?:[ ,])(?:a|de|d'|afin de|afin d'|pour) ?(?:(?:ne pas|ne plus|n'|y|en|lui|leur|se|le|la|les|l'|s'|toujours|bien|mieux|davantage|egalement|pleinement|dument) ?){0,3}([a-z-]{2,24})(?![a-z])");
    private static final Pattern INFINITIVE = Pattern.compile(
            ".*(?:[^e]er|ier|eer|ir|oir|ndre|ttre|faire|suivre|oindre|duire|crire|ivre|lire|dire|vaincre|clure|rompre|croire|perdre|mordre|plaire|etre|naitre|croitre)");
    private static final List<String> NOT_INFINITIVE = List.of(
            "premier",
            "dernier",
            "particulier",
            "financier",
            "entier",
            "fevrier",
            "janvier",
            "mer",
            "hier",
            "avenir",
            "desir",
            "pouvoir",
            "ordre",
            "cadre",
            "nombre",
            "plenier",
            "foyer",
            "courrier",
            "dossier",
            "chantier",
            "atelier",
            "regulier",
            "papier",
            "membre",
            "conseiller",
            "oeuvre",
            "titre",
            "terre",
            "guerre",
            "livre",
            "cuivre",
            "savoir",
            "outre-mer",
            "fer");
    private static final Pattern THAT = Pattern.compile("^[ ,]{0,3}(?:de nouveau )?(?:that|que|qu')\\b ?");
    private static final Pattern CLAUSE_VERB = Pattern.compile(
            "[,;]| (?:should|shall|be|ought|take|may|submit|soi(?:t|ent)|prenne(?:nt)?|fasse(?:nt)?|continue(?:nt)?|devrai(?:t|ent)|s'|ne |n')");
    private static final Pattern INSERTION = Pattern.compile(
            "(?:^|,) ?(?:in (?:consultation|cooperation|co-operation|coordination|co-ordination|collaboration|accordance|conformity|close|full|line|the |this|its|view|response|order|implementing|carrying|a |keeping|particular with)|within|through|after|pursuant|on behalf|on the|on a|taking|bearing|subject|as a matter|as soon|as appropriate|as necessary|with (?:the|a|due|assist|regard|respect|support)|by|under|without|at |when|where|if |while|upon|acting|consistent|based|working|en consultation|en cooperation|en coordination|en collaboration|en concertation|en etroite|en application|en vertu|en tenant|en sa|en vue|en tant|en se|en s'|agissant|dans |conformement|sur la|sur le|compte tenu|sous reserve|apres|avec (?:le|l'|la|les|son)|par |selon|lors|au titre|au cours|au cas|a titre|a sa|a ce|a cet|a la lumiere|a l'occasion|s'il|s'ils|si |afin|pour |comme|sans |eu egard|le cas echeant|ayant|tenant|il |selon que)[^,;]{0,200}(?:,|$)");
    private static final Pattern EDGE = Pattern.compile(
            "^(?:de meme que|ainsi que|as well as|notamment|including|in particular|en particulier|y compris|that|que|qu'|a(?= )|aux?|upon|on|to|for|and|et)\\b ?");

    private static final Pattern LEADING = Pattern.compile("^ (?:to|upon|on|\u00E0|aux?) ");

    /** Where names may stand. {@code untilAction}: it ends where it is said what they are to do. */
    private record Zone(String text, boolean untilAction) {}

    private final Lexicon<String> names = new Lexicon<>();

    Addressees() {
        for (Map<String, String> row : CsvTable.load("addressees.csv").rows()) {
            names.add(row.getOrDefault("words", ""), row.getOrDefault("code", ""));
        }
    }

    /** The addressees of a paragraph whose verb phrase ends at {@code from}; none when the verb turns to nobody. */
    List<Addressee> read(String plain, Verbs.Phrase phrase) {
        if (!phrase.directs()) {
            return List.of();
        }
        String text = plain.substring(
                Math.min(phrase.end(), plain.length()), Math.min(plain.length(), phrase.end() + LONGEST));
        Zone said = zone(LEADING.matcher(text.replace('\u2019', '\'')).replaceFirst(" "));
        String zone = said.text();
        List<Addressee> found = in(zone);
        if (!found.isEmpty()) {
            return found;
        }
        String words = trimmed(zone);
        boolean somebody = said.untilAction() && !words.isEmpty() && words.length() < 160;
        return somebody ? List.of(new Addressee("OTHER", words)) : List.of();
    }

    /** Every name of the list in a stretch of text, once for each code. */
    List<Addressee> in(String zone) {
        Map<String, Addressee> found = new LinkedHashMap<>();
        List<Lexicon.Word> words = Lexicon.words(zone);
        int index = 0;
        while (index < words.size()) {
            Optional<Lexicon.Hit<String>> hit = names.at(words, index);
            if (hit.isPresent()) {
                String code = hit.get().value();
                if (!code.equals("NOBODY")) {
                    found.putIfAbsent(code, new Addressee(code, around(zone, hit.get())));
                }
                index += hit.get().words();
            } else {
                index++;
            }
        }
        return new ArrayList<>(found.values());
    }

    /** Where those named stop and what they are to do begins. */
    int end(String text) {
        return end(Fold.fold(text), text);
    }

    private static Zone zone(String text) {
        String folded = Fold.fold(text);
        Matcher that = THAT.matcher(folded);
        if (that.find()) {
            String clause = text.substring(that.end());
            Matcher end = CLAUSE_VERB.matcher(Fold.fold(clause));
            int to = end.find() ? end.start() : Math.min(120, clause.length());
            return new Zone(clause.substring(0, to), false);
        }
        StringBuilder kept = new StringBuilder(text);
        Matcher insertion = INSERTION.matcher(folded);
        while (insertion.find()) {
            for (int i = insertion.start(); i < insertion.end(); i++) {
                boolean comma = kept.charAt(i) == ',';
                kept.setCharAt(i, comma ? ',' : ' ');
            }
            insertion.region(Math.max(insertion.end() - 1, insertion.start() + 1), folded.length());
        }
        int end = end(Fold.fold(kept), text);
        boolean untilAction = end < text.length() && text.charAt(end) == ' ';
        return new Zone(kept.substring(0, end), untilAction);
    }

    private static int end(String folded, String text) {
        int end = folded.length();
        for (char stop : new char[] {';', ':'}) {
            int at = folded.indexOf(stop);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        Matcher english = ENGLISH_END.matcher(text);
        if (english.find()) {
            end = Math.min(end, english.start());
        }
        Matcher french = FRENCH_END.matcher(folded);
        while (french.find()) {
            String word = french.group(1);
            if (INFINITIVE.matcher(word).matches() && !NOT_INFINITIVE.contains(word)) {
                return Math.min(end, french.start());
            }
            french.region(french.start() + 1, folded.length());
        }
        return end;
    }

    /** The name with its article and adjectives: to the commas and conjunctions around it. */
    private static String around(String zone, Lexicon.Hit<String> hit) {
        int from = hit.from();
        int floor = Math.max(0, from - 40);
        int left = floor;
        for (String edge : new String[] {", ", " and ", " et ", " ou ", " or ", "; "}) {
            int at = zone.lastIndexOf(edge, Math.max(0, from - 1));
            if (at >= 0 && at + edge.length() <= from) {
                left = Math.max(left, at + edge.length());
            }
        }
        int right = Math.min(zone.length(), hit.to() + 60);
        for (String edge : new String[] {",", " and ", " et ", " ou ", " or ", ";", " qui ", " that ", " which "}) {
            int at = zone.indexOf(edge, hit.to());
            if (at >= 0) {
                right = Math.min(right, at);
            }
        }
        if (left == floor && floor > 0) {
            left = from;
        }
        if (right == hit.to() + 60) {
            right = hit.to();
        }
        return trimmed(zone.substring(left, right));
    }

    /** Without the little words before it, and without the gaps of what was left out. */
    private static String trimmed(String words) {
        String text = words.strip().replaceAll("\\s{2,}", " ");
        Matcher edge = EDGE.matcher(Fold.fold(text));
        return edge.find() ? text.substring(edge.end()).strip() : text;
    }
}
