package org.mineban.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Thing;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Actor;
import org.mineban.operations.Dictionary;
import org.mineban.operations.FieldDefinition;
import org.mineban.operations.RegisterVersion;
import org.mineban.operations.WorkViews;
import org.mineban.presentation.Table;
import org.mineban.presentation.TableFiles;
import org.mineban.victims.Care;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What waits to be done in a register: lists with counts, each with what puts a record on it. */
@RestController
final class WorkPages {

    private static final String WORK = "/register/{code:[A-Za-z]{3}}/work";
    private static final int MOST_ROWS = 200;
    private static final int MOST_IN_FILE = 100_000;

    private final PageRenderer renderer;
    private final WorkViews views;
    private final Dictionary dictionary;
    private final Care care;

    WorkPages(PageRenderer renderer, WorkViews views, Dictionary dictionary, Care care) {
        this.renderer = renderer;
        this.views = views;
        this.dictionary = dictionary;
        this.care = care;
    }

    /** The lists, each with how many records are on it. */
    record Overview(String state, String stateHref, List<ListRow> lists, String victims, String victimsHref) {}

    /** One list. */
    record ListRow(String name, String why, String href, String count) {}

    /** The records of one list. */
    record View(String state, String backHref, String why, String shown, List<Row> rows, List<Link> downloads) {}

    /** A record of the list. */
    record Row(String kind, String code, String href, String status, String from, String place) {}

    @GetMapping(WORK)
    ResponseEntity<byte[]> overview(Visit visit, @PathVariable("code") String iso3) {
        StateCode state = RegisterPages.state(visit, iso3);
        Actor reader = RegisterPages.required(visit);
        List<ListRow> lists = Arrays.stream(WorkViews.View.values())
                .map(view -> new ListRow(
                        visit.say("work.view." + view.id()),
                        visit.say("work.why." + view.id()),
                        visit.link("/register/" + state.iso3() + "/work/" + view.id()),
                        visit.number(views.count(reader, state, view, visit.today()))))
                .toList();
        boolean officer = visit.visitor()
                .person()
                .filter(person -> visit.visitor().may(Permission.VICTIMS_WRITE, Thing.of(state)))
                .isPresent();
        String victims = officer
                ? visit.number(care.withoutCare(visit.visitor().person().orElseThrow(), state)
                        .size())
                : visit.say("work.victims-closed");
        return renderer.page(
                visit,
                "register-work",
                visit.say("work.title"),
                new Overview(
                        visit.state(state),
                        visit.link("/register/" + state.iso3()),
                        lists,
                        victims,
                        officer ? visit.link("/register/" + state.iso3() + "/victims") : ""));
    }

    @GetMapping(WORK + "/{view:[a-z-]+}")
    ResponseEntity<byte[]> list(Visit visit, @PathVariable("code") String iso3, @PathVariable("view") String name) {
        StateCode state = RegisterPages.state(visit, iso3);
        Actor reader = RegisterPages.required(visit);
        WorkViews.View view = WorkViews.View.find(name).orElseThrow(() -> Faults.notFound(visit.path()));
        List<RegisterVersion> found = views.list(reader, state, view, visit.today(), MOST_ROWS);
        String here = "/register/" + state.iso3() + "/work/" + view.id();
        return renderer.page(
                visit,
                "register-work-list",
                visit.say("work.view." + view.id()),
                new View(
                        visit.state(state),
                        visit.link("/register/" + state.iso3() + "/work"),
                        visit.say("work.why." + view.id()),
                        visit.say(
                                "register.figure.shown",
                                Map.of("shown", found.size(), "all", views.count(reader, state, view, visit.today()))),
                        found.stream().map(record -> row(visit, record)).toList(),
                        Downloads.of(visit, here, "csv", "xlsx")));
    }

    private Row row(Visit visit, RegisterVersion record) {
        return new Row(
                RegisterPages.kindName(visit, record.kind()),
                record.code(),
                visit.link(RegisterRecordPages.address(record)),
                status(visit, record),
                visit.date(record.content().validFrom()),
                place(record));
    }

    private String status(Visit visit, RegisterVersion record) {
        String field = record.kind().statusField();
        return record.fields()
                .text(field)
                .map(code -> dictionary
                        .find(record.kind(), field)
                        .flatMap(FieldDefinition::codes)
                        .map(words -> RegisterPages.word(visit, words, code))
                        .orElse(code))
                .orElseGet(() -> RegisterPages.approval(visit, record.approval()));
    }

    private static String place(RegisterVersion record) {
        return List.of("admin1", "admin2").stream()
                .flatMap(name -> record.fields().text(name).stream())
                .reduce((one, two) -> one + ", " + two)
                .orElse("");
    }

    @GetMapping(WORK + "/{view:[a-z-]+}.{format:csv|xlsx}")
    ResponseEntity<byte[]> file(
            Visit visit,
            @PathVariable("code") String iso3,
            @PathVariable("view") String name,
            @PathVariable("format") String format) {
        StateCode state = RegisterPages.state(visit, iso3);
        Actor reader = RegisterPages.required(visit);
        visit.visitor().require(Permission.REGISTER_EXPORT, thing(reader, state));
        WorkViews.View view = WorkViews.View.find(name).orElseThrow(() -> Faults.notFound(visit.path()));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (RegisterVersion record : views.list(reader, state, view, visit.today(), MOST_IN_FILE)) {
            Row row = row(visit, record);
            rows.add(Arrays.<@Nullable Object>asList(
                    row.kind(), row.code(), row.status(), record.content().validFrom(), row.place()));
        }
        Table table = new Table(
                visit.say("work.view." + view.id()),
                List.of(
                        visit.say("register.column.kind"),
                        visit.say("register.column.code"),
                        visit.say("register.column.status"),
                        visit.say("register.column.from"),
                        visit.say("register.column.place")),
                rows);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (format.equals("csv")) {
                TableFiles.writeCsv(table, out);
            } else {
                TableFiles.writeXlsx(table, visit.language(), out);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(
                        format.equals("csv")
                                ? "text/csv;charset=utf-8"
                                : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"mineban-" + state + "-" + view.id() + "-" + visit.today() + "." + format
                                + "\"")
                .body(out.toByteArray());
    }

    private Thing thing(Actor reader, StateCode state) {
        Optional<java.util.UUID> own = reader.organisation(state);
        return own.map(Thing.of(state)::of).orElseGet(() -> Thing.of(state));
    }
}
