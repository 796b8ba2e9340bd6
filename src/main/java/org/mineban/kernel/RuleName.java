package org.mineban.kernel;

/**
 * The name of a rule, an interpretation or a doubt. Its sentence, in each language, is the message {@code reason.ID}; implemented by enums
 * beside the rules, so that a test can see that each has its sentence.
 */
public interface RuleName {

    /** Lower-case words joined by hyphens, as {@code initial-report-180-days}. */
    String id();

    /** The id that an enum constant's name gives: {@code INITIAL_REPORT} is {@code initial-report}. */
    static String idOf(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
