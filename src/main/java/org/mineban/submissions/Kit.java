package org.mineban.submissions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.documents.Block;
import org.mineban.documents.Document;
import org.mineban.documents.DocumentFiles;
import org.mineban.documents.DocumentKind;
import org.mineban.documents.Inline;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.presentation.Knowledge;
import org.mineban.presentation.Narrator;
import org.mineban.presentation.TableFiles;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Edition;
import org.mineban.reporting.Editions;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportJson;
import org.mineban.reporting.ReportWords;

/**
 * The submission kit: the report as PDF, DOCX, XLSX, JSON and CSV, the draft of a note verbale, the text of an e-mail, and a receipt with the SHA-256 of
 * each of these files. The same report gives the same data; documents are made anew each time, so that it is those of the submission that count.
 */
public final class Kit implements Submissions.KitMaker {

    private static final String PLAIN = "text/plain;charset=UTF-8";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'");

    private final Knowledge knowledge;
    private final Dictionary dictionary;
    private final Editions editions;

    public Kit(Knowledge knowledge, Dictionary dictionary, Editions editions) {
        this.knowledge = knowledge;
        this.dictionary = dictionary;
        this.editions = editions;
    }

    /** The report as a document in that language, in its own edition unless another is asked for. */
    public Document document(Report report, Language language, Optional<String> wanted) {
        Edition edition = wanted.or(() -> report.envelope().word("edition"))
                .flatMap(editions::find)
                .orElseGet(() -> editions.all().getLast());
        java.time.LocalDate on = report.env().lastDay().orElse(Knowledge.SHIPPED_AS_OF);
        return ReportPaper.of(knowledge.messages(), knowledge.narrator(language, on), report, edition, dictionary);
    }

    /** The name of the files of a report, without ending, as {@code MBT_Art7_2012_KHM}. */
    public static String name(String state, int year) {
        return "MBT_Art7_" + year + "_" + state;
    }

    @Override
    public List<Submissions.Made> make(StateCode state, int year, Report report) {
        List<Language> languages = report.env().languages().isEmpty()
                ? List.of(Language.ENGLISH)
                : report.env().languages();
        List<Submissions.Made> made = new ArrayList<>();
        String name = name(state.iso3(), year);
        for (Language language : languages) {
            Document document = document(report, language, Optional.empty());
            for (DocumentKind kind : List.of(DocumentKind.PDF, DocumentKind.DOCX, DocumentKind.XLSX)) {
                made.add(file(name + "_" + language.code(), document, kind));
            }
            Document note = note(state, year, report, language);
            made.add(file(name + "_note-verbale_" + language.code(), note, DocumentKind.DOCX));
            made.add(file(name + "_note-verbale_" + language.code(), note, DocumentKind.PDF));
            made.add(text(
                    name + "_email_" + language.code() + ".txt", Optional.of(language), mail(state, year, language)));
        }
        made.add(new Submissions.Made(
                name + ".json",
                "application/json",
                Optional.empty(),
                ReportJson.write(report).getBytes(StandardCharsets.UTF_8)));
        made.add(new Submissions.Made(
                name + ".csv",
                "text/csv;charset=UTF-8",
                Optional.empty(),
                written(out -> TableFiles.writeCsv(
                        ReportTable.of(report, dictionary, new ReportWords(knowledge.messages(), languages.getFirst())),
                        out))));
        return made;
    }

    @Override
    public Submissions.Made receipt(Submission submission, List<Submission.File> files) {
        Language language = submission.languages().stream().findFirst().orElse(Language.ENGLISH);
        Narrator narrator = knowledge.narrator(language, submission.submittedOn());
        StringBuilder text = new StringBuilder(narrator.say(
                "report.receipt.text",
                Map.of(
                        "number", submission.number(),
                        "state", narrator.state(submission.state()),
                        "year", Integer.toString(submission.year()),
                        "at", moment(submission.recordedAt()))));
        text.append("\n\n").append("sha256 ").append(submission.identity()).append("  report\n");
        files.forEach(file -> text.append("sha256 ")
                .append(file.sha256())
                .append("  ")
                .append(file.name())
                .append('\n'));
        text.append('\n').append(narrator.say("report.receipt.verify")).append('\n');
        return text(
                name(submission.state().iso3(), submission.year()) + "_receipt.txt",
                Optional.of(language),
                text.toString());
    }

    private static String moment(Instant at) {
        return MINUTE.format(at.atZone(ZoneOffset.UTC));
    }

    private Submissions.Made file(String name, Document document, DocumentKind kind) {
        return new Submissions.Made(
                name + "." + kind.ending(),
                kind.mediaType(),
                Optional.of(document.language()),
                written(out -> new DocumentFiles(knowledge.messages()).write(document, kind, out)));
    }

    private static Submissions.Made text(String name, Optional<Language> language, String text) {
        return new Submissions.Made(name, PLAIN, language, text.getBytes(StandardCharsets.UTF_8));
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private Document note(StateCode state, int year, Report report, Language language) {
        Narrator narrator = knowledge.narrator(language, report.env().lastDay().orElse(Knowledge.SHIPPED_AS_OF));
        String name = narrator.state(state);
        Map<String, Object> words = Map.of(
                "state",
                name,
                "year",
                Integer.toString(year),
                "kind",
                report.envelope().word("kind").orElse("annual"));
        List<List<Inline>> notices =
                new ArrayList<>(List.of(List.of(Inline.strong(narrator.say("document.draft.note")))));
        if (knowledge.messages().unreviewed(language)) {
            notices.add(List.of(Inline.strong(narrator.say("document.notice.unreviewed"))));
        }
        return new Document(
                language,
                narrator.say("document.note.title"),
                "",
                narrator.say("report.paper.description", words),
                new Document.Masthead(name, List.of(), narrator.say("document.draft.footer"), notices),
                List.of(
                        Block.paragraph(narrator.say("report.note.opening", words)),
                        Block.paragraph(narrator.say("report.note.body", words)),
                        Block.paragraph(narrator.say("report.note.closing", words)),
                        Block.paragraph(narrator.say("document.note.initials"))));
    }

    private String mail(StateCode state, int year, Language language) {
        Narrator narrator = knowledge.narrator(language, Knowledge.SHIPPED_AS_OF);
        Map<String, Object> words = Map.of("state", narrator.state(state), "year", Integer.toString(year));
        return String.join(
                "\n\n",
                narrator.say("report.mail.subject", words),
                narrator.say("report.mail.body", words),
                narrator.say("report.mail.receipt"),
                narrator.say("report.mail.check") + "\n");
    }
}
