package org.mineban.presentation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mineban.kernel.Explained;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.obligations.Duty;
import org.mineban.obligations.Obligation;
import org.mineban.obligations.Obligations;
import org.mineban.parties.Counts;
import org.mineban.parties.Register;
import org.mineban.parties.State;

/** Finds the figure that a person names: {@code standing}, {@code entry-into-force}, {@code clearance}, … of a State, or a count of all. */
public final class Figures {

    /** The figures of a State that are no duty. */
    public static final List<String> STANDING_FIGURES = List.of("standing", "entry-into-force", "withdrawal");

    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z])[A-Z]");

    private final Register register;
    private final Obligations obligations;

    public Figures(Register register, Obligations obligations) {
        this.register = register;
        this.obligations = obligations;
    }

    /**
     * A count of the day by its name in data, as {@code partiesByDeposit}.
     *
     * @throws ProblemException {@code unknown-count}, naming the counts there are
     */
    public Explained<Integer> count(String name, LocalDate on) {
        Counts counts = register.counts(on);
        return counts.find(name)
                .orElseThrow(() -> new Problem(
                                "unknown-count",
                                Problem.Kind.NOT_FOUND,
                                Map.of(
                                        "value",
                                        name,
                                        "allowed",
                                        String.join(", ", counts.byName().keySet())))
                        .asException());
    }

    /**
     * The explained values of one figure of a State: the one asked for; for a duty its due day, then its state.
     *
     * @param year the calendar year that an annual report covers; empty for every other figure
     * @throws ProblemException {@code unknown-figure}, {@code year-needed} or {@code unknown-duty}
     */
    public List<Explained<?>> of(State state, String figure, Optional<Integer> year, LocalDate on) {
        return switch (nameOf(figure)) {
            case "standing" -> List.of(register.standing(state.code(), on));
            case "entry-into-force" ->
                List.of(register.entryIntoForce(state.code(), on).orElseThrow(() -> noSuchDuty(state, figure, on)));
            case "withdrawal" ->
                List.of(register.withdrawalEffect(state.code(), on).orElseThrow(() -> noSuchDuty(state, figure, on)));
            default -> duty(state, nameOf(figure), year, on);
        };
    }

    /** Every name that {@link #of} knows. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(STANDING_FIGURES);
        for (Duty duty : Duty.values()) {
            names.add(duty.key());
        }
        return names;
    }

    /** The name of a figure that a person may also call by its name in data ({@code entryIntoForce}) or by its article ({@code 7(1)}, {@code 7.1}). */
    private static String nameOf(String figure) {
        String words = CAPITAL.matcher(figure).replaceAll("-$0").toLowerCase(Locale.ROOT);
        String article = figure.replace("(", ".").replace(")", "");
        for (Duty duty : Duty.values()) {
            String cited = duty.provision().cite().replace("(", ".").replace(")", "");
            if (article.equals(cited) || (duty == Duty.CLEARANCE && article.equals("5"))) {
                return duty.key();
            }
        }
        return switch (article) {
            case "17", "17.1", "17.2" -> "entry-into-force";
            case "20", "20.3" -> "withdrawal";
            default -> words;
        };
    }

    private List<Explained<?>> duty(State state, String figure, Optional<Integer> year, LocalDate on) {
        Duty duty = Duty.find(figure)
                .orElseThrow(() -> new Problem(
                                "unknown-figure",
                                Problem.Kind.NOT_FOUND,
                                Map.of("value", figure, "allowed", String.join(", ", names())))
                        .asException());
        if (duty == Duty.ANNUAL_REPORT && year.isEmpty()) {
            throw new Problem("year-needed", Problem.Kind.WRONG_USAGE, Map.of("value", figure)).asException();
        }
        Obligation found = obligations.of(state.code(), on).stream()
                .filter(obligation -> obligation.duty() == duty)
                .filter(obligation ->
                        duty != Duty.ANNUAL_REPORT || obligation.year().orElse(0) == year.orElseThrow())
                .findFirst()
                .orElseThrow(() -> noSuchDuty(state, figure, on));
        return List.of(found.due(), found.standing());
    }

    private static ProblemException noSuchDuty(State state, String figure, LocalDate on) {
        return new Problem(
                        "unknown-duty",
                        Problem.Kind.NOT_FOUND,
                        Map.of("state", state.code().iso3(), "value", figure, "on", on.toString()))
                .asException();
    }
}
