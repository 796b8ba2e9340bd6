package org.mineban.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.mineban.depositary.SourceDocument;
import org.mineban.exchange.ReadingChoices;
import org.mineban.geography.ShapePicture;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Actor;
import org.mineban.operations.Batch;
import org.mineban.operations.Dictionary;
import org.mineban.operations.Finding;
import org.mineban.operations.ImportKind;
import org.mineban.operations.ImportRequest;
import org.mineban.operations.ImportResult;
import org.mineban.operations.Kind;
import org.mineban.operations.QuarantineFile;
import org.mineban.operations.QuarantinedRow;
import org.mineban.operations.RegisterImport;
import org.mineban.operations.Repairs;
import org.mineban.operations.RunningImports;
import org.mineban.secrets.Keyring;
import org.mineban.storage.Database;
import org.mineban.storage.FileStore;
import org.mineban.storage.ReceivedFile;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bringing a file into the register: chosen, looked at, confirmed, and undone. */
@RestController
final class RegisterImportPages {

    private static final String IMPORT = "/register/{code:[A-Za-z]{3}}/import";
    private static final int MOST_BATCHES = 50;
    private static final int MOST_FINDINGS = 100;

    private final PageRenderer renderer;
    private final RegisterImport imports;
    private final Database database;
    private final RunningImports running;
    private final Dictionary dictionary;
    private final FileStore files = new FileStore();

    private final ObjectProvider<Keyring> keys;

    RegisterImportPages(
            PageRenderer renderer,
            RegisterImport imports,
            RunningImports running,
            Database database,
            Dictionary dictionary,
            ObjectProvider<Keyring> keys) {
        this.running = running;
        this.dictionary = dictionary;
        this.keys = keys;
        this.renderer = renderer;
        this.imports = imports;
        this.database = database;
    }

    /** The form and the imports before. */
    record View(
            String state,
            String stateHref,
            String address,
            List<Choice> kinds,
            List<RunningRow> running,
            List<BatchRow> batches,
            Optional<String> wrong) {}

    /** An import that runs, or ended otherwise than by being written. */
    record RunningRow(String file, String status, String href) {}

    /** An import that was made. */
    record BatchRow(
            String number,
            String file,
            String kind,
            String at,
            String summary,
            boolean undone,
            String undoAddress,
            Optional<String> apartHref) {}

    /** What a file would bring. */
    record Preview(
            String state,
            String backHref,
            String address,
            String kind,
            String file,
            String sha256,
            String mine,
            String summary,
            String profile,
            List<ColumnRow> columns,
            List<String> fields,
            String mappingAddress,
            List<CountRow> counts,
            List<FindingRow> findings,
            long more,
            boolean anything,
            List<OfferRow> offers,
            List<OfferAll> all) {}

    /** A repair to be accepted: pictures as SVG, empty when the shape is too large for a page. */
    record OfferRow(String line, String sort, String sentence, String before, String after) {}

    /** Every repair of a sort. */
    record OfferAll(String sort, String sentence) {}

    /** What a column was taken for. */
    record ColumnRow(String column, String field, String reason) {}

    /** How many findings of a check there are. */
    record CountRow(String check, String many) {}

    /** A finding. */
    record FindingRow(String line, String check, boolean blocks, String sentence) {}

    @GetMapping(IMPORT)
    ResponseEntity<byte[]> form(Visit visit, @PathVariable("code") String iso3) {
        return form(visit, HttpStatus.OK, RegisterPages.state(visit, iso3), Optional.empty());
    }

    private ResponseEntity<byte[]> form(Visit visit, HttpStatus status, StateCode state, Optional<String> wrong) {
        Actor actor = RegisterPages.required(visit);
        String address = "/" + visit.lang() + "/register/" + state.iso3() + "/import";
        View view = new View(
                visit.state(state),
                visit.link("/register/" + state.iso3()),
                address,
                Arrays.stream(ImportKind.values())
                        .map(kind -> new Choice(kind.id(), visit.say("register.import.kind." + kind.id()), false))
                        .toList(),
                running.list(actor, state).stream()
                        .filter(one -> one.status() != RunningImports.Status.DONE)
                        .map(one -> new RunningRow(
                                one.fileName(),
                                visit.say("import.status." + one.status().id()),
                                address + "/running/" + one.id()))
                        .toList(),
                imports.batches(actor, state, MOST_BATCHES).stream()
                        .map(batch -> row(visit, address, batch))
                        .toList(),
                wrong);
        return renderer.page(
                visit,
                status,
                "register-import",
                visit.say("register.import.title", Map.of("state", visit.state(state))),
                view);
    }

