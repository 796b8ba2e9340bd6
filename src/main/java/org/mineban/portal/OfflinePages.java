package org.mineban.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.depositary.SourceDocument;
import org.mineban.documents.DocumentKind;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.platform.Messages;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Field;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportWords;
import org.mineban.storage.ReceivedFile;
import org.mineban.submissions.Draft;
import org.mineban.submissions.DraftNote;
import org.mineban.submissions.DraftPart;
import org.mineban.submissions.Drafts;
import org.mineban.submissions.IncomingFile;
import org.mineban.submissions.Kit;
import org.mineban.submissions.OfflineDocument;
import org.mineban.submissions.OfflineForm;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A draft as a workbook or a text document that goes out, is filled in without a connection, and comes back: each change is a proposal that somebody accepts or not. */
@RestController
final class OfflinePages {

    private static final String DRAFT = DraftPages.YEAR + "/draft";
    private static final String TAKE = "take~";
    private static final int LONGEST_LEFT = 3500;

    private final PageRenderer renderer;
    private final Drafts drafts;
    private final Dictionary dictionary;

    OfflinePages(PageRenderer renderer, Drafts drafts, Dictionary dictionary) {
        this.renderer = renderer;
        this.drafts = drafts;
        this.dictionary = dictionary;
    }

    /** What came back. */
    record View(String address, String back, List<Proposed> proposals, List<String> left) {}

    /** A change that the workbook proposes. */
    record Proposed(String place, String label, String before, String typed) {}

    private Draft draft(Visit visit, String code, int year) {
        StateCode state = new StateCode(code);
        Optional<Person> person = visit.visitor().person();
        if (!drafts.mayRead(person, state)) {
            visit.visitor().require(Permission.REPORT_READ_DRAFT, Thing.of(state));
        }
        return drafts.find(person.orElseThrow(), state, year)
                .orElseThrow(() -> new Problem(
                                "draft-none",
                                Problem.Kind.NOT_FOUND,
                                Map.of("state", visit.state(state), "year", Integer.toString(year)))
                        .asException());
    }

    private List<org.mineban.submissions.Part> writable(Visit visit, Draft draft) {
        return org.mineban.submissions.Part.all().stream()
                .filter(part -> drafts.mayWrite(visit.visitor().person(), draft.state(), part))
                .toList();
    }

    @GetMapping(DRAFT + "/form.{format:xlsx|docx}")
    ResponseEntity<byte[]> form(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("year") int year,
            @PathVariable("format") String format) {
        Draft draft = draft(visit, code, year);
        Report report = draft.report();
        List<org.mineban.submissions.Part> parts = writable(visit, draft);
        Messages messages = visit.knowledge().messages();
        Language language = DraftPages.language(visit, draft);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (format.equals("docx")) {
                OfflineDocument.write(report, parts, dictionary, messages, visit.narrator(), language, out);
            } else {
                OfflineForm.write(report, parts, dictionary, messages, visit.narrator(), language, out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(
                        DocumentKind.find(format).orElseThrow().mediaType()))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + Kit.name(code, year) + "_form_" + visit.lang() + "." + format
                                + "\"")
                .body(out.toByteArray());
    }

    private OfflineForm.Returned returned(Visit visit, Draft draft, ReceivedFile file, String name) {
        Language language = DraftPages.language(visit, draft);
        String type = IncomingFile.of(file, name).mediaType();
        return type.equals(DocumentKind.DOCX.mediaType())
                ? OfflineDocument.read(
                        file,
                        draft.report(),
                        dictionary,
                        visit.knowledge().messages(),
                        one -> visit.knowledge().narrator(one, visit.on()),
                        language)
                : OfflineForm.read(file, draft.report(), dictionary, language);
    }

    @PostMapping(DRAFT + "/offline")
    ResponseEntity<byte[]> bring(
            Visit visit, @PathVariable("code") String code, @PathVariable("year") int year, HttpServletRequest request)
            throws IOException, ServletException {
        Draft draft = draft(visit, code, year);
        Part sent = request.getPart("document");
        if (sent == null || sent.getSize() == 0) {
            throw new Problem("desk-document-missing", Problem.Kind.WRONG_USAGE, Map.of()).asException();
        }
        List<String> mine = writable(visit, draft).stream()
                .map(org.mineban.submissions.Part::prefix)
                .toList();
        OfflineForm.Returned returned;
        try (InputStream in = sent.getInputStream();
                ReceivedFile file = ReceivedFile.from(in, SourceDocument.MOST_BYTES)) {
            returned = returned(visit, draft, file, Objects.requireNonNullElse(sent.getSubmittedFileName(), ""));
        }
        ReportWords words = new ReportWords(visit.knowledge().messages(), visit.language());
        List<Proposed> proposals = new ArrayList<>();
        List<String> left = new ArrayList<>(returned.left());
        for (OfflineForm.Proposal one : returned.proposals()) {
            String place = one.place().text();
            if (mine.contains(one.place().steps().getFirst().name())) {
                proposals.add(new Proposed(place, words.field(one.field()), one.before(), one.typed()));
            } else {
                left.add(place + ": " + one.typed());
            }
        }
        return renderer.page(
                visit,
                "draft-offline",
                visit.say("report.offline.title"),
                new View(
                        "/" + visit.lang() + "/reports/" + code + "/" + year + "/draft/offline/accept",
                        visit.link("/reports/" + code + "/" + year + "/draft"),
                        proposals,
                        left));
    }

    @PostMapping(DRAFT + "/offline/accept")
    ResponseEntity<byte[]> accept(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("year") int year,
            HttpServletRequest request) {
        Draft draft = draft(visit, code, year);
        Person writer = visit.visitor().person().orElseThrow();
        Language language = DraftPages.language(visit, draft);
        Map<org.mineban.submissions.Part, Report> changed = new LinkedHashMap<>();
        for (String name : request.getParameterMap().keySet()) {
            if (!name.startsWith(TAKE)) {
                continue;
            }
            Optional<FieldPath> place = FieldPath.find(name.substring(TAKE.length()));
            Optional<Field> field = place.flatMap(dictionary::find);
            if (place.isEmpty() || field.isEmpty()) {
                continue;
            }
            String typed = Objects.requireNonNullElse(
                            request.getParameter("text~" + place.get().text()), "")
                    .strip()
                    .replace("\r\n", "\n");
            org.mineban.submissions.Part part = place.get()
                    .subject()
                    .map(org.mineban.submissions.Part::of)
                    .orElse(org.mineban.submissions.Part.TITLE);
            Report before = changed.getOrDefault(part, draft.part(part).text());
            changed.put(part, OfflineForm.apply(before, place.get(), field.get(), typed, language));
        }
        for (Map.Entry<org.mineban.submissions.Part, Report> one : changed.entrySet()) {
            DraftPart now = draft.part(one.getKey());
            drafts.save(writer, draft.id(), one.getKey(), now.revision(), one.getValue(), false);
        }
        String left =
                Objects.requireNonNullElse(request.getParameter("left"), "").strip();
        List<org.mineban.submissions.Part> mine = writable(visit, draft);
        if (!left.isEmpty() && !mine.isEmpty()) {
            for (int from = 0; from < left.length(); from += LONGEST_LEFT) {
                drafts.note(
                        writer,
                        draft,
                        mine.getFirst(),
                        DraftNote.Kind.COMMENT,
                        mine.getFirst().prefix(),
                        left.substring(from, Math.min(left.length(), from + LONGEST_LEFT)));
            }
        }
        return Forms.seeOther(visit.link("/reports/" + code + "/" + year + "/draft"));
    }
}
