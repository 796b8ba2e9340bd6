package org.mineban.resolutions.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cuts the body of a resolution into preambular and operative paragraphs, each with its tree of sub-paragraphs. */
final class BodyReader {
    /** Paragraphs in order, and what found no place. */
    record Body(List<Draft> preambular, List<Draft> operative, List<String> notUnderstood) {}

    private static final int LONGEST_HEADING = 180;

    private final Verbs verbs;
    private final List<Draft> preambular = new ArrayList<>();
    private final List<Draft> operative = new ArrayList<>();
    private final List<String> notUnderstood = new ArrayList<>();
    private @Nullable Draft current;
    private @Nullable SubparagraphTree tree;
    private @Nullable String section;
    private @Nullable String heading;
    private boolean inPreamble = true;
    private int expected = 1;

    private BodyReader(Verbs verbs) {
        this.verbs = verbs;
    }

    /** @param fragment whether the beginning is missing, so that the first number may be any */
    static Body read(List<String> blocks, Verbs verbs, boolean fragment) {
        BodyReader reader = new BodyReader(verbs);
        if (fragment) {
            reader.expected = -1;
        }
        for (String block : blocks) {
            for (String piece : SubparagraphTree.unfold(block)) {
                reader.take(piece);
            }
        }
        reader.keepHeading();
        reader.settleUnnumbered();
        return new Body(reader.preambular, reader.operative, reader.notUnderstood);
    }

    private void take(String block) {
        Optional<Shapes.Numbered> numbered = Shapes.numbered(block);
        if (numbered.isPresent() && fits(numbered.get())) {
            startOperative(
                    numbered.get().rest(),
                    numbered.get().label(),
                    numbered.get().number(),
                    true);
            return;
        }
        Optional<Shapes.Numbered> stopless = Shapes.numberedWithoutStop(block);
        if (stopless.isPresent() && stopless.get().number() == expected && isOperative(stopless.get())) {
            startOperative(stopless.get().rest(), stopless.get().label(), expected, true);
            return;
        }
        String newSection = Shapes.section(block);
        if (newSection != null && (current == null || ended(current))) {
            startSection(newSection);
            return;
        }
        Optional<Labels.Label> label = Labels.read(block);
        if (label.isPresent() && current != null && tree != null) {
            keepHeading();
            tree.add(label.get());
            return;
        }
        takeUnnumbered(block);
    }

    private void takeUnnumbered(String block) {
        String plain = Marks.plain(block);
        Verbs.Role role = capital(plain) || inPreamble ? verbs.role(plain) : null;
        boolean listing = current != null && endsWith(current, ':');
        if (role == Verbs.Role.OPERATIVE && !listing) {
            boolean goesOn = !operative.isEmpty() && operative.getLast().numberPrinted;
            int number = goesOn || !inPreamble ? Math.max(expected, 1) : 1;
            startOperative(block, "", number, false);
            return;
        }
        boolean paragraph = role == Verbs.Role.PREAMBULAR && !listing;
        if (paragraph && (inPreamble || ended(current))) {
            startPreambular(block);
            return;
        }
        if (isHeading(plain) && !listing) {
            keepHeading();
            heading = plain;
            return;
        }
        if (inPreamble && plain.endsWith(",") && !listing) {
            startPreambular(block);
            return;
        }
        if (current == null) {
            startWithoutVerb(block, plain);
            return;
        }
        keepHeading();
        if (listing || (!current.children.isEmpty() && !current.last().label.isEmpty()) || block.startsWith("|")) {
            addPlainItem(block);
        } else {
            current.append(block);
        }
    }

    private void startWithoutVerb(String block, String plain) {
        if (plain.length() > 40) {
            startPreambular(block);
        } else {
            notUnderstood.add(plain);
        }
    }

    /** An item without label: of a list after a colon, or words after the last sub-paragraph. */
    private void addPlainItem(String block) {
        Draft parent = current;
        if (parent != null) {
            parent.children.add(new Draft("", block));
        }
    }

    private boolean isOperative(Shapes.Numbered numbered) {
        return verbs.role(Marks.plain(numbered.rest())) == Verbs.Role.OPERATIVE;
    }

