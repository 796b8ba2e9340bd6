package org.mineban.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.depositary.Desk;
import org.mineban.depositary.Entry;
import org.mineban.depositary.SourceDocument;
import org.mineban.kernel.Problem;
import org.mineban.storage.ReceivedFile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** The documents that entries of the desk rest on: brought in, taken away, and read as files that no browser opens by itself. */
@RestController
final class DeskDocuments {

    private static final String ADDRESS = "/desk/{id:[0-9a-f-]{36}}/document";

    private final Desk desk;

    DeskDocuments(Desk desk) {
        this.desk = desk;
    }

    @PostMapping(ADDRESS)
    ResponseEntity<byte[]> attach(Visit visit, @PathVariable("id") UUID id, HttpServletRequest request)
            throws IOException, ServletException {
        Person writer = visit.visitor().require(Permission.DESK_RECORD, Thing.SYSTEM);
        Part part = request.getPart("document");
        if (part == null || part.getSize() == 0) {
            throw new Problem("desk-document-missing", Problem.Kind.WRONG_USAGE, Map.of()).asException();
        }
        try (InputStream in = part.getInputStream();
                ReceivedFile file = ReceivedFile.from(in, SourceDocument.MOST_BYTES)) {
            desk.attach(
                    writer,
                    id,
                    DeskPages.version(request),
                    file,
                    Objects.requireNonNullElse(part.getSubmittedFileName(), ""));
        }
        return Forms.seeOther(visit.link("/desk/" + id));
    }

    @PostMapping(ADDRESS + "/detach")
    ResponseEntity<byte[]> detach(Visit visit, @PathVariable("id") UUID id, HttpServletRequest request) {
        Person writer = visit.visitor().require(Permission.DESK_RECORD, Thing.SYSTEM);
        desk.detach(writer, id, DeskPages.version(request));
        return Forms.seeOther(visit.link("/desk/" + id));
    }

    /** Written out piece by piece, since it may be large. */
    @GetMapping(ADDRESS)
    void read(Visit visit, @PathVariable("id") UUID id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Person reader = visit.visitor().require(Permission.DESK_READ, Thing.SYSTEM);
        Entry entry = desk.get(Optional.of(reader), id);
        SourceDocument document = entry.document().orElseThrow(() -> Faults.notFound(visit.path()));
        ShallowEtagHeaderFilter.disableContentCaching(request);
        response.setContentType(document.type());
        response.setContentLengthLong(document.bytes());
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(document.name(), java.nio.charset.StandardCharsets.UTF_8)
                        .build()
                        .toString());
        desk.copyDocument(document, response.getOutputStream());
    }
}
