package org.mineban.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mineban.audit.AuditTrail;
import org.mineban.exchange.ExportNotes;
import org.mineban.exchange.ReadingChoices;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Actor;
import org.mineban.operations.ColumnUse;
import org.mineban.operations.ExampleImport;
import org.mineban.operations.Finding;
import org.mineban.operations.ImportKind;
import org.mineban.operations.ImportRequest;
import org.mineban.operations.ImportResult;
import org.mineban.operations.QuarantineFile;
import org.mineban.operations.QuarantinedRow;
import org.mineban.operations.RegisterImport;
import org.mineban.operations.Repairs;
import org.mineban.presentation.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import KIND FILE --state ISO3}: brings a file into the mine action register, or shows what it would bring. */
@Command(name = "import")
final class ImportCommand implements Runnable {

    private static final int SHOWN = 20;
    private static final String EXAMPLE = "example";

    private final Session session;

    @Parameters(index = "0", paramLabel = "KIND")
    private String kind = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE")
    private String file = "";

    @Option(names = "--state", paramLabel = "ISO3", required = true)
    private String state = "";

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--source", paramLabel = "NAME")
    private @Nullable String source;

    @Option(names = "--crs", paramLabel = "EPSG:CODE")
    private @Nullable String crs;

    @Option(names = "--quarantine", paramLabel = "FILE.xlsx")
    private @Nullable String quarantine;

