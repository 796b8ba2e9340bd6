package org.mineban.platform;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names that look the same and are not, as МАС in Cyrillic letters and MAC in Latin ones, or with a letter O for a zero: whoever reads one may take it
 * for the other. After the skeletons of Unicode Technical Standard 39, section 4; case, width, marks of direction and the number of spaces do not count.
 */
public final class LookAlikes {

    private static final SpoofChecker CHECKER =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    private static final Normalizer2 WIDTH = Normalizer2.getNFKCInstance();

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private LookAlikes() {}

    /** The first of the names that looks like this one and is written otherwise; empty when there is none. */
    public static Optional<String> among(String name, Collection<String> names) {
        String looks = skeleton(name);
        return names.stream()
                .filter(other -> !other.equals(name) && skeleton(other).equals(looks))
                .findFirst();
    }

    /** Letters that look alike in capitals only, as Н and H, must be compared in capitals; those that do so in small ones, in small ones. */
    private static String skeleton(String name) {
        String plain = SPACES.matcher(UNSEEN.matcher(WIDTH.normalize(name)).replaceAll(""))
                .replaceAll(" ")
                .strip();
        return CHECKER.getSkeleton(UCharacter.foldCase(CHECKER.getSkeleton(UCharacter.toUpperCase(plain)), true));
    }
}
