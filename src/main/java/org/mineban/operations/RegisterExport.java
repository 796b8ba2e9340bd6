package org.mineban.operations;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.mineban.exchange.ExportColumn;
import org.mineban.exchange.ExportNotes;
import org.mineban.exchange.FeatureWriter;
import org.mineban.kernel.StateCode;

/** Writes the records of one kind as a file, in the words of the dictionary, so that the file can be brought in again. */
public final class RegisterExport {

    private static final int AT_ONCE = 1000;

    private final Register register;
    private final Dictionary dictionary;

    public RegisterExport(Register register, Dictionary dictionary) {
        this.register = register;
        this.dictionary = dictionary;
    }

    /**
     * What was written.
     *
     * @param records how many
     * @param shortened how many texts or shapes the format had no room for
     */
    public record Written(long records, long shortened) {}

    /** Writes the newest version of every record of a kind that the reader may see; the ending of the file says how. */
    public Written write(Actor reader, StateCode state, Kind kind, Path file, ExportNotes notes) {
        return write(reader, state, kind, Optional.empty(), file, notes);
    }

    /** The same, or what counted on a day: the approved records as they were in the field then. */
    public Written write(
            Actor reader, StateCode state, Kind kind, Optional<LocalDate> on, Path file, ExportNotes notes) {
        List<FieldDefinition> fields = List.copyOf(dictionary.fields(kind).values());
        List<ExportColumn> columns = new ArrayList<>();
        columns.add(ExportColumn.text("code"));
        columns.add(ExportColumn.text("valid_from"));
        columns.add(ExportColumn.text("approval"));
        fields.forEach(field -> columns.add(new ExportColumn(field.name(), kind(field))));
        long records = 0;
        try (FeatureWriter writer = FeatureWriter.create(file, kind.id(), columns, notes)) {
            List<RegisterVersion> page = on.isPresent()
                    ? register.asOf(reader, state, kind, new Register.Knowing(on.get(), Optional.empty()))
                    : page(reader, state, kind, Optional.empty());
            while (!page.isEmpty()) {
                page.forEach(version -> writer.add(values(version, fields), shape(version)));
                records += page.size();
                page = on.isPresent() ? List.of() : page(reader, state, kind, Optional.of(page.getLast()));
            }
            writer.finish();
            return new Written(records, writer.shortened());
        }
    }

    private List<RegisterVersion> page(Actor reader, StateCode state, Kind kind, Optional<RegisterVersion> last) {
        return register.list(
                reader,
                state,
                kind,
                new RegisterQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        RegisterQuery.Order.OLDEST,
                        last.map(version ->
                                new RegisterQuery.After(version.number(), version.code(), version.areaForReports())),
                        AT_ONCE));
    }

    private static ExportColumn.Kind kind(FieldDefinition field) {
        return switch (field.type()) {
            case INTEGER -> ExportColumn.Kind.INTEGER;
            case DECIMAL, AREA -> ExportColumn.Kind.DECIMAL;
            case TEXT, CODE, CODES, DATE, FLAG, LINK -> ExportColumn.Kind.TEXT;
        };
    }

    private static List<@Nullable Object> values(RegisterVersion version, List<FieldDefinition> fields) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(version.code());
        values.add(version.content().validFrom().toString());
        values.add(version.approval().id());
        for (FieldDefinition field : fields) {
            Optional<String> text = version.fields().text(field.name());
            values.add(text.isPresent() ? value(field, text.get()) : null);
        }
        return values;
    }

    private static Object value(FieldDefinition field, String text) {
        return switch (field.type()) {
            case INTEGER -> Long.valueOf(text);
            case DECIMAL, AREA -> new BigDecimal(text);
            case TEXT, CODE, CODES, DATE, FLAG, LINK -> text;
        };
    }

    private static @Nullable Geometry shape(RegisterVersion version) {
        return version.content().shape().map(Shapes::geometry).orElse(null);
    }
}
