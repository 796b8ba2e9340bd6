package org.mineban.resolutions.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.resolutions.PlenaryMeeting;
import org.mineban.resolutions.StatedDate;

/**
 * Tells one resolution of a document from the next: by numbered headings, by the letters of an omnibus resolution, by the words "The
 * General Assembly", and by the line of the plenary meeting that closes each.
 */
final class Parts {
    /** The blocks above the first resolution, and the resolutions. */
    record Cut(List<String> masthead, List<Part> parts) {}

    private final Plenary plenary;
    private final Verbs verbs;
    private final List<String> masthead = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private Part current = new Part(0);
    private Part.State state = Part.State.TITLE;
    private boolean inMasthead = true;

    private Parts(Plenary plenary, Verbs verbs) {
        this.plenary = plenary;
        this.verbs = verbs;
    }

    static Cut cut(List<String> blocks, Plenary plenary, Verbs verbs) {
        Parts parts = new Parts(plenary, verbs);
        for (int i = 0; i < blocks.size(); i++) {
            parts.take(blocks, i);
        }
        parts.finish(blocks.size());
        parts.shareMeeting();
        return new Cut(List.copyOf(parts.masthead), List.copyOf(parts.parts));
    }

    /** One line of the meeting at the end stands for all parts of a resolution that have none. */
    private void shareMeeting() {
        for (int i = parts.size() - 2; i >= 0; i--) {
            Part part = parts.get(i);
            Part next = parts.get(i + 1);
            ResolutionNumber number = part.number;
            ResolutionNumber following = next.number;
            boolean same = number != null && following != null && number.sameText(following);
            if (same && part.plenaryMeeting == null) {
                part.plenaryMeeting = next.plenaryMeeting;
            }
        }
    }

    private void take(List<String> blocks, int index) {
        String block = blocks.get(index);
        Optional<Shapes.Heading> heading = Shapes.heading(block);
        if (heading.isPresent() && Ahead.opensSoon(blocks, index) && !repeats(heading.get())) {
            begin(index, heading.get().number(), null);
            addTitle(heading.get().title());
            return;
        }
        String letter = letter(blocks, index);
        if (letter != null) {
            takeLetter(letter, index);
            return;
        }
        char next = nextLetter();
        String titled = inMasthead ? null : Shapes.titleAfterLetter(block, next);
        if (titled != null
                && Ahead.openingWithin(blocks, index, 3)
                && (next != 'A' || Ahead.hasLetter(blocks, index, 'B'))) {
            takeLetter(String.valueOf(next), index);
            addTitle(titled);
            return;
        }
        Optional<PlenaryMeeting> meeting = plenary.read(block);
        if (meeting.isPresent() && !inMasthead) {
            takeMeeting(meeting.get());
            return;
        }
        if (meeting.isPresent() && looksLikeFragment()) {
            fragment(index);
            takeMeeting(meeting.get());
            return;
        }
        int opening = Shapes.opening(block);
        if (opening >= 0 && (!current.opened || (Shapes.isBareOpening(block) && state != Part.State.BODY))) {
            takeOpening(block, opening, index);
            return;
        }
        if (opening >= 0 && Shapes.isBareOpening(block) && state == Part.State.BODY) {
            takeSecondOpening(index);
            return;
        }
        String annex = Shapes.annex(block);
        if (annex != null && !inMasthead && state != Part.State.TITLE) {
            current.annexes.add(new Part.AnnexBlocks(annex, new ArrayList<>()));
            state = Part.State.ANNEX;
            return;
        }
        if (state == Part.State.AFTER && Shapes.beginsAnnex(block)) {
            current.annexes.add(new Part.AnnexBlocks(null, new ArrayList<>(List.of(block))));
            state = Part.State.ANNEX;
            return;
        }
        takeText(block);
    }

    private void takeText(String block) {
        if (inMasthead) {
            masthead.add(block);
            return;
        }
        switch (state) {
            case TITLE -> takeTitle(block);
            case BODY -> current.body.add(block);
            case AFTER -> takeAfter(block);
            case ANNEX -> current.annexes.getLast().blocks().add(block);
        }
    }

    /** Between heading and opening: the title goes on, or the preamble begins without the opening words. */
    private void takeTitle(String block) {
        boolean text = verbs.begins(Marks.plain(block)) && (block.endsWith(",") || block.endsWith(";"));
        if (text || Shapes.numbered(block).isPresent()) {
            state = Part.State.BODY;
            current.body.add(block);
        } else {
            addTitle(block);
        }
    }

    private void takeAfter(String block) {
        PlenaryMeeting meeting = current.plenaryMeeting;
        StatedDate date = plenary.dateLine(block);
        if (meeting != null && meeting.date() == null && date != null && current.after.isEmpty()) {
            current.plenaryMeeting =
                    new PlenaryMeeting(meeting.number(), date, meeting.words() + " " + Marks.plain(block));
        } else {
            current.after.add(block);
        }
    }

