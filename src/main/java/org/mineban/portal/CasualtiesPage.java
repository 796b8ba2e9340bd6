package org.mineban.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.StateCode;
import org.mineban.presentation.Table;
import org.mineban.victims.Casualties;
import org.mineban.victims.CasualtyTable;
import org.mineban.victims.CasualtyTables;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The casualties of a State, for everybody: small numbers withheld, and whatever they could be worked out from. */
@RestController
final class CasualtiesPage {

    private static final String PATH = "/register/{code:[A-Za-z]{3}}/casualties";

    /** What stands in an address for the year that is not known. */
    private static final String UNKNOWN_YEAR = "unknown";

    private final PageRenderer renderer;
    private final Casualties casualties;

    CasualtiesPage(PageRenderer renderer, Casualties casualties) {
        this.renderer = renderer;
        this.casualties = casualties;
    }

    /** The page. */
    record View(
            boolean nothing,
            boolean ofYear,
            String back,
            List<TableView> tables,
            boolean withholds,
            List<DownloadLink> downloads) {}

    /** A file of the same tables. */
    record DownloadLink(String label, String href) {}

    /** A table in words; together tells that it does not tell killed and injured apart. */
    record TableView(String caption, String head, boolean together, List<String> columns, List<RowView> rows) {}

    /** A row: its name, where it leads, and its cells; a cell without a number is withheld. */
    record RowView(String name, String href, boolean total, List<Cell> cells) {}

    /** A number in words. */
    record Cell(String text, boolean withheld) {}

    private static Optional<String> year(Visit visit) {
        return visit.asked("year")
                .filter(text -> text.matches("[0-9]{4}") || text.equals(UNKNOWN_YEAR))
                .map(text -> text.equals(UNKNOWN_YEAR) ? CasualtyTables.YEAR_UNKNOWN : text);
    }

    private List<CasualtyTable> tables(StateCode state, Optional<String> year) {
        CasualtyTables all = casualties.tables(state);
        return year.map(all::of).orElseGet(() -> all.byYear().stream().toList());
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> page(Visit visit, @PathVariable("code") String code) {
        StateCode state = VictimForms.state(visit, code);
        Optional<String> year = year(visit);
        List<CasualtyTable> tables = tables(state, year);
        String path = "/register/" + state.iso3() + "/casualties";
        Map<String, String> asked =
                visit.asked("year").map(one -> Map.of("year", one)).orElse(Map.of());
        String title = year.isPresent()
                ? visit.say(
                        "casualties.title.year",
                        Map.of("state", visit.state(state), "year", yearText(visit, year.get())))
                : visit.say("casualties.title", Map.of("state", visit.state(state)));
        return renderer.page(
                visit,
                "casualties",
                title,
                new View(
                        tables.isEmpty(),
                        year.isPresent(),
                        visit.link(path),
                        tables.stream().map(table -> table(visit, path, table)).toList(),
                        tables.stream().anyMatch(CasualtyTable::withholds),
                        tables.isEmpty()
                                ? List.of()
                                : List.of(new DownloadLink("CSV", visit.link(path + ".csv", asked)))));
    }

    private static String yearText(Visit visit, String year) {
        return year.equals(CasualtyTables.YEAR_UNKNOWN) ? visit.say("casualties.year-unknown") : visit.code(year);
    }

    private static TableView table(Visit visit, String path, CasualtyTable table) {
        String by = table.by().name().toLowerCase(Locale.ROOT).replace('_', '-');
        List<String> columns = Stream.concat(
                        table.outcomes().stream().map(outcome -> VictimForms.word(visit, outcome.name())),
                        Stream.of(visit.say("casualties.total")))
                .toList();
        List<RowView> rows = new ArrayList<>();
        for (int row = 0; row < table.cells().size(); row++) {
            boolean total = row == table.rows().size();
            String code = total ? "" : table.rows().get(row);
            rows.add(new RowView(
                    total ? visit.say("casualties.total") : name(visit, table.by(), code),
                    !total && table.by() == CasualtyTable.By.YEAR
                            ? visit.link(path, Map.of("year", code.isEmpty() ? UNKNOWN_YEAR : code))
                            : "",
                    total,
                    table.cells().get(row).stream()
                            .map(cell -> cell(visit, cell))
                            .toList()));
        }
        return new TableView(
                visit.say("casualties.by." + by), "", table.outcomes().isEmpty(), columns, rows);
    }

    private static String name(Visit visit, CasualtyTable.By by, String code) {
        return switch (by) {
            case YEAR -> yearText(visit, code);
            case REGION -> code.isEmpty() ? visit.say("victims.unknown") : Visit.isolated(code);
            case SEX_AND_AGE, CIVIL_STATUS, DEVICE -> VictimForms.word(visit, code);
        };
    }

    private static Cell cell(Visit visit, OptionalInt count) {
        return count.isPresent()
                ? new Cell(visit.number(count.getAsInt()), false)
                : new Cell(visit.say("casualties.withheld"), true);
    }

    @GetMapping(PATH + ".{format:csv}")
    ResponseEntity<byte[]> csv(Visit visit, @PathVariable("code") String code) {
        StateCode state = VictimForms.state(visit, code);
        Optional<String> year = year(visit);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (CasualtyTable table : tables(state, year)) {
            for (int row = 0; row < table.cells().size(); row++) {
                List<OptionalInt> cells = table.cells().get(row);
                for (int column = 0; column < cells.size(); column++) {
                    List<@Nullable Object> line = new ArrayList<>();
                    line.add(year.orElse("all"));
                    line.add(table.by().name());
                    line.add(row == table.rows().size() ? "TOTAL" : table.rows().get(row));
                    line.add(
                            column == table.outcomes().size()
                                    ? "TOTAL"
                                    : table.outcomes().get(column).name());
                    line.add(
                            cells.get(column).isPresent()
                                    ? (Object) cells.get(column).getAsInt()
                                    : "withheld");
                    rows.add(line);
                }
            }
        }
        return VictimExportPages.csv(
                new Table("casualties", List.of("year", "by", "category", "outcome", "people"), rows),
                "casualties-" + state + year.map(one -> "-" + one).orElse("") + ".csv");
    }
}