    private boolean fits(Shapes.Numbered numbered) {
        int number = numbered.number();
        boolean verb = isOperative(numbered);
        if (expected < 0 || number == expected) {
            return true;
        }
        if (number == 1) {
            boolean introduced = current != null
                    && endsWith(current, ':')
                    && !operative.isEmpty()
                    && !operative.getLast().numberPrinted;
            if (!verb && operative.isEmpty() && !inPreamble) {
                return false;
            }
            boolean numbersAgain =
                    !operative.isEmpty() && Objects.equals(operative.getLast().section, section) && heading != null;
            if (numbersAgain) {
                section = heading;
            }
            return verb || inPreamble || heading != null || introduced;
        }
        return verb && (number > expected || number == expected - 1 || (inPreamble && operative.isEmpty()));
    }

    /**
     * A paragraph without printed number took the next one. If the next printed number is the same, it was none of its own: it belongs to
     * the paragraph before it, or, at the very beginning, only introduces the numbered ones.
     */
    private void settleUnnumbered() {
        for (int i = operative.size() - 2; i >= 0; i--) {
            Draft draft = operative.get(i);
            Draft next = operative.get(i + 1);
            boolean taken = !draft.numberPrinted && next.numberPrinted && next.number <= draft.number;
            if (!taken) {
                continue;
            }
            boolean sameSection = Objects.equals(draft.section, next.section);
            if (i > 0 && next.number == draft.number && sameSection && operative.get(i - 1).numberPrinted) {
                Draft before = operative.get(i - 1);
                before.children.add(draft.asItem());
                operative.remove(i);
            } else if (next.number == 1) {
                draft.number = 0;
            }
        }
    }

    private void startOperative(String text, String label, int number, boolean printed) {
        Draft draft = new Draft(label, text);
        draft.number = number;
        draft.numberPrinted = printed;
        start(draft);
        operative.add(draft);
        inPreamble = false;
        expected = number + 1;
    }

    private void startPreambular(String text) {
        Draft draft = new Draft("", text);
        start(draft);
        preambular.add(draft);
        if (!inPreamble) {
            inPreamble = true;
            expected = 1;
        }
    }

    private void start(Draft draft) {
        draft.section = section;
        draft.heading = heading;
        heading = null;
        current = draft;
        tree = new SubparagraphTree(draft);
    }

    private void startSection(String text) {
        keepHeading();
        int space = text.indexOf(' ');
        String numeral = space < 0 ? text : text.substring(0, space);
        section = numeral.replaceAll("[.:]$", "");
        heading = space < 0
                ? null
                : text.substring(space + 1)
                        .replaceAll("^[\u2013\u2014-]\\s*", "")
                        .strip();
        inPreamble = true;
    }

    /** A heading that no paragraph followed stays in the text of the paragraph before it. */
    private void keepHeading() {
        String kept = heading;
        heading = null;
        if (kept == null) {
            return;
        }
        if (current == null) {
            notUnderstood.add(kept);
        } else {
            addPlainItem(kept);
        }
    }

    private boolean isHeading(String plain) {
        if (plain.length() > LONGEST_HEADING || plain.isEmpty() || plain.startsWith("|")) {
            return false;
        }
        char end = plain.charAt(plain.length() - 1);
        boolean open = ".;,:".indexOf(end) < 0;
        return open && capital(plain) && (current == null || ended(current));
    }

    private static boolean capital(String plain) {
        return !plain.isEmpty() && (Character.isUpperCase(plain.charAt(0)) || !Character.isLetter(plain.charAt(0)));
    }

    private static boolean ended(@Nullable Draft draft) {
        return draft == null
                || endsWith(draft, '.')
                || endsWith(draft, ';')
                || endsWith(draft, ',')
                || endsWith(draft, ':');
    }

    private static boolean endsWith(Draft draft, char end) {
        Draft last = draft.last();
        String text = Marks.plain((draft.closing.isEmpty() ? last.text : draft.closing).toString());
        int at = text.length() - 1;
        while (at > 0 && "\"\u00BB\u201D' *".indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return at >= 0 && text.charAt(at) == end;
    }
}
