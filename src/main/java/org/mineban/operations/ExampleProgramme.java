package org.mineban.operations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.mineban.geography.Geodesy;

/**
 * A fictitious programme with ten years of history, 2015 to 2024, in the open Atlantic where nobody lives: for examples and tests. The same seed gives the
 * same history. Each record has its versions in the order of time.
 */
final class ExampleProgramme {

    static final int FIRST_YEAR = 2015;
    static final int LAST_YEAR = 2024;

    private static final long SEED = 67_32_2012L;
    private static final double WEST = -31;
    private static final double SOUTH = 29;
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final List<String> PROVINCES = List.of("North", "East", "South", "West");

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final SequencedMap<String, List<Content>> records = new LinkedHashMap<>();
    private final List<Area> open = new ArrayList<>();
    private int areas;
    private int works;
    private int products;
    private int finds;
    private int accidents;
    private int victims;

    /** An area while it is open. */
    private static final class Area {
        private final String code;
        private final String province;
        private final double west;
        private final double south;
        private final LocalDate discovered;
        private String areaClass;
        private String contamination = "AP_MINE";
        private long left;
        private long stated;

        private Area(String code, String province, double west, double south, LocalDate discovered, String areaClass) {
            this.code = code;
            this.province = province;
            this.west = west;
            this.south = south;
            this.discovered = discovered;
            this.areaClass = areaClass;
        }
    }

