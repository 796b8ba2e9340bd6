package org.mineban.reporting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What else there is to compare a report with. What is empty is not there, and the rules that need it answer "not checked".
 *
 * @param register the mine action register, for X-09
 * @param statements extension requests, work plans and statements of the State, for X-10
 * @param otherReports reports under other treaties, for X-08
 * @param thirdParty published figures of others, for X-13; findings go to the State, never to the public by themselves
 * @param places areas, populations and outlines of administrative units, for C-10, C-17, C-18 and I-05
 * @param files what is known of the attached files, for CMP-11 and P-04
 * @param versions the same report in other languages, for X-12
 * @param otherStates reports of other States for the same period, for D-10 and J-06
 * @param events things of the year that the record knows, for CMP-12 and J-07
 */
public record Surroundings(
        Optional<FigureSource> register,
        Optional<FigureSource> statements,
        Optional<FigureSource> otherReports,
        Optional<FigureSource> thirdParty,
        Optional<Places> places,
        Optional<Files> files,
        List<Report> versions,
        Optional<ReportArchive> otherStates,
        Optional<List<Event>> events) {

    /** Nothing but the report itself. */
    public static final Surroundings NONE = new Surroundings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    public Surroundings {
        versions = List.copyOf(versions);
        events = events.map(List::copyOf);
    }

    /** Geography that a rule needs. */
    public interface Places {
        /** The size of a district or region in square metres, by its name or code; empty when not known. */
        Optional<BigDecimal> areaOf(String unit);

        /** How many people live there; empty when not known. */
        Optional<Long> populationOf(String unit);

        /** The size of an attached outline in square metres; empty when it is not here or cannot be read. */
        Optional<BigDecimal> areaOfOutline(String sha256);

        /** Whether a point lies in the unit; empty when the outline of the unit is not known. */
        Optional<Boolean> inside(String unit, BigDecimal latitude, BigDecimal longitude);

        /** The size of the State's territory in square metres; empty when not known. */
        Optional<BigDecimal> country();
    }

    /** What is known of files. */
    public interface Files {
        /** What is wrong with the file of that hash, as {@code missing}, {@code unopened}, {@code macros}, {@code type}, {@code hidden}. */
        List<String> faults(Value.Attachment file);
    }

    /**
     * Something that happened.
     *
     * @param kind {@code extension}, {@code law}, {@code destruction}, {@code accident} or {@code discovery}
     */
    public record Event(String kind, java.time.LocalDate on, String text) {}

    public Surroundings withStatements(FigureSource source) {
        return new Surroundings(
                register, Optional.of(source), otherReports, thirdParty, places, files, versions, otherStates, events);
    }

    public Surroundings withRegister(FigureSource source) {
        return new Surroundings(
                Optional.of(source),
                statements,
                otherReports,
                thirdParty,
                places,
                files,
                versions,
                otherStates,
                events);
    }

    public Surroundings withOtherReports(FigureSource source) {
        return new Surroundings(
                register, statements, Optional.of(source), thirdParty, places, files, versions, otherStates, events);
    }

    public Surroundings withThirdParty(FigureSource source) {
        return new Surroundings(
                register, statements, otherReports, Optional.of(source), places, files, versions, otherStates, events);
    }

    public Surroundings withPlaces(Places known) {
        return new Surroundings(
                register,
                statements,
                otherReports,
                thirdParty,
                Optional.of(known),
                files,
                versions,
                otherStates,
                events);
    }

    public Surroundings withFiles(Files known) {
        return new Surroundings(
                register,
                statements,
                otherReports,
                thirdParty,
                places,
                Optional.of(known),
                versions,
                otherStates,
                events);
    }

    public Surroundings withVersions(List<Report> others) {
        return new Surroundings(
                register, statements, otherReports, thirdParty, places, files, others, otherStates, events);
    }

    public Surroundings withOtherStates(ReportArchive archive) {
        return new Surroundings(
                register, statements, otherReports, thirdParty, places, files, versions, Optional.of(archive), events);
    }

    public Surroundings withEvents(List<Event> known) {
        return new Surroundings(
                register,
                statements,
                otherReports,
                thirdParty,
                places,
                files,
                versions,
                otherStates,
                Optional.of(known));
    }
}
