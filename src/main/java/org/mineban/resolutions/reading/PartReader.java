package org.mineban.resolutions.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mineban.resolutions.Annex;
import org.mineban.resolutions.Footnote;
import org.mineban.resolutions.Leftover;
import org.mineban.resolutions.Masthead;
import org.mineban.resolutions.Paragraph;
import org.mineban.resolutions.PlenaryMeeting;
import org.mineban.resolutions.Resolution;
import org.mineban.resolutions.SessionName;
import org.mineban.resolutions.StatedDate;
import org.mineban.resolutions.TextLanguage;
import org.mineban.resolutions.Vote;
import org.mineban.resolutions.Warning;
import org.mineban.resolutions.reading.ResolutionReader.Wanted;

/** One gathered part becomes one resolution. */
final class PartReader {
    /** The day that collections on the web put between the title and the text. */
    private static final Pattern LAST_DATE = Pattern.compile("\\s\\d{1,2}(?:er)? \\p{L}{3,9} \\d{4}$");

    private static final Pattern VOTE = Pattern.compile(
            "(\\d{1,3}|[a-z-]{3,30}) (?:votes? (?:to|contre)|voix (?:contre|pour)) (\\d{1,3}|[a-z-]{3,30}),? ?(?:with|avec|et)? ?(\\d{1,3}|[a-z-]{3,30})? ?abstentions?");
    private static final Pattern LIST_OF_STATES =
            Pattern.compile("^(?:in favou?r|against|abstain|pour|contre|abstentions?|se sont abstenus|ont vote)\\b");

    private final Verbs verbs;
    private final Annotator annotator;

    PartReader(Verbs verbs, Annotator annotator) {
        this.verbs = verbs;
        this.annotator = annotator;
    }

    Resolution read(
            Part part, Masthead masthead, Sheet sheet, List<String> mastheadBlocks, Wanted wanted, boolean alone) {
        List<Warning> warnings = new ArrayList<>();
        boolean fragment = !part.opened && part.number == null;
        BodyReader.Body body = BodyReader.read(part.body, verbs, fragment);
        List<Paragraph> preambular = new ArrayList<>();
        for (Draft draft : body.preambular()) {
            preambular.add(annotator.paragraph(draft, Paragraph.Role.PREAMBULAR, preambular.size() + 1));
        }
        List<Paragraph> operative = new ArrayList<>();
        for (Draft draft : body.operative()) {
            operative.add(annotator.paragraph(draft, Paragraph.Role.OPERATIVE, operative.size() + 1));
        }
        ResolutionNumber number = numberOf(part, wanted, alone, warnings);
        TextLanguage language = Assembling.languageOr(
                String.join(" ", part.body) + " " + String.join(" ", part.title), TextLanguage.ENGLISH);
        String title = title(part, mastheadBlocks, alone);
        Masthead own = masthead(masthead, part, number);
        List<Leftover> leftovers = new ArrayList<>();
        body.notUnderstood().forEach(text -> leftovers.add(new Leftover(Leftover.Place.BODY, text)));
        List<Annex> annexes = annexes(part, leftovers);
        Vote vote = vote(part);
        List<Footnote> notes = footnotes(part, sheet, preambular, operative, alone, warnings);
        warn(warnings, fragment, number, title, own, operative);
        return new Resolution(
                number == null ? null : number.symbol(),
                number == null ? null : number.cited(),
                number == null || number.roman() ? null : number.part(),
                language,
                own,
                title,
                part.omnibusTitle,
                preambular,
                operative,
                part.plenaryMeeting,
                vote,
                notes,
                annexes,
                leftovers,
                warnings,
                List.of());
    }

    static Resolution with(Resolution r, List<Warning> warnings, List<Resolution> parts) {
        return new Resolution(
                r.symbol(),
                r.number(),
                r.part(),
                r.language(),
                r.masthead(),
                r.title(),
                r.omnibusTitle(),
                r.preambular(),
                r.operative(),
                r.plenaryMeeting(),
                r.vote(),
                r.footnotes(),
                r.annexes(),
                r.notUnderstood(),
                warnings,
                parts);
    }

