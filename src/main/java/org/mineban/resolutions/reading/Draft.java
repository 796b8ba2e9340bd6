package org.mineban.resolutions.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A paragraph while it is being gathered. */
final class Draft {
    final String label;
    final StringBuilder text = new StringBuilder();
    final StringBuilder closing = new StringBuilder();
    final List<Draft> children = new ArrayList<>();
    int number;
    boolean numberPrinted;

    @Nullable
    String section;

    @Nullable
    String heading;

    Draft(String label, String text) {
        this.label = label;
        this.text.append(text.strip());
    }

    /** Words that belong to this paragraph though they stand apart. */
    void append(String words) {
        StringBuilder target = children.isEmpty() ? text : closing;
        if (!target.isEmpty()) {
            target.append(' ');
        }
        target.append(words.strip());
    }

    /** The same words as a sub-paragraph without label. */
    Draft asItem() {
        Draft item = new Draft("", text.toString());
        item.children.addAll(children);
        item.closing.append(closing);
        return item;
    }

    /** The last sub-paragraph at any depth, or this one. */
    Draft last() {
        return children.isEmpty() ? this : children.getLast().last();
    }
}
