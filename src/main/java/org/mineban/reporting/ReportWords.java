package org.mineban.reporting;

import org.mineban.kernel.Figure;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;

/** The words of reports in one language. */
public record ReportWords(Messages messages, Language language) {

    public String subject(Subject subject) {
        return messages.say(language, "subject." + subject.key());
    }

    public String mark(Mark mark) {
        return messages.say(language, "mark." + mark.key());
    }

    public String kind(ReportKind kind) {
        return messages.say(language, "report-kind." + kind.key());
    }

    /** The kind of a figure, as "not measured". */
    public String figure(Figure figure) {
        return messages.say(language, "figure." + figure.key());
    }

    /** The label of a field, as on the form. */
    public String field(Field field) {
        return messages.say(language, "field." + field.label());
    }

    /** The label of a field where it stands alone, away from its form: with the class of the areas that it counts. */
    public String label(Field field) {
        for (String kind : java.util.List.of("CHA", "SHA")) {
            if (field.id().text().contains("." + kind + ".")) {
                return code(kind) + " · " + field(field);
            }
        }
        return field(field);
    }

    /** The text of a word of a closed list. */
    public String code(String word) {
        return messages.say(language, "report-code." + word);
    }
}
