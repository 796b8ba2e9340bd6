package org.mineban.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.kernel.StateCode;
import org.mineban.presentation.Table;
import org.mineban.presentation.TableFiles;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.ReportWords;
import org.mineban.submissions.DraftFigures;
import org.mineban.submissions.Drafts;
import org.mineban.submissions.EntryWords;
import org.mineban.submissions.Submissions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A figure of the register as it was frozen for a report: the records that it counts, each with its version. */
@RestController
final class DraftFigurePages {

    private static final String ONE = DraftPages.YEAR + "/figures/{id:[0-9a-f-]{36}}";
    private static final int MOST_SHOWN = 200;

    private final PageRenderer renderer;
    private final Drafts drafts;
    private final Submissions submissions;
    private final DraftFigures figures;
    private final DraftBeside beside;
    private final Dictionary dictionary;

    DraftFigurePages(
            PageRenderer renderer,
            Drafts drafts,
            Submissions submissions,
            DraftFigures figures,
            DraftBeside beside,
            Dictionary dictionary) {
        this.renderer = renderer;
        this.drafts = drafts;
        this.submissions = submissions;
        this.figures = figures;
        this.beside = beside;
        this.dictionary = dictionary;
    }

    /**
     * A frozen figure.
     *
     * @param more that further records are in the file; empty text where all are shown
     */
    record View(String back, String lead, String figure, String period, List<Row> rows, String more, String csv) {}

    /** A record that it counts. */
    record Row(String code, String href, String version, String gives) {}

    private DraftFigures.Frozen find(Visit visit, String code, int year, String id) {
        StateCode state = new StateCode(code);
        Optional<Person> person = visit.visitor().person();
        if (!drafts.mayRead(person, state) && !submissions.mayRead(person, state)) {
            visit.visitor().require(Permission.REPORT_READ_DRAFT, Thing.of(state));
        }
        return figures.kept(person.orElseThrow(), state, year).stream()
                .filter(one -> one.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> Faults.notFound(visit.path()));
    }

    @GetMapping(ONE)
    ResponseEntity<byte[]> one(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("year") int year,
            @PathVariable("id") String id) {
        DraftFigures.Frozen frozen = find(visit, code, year, id);
        EntryWords words = new EntryWords(visit.narrator());
        String here = "/reports/" + code + "/" + year;
        int hidden = frozen.records().size() - MOST_SHOWN;
        View view = new View(
                visit.link("/reports/" + code),
                visit.say(
                        frozen.moment() == DraftFigures.Moment.TAKEN ? "draft.figure.taken" : "draft.figure.submitted",
                        Map.of(
                                "figure", words.figure(frozen.amount()),
                                "count", frozen.records().size(),
                                "name", beside.person(frozen.person()),
                                "at", visit.moment(frozen.at()))),
                words.figure(frozen.amount()),
                visit.say(
                        "draft.figure.period",
                        Map.of("from", visit.date(frozen.from()), "to", visit.date(frozen.to()))),
                frozen.records().stream()
                        .limit(MOST_SHOWN)
                        .map(record -> new Row(
                                record.code().isEmpty() ? Long.toString(record.number()) : record.code(),
                                visit.link("/register/" + code + "/records/" + record.number()),
                                visit.number(record.version()),
                                record.value()
                                        .map(value -> visit.narrator().formats().number(value))
                                        .orElseGet(() -> visit.say("figure.unknown"))))
                        .toList(),
                hidden > 0 ? visit.say("draft.figure.more", Map.of("count", hidden)) : "",
                visit.link(here + "/figures/" + id + "/records.csv"));
        String label = dictionary
                .find(frozen.place())
                .map(new ReportWords(visit.knowledge().messages(), visit.language())::label)
                .orElse(frozen.place().text());
        return renderer.page(
                visit,
                "draft-figure",
                visit.say("draft.figure.title", Map.of("field", label, "year", Integer.toString(year))),
                view);
    }

    @GetMapping(ONE + "/records.csv")
    ResponseEntity<byte[]> records(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("year") int year,
            @PathVariable("id") String id) {
        DraftFigures.Frozen frozen = find(visit, code, year, id);
        List<List<@Nullable Object>> rows = new java.util.ArrayList<>();
        for (DraftFigures.Counted record : frozen.records()) {
            List<@Nullable Object> cells = new java.util.ArrayList<>();
            cells.add(frozen.place().text());
            cells.add(record.kind());
            cells.add(record.number());
            cells.add(record.version());
            cells.add(record.code());
            cells.add(record.value().orElse(null));
            rows.add(cells);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TableFiles.writeCsv(
                    new Table("records", List.of("place", "kind", "number", "version", "code", "value"), rows), out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/csv;charset=UTF-8"))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + code + "-" + year + "-"
                                + frozen.place().text() + ".csv\"")
                .body(out.toByteArray());
    }
}
