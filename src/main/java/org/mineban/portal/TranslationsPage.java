package org.mineban.portal;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.platform.Messages;
import org.mineban.platform.Review;
import org.mineban.platform.ReviewState;
import org.mineban.presentation.KnowledgeSource;
import org.mineban.translations.Progress;
import org.mineban.translations.Selection;
import org.mineban.translations.TextList;
import org.mineban.translations.TranslationText;
import org.mineban.translations.XliffWriter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The texts of the program for translators: how far each language is, each text beside the English one, and the file to work on. */
@RestController
final class TranslationsPage {

    private static final int PAGE_SIZE = 50;

    private final PageRenderer renderer;
    private final Messages messages;
    private final TextList texts;

    TranslationsPage(PageRenderer renderer, KnowledgeSource source) {
        this.renderer = renderer;
        this.messages = source.current().messages();
        this.texts = new TextList(messages);
    }

    /**
     * What the page shows.
     *
     * @param files the files that can be downloaded for the chosen language
     * @param returning the command by which a translated file comes back
     */
    record View(
            List<LanguageProgress> progress,
            String lang,
            String dir,
            String name,
            List<Choice> languages,
            List<Choice> states,
            List<Choice> fileNames,
            String words,
            boolean narrowed,
            String everything,
            String shown,
            List<Row> rows,
            Optional<String> previous,
            Optional<String> next,
            List<Link> files,
            String returning) {}

    /** How far a language is; {@code href} leads to its texts. */
    record LanguageProgress(
            String lang,
            String dir,
            String name,
            String href,
            String texts,
            String reviewed,
            String unreviewed,
            String sourceChanged,
            String mended) {}

    /**
     * A text.
     *
     * @param who who reviewed or made it and when; empty when nobody is named
     * @param marked whether it stands with a mark in formal documents
     */
    record Row(
            String key,
            String file,
            String english,
            String text,
            String state,
            boolean marked,
            String who,
            String note) {}

    @GetMapping("/translations")
    ResponseEntity<byte[]> translations(Visit visit) {
        TranslationFilter filter = TranslationFilter.of(visit);
        List<TranslationText> found = filter.select(texts);
        int pages = Math.max(1, (found.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int page = Choice.check(
                        visit,
                        "page",
                        IntStream.rangeClosed(1, pages)
                                .mapToObj(Integer::toString)
                                .toList())
                .map(Integer::parseInt)
                .orElse(1);
        int from = (page - 1) * PAGE_SIZE;
        List<Row> rows = found.subList(from, Math.min(found.size(), from + PAGE_SIZE)).stream()
                .map(text -> row(visit, text))
                .toList();
        String any = visit.say("page.filter.any");
        String code = filter.language().code();
        View view = new View(
                texts.progress().stream()
                        .map(progress -> progress(visit, progress))
                        .toList(),
                code,
                dir(filter.language()),
                visit.say("language." + code),
                TranslationFilter.LANGUAGES.stream()
                        .map(other -> new Choice(other, visit.say("language." + other), other.equals(code)))
                        .toList(),
                Choice.of(
                        any,
                        TranslationFilter.STATES,
                        filter.state().map(ReviewState::key),
                        key -> visit.say("translation.state." + key)),
                Choice.of(any, Messages.FILES, filter.file(), file -> file),
                filter.words().orElse(""),
                filter.narrowed(),
                visit.link("/translations", Map.of("of", code)),
                visit.say(
                        "translation.shown",
                        Map.of(
                                "count",
                                found.size(),
                                "from",
                                found.isEmpty() ? 0 : from + 1,
                                "to",
                                from + rows.size())),
                rows,
                page > 1 ? Optional.of(visit.here(Map.of("page", Integer.toString(page - 1)))) : Optional.empty(),
                page < pages ? Optional.of(visit.here(Map.of("page", Integer.toString(page + 1)))) : Optional.empty(),
                Selection.WORDS.stream()
                        .map(only -> Link.of(
                                visit.say("translation.file." + only),
                                visit.link("/translations/" + code + ".xlf", Map.of("only", only))))
                        .toList(),
                "mineban translation import mineban-" + code + ".xlf --by NAME");
        return renderer.page(visit, "translations", visit.say("translation.title"), view);
    }

    @GetMapping("/translations/{code:[a-z]{2}}.xlf")
    ResponseEntity<byte[]> file(Visit visit, @PathVariable("code") String code) {
        Language language = Language.find(code)
                .filter(found -> found != Language.ENGLISH)
                .orElseThrow(() -> Faults.notFound(visit.path()));
        Selection selection = Choice.check(visit, "only", Selection.WORDS)
                .flatMap(Selection::find)
                .orElse(Selection.ALL);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new XliffWriter(messages).write(language, selection.of(texts.of(language)), out);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/x-xliff+xml"))
                .header("Content-Disposition", "attachment; filename=\"mineban-" + language.code() + ".xlf\"")
                .body(out.toByteArray());
    }

    private static LanguageProgress progress(Visit visit, Progress progress) {
        Language language = progress.language();
        return new LanguageProgress(
                language.code(),
                dir(language),
                visit.say("language." + language.code()),
                language == Language.ENGLISH ? "" : visit.link("/translations", Map.of("of", language.code())),
                visit.number(progress.texts()),
                visit.number(progress.reviewed()),
                visit.number(progress.unreviewed()),
                visit.number(progress.sourceChanged()),
                visit.number(progress.mended()));
    }

    private static Row row(Visit visit, TranslationText text) {
        Review review = text.review();
        String on = PartialDate.find(review.on()).map(visit::date).orElse("none");
        return new Row(
                text.key(),
                text.entry().file(),
                text.english(),
                text.text(),
                visit.say("translation.state." + review.state().key()),
                review.state() != ReviewState.REVIEWED,
                review.by().isEmpty() ? "" : visit.say("translation.who", Map.of("by", review.by(), "on", on)),
                review.reason());
    }

    private static String dir(Language language) {
        return language.rightToLeft() ? "rtl" : "ltr";
    }
}
