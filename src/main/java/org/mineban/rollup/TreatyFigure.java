package org.mineban.rollup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Doubt;
import org.mineban.kernel.Explained;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Provision;
import org.mineban.kernel.Reason;
import org.mineban.kernel.SourceRow;

/**
 * A figure that the Convention or its reporting asks for, made from records.
 *
 * @param rule what is counted; its sentence is the message {@code reason.ID}
 * @param provision the article and paragraph that asks for it
 * @param unit of the number
 * @param group what it is broken down by, as {@code admin1} and the unit's name; empty for the figure of the whole State
 * @param value the number; unknown is not zero
 * @param parts the records that it counts, with what each gives
 */
public record TreatyFigure(
        FigureRule rule, Provision provision, Unit unit, Map<String, String> group, Figure value, List<Part> parts) {

    /** What a figure counts. */
    public enum Unit {
        AREAS,
        SQUARE_METRES,
        MINES,
        ITEMS,
        PEOPLE,
        SESSIONS,
        METRES,
        SIGNS,
        RECORDS
    }

    public TreatyFigure {
        group = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(group));
        parts = List.copyOf(parts);
    }

    /**
     * What one record gives to a figure.
     *
     * @param kind of the record, as in the register
     * @param number of the record in its State
     * @param version the version that counts
     * @param value what it gives; empty when that is not known, so that the figure is at least the rest
     */
    public record Part(String kind, long number, int version, String code, Optional<java.math.BigDecimal> value) {}

    /** Records of which it is not known how much they give. */
    public long unknownParts() {
        return parts.stream().filter(part -> part.value().isEmpty()).count();
    }

    /** The same figure of a register that has no record of the kind: nothing is known, which is not zero. One with parts stays as it is. */
    TreatyFigure notKnown() {
        return parts.isEmpty() ? new TreatyFigure(rule, provision, unit, group, new Figure.Unknown(), parts) : this;
    }

    /** The figure with its reasons: the records that it counts. */
    public Explained<Figure> explained() {
        List<Explained<?>> because = parts.stream().<Explained<?>>map(this::row).toList();
        return new Explained<>(value, new Reason.Counted(rule, because, List.of()));
    }

    private Explained<Figure> row(Part part) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", part.kind());
        fields.put("code", part.code());
        fields.put("number", Long.toString(part.number()));
        fields.put("version", Integer.toString(part.version()));
        fields.put(
                "value", part.value().map(java.math.BigDecimal::toPlainString).orElse(""));
        Figure figure = part.value().map(Figure::of).orElseGet(Figure.Unknown::new);
        return Explained.stated(
                figure,
                FigureRule.RECORD_COUNTED,
                SourceRow.of("register/" + part.kind(), 0, fields, Confidence.RECORDED),
                new Doubt[0]);
    }
}
