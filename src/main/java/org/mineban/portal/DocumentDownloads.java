package org.mineban.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.mineban.documents.Document;
import org.mineban.documents.DocumentFiles;
import org.mineban.documents.DocumentKind;
import org.mineban.kernel.AskedDay;
import org.mineban.kernel.Problem;
import org.mineban.parties.State;
import org.mineban.presentation.DutiesDocument;
import org.mineban.presentation.KnowledgeSource;
import org.mineban.presentation.ResolutionPaper;
import org.mineban.presentation.StateDocument;
import org.mineban.presentation.StatesDocument;
import org.mineban.presentation.StatesList;
import org.mineban.presentation.WhatIfDocument;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the pages show, as documents to print or to edit: the language and the day of the visit. */
@RestController
final class DocumentDownloads {

    /** A long document takes some 100 MB while it is laid out: more at once would take the memory of everybody else. */
    private static final int AT_ONCE = 2;

    private static final int SECONDS_TO_WAIT = 30;

    private final DocumentFiles files;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    DocumentDownloads(KnowledgeSource source) {
        this.files = new DocumentFiles(source.current().messages());
    }

    @GetMapping("/states/{code:[A-Za-z]{3}}.{format:pdf|docx}")
    ResponseEntity<byte[]> state(
            Visit visit, @PathVariable("code") String code, @PathVariable("format") String format) {
        State state = visit.knowledge().register().getState(code);
        return file(
                visit,
                StateDocument.of(visit.knowledge(), state, visit.on(), visit.language()),
                "mineban-" + state.code() + "-" + visit.on(),
                format);
    }

    /** The duties of one State, by the parameter {@code state}, or of every State. */
    @GetMapping("/duties.{format:pdf|docx}")
    ResponseEntity<byte[]> duties(Visit visit, @PathVariable("format") String format) {
        Optional<State> state = visit.asked("state").map(visit.knowledge().register()::getState);
        String whose = state.map(one -> "-" + one.code()).orElse("");
        return file(
                visit,
                DutiesDocument.of(visit.knowledge(), state, visit.on(), visit.language()),
                "mineban-duties" + whose + "-" + visit.on(),
                format);
    }

    @GetMapping("/what-if.{format:pdf|docx}")
    ResponseEntity<byte[]> whatIf(Visit visit, @PathVariable("format") String format) {
        State state = visit.knowledge().register().getState(visit.asked("state").orElseThrow(() -> missing("state")));
        String deposit = visit.asked("deposit").orElseThrow(() -> missing("deposit"));
        return file(
                visit,
                WhatIfDocument.of(visit.knowledge(), state, AskedDay.parse(deposit), visit.on(), visit.language()),
                "mineban-what-if-" + state.code(),
                format);
    }

    /** Resolution 67/32 with its live column. */
    @GetMapping("/resolution.{format:pdf|docx}")
    ResponseEntity<byte[]> resolution(Visit visit, @PathVariable("format") String format) {
        return file(
                visit,
                ResolutionPaper.of(visit.knowledge(), visit.on(), visit.language()),
                "mineban-resolution-67-32-" + visit.on(),
                format);
    }

    /** A list of States, as {@link StatesList}, issued today. */
    @GetMapping("/lists/{list:parties|signatories|not-party}.{format:pdf|docx|xlsx}")
    ResponseEntity<byte[]> list(Visit visit, @PathVariable("list") String list, @PathVariable("format") String format) {
        StatesDocument.Issue issue = StatesDocument.Issue.on(visit.today());
        return file(
                visit,
                StatesDocument.of(
                        visit.knowledge(), StatesList.find(list).orElseThrow(), issue, visit.on(), visit.language()),
                "mineban-" + list + "-" + visit.on(),
                format);
    }

    private static RuntimeException missing(String parameter) {
        return new Problem(
                        "missing-argument", Problem.Kind.WRONG_USAGE, Map.of("command", "/what-if", "value", parameter))
                .asException();
    }

    private void waitForPlace() {
        try {
            if (!places.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                throw new Problem("busy", Problem.Kind.CANNOT_BE_DONE, Map.of()).asException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem("busy", Problem.Kind.CANNOT_BE_DONE, Map.of()).asException();
        }
    }

    ResponseEntity<byte[]> file(Visit visit, Document document, String name, String format) {
        DocumentKind kind = DocumentKind.find(format).orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        waitForPlace();
        try {
            files.write(document, kind, out); // what a font lacks is said in the document itself
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.release();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(kind.mediaType()))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + name + "-" + visit.lang() + "." + format + "\"")
                .body(out.toByteArray());
    }
}
