package org.mineban.backup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.mineban.kernel.Problem;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;

/**
 * How many backups are kept: the last of each of so many days, weeks (from Monday) and months that have one, counted back from the newest. Days are
 * days in UTC. The newest is always kept.
 */
public record Retention(int daily, int weekly, int monthly) {

    /** A week of days, a month of weeks, a year of months. */
    public static final Retention USUAL = new Retention(7, 4, 12);

    public Retention {
        if (daily < 0 || weekly < 0 || monthly < 0) {
            throw new IllegalArgumentException("A number of backups to keep is negative.");
        }
    }

    /**
     * The rule that is set.
     *
     * @throws org.mineban.kernel.ProblemException {@code backup-keep} when a setting of it is no number
     */
    public static Retention of(Settings settings) {
        return new Retention(
                number(settings, Setting.BACKUP_KEEP_DAILY, USUAL.daily()),
                number(settings, Setting.BACKUP_KEEP_WEEKLY, USUAL.weekly()),
                number(settings, Setting.BACKUP_KEEP_MONTHLY, USUAL.monthly()));
    }

    private static int number(Settings settings, Setting setting, int usual) {
        return settings.find(setting)
                .map(text -> {
                    if (!text.matches("\\d{1,4}")) {
                        throw new Problem(
                                        "backup-keep",
                                        Problem.Kind.CANNOT_BE_DONE,
                                        Map.of("value", text, "setting", setting.key()))
                                .asException();
                    }
                    return Integer.parseInt(text);
                })
                .orElse(usual);
    }

    /** Those of these backups that are kept, by the moments they were made. */
    public Set<Instant> kept(Collection<Instant> made) {
        List<Instant> newestFirst =
                made.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        Set<Instant> kept = new TreeSet<>();
        newestFirst.stream().limit(1).forEach(kept::add);
        kept.addAll(lastOfEach(newestFirst, daily, Retention::day));
        kept.addAll(lastOfEach(newestFirst, weekly, moment -> week(day(moment))));
        kept.addAll(lastOfEach(newestFirst, monthly, moment -> YearMonth.from(day(moment))));
        return kept;
    }

    private static List<Instant> lastOfEach(List<Instant> newestFirst, int most, Function<Instant, Object> span) {
        Set<Object> spans = new HashSet<>();
        List<Instant> last = new ArrayList<>();
        for (Instant moment : newestFirst) {
            if (spans.size() < most && spans.add(span.apply(moment))) {
                last.add(moment);
            }
        }
        return last;
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static String week(LocalDate day) {
        return day.get(IsoFields.WEEK_BASED_YEAR) + "-W" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
