package org.mineban.reporting;

import java.util.Arrays;
import java.util.Optional;
import org.mineban.kernel.Provision;

/**
 * What a section of a report is about, in the order of Article 7, paragraph 1. Reports are stored by subject: the same letter means another thing in
 * another edition.
 */
public enum Subject {
    /** National implementation measures: Article 7.1 (a), Article 9. */
    MEASURES("a", "measures", "a"),
    /** Stockpiled anti-personnel mines: Article 7.1 (b). */
    STOCKPILES("b", "stockpiles", "b"),
    /** Areas that contain, or are suspected to contain, anti-personnel mines: Article 7.1 (c). */
    AREAS("c", "areas", "c"),
    /** Mines retained or transferred under Article 3: Article 7.1 (d). */
    RETAINED("d", "retained", "d"),
    /** Conversion or decommissioning of production: Article 7.1 (e). */
    CONVERSION("e", "conversion", "e"),
    /** Programmes of destruction: Article 7.1 (f). */
    PROGRAMMES("f", "programmes", "f"),
    /** Mines destroyed after entry into force: Article 7.1 (g). */
    DESTROYED("g", "destroyed", "g"),
    /** Technical characteristics: Article 7.1 (h). */
    CHARACTERISTICS("h", "characteristics", "h"),
    /** Warning to the population: Article 7.1 (i). */
    WARNING("i", "warning", "i"),
    /** Other matters, victim assistance, cooperation: voluntary, Article 6. */
    OTHER("j", "other", "");

    private final String prefix;
    private final String key;
    private final String subparagraph;

    Subject(String prefix, String key, String subparagraph) {
        this.prefix = prefix;
        this.key = key;
        this.subparagraph = subparagraph;
    }

    /** The first part of the ids of its fields, as {@code b} of {@code b.row[].qty}: of this program, not a letter of any form. */
    public String prefix() {
        return prefix;
    }

    /** The word in data and in the message {@code subject.KEY}. */
    public String key() {
        return key;
    }

    /** What asks for it. */
    public Provision provision() {
        return subparagraph.isEmpty() ? Provision.article(6) : new Provision(7, 1, subparagraph);
    }

    /** Whether Article 7 asks for it; the last subject is voluntary. */
    public boolean required() {
        return this != OTHER;
    }

    /** The subject with that word; empty when there is none. */
    public static Optional<Subject> find(String key) {
        return Arrays.stream(values())
                .filter(subject -> subject.key.equals(key))
                .findFirst();
    }

    /** The subject whose fields begin with that; empty for {@code env} and what is unknown. */
    public static Optional<Subject> ofPrefix(String prefix) {
        return Arrays.stream(values())
                .filter(subject -> subject.prefix.equals(prefix))
                .findFirst();
    }
}