    private void takeLetter(String letter, int index) {
        ResolutionNumber known = current.number;
        String omnibus = current.omnibusTitle;
        if (omnibus == null && !current.opened && !current.title.isEmpty()) {
            omnibus = String.join(" ", current.title);
        }
        boolean first = !current.opened && current.body.isEmpty();
        if (!first) {
            begin(index, known, omnibus);
        }
        current.title.clear();
        current.omnibusTitle = omnibus;
        current.number = known == null ? null : known.withPart(letter);
    }

    private void takeMeeting(PlenaryMeeting meeting) {
        if (current.plenaryMeeting == null) {
            current.plenaryMeeting = meeting;
        } else {
            current.after.add(meeting.words());
        }
        state = Part.State.AFTER;
    }

    private void takeOpening(String block, int opening, int index) {
        if (current.opened || inMasthead) {
            boolean torn = inMasthead && looksLikeFragment() && Shapes.isBareOpening(block);
            if (torn) {
                fragment(index);
            }
            beginNextPart(index);
        }
        current.opened = true;
        state = Part.State.BODY;
        String rest = block.substring(opening).strip();
        if (Fold.squeeze(Marks.plain(rest)).length() > 2) {
            current.body.add(rest);
        }
    }

    /**
     * The opening words once more: below a section's numeral or before anything was decided they only repeat themselves; after operative
     * paragraphs they open the next part, whose title is what stands right above.
     */
    private void takeSecondOpening(int index) {
        List<String> body = current.body;
        boolean section = !body.isEmpty() && Shapes.section(body.getLast()) != null;
        boolean decided = body.stream().anyMatch(this::isOperative);
        if (section || !decided) {
            return;
        }
        List<String> title = new ArrayList<>();
        while (!body.isEmpty() && title.size() < 3 && isTitleLine(body.getLast())) {
            title.addFirst(body.removeLast());
        }
        beginNextPart(index);
        title.forEach(this::addTitle);
        current.opened = true;
        state = Part.State.BODY;
    }

    private boolean isOperative(String block) {
        return Shapes.numbered(block)
                .filter(n -> verbs.role(Marks.plain(n.rest())) == Verbs.Role.OPERATIVE)
                .isPresent();
    }

    private boolean isTitleLine(String block) {
        String plain = Marks.plain(block);
        boolean open = !plain.isEmpty() && ".;,:".indexOf(plain.charAt(plain.length() - 1)) < 0;
        return open && plain.length() < 200 && Character.isUpperCase(plain.charAt(0)) && !verbs.begins(plain);
    }

    /** A part of the same resolution, or one whose heading is lost. */
    private void beginNextPart(int index) {
        ResolutionNumber number = current.number;
        String omnibus = current.omnibusTitle;
        char next = nextLetter();
        if (number != null && number.part() != null) {
            begin(index, number.withPart(String.valueOf(next)), omnibus);
        } else {
            begin(index, null, null);
        }
    }

    private char nextLetter() {
        ResolutionNumber number = current.number;
        String part = number == null ? null : number.part();
        return part == null ? 'A' : (char) (part.charAt(0) + 1);
    }

    /** The letter that a block is. One that recognition spoiled is the next one. */
    private @Nullable String letter(List<String> blocks, int index) {
        String block = blocks.get(index);
        if (inMasthead || block.length() > 8 || !Ahead.openingWithin(blocks, index, 6)) {
            return null;
        }
        String letter = Shapes.letter(block);
        boolean spoiled =
                letter == null && block.length() == 1 && nextLetter() > 'A' && Ahead.openingWithin(blocks, index, 2);
        return spoiled ? String.valueOf(nextLetter()) : letter;
    }

    /** Pages torn from a volume begin in the middle of another resolution: that text becomes a part without number. */
    private boolean looksLikeFragment() {
        return parts.isEmpty()
                && inMasthead
                && masthead.stream()
                        .anyMatch(block -> Shapes.numbered(block)
                                .filter(n -> verbs.begins(Marks.plain(n.rest())))
                                .isPresent());
    }

    private void fragment(int index) {
        inMasthead = false;
        current = new Part(0);
        current.body.addAll(masthead);
        masthead.clear();
        state = Part.State.BODY;
        current.endBlock = index;
    }

    private void begin(int index, @Nullable ResolutionNumber number, @Nullable String omnibusTitle) {
        if (inMasthead && looksLikeFragment()) {
            fragment(index);
        }
        close(index);
        inMasthead = false;
        current = new Part(index);
        current.number = number;
        current.omnibusTitle = omnibusTitle;
        state = Part.State.TITLE;
    }

    private void close(int index) {
        current.endBlock = index;
        if (!current.isEmpty()) {
            parts.add(current);
        }
    }

    private void finish(int end) {
        if (inMasthead && looksLikeFragment()) {
            fragment(end);
        }
        close(end);
    }

    private void addTitle(String text) {
        String title = Marks.plain(text).strip();
        if (!title.isEmpty()) {
            current.title.add(title);
        }
    }

    /** A heading printed again on the next page, or the number of this resolution in its own text. */
    private boolean repeats(Shapes.Heading heading) {
        ResolutionNumber number = current.number;
        return number != null && number.sameText(heading.number()) && !current.opened;
    }
}
