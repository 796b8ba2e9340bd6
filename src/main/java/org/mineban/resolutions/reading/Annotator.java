package org.mineban.resolutions.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mineban.resolutions.Addressee;
import org.mineban.resolutions.ArticleMention;
import org.mineban.resolutions.Citation;
import org.mineban.resolutions.Count;
import org.mineban.resolutions.FollowUp;
import org.mineban.resolutions.MeetingMention;
import org.mineban.resolutions.Paragraph;
import org.mineban.resolutions.Paragraph.Role;
import org.mineban.resolutions.Verb;

/** Says of a paragraph what it does, whom it asks, what it names and what follows from it. */
final class Annotator {
    private static final Pattern FURTHER =
            Pattern.compile("[,;] (?:and |et )?(?:in this regard,? |à cet égard,? |à cette fin,? )?(?=\\p{Ll})");

    /** A paragraph is kept whole, but nothing is looked for beyond this length; the longest real ones have a tenth of it. */
    private static final int LONGEST = 40_000;

    private static final int FURTHER_LOOK = 1_200;

    private final Verbs verbs;
    private final Addressees addressees;
    private final Citations citations;
    private final Meetings meetings;
    private final Counts counts;
    private final FollowUps followUps;

    Annotator(
            Verbs verbs,
            Addressees addressees,
            Citations citations,
            Meetings meetings,
            Counts counts,
            FollowUps followUps) {
        this.verbs = verbs;
        this.addressees = addressees;
        this.citations = citations;
        this.meetings = meetings;
        this.counts = counts;
        this.followUps = followUps;
    }

    Paragraph paragraph(Draft draft, Role role, int index) {
        return paragraph(draft, role, index, List.of());
    }

    private Paragraph paragraph(Draft draft, Role role, int index, List<Addressee> inherited) {
        String whole = Marks.plain(draft.text.toString());
        String text = whole.substring(0, Math.min(whole.length(), LONGEST));
        Optional<Verbs.Phrase> phrase = verbs.read(text);
        Verbs.Role expected = role == Role.PREAMBULAR ? Verbs.Role.PREAMBULAR : Verbs.Role.OPERATIVE;
        Optional<Verbs.Phrase> fitting = phrase.filter(p -> role != Role.SUBPARAGRAPH || p.role() == expected);
        List<Verb> found =
                new ArrayList<>(fitting.map(Verbs.Phrase::verbs).orElseGet(() -> unknown(draft, text, role)));
        List<Addressee> to = new ArrayList<>();
        if (role != Role.PREAMBULAR) {
            fitting.ifPresent(p -> to.addAll(addressees.read(text, p)));
        }
        if (role == Role.OPERATIVE) {
            addFurtherVerbs(text, found, to);
        }
        List<Citation> cited = new ArrayList<>(citations.read(text));
        List<ArticleMention> articles = new ArrayList<>(Articles.read(text));
        List<MeetingMention> met = new ArrayList<>(meetings.read(text));
        List<Count> counted = new ArrayList<>(counts.read(text));
        List<String> documents = new ArrayList<>(MastheadReader.documents(text));
        List<FollowUp> following = new ArrayList<>();
        if (role != Role.PREAMBULAR) {
            following.addAll(followUps.read(text, fitting, to.isEmpty() ? inherited : to, met, articles));
        }
        List<String> marks = new ArrayList<>(Marks.notesIn(draft.text.toString()));
        List<Paragraph> children = new ArrayList<>();
        List<Addressee> passedOn = to.isEmpty() ? inherited : to;
        for (Draft child : draft.children) {
            Paragraph sub = paragraph(child, Role.SUBPARAGRAPH, children.size() + 1, passedOn);
            children.add(sub);
            cited.addAll(sub.citations());
            articles.addAll(sub.articles());
            met.addAll(sub.meetings());
            counted.addAll(sub.counts());
            documents.addAll(sub.documents());
            if (role != Role.PREAMBULAR) {
                following.addAll(sub.followUp());
            }
            marks.addAll(sub.footnoteMarks());
        }
        String closing = closing(draft);
        if (closing != null) {
            cited.addAll(citations.read(closing.substring(0, Math.min(closing.length(), LONGEST))));
        }
        return new Paragraph(
                role,
                index,
                role == Role.OPERATIVE && draft.number > 0 ? Integer.valueOf(draft.number) : null,
                draft.numberPrinted,
                draft.label,
                draft.section,
                draft.heading,
                found,
                to,
                whole,
                children,
                closing,
                cited.stream().distinct().toList(),
                articles.stream().distinct().toList(),
                met.stream().distinct().toList(),
                counted.stream().distinct().toList(),
                documents.stream().distinct().toList(),
                following,
                marks.stream().distinct().toList());
    }

    /** "Takes note of the report, and requests the Secretary-General …": a second thing done in the same sentence. */
    private void addFurtherVerbs(String text, List<Verb> found, List<Addressee> to) {
        Matcher further = FURTHER.matcher(text);
        while (further.find()) {
            String rest = text.substring(further.end(), Math.min(text.length(), further.end() + FURTHER_LOOK));
            Optional<Verbs.Phrase> phrase = Character.isLowerCase(rest.charAt(0)) ? verbs.read(rest) : Optional.empty();
            boolean second = phrase.filter(p -> p.role() == Verbs.Role.OPERATIVE
                            && p.directs()
                            && !p.verbs().getFirst().code().equals("INSTRUCT"))
                    .isPresent();
            List<Addressee> asked = second ? addressees.read(rest, phrase.get()) : List.of();
            boolean sure =
                    !asked.isEmpty() && asked.stream().noneMatch(a -> a.who().equals("OTHER"));
            if (sure) {
                found.addAll(phrase.get().verbs());
                for (Addressee addressee : asked) {
                    boolean known = to.stream().anyMatch(a -> a.who().equals(addressee.who()));
                    if (!known) {
                        to.add(addressee);
                    }
                }
            }
        }
    }

    private static @Nullable String closing(Draft draft) {
        String closing = Marks.plain(draft.closing.toString());
        return closing.isEmpty() ? null : closing;
    }

    /** The printer's italics, or the first word, for a verb that the list does not have. */
    private static List<Verb> unknown(Draft draft, String text, Role role) {
        if (role == Role.SUBPARAGRAPH || text.isEmpty()) {
            return List.of();
        }
        String marked = draft.text.toString();
        int close = marked.indexOf(Marks.ITALIC_CLOSE);
        if (marked.charAt(0) == Marks.ITALIC_OPEN && close > 1 && close < 80) {
            return List.of(new Verb("OTHER", Marks.plain(marked.substring(1, close))));
        }
        int space = text.indexOf(' ');
        return List.of(new Verb("OTHER", space < 0 ? text : text.substring(0, space)));
    }
}
