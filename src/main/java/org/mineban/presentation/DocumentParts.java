package org.mineban.presentation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mineban.documents.Block;
import org.mineban.documents.Block.Cell;
import org.mineban.documents.Document.Masthead;
import org.mineban.documents.Inline;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Explained;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.Reason;
import org.mineban.kernel.SourceRow;

/** What the documents have in common: the masthead, and the sources of what is said, as notes. */
final class DocumentParts {

    /** Doubts that only point at the note of a row, which stands among the notes anyway. */
    private static final Set<String> SEE_NOTE = Set.of("doubt-see-row-note", "doubt-see-note");

    /** The six languages in the order in which documents of the United Nations name them. */
    private static final List<Language> OFFICIAL_ORDER = List.of(
            Language.ARABIC, Language.CHINESE, Language.ENGLISH, Language.FRENCH, Language.RUSSIAN, Language.SPANISH);

    private static final Inline BETWEEN_NOTES = Inline.text("\u202f");

    /** What renderings say besides. */
    private static final List<String> RENDERED = List.of("document.engine.notes", "document.engine.page");

    private static final int MOST_QUOTED = 12;
    private static final int LONGEST_QUOTED = 90;

    private final Knowledge knowledge;
    private final Narrator narrator;
    private final LocalDate on;
    private final Map<String, String> said = new LinkedHashMap<>();

    DocumentParts(Knowledge knowledge, Language language, LocalDate on) {
        this.knowledge = knowledge;
        this.narrator =
                new Narrator(language, knowledge.messages().heardBy(said::putIfAbsent), knowledge.register(), on);
        this.on = on;
    }

    Knowledge knowledge() {
        return knowledge;
    }

    Narrator narrator() {
        return narrator;
    }

    LocalDate on() {
        return on;
    }

    Language language() {
        return narrator.language();
    }

    String say(String key) {
        return narrator.say(key);
    }

    String say(String key, Map<String, ?> arguments) {
        return narrator.say(key, arguments);
    }

    /** The day of the document in words. */
    String day() {
        return narrator.formats().date(on);
    }

    /** A text that speaks of the day of the document. */
    String sayOfDay(String key) {
        return say(key, Map.of("day", day()));
    }

    /** Who made the document, as of which day, that it is not official, and whether its language waits for a reviewer. */
    Masthead masthead(String... notices) {
        return masthead("", List.of(), List.of(say("document.convention")), List.of(notices));
    }

    /** What stands at the far side of the head of a document that an officer issues. */
    List<String> facts(StatesDocument.Issue issue) {
        List<String> facts = new ArrayList<>();
        facts.add(say("resolution.masthead.distribution"));
        facts.add(narrator.formats().date(issue.day()));
        facts.add(say("document.original"));
        issue.agendaItem().ifPresent(item -> facts.add(say("document.agenda-item", Map.of("item", item))));
        facts.add(String.join(
                language().rightToLeft() ? " \u200f·\u200f " : " · ", // else dots and names would run both ways
                OFFICIAL_ORDER.stream()
                        .map(one -> say("language." + one.code()))
                        .toList()));
        return facts;
    }

    /** A masthead with a symbol of our own and what an officer looks for beside it, for a meeting or for none. */
    Masthead issued(String symbol, List<String> facts, Optional<String> meeting) {
        List<String> lines = new ArrayList<>();
        lines.add(say("document.convention"));
        meeting.ifPresent(shortName -> lines.add(narrator.meeting(shortName)));
        return masthead(symbol, facts, lines, List.of(say("document.notice.symbol")));
    }

    private Masthead masthead(String symbol, List<String> facts, List<String> lines, List<String> notices) {
        List<List<Inline>> all = new ArrayList<>();
        for (String notice : notices) {
            all.add(List.of(Inline.strong(notice)));
        }
        all.add(List.of(Inline.text(say("document.notice.independent") + joint() + sayOfDay("document.notice.as-of"))));
        unreviewed(all);
        return new Masthead("Mineban", symbol, facts, lines, marked(say("document.footer")), all);
    }

    /** The masthead of a letter that people have still to check and to sign. */
    Masthead draft(String sender, List<String> facts, String notice) {
        List<List<Inline>> all = new ArrayList<>();
        all.add(List.of(Inline.strong(notice)));
        unreviewed(all);
        return new Masthead(sender, "", facts, List.of(), marked(say("document.draft.footer")), all);
    }

    private void unreviewed(List<List<Inline>> notices) {
        if (knowledge.messages().unreviewed(language())) {
            notices.add(List.of(Inline.strong(say("document.notice.unreviewed"))));
            return;
        }
        List<String> texts = unreviewedTexts();
        if (!texts.isEmpty()) {
            String some = say("document.notice.some-unreviewed", Map.of("count", texts.size(), "texts", quoted(texts)));
            notices.add(List.of(Inline.strong(some)));
        }
    }

    private String marked(String footer) {
        if (knowledge.messages().unreviewed(language())) {
            return footer + " [" + say("document.mark.unreviewed") + "]";
        }
        return unreviewedTexts().isEmpty() ? footer : footer + " [" + say("document.mark.some-unreviewed") + "]";
    }

    /**
     * What the document says so far that nobody has reviewed, each by its beginning, and what the renderings add. The blocks of a document are
     * made before its masthead, so that this is all of it.
     */
    private List<String> unreviewedTexts() {
        Map<String, String> texts = new LinkedHashMap<>(said);
        for (String key : RENDERED) {
            texts.put(key, knowledge.messages().pattern(language(), key));
        }
        return texts.entrySet().stream()
                .filter(text -> knowledge.messages().unreviewed(language(), text.getKey()))
                .map(text -> beginning(text.getValue()))
                .toList();
    }

