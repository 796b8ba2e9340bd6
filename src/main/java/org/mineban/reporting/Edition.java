package org.mineban.reporting;

import java.util.List;
import java.util.Optional;

/**
 * An edition of the forms: which subject has which letter or number, in which order, and which fields it prints.
 *
 * @param id as {@code forms-2007}
 * @param year since when it is used; a field that came later is printed in an annex
 * @param coverPage whether it has a cover page that marks each form as changed, unchanged or not applicable
 * @param parts in the order of the print
 */
public record Edition(String id, int year, boolean coverPage, List<Part> parts) {

    public Edition {
        parts = List.copyOf(parts);
    }

    /**
     * A form or a section.
     *
     * @param letter as it stands in the heading: {@code A} or {@code 3}
     * @param subjects what it holds: more than one where an edition joins them
     * @param fields the beginnings of the ids of the fields it holds; all fields of its subjects when there are none
     */
    public record Part(String letter, List<Subject> subjects, List<String> fields) {
        public Part {
            subjects = List.copyOf(subjects);
            fields = List.copyOf(fields);
        }
    }

    /** Whether this edition's own forms have the field. */
    public boolean prints(Field field) {
        return field.since() > 0 && field.since() <= year;
    }

    /** The letter or number under which the subject stands. */
    public Optional<String> letter(Subject subject) {
        return parts.stream()
                .filter(part -> part.subjects().contains(subject))
                .map(Part::letter)
                .findFirst();
    }
}
