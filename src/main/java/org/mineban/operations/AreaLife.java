package org.mineban.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mineban.kernel.Problem;

/**
 * The life of a hazardous area: which status and which class may follow which. A closed area is never opened again: new evidence begins a new record that
 * names it.
 */
public final class AreaLife {

    private static final String INDICATION = "INDICATION";

    /** From each status, those that may follow, in the order of an area's life. */
    private static final Map<String, List<String>> NEXT = Map.of(
            "OPEN", List.of("TASKED", "CLOSED_CANCELLED", "CLOSED_NOT_CONFIRMED", "MERGED", "VOID"),
            "TASKED", List.of("WORKED_ON", "MERGED", "VOID"),
            "WORKED_ON", List.of("SUSPENDED", "OPEN", "CLOSED_RELEASED", "MERGED", "VOID"),
            "SUSPENDED", List.of("WORKED_ON", "MERGED", "VOID"),
            "CLOSED_RELEASED", List.of("HANDED_OVER"));

    /** From each class, those that may follow. */
    private static final Map<String, List<String>> NEXT_CLASS =
            Map.of(INDICATION, List.of("SHA", "CHA"), "SHA", List.of("CHA"));

    /** What has ended: nobody works on it, and it counts as released, not confirmed or handed over. */
    public static final Set<String> CLOSED =
            Set.of("CLOSED_NOT_CONFIRMED", "CLOSED_CANCELLED", "CLOSED_RELEASED", "HANDED_OVER");

    private AreaLife() {}

    /** The statuses that may follow for an area of that class; an indication was never an area, so it is not cancelled, and an area is never “not confirmed”. */
    public static List<String> next(String status, String areaClass) {
        boolean indication = areaClass.equals(INDICATION);
        return NEXT.getOrDefault(status, List.of()).stream()
                .filter(to -> !to.equals("CLOSED_NOT_CONFIRMED") || indication)
                .filter(to -> !to.equals("CLOSED_CANCELLED") || !indication)
                .toList();
    }

    /** The classes that may follow. */
    public static List<String> nextClass(String areaClass) {
        return NEXT_CLASS.getOrDefault(areaClass, List.of());
    }

    /** Whether a status may follow, or stays. */
    public static boolean allowed(String from, String to, String areaClass) {
        return from.equals(to) || next(from, areaClass).contains(to);
    }

    /** Whether a class may follow, or stays. */
    public static boolean allowedClass(String from, String to) {
        return from.equals(to) || nextClass(from).contains(to);
    }

    /**
     * Lets no version pass whose status or class cannot follow what counts now. A correction is not a step in an area's life, and passes.
     *
     * @throws org.mineban.kernel.ProblemException {@code register-status-next}, {@code register-class-next}
     */
    static void require(RegisterVersion counting, Content next) {
        if (next.kind() != Kind.HAZARD) {
            return;
        }
        Optional<String> from = counting.fields().text("status");
        Optional<String> to = next.fields().text("status");
        String areaClass = next.fields().text("class").orElse("");
        if (from.isPresent() && to.isPresent() && !allowed(from.get(), to.get(), areaClass)) {
            throw refused("register-status-next", counting, from.get(), to.get(), next(from.get(), areaClass));
        }
        Optional<String> fromClass = counting.fields().text("class");
        if (fromClass.isPresent() && !areaClass.isEmpty() && !allowedClass(fromClass.get(), areaClass)) {
            throw refused("register-class-next", counting, fromClass.get(), areaClass, nextClass(fromClass.get()));
        }
    }

    private static RuntimeException refused(
            String id, RegisterVersion counting, String from, String to, List<String> allowed) {
        return new Problem(
                        id,
                        Problem.Kind.CONFLICT,
                        Map.of(
                                "code",
                                counting.code(),
                                "from",
                                from,
                                "to",
                                to,
                                "allowed",
                                allowed.stream().collect(Collectors.joining(", ")),
                                "count",
                                allowed.size()))
                .asException();
    }

    /** Which fields of an area name another one, in the order in which they are shown. */
    public static List<String> lineage() {
        return List.of("split_from", "reopens", "merged_into");
    }
}