    private static String quoted(List<String> texts) {
        String some = texts.stream().limit(MOST_QUOTED).collect(Collectors.joining(" · "));
        return texts.size() > MOST_QUOTED ? some + " · …" : some;
    }

    private static String beginning(String text) {
        if (text.length() <= LONGEST_QUOTED) {
            return text;
        }
        int end = text.lastIndexOf(' ', LONGEST_QUOTED);
        return text.substring(0, end > 0 ? end : LONGEST_QUOTED) + "…";
    }

    /** What stands between names in a row. */
    String between() {
        return switch (language()) {
            case ARABIC -> "؛ ";
            case CHINESE -> "；";
            default -> "; ";
        };
    }

    /** What stands between two sentences. */
    private String joint() {
        return language() == Language.CHINESE ? "" : " ";
    }

    /** A text with the sources of the values it tells, and a mark when one of them is open to doubt. */
    List<Inline> sourced(String text, Explained<?>... values) {
        List<Inline> parts = new ArrayList<>(List.of(Inline.text(text)));
        Confidence worst = Confidence.VERIFIED2;
        Set<Inline.Note> notes = new LinkedHashSet<>();
        for (Explained<?> value : values) {
            worst = worst.worse(value.confidence());
            collect(value, notes);
        }
        mark(parts, worst);
        append(parts, notes);
        return parts;
    }

    /** A text that a row states, with its source. */
    List<Inline> stated(String text, SourceRow row) {
        List<Inline> parts = new ArrayList<>(List.of(Inline.text(text)));
        mark(parts, row.confidence());
        append(parts, Set.of(note(row)));
        return parts;
    }

    private void mark(List<Inline> parts, Confidence confidence) {
        if (confidence.needsMark()) {
            parts.add(Inline.text(" "));
            parts.add(new Inline.Mark(say("confidence." + confidence.code())));
        }
    }

    private static void append(List<Inline> parts, Set<Inline.Note> notes) {
        boolean first = true;
        for (Inline.Note note : notes) {
            if (!first) {
                parts.add(BETWEEN_NOTES);
            }
            parts.add(new Inline.NoteReference(note));
            first = false;
        }
    }

    private void collect(Explained<?> value, Set<Inline.Note> notes) {
        if (value.reason() instanceof Reason.Stated stated) {
            notes.add(note(stated.row()));
        }
        value.reason().because().forEach(reason -> collect(reason, notes));
    }

    /** A row’s source and confidence, and its note in English as recorded. */
    private Inline.Note note(SourceRow row) {
        List<Inline> parts = new ArrayList<>();
        if (row.source().isEmpty()) {
            parts.add(Inline.text(say("document.source.none")));
        } else {
            parts.add(Inline.text(say("document.source") + " "));
            parts.add(new Inline.Code(row.source()));
        }
        parts.add(Inline.text(" "
                + say(
                        "document.note.confidence",
                        Map.of(
                                "confidence",
                                say("confidence." + row.confidence().code())))));
        if (!row.note().isEmpty()) {
            parts.add(Inline.text(" "));
            parts.add(new Inline.Foreign(Language.ENGLISH, row.note()));
        }
        return new Inline.Note(parts);
    }

    /** The reasons of a value, each a sentence with its provision and source, what a reason rests on after it. */
    List<List<Inline>> reasons(Explained<?> value) {
        Set<List<Inline>> sentences = new LinkedHashSet<>();
        reasons(value, sentences);
        return List.copyOf(sentences);
    }

    private void reasons(Explained<?> value, Set<List<Inline>> sentences) {
        Telling telling = narrator.tell(value);
        List<Inline> parts = new ArrayList<>();
        telling.provision().ifPresent(provision -> {
            parts.add(Inline.strong(narrator.provision(provision)));
            parts.add(Inline.text(language() == Language.CHINESE ? "：" : ": "));
        });
        parts.addAll(
                telling.row().isPresent()
                        ? stated(telling.sentence(), telling.row().get())
                        : List.of(Inline.text(telling.sentence())));
        sentences.add(parts);
        value.reason().because().forEach(reason -> reasons(reason, sentences));
    }

    /** What should be known besides of these values: each doubt a sentence, with the note of its row. */
    List<List<Inline>> doubts(Explained<?>... values) {
        Set<List<Inline>> sentences = new LinkedHashSet<>();
        for (Explained<?> value : values) {
            doubts(narrator.tell(value), sentences);
        }
        return List.copyOf(sentences);
    }

    private void doubts(Telling telling, Set<List<Inline>> sentences) {
        telling.doubts().stream()
                .filter(doubt -> !SEE_NOTE.contains(doubt.rule()))
                .forEach(doubt -> {
                    List<Inline> parts = new ArrayList<>(List.of(Inline.text(doubt.sentence())));
                    doubt.rows().forEach(row -> append(parts, Set.of(note(row))));
                    sentences.add(parts);
                });
        telling.because().forEach(reason -> doubts(reason, sentences));
    }

    /** A date as precisely as recorded, or that none is. */
    String date(Optional<PartialDate> date) {
        return date.map(narrator.formats()::date).orElseGet(() -> say("document.undated"));
    }

    static Cell cell(List<Inline> parts) {
        return new Cell(parts);
    }

    /** Items in a row under a heading; nothing at all when there are none. */
    static void listUnder(List<Block> blocks, String heading, List<List<Inline>> items) {
        if (!items.isEmpty()) {
            blocks.add(Block.heading(2, heading));
            blocks.add(new Block.Listing(false, items));
        }
    }
}
