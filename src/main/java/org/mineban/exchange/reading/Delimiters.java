package org.mineban.exchange.reading;

import java.util.ArrayList;
import java.util.List;

/** Which sign stands between the cells: the one that comes equally often in most rows, and often. */
final class Delimiters {

    private static final char[] USUAL = {',', ';', '\t', '|'};
    private static final int ROWS = 50;

    private Delimiters() {}

    static char of(String sample) {
        char best = ',';
        double most = 0;
        for (char one : USUAL) {
            List<Integer> counts = counts(sample, one);
            int first = counts.isEmpty() ? 0 : counts.getFirst();
            if (first == 0) {
                continue;
            }
            long same = counts.stream().filter(count -> count == first).count();
            double score = (double) same / counts.size() * Math.log(1 + first);
            // A decimal comma comes as regularly as a delimiter; of two that do, the header decides.
            if (score > most * 1.0001) {
                most = score;
                best = one;
            }
        }
        return best;
    }

    private static List<Integer> counts(String sample, char wanted) {
        List<Integer> counts = new ArrayList<>();
        boolean quoted = false;
        int count = 0;
        boolean any = false;
        for (int i = 0; i < sample.length() && counts.size() < ROWS; i++) {
            char one = sample.charAt(i);
            if (one == '"') {
                quoted = !quoted;
            } else if (!quoted && one == wanted) {
                count++;
            } else if (!quoted && (one == '\n' || one == '\r')) {
                if (any) {
                    counts.add(count);
                }
                count = 0;
                any = false;
                continue;
            }
            any = true;
        }
        if (counts.isEmpty() && any) {
            counts.add(count);
        }
        return counts;
    }
}
