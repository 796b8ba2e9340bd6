package org.mineban.resolutions.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mineban.resolutions.reading.PdfText.Glyph;

/**
 * Lines of a page in reading order: columns told apart, raised digits marked, italics marked, paragraphs parted by a blank line, and
 * what stands at the head and foot of most pages taken away.
 */
final class PageLayout {
    /** A line: where it stands and what it says. */
    record Line(float left, float right, float y, float size, String text) {}

    /** The lines of a page in reading order. */
    record Page(List<Line> lines, float height) {}

    private static final float EDGE = 0.12f;

    private PageLayout() {}

    static Page of(List<Glyph> glyphs, float height) {
        List<Line> lines = new ArrayList<>();
        float gutter = gutter(glyphs);
        if (gutter < 0) {
            lines.addAll(lines(glyphs));
        } else {
            List<Glyph> left = new ArrayList<>();
            List<Glyph> right = new ArrayList<>();
            for (Glyph glyph : glyphs) {
                (glyph.x() + glyph.width() / 2 < gutter ? left : right).add(glyph);
            }
            lines.addAll(lines(left));
            lines.addAll(lines(right));
        }
        return new Page(lines, height);
    }

    /** The pages as text: a blank line between paragraphs, a form feed between pages. */
    static String join(List<Page> pages) {
        Map<String, Integer> repeated = new HashMap<>();
        for (Page page : pages) {
            page.lines().stream()
                    .filter(line -> atEdge(line, page))
                    .map(PageLayout::shape)
                    .distinct()
                    .forEach(shape -> repeated.merge(shape, 1, Integer::sum));
        }
        StringBuilder text = new StringBuilder();
        for (Page page : pages) {
            Line before = null;
            float step = usualStep(page.lines());
            for (Line line : page.lines()) {
                boolean running = pages.size() > 2
                        && atEdge(line, page)
                        && repeated.getOrDefault(shape(line), 0) > pages.size() / 2;
                if (running) {
                    continue;
                }
                if (before != null && parted(before, line, step)) {
                    text.append('\n');
                }
                text.append(line.text()).append('\n');
                before = line;
            }
            text.append('\f');
        }
        return text.toString();
    }

    private static boolean parted(Line before, Line line, float step) {
        float gap = line.y() - before.y();
        boolean newColumn = gap < 0;
        boolean wide = gap > Math.min(step, line.size() * 1.4f) * 1.35f + 0.5f;
        boolean otherSize = Math.abs(line.size() - before.size()) > 1.2f;
        return newColumn || wide || otherSize;
    }

    private static boolean atEdge(Line line, Page page) {
        return line.y() < page.height() * EDGE || line.y() > page.height() * (1 - EDGE);
    }

    private static String shape(Line line) {
        return line.text().replaceAll("\\d+", "#");
    }

    /** The most frequent distance between baselines. */
    private static float usualStep(List<Line> lines) {
        Map<Integer, Integer> steps = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            float gap = lines.get(i).y() - lines.get(i - 1).y();
            if (gap > 4 && gap < 40) {
                steps.merge(Math.round(gap * 2), 1, Integer::sum);
            }
        }
        return steps.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(entry -> entry.getKey() / 2f)
                .orElse(14f);
    }

    /**
     * The empty strip between two columns: a place in the middle third that hardly any line crosses, though many lines stand on both sides
     * of it. Negative when the page has one column.
     */
    private static float gutter(List<Glyph> glyphs) {
        if (glyphs.size() < 400) {
            return -1;
        }
        float left = Float.MAX_VALUE;
        float right = 0;
        for (Glyph glyph : glyphs) {
            left = Math.min(left, glyph.x());
            right = Math.max(right, glyph.right());
        }
        int cells = 120;
        float cell = (right - left) / cells;
        int[] ink = new int[cells + 2];
        for (Glyph glyph : glyphs) {
            int from = Math.clamp((int) ((glyph.x() - left) / cell), 0, cells);
            int to = Math.clamp((int) ((glyph.right() - left) / cell), 0, cells);
            for (int i = from; i <= to; i++) {
                ink[i]++;
            }
        }
        double mean = glyphs.size() / (double) cells;
        int best = -1;
        for (int i = cells * 2 / 5; i <= cells * 3 / 5; i++) {
            boolean empty = ink[i] + ink[i + 1] < mean * 0.12;
            if (empty && (best < 0 || ink[i] < ink[best])) {
                best = i;
            }
        }
        return best < 0 ? -1 : left + (best + 0.5f) * cell;
    }

    private static List<Line> lines(List<Glyph> glyphs) {
        List<Glyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(Glyph::y).thenComparingDouble(Glyph::x));
        List<List<Glyph>> rows = new ArrayList<>();
        for (Glyph glyph : sorted) {
            List<Glyph> row = rows.isEmpty() ? null : rows.getLast();
            if (row == null || glyph.y() - baseline(row) > Math.max(2.2f, glyph.size() * 0.34f)) {
                row = new ArrayList<>();
                rows.add(row);
            }
            row.add(glyph);
        }
        healRaised(rows);
        return rows.stream().filter(row -> !row.isEmpty()).map(PageLayout::line).toList();
    }

    /** A row of a few small characters right above another is its superscripts. */
    private static void healRaised(List<List<Glyph>> rows) {
        for (int i = 0; i + 1 < rows.size(); i++) {
            List<Glyph> row = rows.get(i);
            List<Glyph> next = rows.get(i + 1);
            float size = largest(next);
            boolean near = baseline(next) - baseline(row) < size * 0.7f;
            if (near && largest(row) < size * 0.85f && row.size() <= 8) {
                next.addAll(row);
                row.clear();
            }
        }
    }

    private static float baseline(List<Glyph> row) {
        Glyph last = row.getFirst();
        for (Glyph glyph : row) {
            last = glyph.size() > last.size() ? glyph : last;
        }
        return last.y();
    }

    private static float largest(List<Glyph> row) {
        float size = 0;
        for (Glyph glyph : row) {
            size = Math.max(size, glyph.size());
        }
        return size;
    }

    private static Line line(List<Glyph> row) {
        List<Glyph> sorted = new ArrayList<>(row);
        sorted.sort(Comparator.comparingDouble(Glyph::x));
        float size = largest(sorted);
        float base = baseline(sorted);
        StringBuilder text = new StringBuilder();
        Glyph before = null;
        boolean raised = false;
        boolean italic = false;
        for (Glyph glyph : sorted) {
            boolean up = glyph.size() < size * 0.85f && glyph.y() < base - size * 0.12f;
            boolean gap = before != null && glyph.x() - before.right() > Math.min(before.size(), glyph.size()) * 0.19f;
            boolean slanted = glyph.italic() && !up;
            if (before != null && raised && !up) {
                text.append('}');
            }
            if (italic && !slanted) {
                text.append('*');
            }
            if (gap) {
                text.append(' ');
            }
            if (up && !raised) {
                text.append("^{");
            }
            if (slanted && !italic) {
                text.append('*');
            }
            text.append(glyph.text());
            raised = up;
            italic = slanted;
            before = glyph;
        }
        text.append(raised ? "}" : "").append(italic ? "*" : "");
        return new Line(sorted.getFirst().x(), sorted.getLast().right(), base, size, text.toString());
    }
}
