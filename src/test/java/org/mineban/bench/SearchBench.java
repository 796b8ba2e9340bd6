package org.mineban.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.mineban.Facts;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.search.Entry;
import org.mineban.search.EntryKind;
import org.mineban.search.Search;
import org.mineban.search.SearchIndex;
import org.mineban.search.SearchQuery;

/**
 * How quick search is among many documents: how long the index takes, how large it is, and how long queries take. Run by {@code
 * bench/search [documents]}.
 *
 * <p>A document is some 120 words: sentences of the program's own texts in one of the six languages, and words of a made-up vocabulary whose
 * frequencies fall as those of a language do, so that the index has as many different words as a real one.
 */
public final class SearchBench {

    private static final int QUERIES = 400;
    private static final int VOCABULARY = 60_000;

    private static final List<Language> LANGUAGES = List.of(Language.values());
    private static final List<EntryKind> KINDS = List.of(EntryKind.values());

    private static final List<String> ASKED = List.of(
            "claymore",
            "mines antipersonnel",
            "мины",
            "地雷",
            "杀伤人员地雷 销毁",
            "الألغام",
            "Ukraine",
            "the destruction of stockpiled mines",
            "\"anti-personnel mines\"",
            "(mines OR stockpile) NOT transfer",
            "antipersonel",
            "Ukriane mines",
            "destrucción de minas",
            "A/RES/67/32",
            "ka ri mo",
            "States Parties clearance extension request deadline");

    private SearchBench() {}

    /** Takes the number of documents; 200,000 when none is given. */
    public static void main(String[] arguments) {
        int documents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        List<Entry> own = Search.entries(Facts.KNOWLEDGE);
        long small = System.nanoTime();
        SearchIndex.of(own).close();
        System.out.printf("%d entries of the program in memory: %d ms%n", own.size(), millis(small));
        long begin = System.nanoTime();
        try (SearchIndex index = SearchIndex.of(documents(documents, own))) {
            System.out.printf("%d documents in memory: %.1f s%n", index.size(), millis(begin) / 1000.0);
            System.gc();
            Runtime run = Runtime.getRuntime();
            System.out.printf("heap in use after: %d MB%n", (run.totalMemory() - run.freeMemory()) >> 20);
            measure(index);
        }
    }

    private static void measure(SearchIndex index) {
        for (int i = 0; i < QUERIES; i++) {
            index.find(SearchQuery.of(ASKED.get(i % ASKED.size()), Language.ENGLISH));
        }
        long[] all = new long[QUERIES * ASKED.size()];
        int at = 0;
        System.out.println("query                                                   found   p50 ms   p95 ms");
        for (String text : ASKED) {
            long[] times = new long[QUERIES];
            long total = 0;
            for (int i = 0; i < QUERIES; i++) {
                long begin = System.nanoTime();
                total = index.find(SearchQuery.of(text, LANGUAGES.get(i % LANGUAGES.size())))
                        .total();
                times[i] = System.nanoTime() - begin;
                all[at++] = times[i];
            }
            System.out.printf("%-52s %8d %8.1f %8.1f%n", text, total, percentile(times, 50), percentile(times, 95));
        }
        System.out.printf("all %58s %.1f %8.1f%n", "", percentile(all, 50), percentile(all, 95));
    }

    private static double percentile(long[] times, int percent) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length * percent / 100] / 1e6;
    }

    private static long millis(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toMillis();
    }

    private static Consumer<Consumer<Entry>> documents(int count, List<Entry> own) {
        return taken -> {
            Random random = new Random(67_32);
            List<String> vocabulary = vocabulary(random);
            for (int i = 0; i < count; i++) {
                taken.accept(document(i, own, vocabulary, random));
            }
        };
    }

    private static Entry document(int number, List<Entry> own, List<String> vocabulary, Random random) {
        Language language = LANGUAGES.get(number % LANGUAGES.size());
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            Entry.Text text = own.get(random.nextInt(own.size())).texts().get(language);
            if (text != null) {
                body.append(text.title()).append(". ").append(text.body()).append(' ');
            }
        }
        while (body.length() < 700) {
            body.append(vocabulary.get((int) (VOCABULARY * Math.pow(random.nextDouble(), 4))))
                    .append(' ');
        }
        if (number % 5000 == 7) {
            body.append("A Claymore-type device.");
        }
        return new Entry(
                KINDS.get(number % KINDS.size()),
                Optional.of(new StateCode(List.of("UKR", "AFG", "COL", "KHM").get(number % 4))),
                OptionalInt.of(1999 + number % 27),
                "/document/" + number,
                Confidence.VERIFIED1,
                Set.of(),
                Map.of(language, new Entry.Text("Document " + number, body.toString())));
    }

    private static List<String> vocabulary(Random random) {
        List<String> syllables = List.of("ka", "ri", "mo", "te", "sun", "vel", "dor", "pi", "lan", "gru", "so", "ne");
        List<String> words = new ArrayList<>(VOCABULARY);
        for (int i = 0; i < VOCABULARY; i++) {
            StringBuilder word = new StringBuilder();
            for (int j = 0; j < 1 + i % 5; j++) {
                word.append(syllables.get(random.nextInt(syllables.size())));
            }
            words.add(word.toString());
        }
        return words;
    }
}