    private static BatchRow row(Visit visit, String address, Batch batch) {
        return new BatchRow(
                visit.number(batch.number()),
                batch.fileName(),
                visit.say("register.import.kind." + batch.what().id()),
                visit.moment(batch.confirmedAt()),
                visit.say(
                        "register.import.counts",
                        Map.of(
                                "created", batch.created(),
                                "changed", batch.changed(),
                                "unchanged", batch.unchanged(),
                                "quarantined", batch.quarantined())),
                batch.undoneAt().isPresent(),
                address + "/" + batch.number() + "/undo",
                batch.quarantined() == 0 || batch.undoneAt().isPresent()
                        ? Optional.empty()
                        : Optional.of(address + "/" + batch.number() + "/quarantine.xlsx"));
    }

    @PostMapping(IMPORT)
    ResponseEntity<byte[]> look(Visit visit, @PathVariable("code") String iso3, HttpServletRequest request)
            throws IOException, ServletException {
        StateCode state = RegisterPages.state(visit, iso3);
        Actor actor = RegisterPages.required(visit);
        imports.batches(actor, state, 1);
        Part part = request.getPart("file");
        if (part == null || part.getSize() == 0) {
            return form(
                    visit,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    state,
                    Optional.of(visit.say("register.import.file-missing")));
        }
        String name = Objects.requireNonNullElse(part.getSubmittedFileName(), "file");
        try (InputStream in = part.getInputStream();
                ReceivedFile file = ReceivedFile.from(in, SourceDocument.MOST_BYTES)) {
            database.change(transaction -> files.keep(transaction, file));
            return withFile(file.sha256(), name, path -> {
                ImportRequest asked = asked(visit, state, Forms.text(request, "kind"), path, name, Repairs.NONE);
                ImportResult result = imports.preview(actor, asked);
                return preview(visit, actor, state, asked, file.sha256(), result);
            });
        } catch (ProblemException refused) {
            if (refused.problem().kind() == Problem.Kind.NOT_ALLOWED) {
                throw refused;
            }
            return form(
                    visit,
                    Faults.status(refused.problem()),
                    state,
                    Optional.of(visit.narrator().problem(refused.problem())));
        }
    }