    private static @Nullable ResolutionNumber numberOf(
            Part part, Wanted wanted, boolean alone, List<Warning> warnings) {
        ResolutionNumber number = part.number;
        if (number == null && alone && wanted.number() != null) {
            warnings.add(new Warning(
                    Warning.Code.NUMBER_FROM_FILE_NAME, wanted.number().cited()));
            return wanted.number();
        }
        return number;
    }

    /** The words after the number; for a text without number the last lines above its opening. */
    private static @Nullable String title(Part part, List<String> masthead, boolean alone) {
        String title = String.join(" ", part.title).strip();
        if (!title.isEmpty()) {
            return title.replaceAll("\\s?\\*{1,2}$", "");
        }
        if (part.omnibusTitle != null) {
            return part.omnibusTitle;
        }
        if (!alone || !part.opened) {
            return null;
        }
        return masthead.reversed().stream()
                .map(block -> LAST_DATE
                        .matcher(" " + Marks.plain(block))
                        .replaceFirst("")
                        .strip())
                .filter(block -> !block.isEmpty())
                .findFirst()
                .filter(block -> !aboveTheTitle(block))
                .orElse(null);
    }

    /** Whether a block belongs to the masthead, and is no title. */
    private static boolean aboveTheTitle(String block) {
        String folded = Fold.fold(block);
        return folded.startsWith("[")
                || folded.startsWith("resolution adopt")
                || MastheadReader.withoutSessionInTitle(folded).contains("session")
                || block.length() > 400;
    }

    private Masthead masthead(Masthead given, Part part, @Nullable ResolutionNumber number) {
        PlenaryMeeting meeting = part.plenaryMeeting;
        StatedDate closing = meeting == null ? null : meeting.date();
        StatedDate adopted = given.adoptedOn() != null ? given.adoptedOn() : closing;
        SessionName session = given.session();
        if (session == null && number != null) {
            session = new SessionName(number.session(), number.kind(), number.sessionText());
        }
        return new Masthead(
                session, given.agendaItems(), adopted, given.distribution(), given.distributedOn(), given.origin());
    }

    private static List<Annex> annexes(Part part, List<Leftover> leftovers) {
        List<Annex> annexes = new ArrayList<>();
        for (Part.AnnexBlocks annex : part.annexes) {
            annexes.add(new Annex(annex.heading(), text(annex.blocks())));
        }
        List<String> rest = part.after.stream().filter(block -> !isVote(block)).toList();
        boolean joined = rest.size() > 3;
        if (joined) {
            annexes.addFirst(new Annex(null, text(rest)));
        } else {
            rest.forEach(block -> leftovers.add(new Leftover(Leftover.Place.AFTER_THE_MEETING, Marks.plain(block))));
        }
        return annexes;
    }

    private static boolean isVote(String block) {
        String folded = Fold.fold(Marks.plain(block));
        return VOTE.matcher(folded).find() || LIST_OF_STATES.matcher(folded).find();
    }

    private static String text(List<String> blocks) {
        return String.join("\n", blocks.stream().map(Marks::plain).toList());
    }

    private static @Nullable Vote vote(Part part) {
        for (String block : part.after) {
            String plain = Marks.plain(block);
            Matcher matcher = VOTE.matcher(Fold.fold(plain));
            if (matcher.find()) {
                return new Vote(digits(matcher.group(1)), digits(matcher.group(2)), digits(matcher.group(3)), plain);
            }
        }
        List<String> lists = part.after.stream().filter(PartReader::isVote).toList();
        return lists.isEmpty() ? null : new Vote(null, null, null, text(lists));
    }

