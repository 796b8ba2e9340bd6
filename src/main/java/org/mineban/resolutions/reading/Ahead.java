package org.mineban.resolutions.reading;

import java.util.List;

/** Looks at the blocks below a line that may be a heading: it is one only if a resolution opens there. */
final class Ahead {
    /** How far ahead the opening words may stand below a heading. */
    private static final int REACH = 14;

    /** How far ahead words may go on after the opening words on the same line. */
    private static final int NEAR = 4;

    private Ahead() {}

    /** Whether the opening words follow, with nothing but a title and its like between. */
    static boolean opensSoon(List<String> blocks, int index) {
        int end = Math.min(blocks.size(), index + REACH);
        for (int i = index + 1; i < end; i++) {
            boolean opens =
                    i <= index + NEAR ? Shapes.opening(blocks.get(i)) >= 0 : Shapes.isBareOpening(blocks.get(i));
            if (opens) {
                return true;
            }
            if (i > index + 1
                    && Shapes.heading(blocks.get(i)).isPresent()
                    && Shapes.letter(blocks.get(index)) == null) {
                return false;
            }
        }
        return false;
    }

    /** Whether opening words stand among the next blocks. */
    static boolean openingWithin(List<String> blocks, int index, int reach) {
        int end = Math.min(blocks.size(), index + reach + 1);
        for (int i = index + 1; i < end; i++) {
            if (Shapes.opening(blocks.get(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a part with this letter follows. */
    static boolean hasLetter(List<String> blocks, int index, char letter) {
        for (int i = index + 1; i < blocks.size(); i++) {
            String block = blocks.get(i);
            boolean alone = String.valueOf(letter).equals(Shapes.letter(block));
            if ((alone || Shapes.titleAfterLetter(block, letter) != null) && openingWithin(blocks, i, 4)) {
                return true;
            }
        }
        return false;
    }
}