    /** The repairs that were ticked: of one row, or every one of a sort. */
    private static Repairs accepted(HttpServletRequest request) {
        return new Repairs(
                ticked(request, "repair-all")
                        .flatMap(id -> Arrays.stream(Repairs.Sort.values())
                                .filter(sort -> sort.id().equals(id)))
                        .collect(Collectors.toSet()),
                ticked(request, "repair")
                        .filter(line -> line.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .collect(Collectors.toSet()));
    }

    private static Stream<String> ticked(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? Stream.of() : Arrays.stream(values);
    }

    private ImportRequest asked(Visit visit, StateCode state, String kind, Path path, String name, Repairs repairs) {
        ImportKind what = ImportKind.find(kind)
                .orElseThrow(() -> new Problem(
                                "unknown-import-kind",
                                Problem.Kind.WRONG_USAGE,
                                Map.of(
                                        "value",
                                        kind,
                                        "allowed",
                                        String.join(
                                                ", ",
                                                Arrays.stream(ImportKind.values())
                                                        .map(ImportKind::id)
                                                        .toList())))
                        .asException());
        return new ImportRequest(
                state, what, path, name, Optional.empty(), ReadingChoices.NONE, visit.today(), repairs);
    }

    private ResponseEntity<byte[]> preview(
            Visit visit, Actor actor, StateCode state, ImportRequest asked, String sha256, ImportResult result) {
        long all = result.findingCounts().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        Preview view = new Preview(
                visit.state(state),
                visit.link("/register/" + state.iso3() + "/import"),
                "/" + visit.lang() + "/register/" + state.iso3() + "/import/confirm",
                asked.what().id(),
                asked.name(),
                sha256,
                mine(actor, state, sha256),
                visit.say(
                        "register.import.summary",
                        Map.of(
                                "rows", result.rows(),
                                "created", result.created(),
                                "changed", result.changed(),
                                "unchanged", result.unchanged(),
                                "quarantined", result.quarantined(),
                                "unplaced", result.placeUnknown())),
                String.join(", ", result.profiles()),
                result.columns().stream()
                        .map(use -> new ColumnRow(
                                use.column(),
                                use.target().orElse(""),
                                visit.say("register.column."
                                        + use.reason()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-'))))
                        .toList(),
                fields(asked.what().kinds().getFirst()),
                "/" + visit.lang() + "/register/" + state.iso3() + "/import/mapping",
                result.findingCounts().entrySet().stream()
                        .map(one -> new CountRow(one.getKey(), visit.number(one.getValue())))
                        .toList(),
                result.findings().stream()
                        .limit(MOST_FINDINGS)
                        .map(finding -> row(visit, finding))
                        .toList(),
                Math.max(0, all - MOST_FINDINGS),
                result.created() + result.changed() + result.quarantined() > 0,
                result.offers().stream().map(offer -> row(visit, offer)).toList(),
                result.offered().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(sort -> new OfferAll(
                                sort.getKey().id(),
                                visit.say(
                                        sort.getKey() == Repairs.Sort.SHAPE
                                                ? "import.repair.all-shape"
                                                : "import.repair.all-place",
                                        Map.of("many", sort.getValue()))))
                        .toList());
        return renderer.page(
                visit, "register-preview", visit.say("register.import.preview", Map.of("file", asked.name())), view);
    }

    /** What a column may be taken for. */
    private List<String> fields(Kind kind) {
        return Stream.concat(
                        Stream.of("code", "valid_from", "@latitude", "@longitude", "@year", "@month"),
                        dictionary.fields(kind).keySet().stream())
                .toList();
    }

    private static OfferRow row(Visit visit, Repairs.Offer offer) {
        return new OfferRow(
                Long.toString(offer.line()),
                offer.sort().id(),
                visit.say(
                        offer.sort() == Repairs.Sort.SHAPE ? "import.repair.shape" : "import.repair.place",
                        Map.of(
                                "line", offer.line(),
                                "before", Math.round(offer.areaBefore()),
                                "after", Math.round(offer.areaAfter()),
                                "from", place(offer.before()),
                                "to", place(offer.after()))),
                picture(visit, offer.before()),
                picture(visit, offer.after()));
    }

    private static String place(@Nullable Geometry shape) {
        return shape == null || shape.isEmpty()
                ? "—"
                : String.format(Locale.ROOT, "%.5f, %.5f", shape.getCoordinate().y, shape.getCoordinate().x);
    }

    private static String picture(Visit visit, @Nullable Geometry shape) {
        if (shape == null || shape.getDimension() == 0) {
            return "";
        }
        ShapePicture picture = ShapePicture.of(shape, List.of());
        return picture.svg(visit.say(ShapePicture.TITLE), visit.say(ShapePicture.DESCRIPTION, picture.values()));
    }

    /** That this person brought this file for this State: whoever only knows the hash of a file of others learns nothing of it here. */
    private String mine(Actor actor, StateCode state, String sha256) {
        return keys.getObject().code("import|" + actor.name() + "|" + state.iso3() + "|" + sha256);
    }

    private static FindingRow row(Visit visit, Finding finding) {
        return new FindingRow(
                finding.line() == 0 ? "" : visit.number(finding.line()),
                finding.check(),
                finding.blocks(),
                visit.say(finding.message(), finding.values()));
    }

    @PostMapping(IMPORT + "/confirm")
    ResponseEntity<byte[]> confirm(Visit visit, @PathVariable("code") String iso3, HttpServletRequest request) {
        StateCode state = RegisterPages.state(visit, iso3);
        Actor actor = RegisterPages.required(visit);
        imports.batches(actor, state, 1);
        String sha256 = Forms.text(request, "sha256");
        String name = Forms.text(request, "name");
        requireMine(actor, state, sha256, request);
        RunningImports.Started started;
        try {
            Path path = file(sha256, name);
            started = running.start(
                    actor, asked(visit, state, Forms.text(request, "kind"), path, name, accepted(request)), sha256);
        } catch (ProblemException refused) {
            return refused(visit, state, refused.problem());
        }
        RunningImports.Started soon = running.soon(actor, started);
        if (soon.problem().isPresent()) {
            return refused(visit, state, soon.problem().get());
        }
        String imported = "/register/" + state.iso3() + "/import";
        return Forms.seeOther(visit.link(
                soon.status() == RunningImports.Status.DONE ? imported : imported + "/running/" + started.id()));
    }

    private ResponseEntity<byte[]> refused(Visit visit, StateCode state, Problem problem) {
        if (problem.kind() == Problem.Kind.NOT_ALLOWED) {
            throw problem.asException();
        }
        return form(
                visit,
                Faults.status(problem),
                state,
                Optional.of(visit.narrator().problem(problem)));
    }

    /** Saves how the columns are to be understood, and shows what the file would bring then. */
    @PostMapping(IMPORT + "/mapping")
    ResponseEntity<byte[]> mapping(Visit visit, @PathVariable("code") String iso3, HttpServletRequest request) {
        StateCode state = RegisterPages.state(visit, iso3);
        Actor actor = RegisterPages.required(visit);
        imports.batches(actor, state, 1);
        String sha256 = Forms.text(request, "sha256");
        String name = Forms.text(request, "name");
        requireMine(actor, state, sha256, request);
        try {
            return withFile(sha256, name, path -> {
                ImportRequest asked = asked(visit, state, Forms.text(request, "kind"), path, name, Repairs.NONE);
                Map<String, String> targets = new HashMap<>();
                List<String> columns = ticked(request, "column").toList();
                List<String> fields = ticked(request, "field").toList();
                for (int i = 0; i < Math.min(columns.size(), fields.size()); i++) {
                    targets.put(columns.get(i), fields.get(i));
                }
                String called = Forms.text(request, "called").strip();
                imports.saveMapping(actor, asked, called.isEmpty() ? name : called, targets);
                return preview(visit, actor, state, asked, sha256, imports.preview(actor, asked));
            });
        } catch (ProblemException refused) {
            return refused(visit, state, refused.problem());
        }
    }

    private void requireMine(Actor actor, StateCode state, String sha256, HttpServletRequest request) {
        if (!MessageDigest.isEqual(
                mine(actor, state, sha256).getBytes(StandardCharsets.UTF_8),
                Forms.text(request, "mine").getBytes(StandardCharsets.UTF_8))) {
            throw new Problem("form-old", Problem.Kind.NOT_ALLOWED, Map.of()).asException();
        }
    }

    @PostMapping(IMPORT + "/{batch:\\d{1,18}}/undo")
    ResponseEntity<byte[]> undo(
            Visit visit,
            @PathVariable("code") String iso3,
            @PathVariable("batch") long batch,
            HttpServletRequest request) {
        StateCode state = RegisterPages.state(visit, iso3);
        try {
            imports.undo(RegisterPages.required(visit), state, batch, Forms.text(request, "because"));
        } catch (ProblemException refused) {
            if (refused.problem().kind() == Problem.Kind.NOT_ALLOWED
                    || refused.problem().kind() == Problem.Kind.NOT_FOUND) {
                throw refused;
            }
            return form(
                    visit,
                    Faults.status(refused.problem()),
                    state,
                    Optional.of(visit.narrator().problem(refused.problem())));
        }
        return Forms.seeOther(visit.link("/register/" + state.iso3() + "/import"));
    }

    /** The rows of an import that are kept apart, with the reason in each. */
    @GetMapping(IMPORT + "/{batch:\\d{1,18}}/quarantine.xlsx")
    ResponseEntity<byte[]> quarantine(
            Visit visit, @PathVariable("code") String iso3, @PathVariable("batch") long batch) {
        StateCode state = RegisterPages.state(visit, iso3);
        List<QuarantinedRow> rows = imports.quarantined(RegisterPages.required(visit), state, batch);
        return ExportFile.answer(
                state.iso3() + "-" + batch + "-quarantine.xlsx",
                path -> QuarantineFile.write(
                        path,
                        rows,
                        finding -> visit.say(finding.message(), finding.values()),
                        ExportFile.notes(
                                visit,
                                visit.state(state) + ": " + visit.say("import.quarantine.title"),
                                visit.say("import.quarantine.filter"))));
    }

    private interface WithFile<T> {
        T with(Path path);
    }

    /** A file that was brought, as a file for as long as it is read. */
    private <T> T withFile(String sha256, String name, WithFile<T> work) {
        Path path = file(sha256, name);
        try {
            return work.with(path);
        } finally {
            delete(path);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    /** A file that was brought, as a file that whoever asks for it deletes. */
    private Path file(String sha256, String name) {
        if (database.read(sql -> files.find(sql, sha256)).isEmpty()) {
            throw new Problem("file-not-found", Problem.Kind.CANNOT_BE_DONE, Map.of("value", name)).asException();
        }
        try {
            Path path = Files.createTempFile("mineban-import", null);
            database.read(sql -> {
                try (OutputStream out = Files.newOutputStream(path)) {
                    files.copy(sql, sha256, out);
                } catch (IOException full) {
                    throw new UncheckedIOException(full);
                }
                return true;
            });
            return path;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
