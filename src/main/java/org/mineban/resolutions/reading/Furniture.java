package org.mineban.resolutions.reading;

import java.util.regex.Pattern;

/** What stands on a page without being part of the text: page numbers, running heads, job numbers, the symbol repeated. */
final class Furniture {
    private static final Pattern PAGE =
            Pattern.compile("^[-\u2013\u2014 ]{0,3}(?:page )?\\d{1,4}(?:\\s?/\\s?\\d{1,4})?[-\u2013\u2014 ]{0,3}$");
    private static final Pattern JOB = Pattern.compile(
            "^\\d{7}\\*?(?:\\s?\\([A-Z]\\))?$|^(?:\\d{1,3}/\\d{1,3})?\\s?\\d{2}-\\d{5}\\*?(?:\\s?\\d{1,3}/\\d{1,3})?$|^(?:\\*\\s?)?(?:GE\\.)?\\d{2}[-\u2013]\\d{4,6}\\*{0,2}(?:\\s?\\([A-Z]\\))?(?:\\s{1,3}[*\\d]{0,12}){0,3}(?:\\s\\d{1,3}/\\d{1,3})?$|^\\*\\d{6,9}\\*$|^\\d{2}[-\u2013]\\d{4,6}[A-Z]?\\s\\([A-Z]\\).{0,60}$");
    private static final Pattern SYMBOL = Pattern.compile(
            "^(?:\\d{1,3}(?:/\\d{1,3})?\\s)?A/RES/[0-9IVXES()/-]{3,16}\\*{0,2}(?: ?[A-Z])?(?:\\s\\d{1,3}(?:/\\d{1,3})?)?$");
    private static final Pattern RUNNING = Pattern.compile(
            "^(?:\\d{1,4} ?)?(?:general assembly|assemblee generale) ?[-\u2014\u2013.] ?[a-z -]{4,60}(?:session|session extraordinaire)?(?: ?\\d{1,4})?$");
    private static final Pattern VOLUME = Pattern.compile(
            "^(?:\\d{1,4} ?)?(?:[ivx]{1,5}\\. ?)?(?:resolutions? (?:and decisions )?adopt(?:ed|ees?)|resolutions? et decisions adoptees?) (?:on the reports?|by the general assembly (?:during|without)|without reference|sur (?:les?|la base des?) rapports?|sans renvoi|sur le rapport|par l'assemblee generale (?:pendant|au cours)).{0,120}$");
    private static final Pattern HEAD = Pattern.compile(
            "^A/RES/[0-9IVXES()/-]{3,16}\\s[^.;:]{3,200}$|^[^.;:,]{3,200}\\sA/RES/[0-9IVXES()/-]{3,16}$");
    private static final Pattern SMALL =
            Pattern.compile("^(?:/\\.\\.\\.|\\.\\.\\.|\\d{1,3}/\\.{3}|english page \\d+|page \\d{1,3})$");
    private static final Pattern NAME = Pattern.compile(
            "^(?:(?:united nations|nations unies|onu|organisation des nations unies)\\s?)?(?:a/res/\\S{2,14})?$|^(?:please recycle|merci de recycler|veuillez recycler|priere de recycler).{0,20}$|^digitallibrary\\.un\\.org$|^undocs\\.org.{0,40}$");

    /** What a page of a collection on the web puts above a text. */
    private static final Pattern LABEL = Pattern.compile(
            "^[-\u2022 ]{0,3}$|^[-\u2022 ]{0,3}(?:author|auteur|document source|source du document|publisher|date)\\s?:.{0,60}$");

    private static final Pattern DISTRIBUTION = Pattern.compile(
            "^distr\\.?\\s?:?\\s{0,2}(?:generale?|limitee?d?|restricted|restreinte)(?:\\s{1,3}\\d.{0,30})?$");

    private Furniture() {}

    /** The line on distribution, alone or with its date. */
    static boolean isDistribution(String block) {
        return block.length() < 80
                && DISTRIBUTION.matcher(Fold.fold(Marks.plain(block))).matches();
    }

    static boolean is(String block) {
        if (block.length() > 260) {
            return false;
        }
        String text = Marks.plain(block);
        if (text.isEmpty()
                || PAGE.matcher(text).matches()
                || JOB.matcher(text).matches()
                || SYMBOL.matcher(text).matches()
                || HEAD.matcher(text).matches()) {
            return true;
        }
        String folded = Fold.fold(text);
        return RUNNING.matcher(folded).matches()
                || VOLUME.matcher(folded).matches()
                || SMALL.matcher(folded).matches()
                || NAME.matcher(folded).matches()
                || LABEL.matcher(folded).matches()
                || Fold.squeeze(text).isEmpty();
    }
}
