package org.mineban.operations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of records of the register. */
public enum Kind {
    /** A hazardous area: an indication, a suspected or a confirmed area. */
    HAZARD,
    /** Survey, clearance or other work. */
    ACTIVITY,
    /** Land released in one way: cancelled, reduced or cleared. */
    PRODUCT,
    /** Devices found in one place. */
    FIND,
    /** An accident with an explosive device. */
    ACCIDENT,
    /** A person harmed in an accident, without anything that says who it is. */
    VICTIM,
    /** A session of risk education. */
    SESSION,
    /** Stockpiled mines at one place on one day. */
    STOCKPILE,
    /** Mines retained under Article 3, for one year. */
    RETAINED,
    /** The destruction of stockpiled mines. */
    DESTRUCTION,
    /** An order to an organisation to work on an area. */
    TASK,
    /** That an organisation may do kinds of work, until a day. */
    ACCREDITATION,
    /** An inspection of work or of an organisation. */
    VISIT,
    /** Something found at an inspection that is not as it must be. */
    NONCONFORMITY,
    /** What was done on an area, when the work is over. */
    COMPLETION,
    /** Land given back to those who use it. */
    HANDOVER,
    /** Help for victims and others. */
    ASSISTANCE,
    /** What an older table gives only as a sum, without places: counted beside records, never among them. */
    TOTAL;

    /** Lower-case, as in the dictionary, addresses and commands. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field that says when something of the kind happened. */
    public String dateField() {
        return switch (this) {
            case HAZARD -> "discovered_on";
            case ACTIVITY, ASSISTANCE -> "started_on";
            case PRODUCT -> "released_on";
            case FIND, DESTRUCTION -> "destroyed_on";
            case ACCIDENT, VICTIM -> "happened_on";
            case SESSION -> "held_on";
            case STOCKPILE -> "as_of_on";
            case RETAINED -> "year";
            case TASK -> "issued_on";
            case ACCREDITATION -> "granted_on";
            case VISIT -> "visited_on";
            case NONCONFORMITY -> "due_on";
            case COMPLETION -> "submitted_on";
            case HANDOVER -> "handed_over_on";
            case TOTAL -> "month";
        };
    }

    /** The field by which records of the kind are told apart in lists and figures. */
    public String categoryField() {
        return switch (this) {
            case HAZARD -> "class";
            case ACTIVITY -> "activity_type";
            case PRODUCT -> "release";
            case FIND -> "category";
            case ACCIDENT -> "accident_kind";
            case VICTIM -> "outcome";
            case SESSION -> "eore_method";
            case STOCKPILE, RETAINED, DESTRUCTION -> "mine_type";
            case TASK -> "work_type";
            case ACCREDITATION, HANDOVER, COMPLETION -> "organisation";
            case VISIT -> "visit_kind";
            case NONCONFORMITY -> "gravity";
            case ASSISTANCE -> "assistance_type";
            case TOTAL -> "programme";
        };
    }

    /** The field that says how far something of the kind has come; for kinds without one a name that no record has. */
    public String statusField() {
        return switch (this) {
            case ACTIVITY -> "activity_status";
            case TASK -> "task_status";
            case ACCREDITATION -> "accreditation_status";
            case NONCONFORMITY -> "nonconformity_status";
            default -> "status";
        };
    }

    /** The kind of that id; empty when there is none. */
    public static Optional<Kind> find(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
