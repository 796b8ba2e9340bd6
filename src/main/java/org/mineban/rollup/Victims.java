package org.mineban.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mineban.kernel.Provision;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Fields;
import org.mineban.operations.Kind;
import org.mineban.operations.RegisterFigures;
import org.mineban.operations.RegisterFigures.Counted;
import org.mineban.operations.RegisterVersion;
import org.mineban.operations.Selection;
import org.mineban.rollup.TreatyFigure.Part;
import org.mineban.rollup.TreatyFigure.Unit;

/**
 * Victims and accidents of the period, by the day of the accident: killed and injured, by civil status, sex and whether a child. The Convention asks
 * for care (Article 6(3)); States report on it in form J. These numbers are for who reports, and are not masked; what is published is masked elsewhere.
 */
final class Victims implements FigureQuery {

    private static final Provision CARE = Provision.paragraph(6, 3);

    @Override
    public List<TreatyFigure> figures(RegisterFigures.Reader records, StateCode state, Period period) {
        List<Counted> accidents = records.counted(
                state, Selection.of(Kind.ACCIDENT, period.atEnd()).happened(period.from(), period.until()));
        List<TreatyFigure> figures = new ArrayList<>();
        figures.add(Summing.count(
                FigureRule.ACCIDENTS,
                CARE,
                Unit.RECORDS,
                Map.of(),
                accidents.stream().map(one -> Summing.one(Kind.ACCIDENT, one)).toList()));
        Map<FigureRule, List<Part>> whole = new TreeMap<>();
        Map<FigureRule, Map<String, List<Part>>> groups = new TreeMap<>();
        records.each(
                state, Selection.of(Kind.VICTIM, period.atEnd()).happened(period.from(), period.until()), victim -> {
                    Part part = new Part(
                            Kind.VICTIM.id(),
                            victim.number(),
                            victim.version(),
                            victim.code(),
                            Optional.of(BigDecimal.ONE));
                    for (FigureRule rule : rules(victim)) {
                        whole.computeIfAbsent(rule, absent -> new ArrayList<>()).add(part);
                        groups.computeIfAbsent(rule, absent -> new TreeMap<>())
                                .computeIfAbsent(group(victim.fields()), absent -> new ArrayList<>())
                                .add(part);
                    }
                });
        for (FigureRule rule : List.of(FigureRule.VICTIMS, FigureRule.VICTIMS_KILLED, FigureRule.VICTIMS_INJURED)) {
            figures.add(Summing.count(rule, CARE, Unit.PEOPLE, Map.of(), whole.getOrDefault(rule, List.of())));
            groups.getOrDefault(rule, Map.of())
                    .forEach(
                            (group, parts) -> figures.add(Summing.count(rule, CARE, Unit.PEOPLE, named(group), parts)));
        }
        return figures;
    }

    private static List<FigureRule> rules(RegisterVersion victim) {
        return switch (victim.fields().text("outcome").orElse("UNKNOWN")) {
            case "KILLED", "DIED_LATER" -> List.of(FigureRule.VICTIMS, FigureRule.VICTIMS_KILLED);
            case "INJURED" -> List.of(FigureRule.VICTIMS, FigureRule.VICTIMS_INJURED);
            default -> List.of(FigureRule.VICTIMS);
        };
    }

    private static String group(Fields fields) {
        String child = fields.integer("age").isPresent()
                ? fields.integer("age").getAsLong() < 18 ? "CHILD" : "ADULT"
                : switch (fields.text("age_band").orElse("UNKNOWN")) {
                    case "0-4", "5-9", "10-14", "15-17", "CHILD" -> "CHILD";
                    case "UNKNOWN" -> "UNKNOWN";
                    default -> "ADULT";
                };
        return fields.text("civil_status").orElse("UNKNOWN") + "/"
                + fields.text("sex").orElse("UNKNOWN") + "/" + child;
    }

    private static Map<String, String> named(String group) {
        String[] words = group.split("/", -1);
        Map<String, String> named = new LinkedHashMap<>();
        named.put("civil_status", words[0]);
        named.put("sex", words[1]);
        named.put("age_band", words[2]);
        return named;
    }
}
