package org.mineban.portal;

import java.util.Optional;
import java.util.OptionalInt;
import org.mineban.kernel.AskedDay;
import org.mineban.presentation.ReportsDocument;
import org.mineban.presentation.StatesDocument;
import org.mineban.submissions.ReportedFigures;
import org.mineban.submissions.Submissions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who has reported, the retained mines and the table of Article 5, as documents with a masthead. */
@RestController
final class ReportListPages {

    private final Submissions submissions;
    private final DocumentDownloads downloads;

    ReportListPages(Submissions submissions, DocumentDownloads downloads) {
        this.submissions = submissions;
        this.downloads = downloads;
    }

    @GetMapping("/lists/{list:reported|retained-mines|article-5}.{format:pdf|docx|xlsx|html}")
    ResponseEntity<byte[]> list(Visit visit, @PathVariable("list") String list, @PathVariable("format") String format) {
        Optional<Integer> year = visit.asked("year").map(AskedDay::parseYear);
        return downloads.file(
                visit,
                ReportsDocument.of(
                        visit.knowledge(),
                        ReportsDocument.Kind.find(list).orElseThrow(),
                        year.map(OptionalInt::of).orElse(OptionalInt.empty()),
                        ReportedFigures.of(ReportPages.known(visit, submissions.published())),
                        StatesDocument.Issue.on(visit.today()),
                        visit.on(),
                        visit.language()),
                "mineban-" + list + "-" + visit.on(),
                format);
    }
}
