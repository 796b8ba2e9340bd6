package org.mineban.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mineban.kernel.Language;
import org.mineban.search.text.Tokenizer;

/**
 * Reads a query: words are all wanted; {@code AND}, {@code OR} and {@code NOT} in capitals, {@code |}, {@code -} and {@code +} before a
 * word, quotation marks of any kind around words in a row, brackets. No text is wrong: what makes no sense as a sign is left out, and the
 * words are looked for.
 */
final class QueryReader {

    private static final int MOST_WORDS = 32;
    private static final int DEEPEST = 8;
    private static final Pattern QUOTATION_MARKS = Pattern.compile("[\"“”„«»‟＂「」『』]");
    private static final Pattern SIGNS = Pattern.compile("\"([^\"]*)\"|[()|（）]|[^\\s\"()|（）]+");
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

    /**
     * A query as read.
     *
     * @param text as it was read
     * @param expression empty when it has no word
     * @param cut whether something at its end was left out
     */
    record Read(String text, Optional<Expression> expression, boolean cut) {}

    private final Tokenizer chinese = new Tokenizer(Language.CHINESE);
    private final List<String> signs = new ArrayList<>();
    private int next;
    private int words;
    private boolean cut;

    private QueryReader() {}

    static Read read(String text) {
        return new QueryReader().readAll(text);
    }

    private Read readAll(String asked) {
        cut = asked.length() > SearchQuery.LONGEST;
        String visible = SearchQuery.readable(asked);
        Matcher matcher = SIGNS.matcher(QUOTATION_MARKS.matcher(visible).replaceAll("\""));
        while (matcher.find()) {
            signs.add(matcher.group());
        }
        List<Expression> all = new ArrayList<>();
        while (next < signs.size()) {
            any(0).ifPresent(all::add);
            next++; // a closing bracket that nothing opened
        }
        return new Read(visible, joined(all), cut);
    }

    private Optional<Expression> any(int depth) {
        List<Expression> choices = new ArrayList<>();
        all(depth).ifPresent(choices::add);
        while (next < signs.size() && isOr(signs.get(next))) {
            next++;
            all(depth).ifPresent(choices::add);
        }
        return choices.size() > 1
                ? Optional.of(new Expression.Any(choices))
                : choices.stream().findFirst();
    }

    private Optional<Expression> all(int depth) {
        List<Expression> wanted = new ArrayList<>();
        while (next < signs.size() && !isOr(signs.get(next)) && !closes(signs.get(next))) {
            one(depth).ifPresent(wanted::add);
        }
        return joined(wanted);
    }

    private Optional<Expression> one(int depth) {
        String sign = signs.get(next++);
        if (sign.equals("AND") || sign.equals("&&") || sign.equals("+")) {
            return Optional.empty();
        }
        if (sign.equals("NOT") || sign.equals("-") || sign.equals("!")) {
            boolean something =
                    next < signs.size() && !isOr(signs.get(next)) && !closes(signs.get(next)) && depth < DEEPEST;
            return something ? one(depth + 1).map(QueryReader::not) : Optional.empty();
        }
        if (opens(sign)) {
            Optional<Expression> inner = depth < DEEPEST ? any(depth + 1) : Optional.empty();
            if (depth < DEEPEST && next < signs.size() && closes(signs.get(next))) {
                next++;
            }
            return inner;
        }
        if (sign.startsWith("\"")) {
            return phrase(sign.replace("\"", ""));
        }
        if (sign.length() > 1 && (sign.startsWith("-") || sign.startsWith("!"))) {
            return words(sign.substring(1)).map(QueryReader::not);
        }
        return words(sign);
    }

    private static Expression not(Expression part) {
        return part instanceof Expression.Not(Expression wanted) ? wanted : new Expression.Not(part);
    }

    private Optional<Expression> phrase(String text) {
        String inner = text.strip().replaceAll("\\s+", " ");
        if (!LETTER_OR_DIGIT.matcher(inner).find() || tooMany(inner.split(" ", -1).length)) {
            return Optional.empty();
        }
        return Optional.of(new Expression.Phrase(inner));
    }

    private Optional<Expression> words(String text) {
        if (!LETTER_OR_DIGIT.matcher(text).find()) {
            return Optional.empty();
        }
        List<Expression> parts = new ArrayList<>();
        for (String word : chinese.chineseWords(text)) {
            if (!tooMany(1)) {
                parts.add(new Expression.Word(word));
            }
        }
        return joined(parts);
    }

    private boolean tooMany(int more) {
        if (words + more > MOST_WORDS) {
            cut = true;
            return true;
        }
        words += more;
        return false;
    }

    private static Optional<Expression> joined(List<Expression> parts) {
        return parts.size() > 1
                ? Optional.of(new Expression.All(parts))
                : parts.stream().findFirst();
    }

    private static boolean isOr(String sign) {
        return sign.equals("OR") || sign.equals("|") || sign.equals("||");
    }

    private static boolean opens(String sign) {
        return sign.equals("(") || sign.equals("（");
    }

    private static boolean closes(String sign) {
        return sign.equals(")") || sign.equals("）");
    }
}
