package org.mineban.reporting.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mineban.kernel.Explained;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.Reason;
import org.mineban.kernel.RuleName;
import org.mineban.kernel.SourceRow;
import org.mineban.kernel.StateCode;
import org.mineban.platform.FactColumn;
import org.mineban.platform.FactColumn.Kind;
import org.mineban.platform.FactTable;
import org.mineban.reporting.Entry;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.FigureSource;
import org.mineban.reporting.Origin;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportArchive;
import org.mineban.reporting.SampleReport;
import org.mineban.reporting.Surroundings;
import org.mineban.reporting.Value;
import tools.jackson.databind.JsonNode;

/**
 * Reads facts transcribed from a real report, in the structure of the sample files: figures and names only, of the parts that were seen. What is {@code
 * null} or absent was not seen and is never taken for zero, so the report is marked as an extract.
 *
 * <p>What a sample tells only in the prose of its findings, and no field holds, stands in {@code reporting/sample-evidence.csv}, sample by sample.
 */
public final class SampleReader {

    private static final BigDecimal KM2 = BigDecimal.valueOf(1_000_000);
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,. ]*\\d|\\d");

    private final JsonNode json;
    private final String name;
    private final Language language;
    private final FactTable evidence;
    private Report report = Report.empty();
    private final List<ReportArchive.Filed> earlier = new ArrayList<>();
    private final List<FigureSource.Sourced> statements = new ArrayList<>();

    private SampleReader(JsonNode json) {
        this.json = json;
        this.name = json.path("sampleId").asString("");
        this.language = Language.find(json.path("report").path("language").asString("en"))
                .orElse(Language.ENGLISH);
        this.evidence = FactTable.resource(
                "reporting/sample-evidence.csv",
                FactColumn.of("sample", Kind.TEXT),
                FactColumn.of("place", Kind.TEXT),
                FactColumn.text("written"),
                FactColumn.of("source", Kind.TEXT));
    }

    /** Whether the JSON is of this structure. */
    public static boolean recognises(JsonNode json) {
        return json.has("sampleId") && json.has("state");
    }

    /** The report that the sample tells of, with what else it says. */
    public static SampleReport read(JsonNode json) {
        return new SampleReader(json).read();
    }

    private SampleReport read() {
        envelope();
        measures();
        stockpile();
        areas();
        released();
        retained();
        destroyed();
        letter();
        history();
        evidence();
        FigureSource source = new Statements(statements);
        return new SampleReport(
                name,
                report,
                earlier,
                statements.isEmpty() ? Surroundings.NONE : Surroundings.NONE.withStatements(source),
                expected());
    }

    private List<SampleReport.Expected> expected() {
        List<SampleReport.Expected> expected = new ArrayList<>();
        json.path("expectedFindings")
                .forEach(item -> expected.add(new SampleReport.Expected(
                        item.path("rule").asString(""),
                        item.path("severity").asString(""),
                        item.path("why").asString(""))));
        return expected;
    }

    private void put(String place, Entry entry) {
        report = report.with(
                FieldPath.of(place),
                entry.from(new Origin(Origin.Kind.SECONDARY, name, "", OptionalInt.empty(), Optional.empty())));
    }

    private void text(String place, String text) {
        if (!text.isBlank()) {
            put(place, Entry.of(Value.Text.of(language, text)));
        }
    }

    private void word(String place, String word) {
        if (!word.isBlank()) {
            put(place, Entry.of(Value.Words.of(word)));
        }
    }

    private void date(String place, JsonNode value) {
        if (value.isString()) {
            String said = value.asString();
            Value read = WrittenDate.read(said);
            put(place, Entry.of(read, read instanceof Value.Unread ? said : ""));
        }
    }

    private void count(String place, JsonNode value) {
        if (value.isNumber()) {
            put(place, Entry.of(Figure.of(value.decimalValue())));
        } else if (value.isString()) {
            put(place, Entry.of(WrittenNumber.read(value.asString(), language, true), value.asString()));
        }
    }

    /** An area: {@code areaM2} or {@code areaKm2} of the object, or a field named {@code key} with either ending. */
    private void area(String place, JsonNode object, String key) {
        JsonNode metres = object.path(key + "M2");
        JsonNode kilometres = object.path(key + "Km2");
        if (metres.isNumber()) {
            put(place, Entry.of(Figure.of(metres.decimalValue())));
        } else if (kilometres.isNumber()) {
            put(place, inKm2(kilometres.decimalValue(), Figure.Exactness.EXACT));
        } else if (kilometres.isString()) {
            String said = kilometres.asString();
            String bare = said.replaceAll("\\(.*", "").strip();
            if (WrittenNumber.read(bare, language, false) instanceof Value.Quantity(Figure.Amount amount)) {
                put(place, inKm2(amount.value(), amount.exactness()));
            }
        } else if (metres.isString()) {
            put(
                    place,
                    Entry.of(
                            WrittenArea.read(metres.asString(), language, Optional.of(WrittenArea.Unit.SQUARE_METRES)),
                            metres.asString()));
        }
    }

    private static Entry inKm2(BigDecimal value, Figure.Exactness exactness) {
        BigDecimal step =
                BigDecimal.ONE.movePointLeft(Math.max(value.scale(), 0)).multiply(KM2);
        return Entry.of(
                new Value.Quantity(new Figure.Amount(value.multiply(KM2), step, exactness)),
                value.toPlainString() + " km2");
    }

    private void envelope() {
        put("env.extract", Entry.of(new Value.Flag(true)));
        word("env.state", json.path("state").path("iso3").asString(""));
        JsonNode head = json.path("report");
        word("env.kind", head.path("kind").asString(""));
        date("env.periodFrom", head.path("periodFrom"));
        date("env.periodTo", head.path("periodTo"));
        date("env.submittedOn", head.path("submittedOn"));
        date("env.receivedOn", head.path("receivedOn"));
        word("env.language", head.path("language").asString(""));
        date("env.coverLetter[1].datedOn", head.path("coverLetterOn"));
        String format = head.path("format").asString("").toLowerCase(Locale.ROOT);
        if (!format.isEmpty()) {
            word(
                    "env.edition",
                    format.startsWith("guide") ? "guide-2015" : format.startsWith("forms") ? "forms-2007" : "free");
        }
        boolean attached = format.contains("pdf per form")
                || json.path("completeness").asString("").contains("attached PDF");
        if (attached) {
            put("env.attachmentsOnly", Entry.of(new Value.Flag(true)));
        }
        int row = 1;
        for (JsonNode contact : json.path("contactOrganisations")) {
            text("env.contact[" + row++ + "].organisation", contact.asString(""));
        }
    }

    private void measures() {
        JsonNode measures = json.path("nationalMeasures");
        String status = measures.path("status").asString("");
        if (status.contains("no change")) {
            put("a.noChange", Entry.of(new Value.Flag(true)));
        }
        if (status.contains("existing law")) {
            put("a.existingLaw", Entry.of(new Value.Flag(true)));
        }
        int row = 1;
        for (JsonNode law : measures.path("laws")) {
            String place = "a.measure[" + row++ + "]";
            text(place + ".title", law.path("title").asString(""));
            text(place + ".text", law.path("title").asString(""));
            word(place + ".kind", "law");
            if (law.path("year").isNumber()) {
                put(
                        place + ".adoptedOn",
                        Entry.of(new Value.Date(
                                new PartialDate.OfYear(law.path("year").asInt()))));
            }
            if (law.has("penal")) {
                word(place + ".penal", law.path("penal").asBoolean(false) ? "yes" : "no");
            }
        }
        for (JsonNode order : measures.path("orders")) {
            String place = "a.measure[" + row++ + "]";
            text(place + ".title", order.asString(""));
            word(place + ".kind", "order");
        }
    }

    private void stockpile() {
        JsonNode stock = json.path("stockpile");
        count("b.total", stock.path("total"));
        if (stock.path("status").asString("").contains("not applicable")) {
            text("b.plan", stock.path("statement").asString(""));
        }
        int row = 1;
        for (JsonNode item : stock.path("rows")) {
            String place = "b.row[" + row++ + "]";
            type(place + ".type", item);
            count(place + ".qty", item.path("quantity"));
        }
        int gone = 1;
        for (JsonNode batch : stock.path("destroyedBefore")) {
            String place = "g.stock[" + gone + "]";
            count(place + ".qty", batch.path("quantity"));
            JsonNode when = batch.has("year") ? batch.path("year") : batch.path("until");
            if (!when.isMissingNode()) {
                PartialDate.find(when.asString(""))
                        .ifPresent(date -> put(place + ".year", Entry.of(new Value.Date(date))));
            }
            if (batch.path("note").asString("").contains("unrecorded")) {
                count("b.found[" + gone + "].qty", batch.path("quantity"));
                text("b.found[" + gone + "].suppl", batch.path("note").asString(""));
            }
            gone++;
        }
        int found = gone;
        for (JsonNode late : stock.path("foundAfterDeadline")) {
            String place = "b.found[" + found++ + "]";
            type(place + ".type", late);
            count(place + ".qty", late.path("quantity"));
            date(place + ".foundOn", late.path("foundOn"));
            text(place + ".place", late.path("place").asString(""));
        }
    }

    private void type(String place, JsonNode item) {
        List<String> types = new ArrayList<>();
        if (item.path("type").isString()) {
            types.add(item.path("type").asString());
        }
        item.path("types")
                .forEach(type -> types.add(
                        type.asString("").replaceAll("\\s*\\.\\.\\. .*", "").strip()));
        if (!types.isEmpty()) {
            put(place, Entry.of(new Value.Words(types)));
        }
    }

    private void areas() {
        JsonNode areas = json.path("minedAreas");
        date("c.asOf", areas.path("asOf"));
        int row = 1;
        for (JsonNode item : areas.path("rows")) {
            if (item.has("cha") || item.has("sha")) {
                row = area(item, "CHA", item.path("cha"), row);
                row = area(item, "SHA", item.path("sha"), row);
            } else {
                row = area(item, item.path("status").asString(""), item, row);
            }
        }
        JsonNode army = areas.path("armyMinefields");
        if (army.isObject()) {
            text("c.row[" + row + "].location", "Army minefields");
            word("c.row[" + row + "].status", "CHA");
            count("c.row[" + row + "].count", army.path("count"));
            area("c.row[" + row + "].areaM2", army, "area");
            count("c.row[" + row + "].qty", army.path("mines"));
        }
        if (areas.path("otherAreas").asString("").contains("not measured")) {
            text("c.unmeasured", areas.path("otherAreas").asString());
        }
        totals(areas.path("total"), row);
        count("c.estimatedMines", areas.path("estimatedMines"));
        count("c.regions", areas.has("provinces") ? areas.path("provinces") : areas.path("counties"));
        if (areas.path("addedInYearKm2").isNumber()
                || areas.path("addedInYearM2").isNumber()) {
            area("c.added[1].areaM2", areas, "addedInYear");
            text("c.added[1].location", areas.path("addedNote").asString(""));
        }
        JsonNode history = json.path("history");
        date("c.completedOn", history.path("completionAnnounced"));
        int found = 1;
        for (JsonNode late : history.path("foundAfterwards")) {
            String place = "c.row[found-" + found++ + "]";
            text(
                    place + ".location",
                    late.path("province").asString(late.path("location").asString("")));
            area(place + ".areaM2", late, "area");
            date(place + ".foundOn", late.path("foundOn"));
        }
    }

    private int area(JsonNode item, String status, JsonNode figures, int row) {
        if (figures.isMissingNode()) {
            return row;
        }
        String place = "c.row[" + row + "]";
        text(place + ".location", item.path("location").asString(""));
        if (status.equals("CHA") || status.equals("SHA")) {
            word(place + ".status", status);
        }
        count(place + ".count", figures.path("count"));
        area(place + ".areaM2", figures, "area");
        text(place + ".suppl", figures.path("note").asString(""));
        return row + 1;
    }

    /** A total that does not tell CHA from SHA belongs to the one status of all rows; without rows, to the one it names. */
    private void totals(JsonNode total, int rows) {
        if (total.has("cha") || total.has("sha")) {
            for (String status : List.of("CHA", "SHA")) {
                JsonNode one = total.path(status.toLowerCase(Locale.ROOT));
                count("c.total." + status + ".count", one.path("count"));
                area("c.total." + status + ".areaM2", one, "area");
            }
            return;
        }
        String status = total.path("status").asString("");
        if (status.isEmpty()) {
            List<String> all = report.section(org.mineban.reporting.Subject.AREAS).rows("row").stream()
                    .flatMap(row -> row.fields().words("status").stream())
                    .distinct()
                    .toList();
            status = all.size() == 1 ? all.getFirst() : rows == 1 ? "SHA" : "";
        }
        if (!status.isEmpty()) {
            count("c.total." + status + ".count", total.path("count"));
            area("c.total." + status + ".areaM2", total, "area");
        }
    }

    private void released() {
        JsonNode released = json.path("released");
        area("c.released.cancelledM2", released, "cancelled");
        area("c.released.reducedM2", released, "reduced");
        area("c.released.clearedM2", released, "cleared");
        area("c.released.totalM2", released, "total");
        text("c.released.note", released.path("note").asString(""));
        JsonNode worked = json.path("reconciliation");
        area("c.opening.areaM2", worked, "opening");
        boolean already = report.at(FieldPath.of("c.opening.areaM2")).isPresent();
        if (already) {
            return;
        }
        if (worked.path("netDropKm2").isNumber() && worked.path("areaSumKm2").isNumber()) {
            put(
                    "c.opening.areaM2",
                    inKm2(
                            worked.path("netDropKm2")
                                    .decimalValue()
                                    .add(worked.path("areaSumKm2").decimalValue()),
                            Figure.Exactness.EXACT));
        } else if (worked.path("openingMinusReleasedKm2").isNumber()
                && released.path("totalKm2").isNumber()) {
            put(
                    "c.opening.areaM2",
                    inKm2(
                            worked.path("openingMinusReleasedKm2")
                                    .decimalValue()
                                    .add(released.path("totalKm2").decimalValue()),
                            Figure.Exactness.EXACT));
        }
    }

    private void retained() {
        JsonNode retained = json.path("retained");
        if (retained.isArray()) {
            retainedByYear(retained);
        }
        date("d.asOf", retained.path("asOf"));
        count("d.total", retained.path("total"));
        count("d.intended", retained.path("intended"));
        count("d.firstDeclared", retained.path("initial"));
        count("d.live", retained.path("withServiceableDetonators"));
        int row = 1;
        for (JsonNode item : retained.path("rows")) {
            String place = "d.ret[" + row++ + "]";
            text(place + ".institution", item.path("institution").asString(""));
            type(place + ".type", item);
            count(place + ".qty", item.path("quantity"));
            text(place + ".purpose", item.path("purpose").asString(""));
        }
        retainedHistory(retained.path("history"));
        int use = 1;
        for (JsonNode item : json.path("use")) {
            String place = "d.use[" + use++ + "]";
            count(place + ".qty", item.path("quantity"));
            text(place + ".objective", item.path("purpose").asString(""));
            text(place + ".suppl", item.path("type").asString(""));
        }
        JsonNode worked = json.path("reconciliation");
        JsonNode before = worked.path("opening");
        if (before.isNumber() && report.env().year().isPresent()) {
            earlier(report.env().year().getAsInt() - 1, before.decimalValue());
        }
    }

    /** A list by year of report: the last is this report, the others are earlier ones. */
    private void retainedByYear(JsonNode years) {
        int last = years.size() - 1;
        for (int i = 0; i <= last; i++) {
            JsonNode year = years.get(i);
            int covered = year.path("reportedIn").asInt(0) - 1;
            if (i < last) {
                earlier(covered, year.path("total").decimalValue());
            } else {
                count("d.total", year.path("total"));
                put("env.periodTo", Entry.of(new Value.Date(PartialDate.of(LocalDate.of(covered, 12, 31)))));
                put("env.periodFrom", Entry.of(new Value.Date(PartialDate.of(LocalDate.of(covered, 1, 1)))));
                word("env.kind", "annual");
            }
        }
    }

    private void earlier(int year, BigDecimal retained) {
        Report before = before(year).with(FieldPath.of("d.total"), Entry.of(Figure.of(retained)));
        earlier.add(ReportArchive.Filed.of(before));
    }

    /** An earlier report of which nothing else is known. */
    private Report before(int year) {
        return Report.empty()
                .with(FieldPath.of("env.extract"), Entry.of(new Value.Flag(true)))
                .with(
                        FieldPath.of("env.state"),
                        Entry.of(Value.Words.of(json.path("state").path("iso3").asString(""))))
                .with(FieldPath.of("env.kind"), Entry.of(Value.Words.of("annual")))
                .with(
                        FieldPath.of("env.periodFrom"),
                        Entry.of(new Value.Date(PartialDate.of(LocalDate.of(year, 1, 1)))))
                .with(
                        FieldPath.of("env.periodTo"),
                        Entry.of(new Value.Date(PartialDate.of(LocalDate.of(year, 12, 31)))));
    }

    /** The last step of a history is told with what went, in its note: a movement that can be added up. */
    private void retainedHistory(JsonNode history) {
        if (!history.isArray() || history.size() < 2) {
            return;
        }
        JsonNode last = history.get(history.size() - 1);
        JsonNode before = history.get(history.size() - 2);
        Matcher gone = NUMBER.matcher(last.path("note").asString(""));
        count("d.total", last.path("quantity"));
        if (last.path("note").asString("").contains("destroyed") && gone.find()) {
            count("d.move[1].opening", before.path("quantity"));
            put("d.move[1].destroyed", Entry.of(WrittenNumber.read(gone.group().strip(), Language.ENGLISH, true)));
            count("d.move[1].closing", last.path("quantity"));
        }
    }

    private void destroyed() {
        JsonNode destroyed = json.path("destroyed");
        count("g.total.area", destroyed.path("minedAreas"));
        count("g.stockYear", destroyed.path("stockpile"));
        JsonNode running = json.path("cumulative");
        count("g.running.area", running.path("apMines"));
        area("g.running.clearedM2", running, "cleared");
    }

    /** The figures of the covering letter, each named for the field it speaks of. */
    private void letter() {
        JsonNode letter = json.path("coverLetter");
        claim("cleared", "c.released.clearedM2", letter.path("clearedM2"));
        claim("released", "c.released.totalM2", letter.path("releasedM2"));
        claim("confirmed", "c.total.CHA.areaM2", letter.path("confirmedHazardousM2"));
        claim("retained", "d.total", letter.path("retainedTotal"));
        boolean article4 = letter.path("destroyedUnderArticle").asString("").startsWith("4");
        claim("destroyed", article4 ? "g.total.stock" : "g.total.area", letter.path("destroyed"));
        count("c.regions", letter.path("provincesNow"));
    }

    private void claim(String row, String figure, JsonNode value) {
        if (value.isNumber()) {
            text("env.claim[" + row + "].figure", figure);
            count("env.claim[" + row + "].value", value);
        }
    }

    private void history() {
        for (JsonNode item : json.path("history").path("firstReports")) {
            Report before = Report.empty()
                    .with(FieldPath.of("env.extract"), Entry.of(new Value.Flag(true)))
                    .with(
                            FieldPath.of("env.state"),
                            Entry.of(Value.Words.of(
                                    json.path("state").path("iso3").asString(""))))
                    .with(
                            FieldPath.of("env.periodFrom"),
                            Entry.of(WrittenDate.read(item.path("from").asString(""))))
                    .with(
                            FieldPath.of("env.periodTo"),
                            Entry.of(WrittenDate.read(item.path("to").asString(""))));
            earlier.add(ReportArchive.Filed.of(before));
        }
    }

    private void evidence() {
        for (SourceRow row : evidence.rows()) {
            if (!row.get("sample").equals(name)) {
                continue;
            }
            String place = row.get("place");
            String written = row.get("written");
            if (place.startsWith("statement ")) {
                statements.add(new FigureSource.Sourced(
                        FieldPath.of(place.substring("statement ".length())),
                        Explained.stated(Figure.of(new BigDecimal(written)), Statement.STATED, row)));
            } else if (place.startsWith("earlier ")) {
                earlier.add(ReportArchive.Filed.of(before(Integer.parseInt(place.substring("earlier ".length())))));
            } else if (written.isEmpty()) {
                put(
                        place,
                        Entry.of(new Value.Unread(
                                "not-stated", List.of(report.envelope().text("kind")))));
            } else if (place.startsWith("env.period")) {
                put(place, Entry.of(WrittenDate.read(written), written));
            } else {
                text(place, written);
            }
        }
    }

    /** The name of the reason of a figure that a statement gives. */
    private enum Statement implements RuleName {
        STATED;

        @Override
        public String id() {
            return "event-stated";
        }
    }

    /** Figures of statements of the State, as the sample tells of them. */
    private record Statements(List<Sourced> all) implements FigureSource {
        private Statements {
            all = List.copyOf(all);
        }

        @Override
        public String name() {
            return all.isEmpty()
                    ? ""
                    : all.getFirst().figure().reason() instanceof Reason.Stated stated
                            ? stated.row().source()
                            : "";
        }

        @Override
        public List<Sourced> figures(StateCode state, LocalDate from, LocalDate to) {
            return all;
        }
    }
}
