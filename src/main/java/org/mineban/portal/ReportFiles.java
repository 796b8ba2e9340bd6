package org.mineban.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.mineban.documents.DocumentFiles;
import org.mineban.documents.DocumentKind;
import org.mineban.presentation.TableFiles;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Editions;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportWords;
import org.mineban.submissions.Kit;
import org.mineban.submissions.ReportTable;
import org.mineban.submissions.Submission;
import org.mineban.submissions.Submissions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The public copy of a report as files. Its data are the same bytes for ever; documents are made when somebody asks, in the reader's language. */
@RestController
final class ReportFiles {

    private final ReportPages pages;
    private final Dictionary dictionary;
    private final Editions editions;

    ReportFiles(ReportPages pages, Dictionary dictionary, Editions editions) {
        this.pages = pages;
        this.dictionary = dictionary;
        this.editions = editions;
    }

    @GetMapping(DraftPages.YEAR + "/{number:\\d{1,6}}/report.{format:json|csv|pdf|docx|xlsx}")
    ResponseEntity<byte[]> file(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("year") int year,
            @PathVariable("number") int number,
            @PathVariable("format") String format) {
        Submission one = pages.find(visit, code, year, number);
        Report report =
                one.published().flatMap(Submission.Published::content).orElseThrow(() -> Faults.notFound(visit.path()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String type = "application/json";
        try {
            switch (format) {
                case "json" -> out.writeBytes(Submissions.json(report));
                case "csv" -> {
                    TableFiles.writeCsv(
                            ReportTable.of(
                                    report,
                                    dictionary,
                                    new ReportWords(visit.knowledge().messages(), visit.language())),
                            out);
                    type = "text/csv;charset=utf-8";
                }
                default -> {
                    DocumentKind kind = DocumentKind.find(format).orElseThrow();
                    new DocumentFiles(visit.knowledge().messages())
                            .write(
                                    new Kit(visit.knowledge(), dictionary, editions)
                                            .document(report, visit.language(), visit.asked("edition")),
                                    kind,
                                    out);
                    type = kind.mediaType();
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        String name = Kit.name(code, year)
                + Optional.of(format)
                        .filter(one2 -> one2.equals("json"))
                        .map(data -> "")
                        .orElse("_" + visit.lang());
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(type))
                .header("Content-Disposition", "attachment; filename=\"" + name + "." + format + "\"")
                .body(out.toByteArray());
    }
}
