package org.mineban.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.depositary.SourceDocument;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.Value;
import org.mineban.storage.ReceivedFile;
import org.mineban.submissions.Draft;
import org.mineban.submissions.DraftFiles;
import org.mineban.submissions.Drafts;
import org.mineban.submissions.IncomingFile;
import org.mineban.submissions.Part;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Files that are put into a draft, and read again. */
@RestController
final class DraftFilePages {

    private static final String DRAFT = DraftPages.YEAR + "/draft";

    private final Drafts drafts;
    private final DraftFiles files;

    DraftFilePages(Drafts drafts, DraftFiles files) {
        this.drafts = drafts;
        this.files = files;
    }

    private Draft draft(Visit visit, String code, int year, Person reader) {
        StateCode state = RegisterPages.state(visit, code);
        return drafts.find(reader, state, year)
                .orElseThrow(() -> new Problem(
                                "draft-none",
                                Problem.Kind.NOT_FOUND,
                                Map.of("state", visit.state(state), "year", Integer.toString(year)))
                        .asException());
    }

    @PostMapping(DRAFT + "/{part:[a-z]+}/attach")
    ResponseEntity<byte[]> attach(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("year") int year,
            @PathVariable("part") String key,
            HttpServletRequest request)
            throws IOException, ServletException {
        Part part = Part.find(key).orElseThrow(() -> Faults.notFound(visit.path()));
        Person writer = visit.visitor().require(Permission.REPORT_WRITE, part.thing(new StateCode(code)));
        Draft draft = draft(visit, code, year, writer);
        jakarta.servlet.http.Part sent = request.getPart("document");
        if (sent == null || sent.getSize() == 0) {
            throw new Problem("desk-document-missing", Problem.Kind.WRONG_USAGE, Map.of()).asException();
        }
        try (InputStream in = sent.getInputStream();
                ReceivedFile file = ReceivedFile.from(in, SourceDocument.MOST_BYTES)) {
            files.attach(
                    writer,
                    draft.id(),
                    part,
                    FieldPath.find(Forms.text(request, "place"))
                            .filter(place -> place.text().startsWith(part.prefix() + ".")),
                    Forms.text(request, "title"),
                    DraftPages.language(visit, draft),
                    file,
                    IncomingFile.of(file, Objects.requireNonNullElse(sent.getSubmittedFileName(), "")));
        }
        return Forms.seeOther(
                visit.link("/reports/" + draft.state() + "/" + year + "/draft/" + part.key(), Map.of("saved", "yes")));
    }

    @GetMapping(DRAFT + "/file")
    void file(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("year") int year,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Person reader = visit.visitor()
                .person()
                .orElseGet(() -> visit.visitor().require(Permission.REPORT_READ_DRAFT, Thing.of(new StateCode(code))));
        Draft draft = draft(visit, code, year, reader);
        Optional<Value.Attachment> file =
                visit.asked("place").flatMap(FieldPath::find).flatMap(place -> files.find(reader, draft, place));
        if (file.isEmpty()) {
            throw Faults.notFound(visit.path());
        }
        ShallowEtagHeaderFilter.disableContentCaching(request);
        response.setContentType(file.get().mediaType());
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(file.get().name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setContentLengthLong(file.get().bytes());
        files.copy(file.get(), response.getOutputStream());
    }
}
