package org.mineban.reporting.rules;

import java.util.List;

/** Labels of fields among the values of a finding, to be said in the reader's language. */
public record Labels(List<String> labels) {

    public Labels {
        labels = List.copyOf(labels);
    }

    static Labels of(List<String> labels) {
        return new Labels(labels);
    }
}
