package org.mineban.operations;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mineban.kernel.PartialDate;

/**
 * What follows from a record's fields and shape, kept beside them so that lists and figures need not read them all. It can be worked out again at any
 * time.
 *
 * @param category the field by which records of the kind are told apart in figures
 * @param article5 whether it counts under Article 5: anti-personnel mines, also improvised ones, or nobody knows yet
 * @param happenedFrom the first day; {@code happenedUntil} the last day it may have happened on
 * @param quantity the number that figures sum: mines, people
 * @param area the area that reports use, in hundredths of a square metre
 */
record Derived(
        Optional<String> category,
        Optional<String> status,
        boolean article5,
        Optional<LocalDate> happenedFrom,
        Optional<LocalDate> happenedUntil,
        OptionalLong quantity,
        OptionalLong area,
        OptionalLong areaStated,
        OptionalLong areaComputed,
        String searchText) {

    private static final Set<String> ARTICLE_5 = Set.of("AP_MINE", "AP_MINE_IMPROVISED", "UNKNOWN");

    static Derived of(Content content) {
        Fields fields = content.fields();
        Optional<PartialDate> happened = fields.date(content.kind().dateField());
        OptionalLong stated = fields.area(content.kind() == Kind.TOTAL ? "cleared_m2" : "area_stated_m2");
        OptionalLong computed = content.shape()
                .map(Shape::computedArea)
                .filter(area -> area > 0)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
        return new Derived(
                fields.text(content.kind().categoryField()),
                fields.text(content.kind().statusField()),
                article5(content),
                happened.map(PartialDate::earliest),
                happened.map(PartialDate::latest),
                quantity(content),
                forReports(fields, stated, computed),
                stated,
                computed,
                searchText(content));
    }

    /** Which area reports use: as the record says; else the one we computed, else the one stated. */
    private static OptionalLong forReports(Fields fields, OptionalLong stated, OptionalLong computed) {
        boolean preferStated =
                fields.text("area_basis").filter("STATED"::equals).isPresent();
        OptionalLong first = preferStated ? stated : computed;
        return first.isPresent() ? first : preferStated ? computed : stated;
    }

    private static boolean article5(Content content) {
        return content.kind() == Kind.HAZARD
                && content.fields().codes("contamination").stream().anyMatch(ARTICLE_5::contains);
    }

    private static OptionalLong quantity(Content content) {
        Fields fields = content.fields();
        return switch (content.kind()) {
            case FIND -> fields.integer("qty_destroyed");
            case VICTIM -> OptionalLong.of(1);
            case SESSION, ASSISTANCE -> fields.integer("people_total");
            case STOCKPILE, DESTRUCTION -> fields.integer("quantity");
            case RETAINED -> fields.integer("closing");
            case TOTAL -> fields.integer("ap_mines");
            case HAZARD, ACTIVITY, PRODUCT, ACCIDENT, TASK, ACCREDITATION, VISIT, NONCONFORMITY, COMPLETION, HANDOVER ->
                OptionalLong.empty();
        };
    }

    /** What a search in the list looks through, in small letters. */
    private static String searchText(Content content) {
        Stream<String> texts = Stream.concat(
                Stream.of(content.code()),
                List.of("reference", "admin1", "admin2", "organisation", "note").stream()
                        .flatMap(name -> content.fields().text(name).stream()));
        return texts.collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT);
    }
}
