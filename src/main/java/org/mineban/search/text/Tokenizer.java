package org.mineban.search.text;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Language;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/**
 * Cuts a text of one language into the forms under which its words are found. Texts and queries go through the same hands, so that what is
 * equal in one is equal in the other.
 *
 * <p>Words are those of ICU. Letters are folded before stems are taken, so that a query without accents finds what one with accents finds.
 * Chinese is indexed character by character and pair by pair, since no dictionary cuts every compound as a reader would: 地雷 is found in
 * 杀伤人员地雷 wherever a dictionary cuts. Parts of a hyphenated word stand at one place together with the whole written as one, so that
 * {@code anti-personnel} and {@code antipersonnel} are the same word. Not for use by two threads at once.
 */
public final class Tokenizer {

    private static final BreakIterator WORDS = BreakIterator.getWordInstance(ULocale.ROOT);
    private static final int LONGEST = 64;
    private static final int MOST_SEEN = 20_000;
    private static final int FIRST_HAN = 0x2E80;
    private static final String HYPHENS = "-\u2010\u2011";

    private final BreakIterator words = WORDS.clone();
    private final Language language;
    private final @Nullable SnowballStemmer latin;
    private final SnowballStemmer cyrillic = new RussianStemmer();
    private final Map<String, Word> seen = new HashMap<>();

    public Tokenizer(Language language) {
        this.language = language;
        this.latin = switch (language) {
            case ENGLISH -> new EnglishStemmer();
            case FRENCH -> new FrenchStemmer();
            case SPANISH -> new SpanishStemmer();
            case ARABIC, RUSSIAN, CHINESE -> null; // a Latin word is left as it is
        };
    }

    /** A word as ICU cuts it, or Chinese characters in a row. */
    private record Piece(String text, int start, int end, boolean han) {
        boolean letters() {
            return text.codePoints().anyMatch(Character::isLetter);
        }
    }

    /** What a word becomes. */
    private record Word(String plain, Set<String> forms) {}

    /** Every form of every word, in the order of the text. */
    public List<Token> tokens(String text) {
        List<Piece> pieces = pieces(text);
        List<Token> tokens = new ArrayList<>(pieces.size() + 8);
        int position = 0;
        for (int i = 0; i < pieces.size(); ) {
            int last = i;
            if (pieces.get(i).han()) {
                position = characters(tokens, text, pieces.get(i), position);
            } else {
                while (last + 1 < pieces.size() && hyphenated(text, pieces.get(last), pieces.get(last + 1))) {
                    last++;
                }
                if (last > i) {
                    compound(tokens, pieces.subList(i, last + 1), position);
                } else {
                    word(tokens, pieces.get(i), position, Token.Kind.WORD);
                }
                position++;
            }
            i = last + 1;
        }
        return tokens;
    }

