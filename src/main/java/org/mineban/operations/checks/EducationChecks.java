package org.mineban.operations.checks;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.mineban.operations.CheckContext;
import org.mineban.operations.Examined;
import org.mineban.operations.NotChecked.Reason;

/** Sessions of risk education. */
final class EducationChecks {

    private static final List<String> PARTS = List.of("women", "men", "girls", "boys", "not_specified");

    private EducationChecks() {}

    /** The people reached are the sum of women, men, girls, boys and those of whom it is not said; nothing is below zero. */
    static void v45(Examined session, CheckContext context, Answers answers) {
        long sum = 0;
        boolean any = false;
        for (String part : PARTS) {
            if (!readable(session, part, answers)) {
                return;
            }
            OptionalLong people = Said.whole(session, part);
            any |= people.isPresent();
            sum += people.orElse(0);
        }
        if (!readable(session, "people_total", answers)) {
            return;
        }
        OptionalLong total = Said.whole(session, "people_total");
        if (total.isEmpty() || !any) {
            answers.not(Reason.NO_VALUE, total.isEmpty() ? "people_total" : "women");
        } else if (total.getAsLong() != sum) {
            answers.blocks("people_total", "", Map.of("total", total.getAsLong(), "sum", sum));
        }
    }

    private static boolean readable(Examined session, String field, Answers answers) {
        if (!Said.has(session, field)) {
            return true;
        }
        OptionalLong people = Said.whole(session, field);
        if (people.isEmpty() || people.getAsLong() < 0) {
            answers.blocks(
                    field,
                    "number",
                    Map.of("value", session.fields().text(field).orElse("")));
            return false;
        }
        return true;
    }

    /** Whom a radio reaches is no direct beneficiary, and few sessions hold a thousand people. */
    static void v46(Examined session, CheckContext context, Answers answers) {
        OptionalLong total = Said.whole(session, "people_total");
        if (total.isEmpty()) {
            answers.not(Reason.NO_VALUE, "people_total");
            return;
        }
        if (Said.is(session, "eore_method", "MASS_MEDIA")) {
            if (total.getAsLong() > 0) {
                answers.warns("people_total", "media", Map.of("people", total.getAsLong()));
            }
        } else if (total.getAsLong() > context.settings().sessionPeople()) {
            answers.warns(
                    "people_total",
                    "",
                    Map.of(
                            "people",
                            total.getAsLong(),
                            "most",
                            context.settings().sessionPeople()));
        }
    }
}
