package org.mineban.operations;

import java.time.Year;
import java.util.Optional;

/**
 * Where the checks draw their lines; each programme may choose its own.
 *
 * @param longestStepMetres between neighbouring points
 * @param smallestArea square metres below which an area is rather a single spot
 * @param largestArea square metres above which a person should look at a confirmed area
 * @param hugestArea square metres above which an area must be wrong
 * @param duplicateMetres records of one kind nearer than this may be the same
 * @param duplicateDays and their days not further apart than this
 * @param sessionPeople more people than this are seldom at one session of risk education
 * @param investigationDays within which a demining accident is investigated
 * @param snapshotDays after which a file is old
 * @param verificationYears after which an open area should be looked at again
 * @param conflictStart no mine was laid before; empty when the programme has not said
 */
public record ProgrammeSettings(
        double longestStepMetres,
        double smallestArea,
        double largestArea,
        double hugestArea,
        double duplicateMetres,
        int duplicateDays,
        int sessionPeople,
        int investigationDays,
        int snapshotDays,
        int verificationYears,
        Optional<Year> conflictStart) {

    /** What holds until a programme says otherwise. */
    public static final ProgrammeSettings USUAL =
            new ProgrammeSettings(5_000, 25, 5_000_000, 1_000_000_000, 50, 3, 1_000, 30, 365, 5, Optional.empty());

    /** The same for a conflict that began in that year. */
    public ProgrammeSettings since(Year year) {
        return new ProgrammeSettings(
                longestStepMetres,
                smallestArea,
                largestArea,
                hugestArea,
                duplicateMetres,
                duplicateDays,
                sessionPeople,
                investigationDays,
                snapshotDays,
                verificationYears,
                Optional.of(year));
    }

    /** The same with another longest step between neighbouring points. */
    public ProgrammeSettings longestStep(double metres) {
        return new ProgrammeSettings(
                metres,
                smallestArea,
                largestArea,
                hugestArea,
                duplicateMetres,
                duplicateDays,
                sessionPeople,
                investigationDays,
                snapshotDays,
                verificationYears,
                conflictStart);
    }
}
