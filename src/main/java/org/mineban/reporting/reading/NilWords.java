package org.mineban.reporting.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mineban.kernel.Figure;

/** Words by which people leave a question open, and those by which they answer that there is nothing. */
public final class NilWords {

    /** They may mean "none", "not applicable", "not known" or "nothing new": nobody can tell, so they are asked about. */
    private static final Set<String> UNCLEAR = Set.of(
            "n/a",
            "na",
            "n.a.",
            "n.a",
            "-",
            "--",
            "---",
            "–",
            "—",
            "/",
            "x",
            "xxx",
            "...",
            "…",
            "*",
            "nil",
            "none",
            "no",
            "néant",
            "neant",
            "sans objet",
            "s.o.",
            "s/o",
            "rien",
            "aucun",
            "aucune",
            "ninguno",
            "ninguna",
            "nada",
            "no aplica",
            "no procede",
            "n/p",
            "нет",
            "не применимо",
            "н/п",
            "н/д",
            "无",
            "不适用",
            "没有",
            "لا يوجد",
            "لا شيء",
            "لا ينطبق",
            "not applicable",
            "see above",
            "idem",
            "ditto",
            "same",
            "unchanged");

    private static final Set<String> UNKNOWN = Set.of(
            "unknown",
            "not known",
            "inconnu",
            "inconnue",
            "non connu",
            "desconocido",
            "desconocida",
            "se desconoce",
            "неизвестно",
            "不详",
            "未知",
            "غير معروف",
            "?");

    private static final Set<String> NOT_MEASURED = Set.of(
            "not measured",
            "unmeasured",
            "to be determined",
            "tbd",
            "non mesuré",
            "non mesurée",
            "à déterminer",
            "sin medir",
            "por determinar",
            "не измерено",
            "уточняется",
            "未测量",
            "待定",
            "غير مقيس",
            "قيد التحديد");

    private static final Set<String> WITHHELD = Set.of(
            "withheld",
            "classified",
            "confidential",
            "non communiqué",
            "confidentiel",
            "no divulgado",
            "confidencial",
            "не разглашается",
            "секретно",
            "不予公布",
            "保密",
            "محجوب",
            "سري");

    private NilWords() {}

    /** Whether the whole text is a word that leaves open what is meant. */
    public static boolean unclear(String text) {
        return UNCLEAR.contains(bare(text));
    }

    /** The kind of absence that the whole text says clearly. */
    static Optional<Figure> absence(String text) {
        String bare = bare(text);
        if (UNKNOWN.contains(bare)) {
            return Optional.of(new Figure.Unknown());
        }
        if (NOT_MEASURED.contains(bare)) {
            return Optional.of(new Figure.NotMeasured());
        }
        return WITHHELD.contains(bare) ? Optional.of(new Figure.Withheld()) : Optional.empty();
    }

    private static String bare(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return lower.length() > 1 && lower.endsWith(".") && !UNCLEAR.contains(lower)
                ? lower.substring(0, lower.length() - 1)
                : lower;
    }
}