    /**
     * The forms to look for: of each place of a query, those that will do. Chinese goes by pairs, by a character only when it stands alone;
     * a hyphenated word as one.
     */
    public SortedMap<Integer, Set<String>> sought(String query) {
        List<Token> tokens = tokens(query);
        SortedMap<Integer, Set<String>> sought = new TreeMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean alone = token.kind() == Token.Kind.CHARACTER
                    && tokens.stream()
                            .noneMatch(other -> other.kind() == Token.Kind.PAIR
                                    && (other.position() == token.position()
                                            || other.position() == token.position() - 1));
            if (token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.PAIR || alone) {
                sought.computeIfAbsent(token.position(), place -> new TreeSet<>())
                        .add(token.form());
            }
        }
        return sought;
    }

    /** The parts of a hyphenated word; the word itself when it has none. */
    public static List<String> parts(String word) {
        return List.of(word.split("[" + HYPHENS + "]", -1));
    }

    /** A word of a query cut further where it has Chinese in it: its writing has no spaces, and its words need not stand together. */
    public List<String> chineseWords(String word) {
        if (word.codePoints().noneMatch(Tokenizer::isHan)) {
            return List.of(word);
        }
        List<Piece> pieces = new ArrayList<>();
        cut(pieces, word, 0, word.length());
        return pieces.stream().map(Piece::text).toList();
    }

    /** The words of a text. Chinese is not looked up in ICU's dictionary, since its characters are taken one by one. */
    private List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>(text.length() / 6 + 1);
        int at = 0;
        while (at < text.length()) {
            int han = end(text, at, false);
            if (han > at) {
                cut(pieces, text, at, han);
            }
            at = end(text, han, true);
            if (at > han) {
                pieces.add(new Piece(text.substring(han, at), han, at, true));
            }
        }
        return pieces;
    }

    /** Where a stretch that is Chinese, or one that is not, ends. */
    private static int end(String text, int from, boolean chinese) {
        int at = from;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (isHan(character) != chinese) {
                break;
            }
            at += Character.charCount(character);
        }
        return at;
    }

    private static boolean isHan(int character) {
        return character >= FIRST_HAN && UScript.getScript(character) == UScript.HAN;
    }

    private void cut(List<Piece> pieces, String text, int from, int to) {
        words.setText(text.substring(from, to));
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
            if (words.getRuleStatus() != BreakIterator.WORD_NONE) {
                pieces.add(new Piece(text.substring(from + start, from + end), from + start, from + end, false));
            }
        }
    }

    private static boolean hyphenated(String text, Piece before, Piece after) {
        return after.start() == before.end() + 1
                && HYPHENS.indexOf(text.charAt(before.end())) >= 0
                && before.letters()
                && after.letters()
                && !after.han();
    }

    private int characters(List<Token> tokens, String text, Piece run, int position) {
        int place = position;
        int at = run.start();
        while (at < run.end()) {
            int next = at + Character.charCount(text.codePointAt(at));
            String one = word(text.substring(at, next)).plain();
            tokens.add(new Token(one, one, at, next, place, Token.Kind.CHARACTER));
            if (next < run.end()) {
                int afterNext = next + Character.charCount(text.codePointAt(next));
                String pair = word(text.substring(at, afterNext)).plain();
                tokens.add(new Token(pair, pair, at, afterNext, place, Token.Kind.PAIR));
            }
            at = next;
            place++;
        }
        return place;
    }

    private void compound(List<Token> tokens, List<Piece> parts, int position) {
        StringBuilder joined = new StringBuilder();
        parts.forEach(part -> joined.append(part.text()));
        word(
                tokens,
                new Piece(
                        joined.toString(),
                        parts.getFirst().start(),
                        parts.getLast().end(),
                        false),
                position,
                Token.Kind.WORD);
        parts.forEach(part -> word(tokens, part, position, Token.Kind.PART));
    }

    private void word(List<Token> tokens, Piece piece, int position, Token.Kind kind) {
        Word word = word(piece.text());
        for (String form : word.forms()) {
            tokens.add(new Token(form, word.plain(), piece.start(), piece.end(), position, kind));
        }
    }

    /** Most words of a text have been seen before. */
    private Word word(String text) {
        Word known = seen.get(text);
        if (known != null) {
            return known;
        }
        if (text.length() > LONGEST) {
            return word(text.substring(0, LONGEST));
        }
        String plain = Folding.word(text);
        Word word = new Word(plain, plain.isEmpty() ? Set.of() : forms(plain));
        if (seen.size() >= MOST_SEEN) {
            seen.clear();
        }
        seen.put(text, word);
        return word;
    }

    private Set<String> forms(String plain) {
        if (plain.codePoints().anyMatch(Character::isDigit)) {
            return Set.of(plain);
        }
        return switch (Folding.script(plain)) {
            case UScript.ARABIC -> ArabicForms.of(plain);
            case UScript.CYRILLIC -> Set.of(stem(cyrillic, plain));
            case UScript.LATIN -> Set.of(stem(latin, singular(plain)));
            default -> Set.of(plain);
        };
    }

    /** Plurals that the stemmers leave apart from their singular: {@code emplois}, {@code años}. */
    private String singular(String word) {
        String before = switch (language) {
            case FRENCH -> "eiu";
            case SPANISH -> "ao";
            case ARABIC, ENGLISH, RUSSIAN, CHINESE -> "";
        };
        boolean plural = word.length() > 3 && word.endsWith("s") && before.indexOf(word.charAt(word.length() - 2)) >= 0;
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    private static String stem(@Nullable SnowballStemmer stemmer, String word) {
        if (stemmer == null) {
            return word;
        }
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
