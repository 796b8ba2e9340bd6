package org.mineban.resolutions.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mineban.resolutions.ArticleMention;

/** Articles of treaties, of the Charter and of statutes that a text names. */
final class Articles {
    private static final String NUMBER = "(\\d{1,3}(?: [a-e]\\b(?=[ ,.;]))?|[IVX]{1,6}\\b|premier)";
    private static final Pattern FRENCH_FIRST = Pattern.compile(
            "\\b(?:paragraphes?|alin\u00E9as?|par\\.) (\\d{1,2}|[a-z])\\)?(?:[^.;]{0,30}?) ?(?:de|du) (?:l'|la )?[aA]rticle "
                    + NUMBER);
    private static final Pattern PLAIN = Pattern.compile(
            "\\b[aA]rticles? " + NUMBER
                    + "(?:(?:, (?:paras?\\.|paragraphs?) (\\d{1,2}))|(?: ?, (?:par\\.|paragraphe) (\\d{1,2}))|(?: ?\\((\\d{1,2})\\)))?");
    private static final Pattern FURTHER =
            Pattern.compile("\\G(?:, | et | and | \u00E0 | to |-|\u2013| ou | or )(\\d{1,3})(?![\\d/])");
    private static final Pattern INSTRUMENT = Pattern.compile(
            "\\G ?,? ?(?:of|to|du|de la|de l'|des|dudit|de ladite) ((?:the |present |pr\u00E9sente? )*\\p{Lu}[\\p{L}'-]{2,30}(?: (?:of|on|for|the|and|de|du|des|la|sur|les|pour|relative?|aux?|\u00E0|et|l'[\\p{L}]{2,20}|\\p{Lu}[\\p{L}'-]{1,30})){0,14})");

    private Articles() {}

    static List<ArticleMention> read(String plain) {
        String text = plain.replace('\u2019', '\'');
        List<ArticleMention> found = new ArrayList<>();
        boolean[] taken = new boolean[text.length() + 1];
        Matcher french = FRENCH_FIRST.matcher(text);
        while (french.find()) {
            Named named = instrument(text, french.end());
            found.add(new ArticleMention(
                    article(french.group(2)),
                    french.group(1),
                    named.name(),
                    text.substring(french.start(), named.end())));
            for (int i = french.start(); i < french.end(); i++) {
                taken[i] = true;
            }
        }
        Matcher plainArticle = PLAIN.matcher(text);
        while (plainArticle.find()) {
            if (taken[plainArticle.start()]) {
                continue;
            }
            String paragraph = plainArticle.group(2) != null ? plainArticle.group(2) : plainArticle.group(3);
            paragraph = paragraph != null ? paragraph : plainArticle.group(4);
            List<String> numbers = new ArrayList<>(List.of(article(plainArticle.group(1))));
            int end = plainArticle.end();
            Matcher further = FURTHER.matcher(text).region(end, text.length());
            while (paragraph == null && further.find()) {
                numbers.add(further.group(1));
                end = further.end();
            }
            Named named = instrument(text, end);
            for (String number : numbers) {
                found.add(new ArticleMention(
                        number, paragraph, named.name(), text.substring(plainArticle.start(), named.end())));
            }
        }
        return found;
    }

    private record Named(@Nullable String name, int end) {}

    private static Named instrument(String text, int at) {
        Matcher matcher = INSTRUMENT.matcher(text).region(at, text.length());
        if (!matcher.find()) {
            return new Named(null, at);
        }
        String name = matcher.group(1);
        String trimmed = name.replaceAll("(?: (?:of|on|for|the|and|de|du|des|la|sur|les|pour|aux?|\u00E0|et))+$", "");
        return new Named(trimmed, matcher.start(1) + trimmed.length());
    }

    private static String article(String number) {
        return number.equals("premier") ? "1" : number;
    }
}
