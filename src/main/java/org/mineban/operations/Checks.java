package org.mineban.operations;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.mineban.geography.Severity;
import org.mineban.kernel.StateCode;
import org.mineban.operations.checks.AllChecks;
import org.mineban.operations.checks.Answers;
import org.mineban.operations.checks.RecordCheck;
import org.mineban.operations.checks.RecordSet;

/**
 * The checks V-01 to V-62 of the register. Each is a row of {@code operations/checks.csv} and a method named by its id in
 * {@code org.mineban.operations.checks}. What could not be checked is said, and is never taken for passed.
 */
public final class Checks {

    private static final String TABLE = "operations/checks.csv";
    private static final int PAGE = 1000;

    private final SequencedMap<String, Check> checks = new LinkedHashMap<>();
    private final Map<Kind, List<Made>> byKind = new EnumMap<>(Kind.class);

    /** A check and its method. */
    private record Made(Check check, RecordCheck method) {}

    /** Reads the table of checks; a row that does not make sense stops the start and names itself. */
    public Checks() {
        try (Reader text = new InputStreamReader(
                        Objects.requireNonNull(Checks.class.getClassLoader().getResourceAsStream(TABLE), TABLE),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.forEach(row -> add(check(row), TABLE + ":" + row.getStartingLineNumber()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Check check(NamedCsvRecord row) {
        return new Check(
                row.getField("id"),
                Severity.valueOf(row.getField("severity").toUpperCase(Locale.ROOT)),
                row.getField("family"),
                words(row.getField("kinds")).stream()
                        .map(kind -> Kind.find(kind).orElseThrow(() -> new IllegalStateException("no kind " + kind)))
                        .toList(),
                words(row.getField("fields")),
                words(row.getField("needs")).stream()
                        .map(need -> Check.Need.valueOf(need.toUpperCase(Locale.ROOT)))
                        .toList(),
                words(row.getField("settings")),
                row.getField("source"),
                row.getField("at_import").equals("only-warns"));
    }

    private static List<String> words(String cell) {
        return cell.isBlank() ? List.of() : Arrays.asList(cell.split(" ", -1));
    }

    private void add(Check check, String where) {
        Optional<RecordCheck> method = AllChecks.forRecords(check.id());
        if (method.isPresent() == check.kinds().isEmpty()) {
            throw new IllegalStateException(where + ": " + check.id() + " and its method do not fit");
        }
        if (checks.put(check.id(), check) != null) {
            throw new IllegalStateException(where + ": " + check.id() + " stands there twice");
        }
        for (Kind kind : check.kinds()) {
            byKind.computeIfAbsent(kind, one -> new ArrayList<>()).add(new Made(check, method.orElseThrow()));
        }
    }

    /** Every check, in the order of their ids. */
    public List<Check> list() {
        return List.copyOf(checks.values());
    }

    /** The check of that id, as {@code V-12}; empty when there is none. */
    public Optional<Check> find(String id) {
        return Optional.ofNullable(checks.get(id));
    }

    private Check get(String id) {
        return Objects.requireNonNull(checks.get(id), id);
    }

    /** What is to be said of one record: a filled form, or a record on its way to approval. */
    public CheckAnswer of(Examined record, CheckContext context) {
        return of(record, context, check -> true);
    }

    /** The same by some of the checks only. */
    public CheckAnswer of(Examined record, CheckContext context, Predicate<Check> which) {
        Answers answers = new Answers();
        look(record, context, which, answers);
        return answers.answer(1);
    }

    /**
     * What is to be said of records that come together, such as the rows of a file, among each other and beside those of the context. A pair of them is
     * told of once, at the later one.
     */
    public CheckAnswer ofBatch(List<Examined> records, CheckContext context) {
        CheckContext among = context.among(RecordSet.together(records, context.register()));
        Answers answers = new Answers();
        for (Examined record : records) {
            look(record, among, check -> true, answers);
        }
        return answers.answer(records.size());
    }

    private void look(Examined record, CheckContext context, Predicate<Check> which, Answers answers) {
        for (Made made : byKind.getOrDefault(record.kind(), List.of())) {
            if (!which.test(made.check())) {
                continue;
            }
            answers.about(made.check(), record);
            made.method().look(record, context, answers);
        }
    }

    /** Records that are there already, to look others up among. */
    public static RecordLookup lookup(List<Examined> records) {
        return RecordSet.known(records);
    }

    /** What is to be said of a file's columns before its rows become records; without the words of code lists, swapped columns are not found. */
    public CheckAnswer ofFile(FileTable table, Optional<FileTable.Words> words, CheckContext context) {
        Answers answers = new Answers();
        AllChecks.file(table, words, context, this::get, answers);
        return answers.answer(1);
    }

    /** What is to be said of a polygon as it was written down. */
    public CheckAnswer ofPoints(WrittenPoints written) {
        Answers answers = new Answers();
        AllChecks.points(written, this::get, answers);
        return answers.answer(1);
    }

    /** What is to be said of figures. */
    public CheckAnswer ofFigures(List<CheckedFigures> figures) {
        Answers answers = new Answers();
        figures.forEach(one -> AllChecks.figures(one, this::get, answers));
        return answers.answer(figures.size());
    }

    /** What is to be said of everything that somebody sees of a State's register, in its newest version. */
    public CheckAnswer ofRegister(Register register, Actor reader, StateCode state, CheckContext context) {
        List<Examined> records = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Optional<RegisterQuery.After> after = Optional.empty();
            List<RegisterVersion> page;
            do {
                RegisterQuery all = RegisterQuery.all(PAGE);
                page = register.list(
                        reader,
                        state,
                        kind,
                        new RegisterQuery(
                                all.category(),
                                all.status(),
                                all.approval(),
                                all.placeUnknown(),
                                all.words(),
                                all.order(),
                                after,
                                PAGE));
                for (RegisterVersion version : page) {
                    records.add(Examined.of(version, before(register, reader, version)));
                }
                after = page.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new RegisterQuery.After(
                                page.getLast().number(), page.getLast().code(), java.util.OptionalLong.empty()));
            } while (page.size() == PAGE);
        }
        CheckAnswer found = ofBatch(records, context);
        return new CheckAnswer(found.records(), found.findings(), elsewhere(found, records.size()));
    }

    /** The approved version that counted until this one. */
    private static Optional<RegisterVersion> before(Register register, Actor reader, RegisterVersion version) {
        if (version.version() == 1) {
            return Optional.empty();
        }
        return register.history(reader, version.state(), version.number()).stream()
                .filter(one -> one.version() < version.version()
                        && one.approvedAt().isPresent()
                        && one.replacedAt().isEmpty())
                .reduce((first, second) -> second);
    }

    /** What a look at records leaves to others. */
    private List<NotChecked> elsewhere(CheckAnswer found, long records) {
        List<NotChecked> all = new ArrayList<>(found.notChecked());
        for (Check check : checks.values()) {
            for (Check.Need need : check.needs()) {
                Optional<NotChecked.Reason> reason = switch (need) {
                    case FILE -> Optional.of(NotChecked.Reason.WITH_FILES);
                    case POINTS -> Optional.of(NotChecked.Reason.WITH_POINTS);
                    case FIGURES -> Optional.of(NotChecked.Reason.WITH_FIGURES);
                    case RECORD, BEFORE, LINKS, REGISTER, COUNTRY, LISTS -> Optional.empty();
                };
                reason.ifPresent(why -> all.add(new NotChecked(check.id(), why, "", records)));
            }
        }
        return Collections.unmodifiableList(all);
    }
}