    private static @Nullable Integer digits(@Nullable String number) {
        return number != null && Character.isDigit(number.charAt(0)) ? Integer.valueOf(number) : null;
    }

    private static List<Footnote> footnotes(
            Part part,
            Sheet sheet,
            List<Paragraph> preambular,
            List<Paragraph> operative,
            boolean alone,
            List<Warning> warnings) {
        List<Footnote> notes = new ArrayList<>();
        Set<String> borne = new LinkedHashSet<>();
        preambular.forEach(p -> borne.addAll(p.footnoteMarks()));
        operative.forEach(p -> borne.addAll(p.footnoteMarks()));
        part.annexes.forEach(a -> a.blocks().forEach(block -> borne.addAll(Marks.notesIn(block))));
        part.after.forEach(block -> borne.addAll(Marks.notesIn(block)));
        Set<String> told = new LinkedHashSet<>();
        for (Sheet.RawNote note : sheet.notes()) {
            boolean here = alone || (note.before() > part.firstBlock && note.before() <= part.endBlock + 1);
            boolean ours = here && (alone || borne.contains(note.mark()));
            if (ours) {
                List<String> attached = new ArrayList<>();
                preambular.stream()
                        .filter(p -> p.footnoteMarks().contains(note.mark()))
                        .map(Paragraph::reference)
                        .forEach(attached::add);
                operative.stream()
                        .filter(p -> p.footnoteMarks().contains(note.mark()))
                        .map(Paragraph::reference)
                        .forEach(attached::add);
                notes.add(new Footnote(note.mark(), note.text(), attached));
                told.add(note.mark());
                if (!borne.contains(note.mark()) && !note.mark().startsWith("*")) {
                    warnings.add(new Warning(Warning.Code.FOOTNOTE_WITHOUT_MARK, note.mark()));
                }
            }
        }
        borne.stream()
                .filter(mark -> !told.contains(mark))
                .forEach(mark -> warnings.add(new Warning(Warning.Code.FOOTNOTE_WITHOUT_TEXT, mark)));
        return notes;
    }

    private static void warn(
            List<Warning> warnings,
            boolean fragment,
            @Nullable ResolutionNumber number,
            @Nullable String title,
            Masthead masthead,
            List<Paragraph> operative) {
        if (fragment) {
            warnings.add(new Warning(Warning.Code.BEGINNING_MISSING, ""));
        }
        if (number == null) {
            warnings.add(new Warning(Warning.Code.NO_NUMBER, ""));
        }
        if (title == null) {
            warnings.add(new Warning(Warning.Code.NO_TITLE, ""));
        }
        if (masthead.adoptedOn() == null) {
            warnings.add(new Warning(Warning.Code.NO_DATE_OF_ADOPTION, ""));
        }
        if (operative.isEmpty()) {
            warnings.add(new Warning(Warning.Code.NO_OPERATIVE_PARAGRAPH, ""));
        }
        gap(operative).ifPresent(where -> warnings.add(new Warning(Warning.Code.NUMBERING_NOT_CONTINUOUS, where)));
        for (Paragraph paragraph : operative) {
            if (paragraph.verbs().stream().anyMatch(verb -> verb.code().equals("OTHER"))) {
                warnings.add(new Warning(
                        Warning.Code.UNKNOWN_VERB,
                        paragraph.reference() + " "
                                + paragraph.verbs().getFirst().words()));
            }
        }
    }

    /** Where printed numbers do not follow each other; a new section may begin at 1 again. */
    private static Optional<String> gap(List<Paragraph> operative) {
        Integer before = null;
        String section = null;
        for (Paragraph paragraph : operative) {
            Integer number = paragraph.number();
            boolean newSection = !Objects.equals(section, paragraph.section());
            boolean follows = before == null || number == null || number == before + 1 || (newSection && number == 1);
            if (!follows) {
                return Optional.of(before + " " + number);
            }
            before = number;
            section = paragraph.section();
        }
        return Optional.empty();
    }
}
