package org.mineban.submissions;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Entry;
import org.mineban.reporting.Field;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.Group;
import org.mineban.reporting.Origin;
import org.mineban.reporting.Report;
import org.mineban.reporting.Restatement;

/**
 * The public copy of a report: what the dictionary calls hidden is left out, unless the State says of a contact that it is public, and so is what the
 * program knows of where a figure came from. What the dictionary does not know is not public either.
 */
public final class PublicCopy {

    private static final Set<String> MASKED = Set.of("j.va.casualties", "j.va.services");
    private static final int SMALLEST_SHOWN = 5;

    private PublicCopy() {}

    /**
     * A report without what is not public.
     *
     * @param left how many fields were left out
     */
    public record Copy(Report report, int left) {}

    /** The public copy. Fields of small groups of victims (fewer than five persons, but not none) are left out as well. */
    public static Copy of(Report report, Dictionary dictionary) {
        Report open = report;
        int left = 0;
        for (Group.Placed placed : report.placed()) {
            if (!open(report, dictionary, placed)) {
                open = open.without(placed.place());
                left++;
            } else {
                Entry entry = placed.entry();
                open = open.with(
                        placed.place(),
                        new Entry(entry.value(), entry.written(), entry.origin().map(PublicCopy::told)));
            }
        }
        List<Restatement> restatements = report.restatements().stream()
                .filter(one -> dictionary
                        .find(one.place())
                        .filter(field -> !field.hidden())
                        .isPresent())
                .toList();
        return new Copy(new Report(open.envelope(), open.marks(), open.sections(), restatements), left);
    }

    private static Origin told(Origin origin) {
        return new Origin(origin.kind(), "", "", origin.page(), java.util.Optional.empty());
    }

    private static boolean open(Report report, Dictionary dictionary, Group.Placed placed) {
        FieldPath place = placed.place();
        java.util.Optional<Field> field = dictionary.find(place);
        if (field.isEmpty()) {
            return false;
        }
        if (field.get().hidden()) {
            return place.text().startsWith("env.contact[")
                    && report.at(new FieldPath(
                                    place.text().substring(0, place.text().lastIndexOf('.')) + ".release"))
                            .filter(entry -> EntryText.data(entry).equals("public"))
                            .isPresent();
        }
        return !small(field.get(), placed);
    }

    private static boolean small(Field field, Group.Placed placed) {
        boolean victims = MASKED.stream().anyMatch(list -> field.id().text().startsWith(list));
        return victims
                && field.unit() == Field.Unit.PERSONS
                && placed.entry().value() instanceof org.mineban.reporting.Value.Quantity(var figure)
                && figure.known()
                        .filter(count -> count.signum() > 0 && count.intValue() < SMALLEST_SHOWN)
                        .isPresent();
    }

    /** The ids of the fields that are never public by themselves, for telling a person. */
    public static Set<String> hidden(Dictionary dictionary) {
        return dictionary.fields().stream()
                .filter(Field::hidden)
                .map(field -> field.id().text())
                .collect(Collectors.toUnmodifiableSet());
    }
}
