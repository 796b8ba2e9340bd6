package org.mineban.reporting;

import java.util.List;

/**
 * Facts transcribed from a real report, of the parts that were seen.
 *
 * @param name as {@code THA-2014}
 * @param report an extract: what is not in it was not seen
 * @param earlier reports of the State that the same file tells of
 * @param outside figures of other papers that the file tells of
 * @param expected what the file says that checks should find
 */
public record SampleReport(
        String name, Report report, List<ReportArchive.Filed> earlier, Surroundings outside, List<Expected> expected) {

    public SampleReport {
        earlier = List.copyOf(earlier);
        expected = List.copyOf(expected);
    }

    /**
     * A finding that the file expects.
     *
     * @param severity {@code error}, {@code warning}, {@code question}, {@code info}, or {@code pass}
     */
    public record Expected(String rule, String severity, String why) {}
}