    /** The versions of each record, by kind and code; areas before what belongs to them. */
    SequencedMap<String, List<Content>> records() {
        for (int i = 0; i < 60; i++) {
            discover(day(2008 + random.nextInt(7)), i % 3 == 0 ? "CHA" : "SHA");
        }
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            year(year);
        }
        return records;
    }

    private LocalDate day(int year) {
        return LocalDate.of(year, 1, 1).plusDays(10 + random.nextInt(330));
    }

    private void year(int year) {
        List<Area> before = new ArrayList<>(open);
        for (int i = 0; i < 3 + random.nextInt(3); i++) {
            discover(day(year), i == 0 ? "CHA" : "SHA");
        }
        List<Area> suspected = of(before, "SHA");
        List<Area> confirmed = of(before, "CHA");
        suspected.stream().limit(3).forEach(area -> cancel(area, day(year)));
        suspected.stream().skip(3).limit(2).forEach(area -> reduceAndConfirm(area, day(year)));
        confirmed.stream().limit(2).forEach(area -> clear(area, day(year), area.left));
        confirmed.stream().skip(2).limit(2).forEach(area -> clear(area, day(year), area.left * 2 / 5));
        confirmed.stream().skip(4).limit(1).forEach(area -> measureAnew(area, day(year), year % 2 == 0 ? 108 : 93));
        if (year == 2018) {
            suspected.stream().skip(5).limit(1).forEach(area -> end(area, day(year), "VOID"));
        }
        for (int i = 0; i < Math.max(1, 5 - (year - FIRST_YEAR) / 2); i++) {
            accident(day(year));
        }
        for (int month = 1; month <= 12; month++) {
            session(LocalDate.of(year, month, 1 + random.nextInt(27)), month);
        }
        retained(year);
    }

    private static List<Area> of(List<Area> areas, String areaClass) {
        return areas.stream().filter(area -> area.areaClass.equals(areaClass)).toList();
    }

    private void discover(LocalDate on, String areaClass) {
        areas++;
        Area area = new Area(
                "XA-" + (1000 + areas),
                PROVINCES.get(areas % PROVINCES.size()),
                WEST + (areas % 20) * 0.1,
                SOUTH + Math.floorDiv(areas, 20) * 0.1,
                on,
                areaClass);
        if (areas % 5 == 0) {
            area.contamination = "AP_MINE UXO";
        }
        area.stated = 100L * (8_000 + random.nextInt(120_000));
        area.left = area.stated;
        open.add(area);
        state(area, on, "OPEN");
    }

    /** What is so of an area from a day on. */
    private void state(Area area, LocalDate on, String status) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("class", area.areaClass);
        fields.put("status", status);
        fields.put("contamination", area.contamination);
        fields.put("evidence", area.areaClass.equals("CHA") ? "VISUAL" : "VERBAL");
        fields.put("area_stated_m2", metres(area.stated));
        fields.put("area_basis", "STATED");
        fields.put("geometry_origin", "ESTIMATED");
        fields.put("discovered_on", area.discovered.toString());
        fields.put("marking", area.areaClass.equals("CHA") ? "PERMANENT" : "NONE");
        fields.put("admin1", area.province);
        add(new Content(Kind.HAZARD, area.code, on, Fields.of(fields), Optional.of(square(area)), Optional.empty()));
    }

    /** A square of about the area that is stated. */
    private static Shape square(Area area) {
        double side = Math.sqrt(area.stated / 100.0);
        double height = side / 110_800;
        double width = side / (111_320 * Math.cos(Math.toRadians(area.south)));
        Coordinate corner = new Coordinate(area.west, area.south);
        Geometry square = SHAPES.createPolygon(new Coordinate[] {
            corner,
            new Coordinate(area.west + width, area.south),
            new Coordinate(area.west + width, area.south + height),
            new Coordinate(area.west, area.south + height),
            corner
        });
        return Shapes.kept(square, Geodesy.area(square));
    }

    private static String metres(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }

    private void add(Content content) {
        records.computeIfAbsent(content.kind().id() + " " + content.code(), code -> new ArrayList<>())
                .add(content);
    }

    private void add(Kind kind, String code, LocalDate on, Map<String, String> fields) {
        add(new Content(kind, code, on, Fields.of(fields), Optional.empty(), Optional.empty()));
    }

    private String work(Area area, String type, LocalDate on) {
        works++;
        String code = "XW-" + (1000 + works);
        add(
                Kind.ACTIVITY,
                code,
                on.minusDays(9),
                Map.of(
                        "activity_type",
                        type,
                        "activity_status",
                        "COMPLETED",
                        "started_on",
                        on.minusDays(9).toString(),
                        "ended_on",
                        on.toString(),
                        "hazard",
                        area.code,
                        "organisation",
                        "Example Demining",
                        "admin1",
                        area.province));
        return code;
    }

    private void release(Area area, String kind, String work, LocalDate on, long hundredths) {
        products++;
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("release", kind);
        fields.put("hazard", area.code);
        fields.put("activity", work);
        fields.put("area_stated_m2", metres(hundredths));
        fields.put("completed_on", on.toString());
        fields.put("released_on", on.toString());
        fields.put("qc", "PASS");
        fields.put("admin1", area.province);
        if (kind.equals("CLEARED")) {
            fields.put("depth_cm", "20");
        }
        add(Kind.PRODUCT, "XP-" + (1000 + products), on, fields);
        area.left -= hundredths;
    }

    private void cancel(Area area, LocalDate on) {
        release(area, "CANCELLED", work(area, "NTS", on), on, area.left);
        end(area, on, "CLOSED_CANCELLED");
    }

    /** A technical survey reduces a suspected area and confirms what is left of it. */
    private void reduceAndConfirm(Area area, LocalDate on) {
        release(area, "REDUCED", work(area, "TS", on), on, area.left * 3 / 5);
        area.areaClass = "CHA";
        area.stated = area.left;
        state(area, on, "OPEN");
    }

    private void clear(Area area, LocalDate on, long hundredths) {
        String work = work(area, "CLEARANCE", on);
        boolean all = hundredths == area.left;
        release(area, "CLEARED", work, on, hundredths);
        find(area, work, on, "AP_MINE", 1 + random.nextInt(40));
        if (area.contamination.contains("UXO")) {
            find(area, work, on, "UXO", 1 + random.nextInt(9));
        }
        if (random.nextInt(6) == 0) {
            find(area, work, on, "AP_MINE_IMPROVISED", 1 + random.nextInt(3));
        }
        if (all) {
            end(area, on, "CLOSED_RELEASED");
            state(area, on.plusDays(14), "HANDED_OVER");
        }
    }

    private void find(Area area, String work, LocalDate on, String category, int many) {
        finds++;
        add(
                Kind.FIND,
                "XD-" + (1000 + finds),
                on,
                Map.of(
                        "category",
                        category,
                        "qty_found",
                        Integer.toString(many),
                        "qty_destroyed",
                        Integer.toString(many),
                        "found_on",
                        on.toString(),
                        "destroyed_on",
                        on.toString(),
                        "destruction_method",
                        "IN_SITU_DETONATION",
                        "context",
                        "IN_HAZARD",
                        "hazard",
                        area.code,
                        "activity",
                        work,
                        "admin1",
                        area.province));
    }

    private void measureAnew(Area area, LocalDate on, int hundred) {
        area.stated = area.left * hundred / 100;
        area.left = area.stated;
        state(area, on, "OPEN");
    }

    private void end(Area area, LocalDate on, String status) {
        open.remove(area);
        state(area, on, status);
    }

    private void accident(LocalDate on) {
        accidents++;
        String code = "XC-" + (1000 + accidents);
        String province = PROVINCES.get(random.nextInt(PROVINCES.size()));
        add(
                Kind.ACCIDENT,
                code,
                on,
                Map.of(
                        "happened_on", on.toString(),
                        "accident_kind", "CIVILIAN",
                        "device", "AP_MINE",
                        "place_accuracy", "COMMUNITY",
                        "marked", "no",
                        "admin1", province));
        for (int i = 0; i <= random.nextInt(3); i++) {
            victims++;
            int age = 6 + random.nextInt(60);
            add(
                    Kind.VICTIM,
                    "XV-" + (1000 + victims),
                    on,
                    Map.of(
                            "accident",
                            code,
                            "happened_on",
                            on.toString(),
                            "outcome",
                            random.nextInt(4) == 0 ? "KILLED" : "INJURED",
                            "sex",
                            random.nextInt(4) == 0 ? "F" : "M",
                            "age",
                            Integer.toString(age),
                            "civil_status",
                            "CIVILIAN",
                            "device",
                            "AP_MINE",
                            "admin1",
                            province));
        }
    }

    private void session(LocalDate on, int month) {
        int women = random.nextInt(20);
        int men = random.nextInt(20);
        int girls = random.nextInt(25);
        int boys = random.nextInt(25);
        add(
                Kind.SESSION,
                "XE-" + on.getYear() + "-" + month,
                on,
                Map.of(
                        "held_on", on.toString(),
                        "eore_method", "FACE_TO_FACE",
                        "women", Integer.toString(women),
                        "men", Integer.toString(men),
                        "girls", Integer.toString(girls),
                        "boys", Integer.toString(boys),
                        "people_total", Integer.toString(women + men + girls + boys),
                        "organisation", "Example Demining",
                        "admin1", PROVINCES.get(month % PROVINCES.size())));
    }

    /** A hundred mines retained for training, eight of them consumed each year. */
    private void retained(int year) {
        int opening = 100 - 8 * (year - FIRST_YEAR);
        add(
                Kind.RETAINED,
                "XR-" + year,
                LocalDate.of(year, 12, 31),
                Map.of(
                        "institution", "Example Training Centre",
                        "purpose", "Training in detection",
                        "mine_type", "PMN-2",
                        "year", Integer.toString(year),
                        "opening", Integer.toString(opening),
                        "consumed", "8",
                        "closing", Integer.toString(opening - 8)));
    }
}
