package org.mineban.obligations;

import static org.mineban.kernel.Provision.paragraph;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.Doubt;
import org.mineban.kernel.Explained;
import org.mineban.kernel.Problem;
import org.mineban.kernel.Provision;
import org.mineban.kernel.Reason;
import org.mineban.kernel.SourceRow;
import org.mineban.kernel.StateCode;

/** Article 14: costs of the meetings. */
public final class Article14 {

    static final Provision PARAGRAPH_1 = paragraph(14, 1);

    private final Map<String, Map<StateCode, SourceRow>> scale;

    /** @param scale the United Nations scale of assessments: period, as {@code 2025-2027}, then State, then the row with {@code percent} */
    public Article14(Map<String, Map<StateCode, SourceRow>> scale) {
        this.scale = Map.copyOf(scale);
    }

    /**
     * Paragraph 1: the costs of meetings are borne by the States Parties and the States not party that take part, by the United Nations scale
     * of assessments, adjusted appropriately: the payer's rate divided by the sum of the payers' rates.
     *
     * @param payer whose share
     * @param payers all who pay, the payer included or not
     * @param year the year of the meeting
     * @return a fraction of 1, to 12 significant digits; empty when the payer has no rate in the scale
     */
    public Optional<Explained<BigDecimal>> share(StateCode payer, Collection<StateCode> payers, int year) {
        String period = periodOf(year);
        Map<StateCode, SourceRow> rates = scale.getOrDefault(period, Map.of());
        SourceRow own = rates.get(payer);
        if (own == null) {
            return Optional.empty();
        }
        List<Explained<?>> counted = new ArrayList<>();
        List<Doubt> doubts = new ArrayList<>();
        BigDecimal sum = rate(own);
        counted.add(Explained.stated(rate(own), ObligationRule.SCALE_RATE, own));
        boolean somebodyWithoutRate = false;
        for (StateCode other : payers) {
            SourceRow row = rates.get(other);
            if (row == null) {
                somebodyWithoutRate = true;
            } else if (!other.equals(payer)) {
                sum = sum.add(rate(row));
                counted.add(Explained.stated(rate(row), ObligationRule.SCALE_RATE, row));
            }
        }
        if (somebodyWithoutRate) {
            doubts.add(Doubt.of(ObligationRule.DOUBT_PAYERS_WITHOUT_RATE));
        }
        doubts.add(Doubt.of(ObligationRule.DOUBT_PARTICIPATION_UNKNOWN));
        if (!covers(period, year)) {
            doubts.add(Doubt.of(ObligationRule.DOUBT_SCALE_OF_ANOTHER_PERIOD, own));
        }
        Explained<BigDecimal> total =
                new Explained<>(sum, new Reason.Counted(ObligationRule.SUM_OF_RATES, counted, List.of()));
        return Optional.of(new Explained<>(
                rate(own).divide(sum, new MathContext(12)),
                new Reason.Given(
                        ObligationRule.SHARE_OF_COSTS,
                        Optional.of(PARAGRAPH_1),
                        List.of(Explained.stated(rate(own), ObligationRule.SCALE_RATE, own), total),
                        doubts)));
    }

    /**
     * The sum of the rates of all who pay: what each payer's rate is divided by.
     *
     * @param payers all who pay; those without a rate in the scale are left out
     * @return in per cent of the scale
     */
    public Explained<BigDecimal> sumOfRates(Collection<StateCode> payers, int year) {
        Map<StateCode, SourceRow> rates = scale.getOrDefault(periodOf(year), Map.of());
        List<Explained<?>> counted = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (StateCode payer : payers) {
            SourceRow row = rates.get(payer);
            if (row != null) {
                sum = sum.add(rate(row));
                counted.add(Explained.stated(rate(row), ObligationRule.SCALE_RATE, row));
            }
        }
        return new Explained<>(sum, new Reason.Counted(ObligationRule.SUM_OF_RATES, counted, List.of()));
    }

    /** The period of the scale that covers the year, else the nearest recorded one. */
    public String periodOf(int year) {
        return scale.keySet().stream()
                .min(java.util.Comparator.<String>comparingInt(period -> distance(period, year))
                        .thenComparing(period -> period))
                .orElseThrow(() -> new Problem("no-scale", Problem.Kind.CANNOT_BE_DONE, Map.of()).asException());
    }

    private static boolean covers(String period, int year) {
        return distance(period, year) == 0;
    }

    private static int distance(String period, int year) {
        int first = Integer.parseInt(period.substring(0, 4));
        int last = Integer.parseInt(period.substring(5));
        return year < first ? first - year : Math.max(0, year - last);
    }

    private static BigDecimal rate(SourceRow row) {
        return new BigDecimal(row.get("percent"));
    }
}
