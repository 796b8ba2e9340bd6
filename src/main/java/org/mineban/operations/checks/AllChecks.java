package org.mineban.operations.checks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mineban.operations.Check;
import org.mineban.operations.CheckContext;
import org.mineban.operations.CheckedFigures;
import org.mineban.operations.FileTable;
import org.mineban.operations.WrittenPoints;

/** Which method makes which check. */
public final class AllChecks {

    private static final Map<String, RecordCheck> RECORDS = records();

    private AllChecks() {}

    private static Map<String, RecordCheck> records() {
        Map<String, RecordCheck> checks = new LinkedHashMap<>();
        checks.put("V-01", ShapeChecks::v01);
        checks.put("V-02", ShapeChecks::v02);
        checks.put("V-03", ShapeChecks::v03);
        checks.put("V-04", ShapeChecks::v04);
        checks.put("V-05", ShapeChecks::v05);
        checks.put("V-07", ShapeChecks::v07);
        checks.put("V-08", PlaceChecks::v08);
        checks.put("V-09", PlaceChecks::v09);
        checks.put("V-10", ShapeChecks::v10);
        checks.put("V-11", ShapeChecks::v11);
        checks.put("V-12", ShapeChecks::v12);
        checks.put("V-13", ShapeChecks::v13);
        checks.put("V-14", ShapeChecks::v14);
        checks.put("V-15", DuplicateChecks::v15);
        checks.put("V-16", DuplicateChecks::v16);
        checks.put("V-17", DuplicateChecks::v17);
        checks.put("V-18", DuplicateChecks::v18);
        checks.put("V-19", DuplicateChecks::v19);
        checks.put("V-20", DuplicateChecks::v20);
        checks.put("V-21", LifecycleChecks::v21);
        checks.put("V-22", LifecycleChecks::v22);
        checks.put("V-23", LifecycleChecks::v23);
        checks.put("V-24", ReleaseChecks::v24);
        checks.put("V-25", ReleaseChecks::v25);
        checks.put("V-26", DateChecks::v26);
        checks.put("V-27", DateChecks::v27);
        checks.put("V-28", DateChecks::v28);
        checks.put("V-29", DeviceChecks::v29);
        checks.put("V-30", ReleaseChecks::v30);
        checks.put("V-31", ReleaseChecks::v31);
        checks.put("V-32", FigureChecks::v32);
        checks.put("V-34", DuplicateChecks::v34);
        checks.put("V-35", DeviceChecks::v35);
        checks.put("V-36", DeviceChecks::v36);
        checks.put("V-37", VictimChecks::v37);
        checks.put("V-38", VictimChecks::v38);
        checks.put("V-39", VictimChecks::v39);
        checks.put("V-40", VictimChecks::v40);
        checks.put("V-41", VictimChecks::v41);
        checks.put("V-42", VictimChecks::v42);
        checks.put("V-43", VictimChecks::v43);
        checks.put("V-44", VictimChecks::v44);
        checks.put("V-45", EducationChecks::v45);
        checks.put("V-46", EducationChecks::v46);
        checks.put("V-48", StockChecks::v48);
        checks.put("V-49", StockChecks::v49);
        checks.put("V-50", StockChecks::v50);
        checks.put("V-52", TextChecks::v52);
        checks.put("V-53", TextChecks::v53);
        checks.put("V-54", TextChecks::v54);
        checks.put("V-59", DateChecks::v59);
        checks.put("V-60", DateChecks::v60);
        checks.put("V-62", LifecycleChecks::v62);
        return checks;
    }

    /** The method for records; empty for a check that looks at files, points or figures only. */
    public static Optional<RecordCheck> forRecords(String id) {
        return Optional.ofNullable(RECORDS.get(id));
    }

    /** Every check of a file's columns. */
    public static void file(
            FileTable table,
            Optional<FileTable.Words> words,
            CheckContext context,
            Function<String, Check> named,
            Answers answers) {
        answers.about(named.apply("V-40"), null);
        TableChecks.v40(table, words, answers);
        answers.about(named.apply("V-47"), null);
        TableChecks.v47(table, answers);
        answers.about(named.apply("V-52"), null);
        TableChecks.v52(table, answers);
        answers.about(named.apply("V-53"), null);
        TableChecks.v53(table, answers);
        answers.about(named.apply("V-54"), null);
        TableChecks.v54(table, answers);
        answers.about(named.apply("V-60"), null);
        TableChecks.v60(table, context, answers);
    }

    /** Every check of points as they were written. */
    public static void points(WrittenPoints written, Function<String, Check> named, Answers answers) {
        answers.about(named.apply("V-06"), null);
        CoordinateChecks.v06(written, answers);
        answers.about(named.apply("V-56"), null);
        CoordinateChecks.v56(written, answers);
        answers.about(named.apply("V-57"), null);
        CoordinateChecks.v57(written, answers);
        answers.about(named.apply("V-58"), null);
        CoordinateChecks.v58(written, answers);
    }

    /** Every check of figures. */
    public static void figures(CheckedFigures figures, Function<String, Check> named, Answers answers) {
        switch (figures) {
            case CheckedFigures.Sum sum -> {
                answers.about(named.apply("V-32"), null);
                FigureChecks.v32(sum, answers);
                answers.about(named.apply("V-61"), null);
                FigureChecks.v61(sum, answers);
            }
            case CheckedFigures.Balance balance -> {
                answers.about(named.apply("V-33"), null);
                FigureChecks.v33(balance, answers);
            }
            case CheckedFigures.Period period -> {
                answers.about(named.apply("V-51"), null);
                FigureChecks.v51(period, answers);
            }
            case CheckedFigures.PublicTable table -> {
                answers.about(named.apply("V-55"), null);
                FigureChecks.v55(table, answers);
            }
        }
    }
}
