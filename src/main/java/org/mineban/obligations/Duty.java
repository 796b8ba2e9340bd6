package org.mineban.obligations;

import java.util.Arrays;
import java.util.Optional;
import org.mineban.kernel.Provision;

/** The duties of a State Party that this record follows, in the order of the articles. */
public enum Duty {
    /** Destroy or ensure the destruction of all stockpiled anti-personnel mines: Article 4. */
    STOCKPILE_DESTRUCTION("stockpile", Provision.article(4)),
    /** Destroy or ensure the destruction of all anti-personnel mines in mined areas: Article 5, paragraph 1. */
    CLEARANCE("clearance", Provision.paragraph(5, 1)),
    /** The first report to the Secretary-General: Article 7, paragraph 1. */
    INITIAL_REPORT("initial-report", Provision.paragraph(7, 1)),
    /** The yearly update of that report: Article 7, paragraph 2. */
    ANNUAL_REPORT("annual-report", Provision.paragraph(7, 2)),
    /** Legal, administrative and other measures, penal sanctions included: Article 9. */
    NATIONAL_MEASURES("national-measures", Provision.article(9));

    private final String key;
    private final Provision provision;

    Duty(String key, Provision provision) {
        this.key = key;
        this.provision = provision;
    }

    /** The word in data and in the message {@code duty.KEY}. */
    public String key() {
        return key;
    }

    public Provision provision() {
        return provision;
    }

    /** The duty with that key; empty when there is none. */
    public static Optional<Duty> find(String key) {
        return Arrays.stream(values()).filter(duty -> duty.key.equals(key)).findFirst();
    }
}