    @Option(names = "--repair", paramLabel = "WHAT", defaultValue = "shape")
    private String repair = "shape";

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    @Mixin
    private LanguageOption language = new LanguageOption();

    ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        language.check();
        Format wanted = Format.of(format, Format.TEXT, Format.JSON);
        if (kind.equals(EXAMPLE)) {
            example(wanted);
            return;
        }
        ImportKind what = ImportKind.find(kind)
                .orElseThrow(() -> new Problem(
                                "unknown-import-kind",
                                Problem.Kind.WRONG_USAGE,
                                Map.of(
                                        "value",
                                        kind,
                                        "allowed",
                                        Arrays.stream(ImportKind.values())
                                                        .map(ImportKind::id)
                                                        .collect(Collectors.joining(", "))
                                                + ", " + EXAMPLE))
                        .asException());
        StateCode code = RegisterTools.state(session, state);
        Path path = RegisterTools.existing(file);
        ReadingChoices reading = crs == null ? ReadingChoices.NONE : ReadingChoices.NONE.withCoordinateSystem(crs);
        ImportRequest request = new ImportRequest(
                code,
                what,
                path,
                String.valueOf(path.getFileName()),
                Optional.ofNullable(source),
                reading,
                session.today(),
                repairs());
        RegisterImport imports = RegisterTools.imports(session);
        Actor actor = Actor.program("import-command");
        ImportResult result = dryRun ? imports.preview(actor, request) : imports.confirm(actor, request);
        if (quarantine != null && result.batch().isPresent()) {
            giveBack(imports.quarantined(actor, code, result.batch().get()), code, quarantine);
        }
        if (wanted == Format.JSON) {
            session.out().print(Json.write(json(result)));
        } else {
            text(result);
        }
    }

    /** The fictitious programme needs no file. */
    private void example(Format wanted) {
        StateCode code = RegisterTools.state(session, state);
        long created = new ExampleImport(session.database(), new AuditTrail()).bring(code);
        if (wanted == Format.JSON) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("new", created);
            json.put("changed", 0);
            json.put("unchanged", created == 0 ? 1 : 0);
            json.put("quarantined", 0);
            json.put("findings", java.util.List.of());
            session.out().print(Json.write(json));
        } else {
            session.out()
                    .println(
                            created == 0
                                    ? say("register.example.there", Map.of("state", code.iso3()))
                                    : say("register.example.made", Map.of("state", code.iso3(), "records", created)));
        }
    }

    private Repairs repairs() {
        return switch (repair) {
            case "none" -> Repairs.NONE;
            case "shape" -> Repairs.SHAPES;
            case "place" -> new Repairs(Set.of(Repairs.Sort.PLACE), Set.of());
            case "all" -> new Repairs(Set.of(Repairs.Sort.values()), Set.of());
            default ->
                throw new Problem(
                                "import-repair",
                                Problem.Kind.WRONG_USAGE,
                                Map.of("value", repair, "allowed", "none, shape, place, all"))
                        .asException();
        };
    }

    /** Writes the rows that were kept apart, when there are any. */
    private void giveBack(java.util.List<QuarantinedRow> rows, StateCode code, String to) {
        if (rows.isEmpty()) {
            return;
        }
        QuarantineFile.write(
                RegisterTools.written(to),
                rows,
                finding -> say(finding.message(), finding.values()),
                new ExportNotes(
                        code.iso3() + ": " + say("import.quarantine.title", Map.of()),
                        session.today(),
                        say("register.export.licence", Map.of()),
                        say("import.quarantine.filter", Map.of()),
                        say("register.export.restricted", Map.of()),
                        say(ExportNotes.WARNING, Map.of())));
        session.err().println(say("import.quarantine.written", Map.of("rows", rows.size(), "file", to)));
    }

    private String say(String key, Map<String, Object> values) {
        return session.messages().say(session.language(), key, values);
    }

    private void text(ImportResult result) {
        session.out()
                .println(say(
                        "register.import.summary",
                        Map.of(
                                "rows", result.rows(),
                                "created", result.created(),
                                "changed", result.changed(),
                                "unchanged", result.unchanged(),
                                "quarantined", result.quarantined(),
                                "unplaced", result.placeUnknown())));
        result.findingCounts().forEach((check, many) -> session.out().println(check + "  " + many));
        result.findings().stream()
                .limit(SHOWN)
                .forEach(finding -> session.out()
                        .println(
                                finding.line() == 0
                                        ? say(finding.message(), finding.values())
                                        : say(
                                                "register.import.line",
                                                Map.of(
                                                        "line", finding.line(),
                                                        "sentence", say(finding.message(), finding.values())))));
        long all = result.findingCounts().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (all > SHOWN) {
            session.out().println(say("register.import.more", Map.of("more", all - SHOWN)));
        }
        session.err()
                .println(result.batch()
                        .map(batch -> say("register.import.batch", Map.of("batch", batch)))
                        .orElseGet(() -> say("register.import.nothing-written", Map.of())));
    }

    /**
     * The contract: {@code new, changed, unchanged, quarantined, placeUnknown, otherKinds, rows, batch, profiles, columns[], findingCounts, findings[]}; a
     * finding has {@code check, severity, line, field, values, message}. The counts are of all findings, the list has the first 10,000.
     */
    private Map<String, @Nullable Object> json(ImportResult result) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("new", result.created());
        json.put("changed", result.changed());
        json.put("unchanged", result.unchanged());
        json.put("quarantined", result.quarantined());
        json.put("placeUnknown", result.placeUnknown());
        json.put("otherKinds", result.otherKinds());
        json.put("rows", result.rows());
        json.put("batch", result.batch().orElse(null));
        json.put("profiles", result.profiles());
        json.put("columns", result.columns().stream().map(ImportCommand::json).toList());
        json.put("findingCounts", result.findingCounts());
        json.put("findings", result.findings().stream().map(this::json).toList());
        return json;
    }

    private Map<String, @Nullable Object> json(Finding finding) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("check", finding.check());
        json.put("severity", finding.severity().name().toLowerCase(java.util.Locale.ROOT));
        json.put("line", finding.line() == 0 ? null : finding.line());
        json.put("field", finding.field());
        json.put("values", finding.values());
        json.put("message", say(finding.message(), finding.values()));
        return json;
    }

    private static Map<String, @Nullable Object> json(ColumnUse use) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("column", use.column());
        json.put("field", use.target().orElse(""));
        json.put(
                "reason", use.reason().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        return json;
    }
}
