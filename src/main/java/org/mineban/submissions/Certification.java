package org.mineban.submissions;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.reporting.Entry;
import org.mineban.reporting.Group;
import org.mineban.reporting.Report;
import org.mineban.reporting.Value;

/**
 * Which authority clears a report, as its title page tells.
 *
 * @param organisation that clears it; empty text when nobody has said
 * @param function of the person who clears it for the organisation; may be empty
 */
public record Certification(String organisation, String function) {

    private static final String GROUP = "certifiedBy";
    private static final int LONGEST = 500;

    public Certification {
        organisation = shortened(organisation);
        function = shortened(function);
    }

    private static String shortened(String text) {
        String bare = text.strip();
        return bare.length() > LONGEST ? bare.substring(0, LONGEST) : bare;
    }

    /** What a report says of it. */
    public static Certification of(Report report) {
        Group said = report.envelope().group(GROUP);
        return new Certification(said.text("organisation"), said.text("function"));
    }

    /** The report with it on its title page, in the report's first language. */
    Report on(Report report, Optional<LocalDate> day) {
        Language language = report.env().languages().stream().findFirst().orElse(Language.ENGLISH);
        Group said = report.envelope().group(GROUP);
        for (Map.Entry<String, String> one :
                Map.of("organisation", organisation, "function", function).entrySet()) {
            if (!one.getValue().isEmpty() && !one.getValue().equals(said.text(one.getKey()))) {
                said = said.with(one.getKey(), Entry.of(Value.Text.of(language, one.getValue())));
            }
        }
        if (day.isPresent()) {
            said = said.with("on", Entry.of(new Value.Date(new PartialDate.OfDay(day.get()))));
        }
        return report.withEnvelope(report.envelope().with(GROUP, said));
    }

    static LocalDate day(java.time.Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
