package org.mineban.portal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.mineban.Facts;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Editions;
import org.mineban.reporting.Entry;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportKind;
import org.mineban.reporting.Subject;
import org.mineban.reporting.Value;
import org.mineban.submissions.Certification;
import org.mineban.submissions.Draft;
import org.mineban.submissions.Drafts;
import org.mineban.submissions.Kit;
import org.mineban.submissions.Part;
import org.mineban.submissions.Submission;
import org.mineban.submissions.Submissions;

/** A portal with reports that were written, approved, handed in, received and published, each by the doors that people use. */
final class PublishedLibrary {

    static final StateCode THA = new StateCode("THA");

    final OwnPortal portal;
    final Person reporter;
    final Person approver;
    final Person officer;

    PublishedLibrary(OwnPortal portal) {
        this.portal = portal;
        reporter = portal.person("Ann", "ann@example.org", Language.ENGLISH, Role.REPORTER, Optional.of(THA));
        approver = portal.person("Bob", "bob@example.org", Language.ENGLISH, Role.APPROVER, Optional.of(THA));
        officer = portal.person("Col", "col@example.org", Language.ENGLISH, Role.SECRETARIAT_OFFICER, Optional.empty());
    }

    /** Writes a report and hands it in. */
    Submission handIn(int year, Report report, String reason) {
        Drafts drafts = portal.bean(Drafts.class);
        Draft draft = drafts.open(reporter, THA, year, ReportKind.ANNUAL, Language.ENGLISH);
        Report whole = reason.isEmpty() ? report : amendment(report);
        for (Part part : Part.all()) {
            Report text = part.cut(whole);
            if (part.subject().isPresent() && text.mark(part.subject().get()).isEmpty()) {
                Subject subject = part.subject().get();
                text = text.with(
                        subject,
                        report.tells(subject)
                                ? new Mark.Changed()
                                : new Mark.Nil(Map.of(Language.ENGLISH, "There is none.")));
            }
            drafts.save(reporter, draft.id(), part, draft.part(part).revision(), text, true);
        }
        Draft written = drafts.find(reporter, THA, year).orElseThrow();
        drafts.sendToReview(reporter, written.id(), written.version());
        Draft reviewed = drafts.find(approver, THA, year).orElseThrow();
        drafts.approve(
                approver,
                reviewed.id(),
                reviewed.version(),
                new Certification("Ministry of Foreign Affairs", "Director"));
        return portal.bean(Submissions.class)
                .submit(
                        approver,
                        drafts.find(approver, THA, year).orElseThrow(),
                        reason,
                        new Kit(Facts.KNOWLEDGE, Dictionary.load(), Editions.load()));
    }

    private static Report amendment(Report report) {
        return report.withEnvelope(
                report.envelope().with("kind", Entry.of(Value.Words.of(ReportKind.AMENDMENT.key()))));
    }

    /** Hands a report in, and has it received and published the same day. */
    Submission publish(int year, Report report, String reason) {
        Submission made = handIn(year, report, reason);
        Submissions submissions = portal.bean(Submissions.class);
        submissions.receive(officer, made, LocalDate.ofInstant(made.recordedAt(), ZoneOffset.UTC));
        submissions.publish(officer, submissions.get(officer, THA, made.number()));
        return submissions.get(officer, THA, made.number());
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
