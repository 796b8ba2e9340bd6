package org.mineban.documents.writing;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mineban.documents.Unshown;

/**
 * Characters for which the fonts of a reader may have no shape. A file that embeds no fonts is shown with those of its reader, which on the
 * computers of offices have what the six languages and Greek are written with; beyond that nobody can know.
 */
public final class UncommonCharacters {

    private static final Set<Integer> SCRIPTS = Set.of(
            UScript.LATIN,
            UScript.CYRILLIC,
            UScript.GREEK,
            UScript.ARABIC,
            UScript.HAN,
            UScript.COMMON,
            UScript.INHERITED);

    private UncommonCharacters() {}

    /** Those of a text, each with how often it occurs. */
    public static List<Unshown> in(String text) {
        Map<Integer, Long> uncommon = new TreeMap<>();
        text.codePoints().filter(UncommonCharacters::isUncommon).forEach(code -> uncommon.merge(code, 1L, Long::sum));
        List<Unshown> list = new ArrayList<>();
        uncommon.forEach((code, times) -> list.add(new Unshown(code, times, true)));
        return list;
    }

    private static boolean isUncommon(int code) {
        int type = Character.getType(code);
        boolean known = Character.isBmpCodePoint(code) && SCRIPTS.contains(UScript.getScript(code));
        return !Character.isISOControl(code)
                && !Characters.invisible(code)
                && (!known || type == Character.UNASSIGNED || type == Character.PRIVATE_USE);
    }
}
