package org.mineban.resolutions.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mineban.resolutions.Addressee;
import org.mineban.resolutions.ArticleMention;
import org.mineban.resolutions.FollowUp;
import org.mineban.resolutions.MeetingMention;
import org.mineban.resolutions.SessionName;
import org.mineban.resolutions.StatedDate;

/** What is left to be done after an operative paragraph. */
final class FollowUps {
    private static final Pattern AGENDA = Pattern.compile(
            "(?:provisional |draft |preliminary )agenda|ordre du jour provisoire|(?:to (?:include|place|inscribe) (?:in|on) the agenda)|(?:inscrire a l'ordre du jour)|(?:porter a l'ordre du jour)");
    private static final Pattern AGENDA_SESSION = Pattern.compile(
            "(?:of|for|at) (?:its|the) ([a-z' -]{4,50}?session)|(?:de|a) (?:sa|la) ([a-z' -]{4,50}?session(?: extraordinaire)?)");
    private static final Pattern QUOTED =
            Pattern.compile("[\u00AB\u201C\"]\\s{0,2}([^\u00BB\u201D\"\u00AB\u201C]{2,500}?)\\s{0,2}[\u00BB\u201D\"]");
    private static final Pattern SUB_ITEM =
            Pattern.compile("sub-?item|question subsidiaire|point subsidiaire|sous-question");
    private static final Pattern REPORT = Pattern.compile(
            "\\b(?:to|and|et|de|d'|a) (?:lui |leur |also |en |y |then |further )?(?:(?:report|rendre compte|faire rapport|presenter|submit|present|provide|prepare|etablir|soumettre|communiquer|faire tenir|transmettre|remettre|adresser|issue|convey|rend(?:re|e) compte|transmit|publier|fournir)\\b)");
    private static final Pattern REPORT_WORD =
            Pattern.compile("report|rapport|rendre compte|rend compte|etude|study|rapports");
    private static final Pattern SESSION = Pattern.compile(
            "(?:(?:at|during|to|for) (?:its|the) |(?:a|lors de|pour|de|au cours de) (?:sa|la) )([a-z' -]{4,50}?session(?: extraordinaire(?: d'urgence)?)?)");
    private static final Pattern CONSIDERATION = Pattern.compile(
            "(?:remain|rester|demeurer|demeure|reste|remains) (?:activement |actively )?(?:saisie?|seized)|(?:continue|resume|poursuivre|reprendre|revenir|examiner|consider|review|keep|maintenir|suivre|continuer)\\b.{0,80}?(?:consideration|examen|examiner|review|question|matter|item|situation|progress|implementation|subject)");
    private static final Pattern INVITE = Pattern.compile("\\b(?:to |d'|a |and to )(?:invite|inviter|convier)\\b");
    private static final Pattern OBSERVER =
            Pattern.compile("en qualite d'observateurs?|as observers?|a titre d'observateurs?|in an observer capacity");
    private static final Pattern CONVENE = Pattern.compile("\\b(?:convene|convoquer|convening|convocation|to hold)\\b");
    private static final Pattern ATTEND =
            Pattern.compile("participer|prendre part|assister|attend|participate|take part");
    private static final Pattern AHEAD = Pattern.compile(
            "to be (?:held|convened)|will (?:be held|be convened|take place|hold|meet)|scheduled|shall be (?:held|convened)|doi(?:t|ven?t) (?:se tenir|avoir lieu|se reunir)|se tiendra|aura lieu|prochaine|forthcoming|prevue?s? |upcoming");
    private static final Pattern OBSERVANCE = Pattern.compile(
            "(?:proclaim|proclame|designate|declare|designe|observe|commemorer|celebrer|celebre|proclamer|designer).{0,120}?((?:international |united nations |world |third |second |first )?(?:(?:day|year|decade|week) (?:of|for|on|against|to)|(?:journee|annee|decennie|semaine) (?:internationale|mondiale|des nations unies)) ?[^,;.]{0,120})");

    private final MastheadReader sessions;
    private final Dates dates;
    private final Addressees addressees;

    FollowUps(MastheadReader sessions, Dates dates, Addressees addressees) {
        this.sessions = sessions;
        this.dates = dates;
        this.addressees = addressees;
    }

    /** What a paragraph of its own says; sub-paragraphs are asked one by one. */
    List<FollowUp> read(
            String plain,
            Optional<Verbs.Phrase> verbs,
            List<Addressee> to,
            List<MeetingMention> meetings,
            List<ArticleMention> articles) {
        String text = plain.replace('\u2019', '\'');
        String folded = Fold.fold(text);
        List<FollowUp> found = new ArrayList<>();
        boolean directs = verbs.map(Verbs.Phrase::directs).orElse(false);
        found.addAll(meetingsAhead(folded, meetings, articles));
        boolean agenda = AGENDA.matcher(folded).find();
        if (agenda) {
            found.add(agenda(text, folded));
        }
        invitation(text, folded, directs, to, found);
        SessionName session = session(SESSION, folded, text);
        boolean report =
                REPORT_WORD.matcher(folded).find() && REPORT.matcher(folded).find();
        if (report && (directs || !to.isEmpty())) {
            found.add(new FollowUp.ReportRequested(
                    to.isEmpty() ? null : to.getFirst().who(), session, text));
        }
        boolean again = !agenda
                && !directs
                && CONSIDERATION.matcher(folded).find()
                && verbs.filter(v -> decides(v)).isPresent();
        if (again) {
            found.add(new FollowUp.FurtherConsideration(session, text));
        }
        observance(text, folded, found);
        return found;
    }

    /** Meetings that the paragraph sends somebody to or has prepared; one that is only looked back on is none. */
    private static List<FollowUp> meetingsAhead(
            String folded, List<MeetingMention> meetings, List<ArticleMention> articles) {
        boolean convened = CONVENE.matcher(folded).find();
        boolean ahead = convened
                || ATTEND.matcher(folded).find()
                || AHEAD.matcher(folded).find();
        if (!ahead) {
            return List.of();
        }
        Set<String> named = new HashSet<>();
        List<FollowUp> found = new ArrayList<>();
        for (MeetingMention meeting : meetings) {
            boolean known = meeting.ordinal() != null && !named.add(meeting.kind() + " " + meeting.ordinal());
            if (!known) {
                found.add(new FollowUp.MeetingAhead(meeting, convened, articles));
            }
        }
        return found;
    }

    private static boolean decides(Verbs.Phrase phrase) {
        return phrase.verbs().stream()
                .anyMatch(v -> List.of("DECIDE", "URGE_SELF", "EXPRESS_HOPE").contains(v.code()));
    }

    private FollowUp agenda(String text, String folded) {
        SessionName session = session(AGENDA_SESSION, folded, text);
        if (session == null) {
            session = session(SESSION, folded, text);
        }
        List<String> titles = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            titles.add(quoted.group(1).strip());
        }
        boolean hasSub = SUB_ITEM.matcher(folded).find();
        Matcher sub = SUB_ITEM.matcher(folded);
        boolean subFirst = hasSub && sub.find() && !titles.isEmpty() && sub.start() < text.indexOf(titles.getFirst());
        String item = titles.isEmpty() ? null : titles.getFirst();
        String subItem = null;
        if (hasSub && titles.size() > 1) {
            boolean itemNamedFirst = !subFirst
                    || (folded.indexOf("under the item") >= 0 && folded.indexOf("under the item") < sub.start());
            item = itemNamedFirst ? titles.getFirst() : titles.get(1);
            subItem = itemNamedFirst ? titles.get(1) : titles.getFirst();
        } else if (hasSub && subFirst) {
            subItem = item;
            item = null;
        }
        return new FollowUp.ProvisionalAgenda(session, item, subItem, text);
    }

    private void invitation(String text, String folded, boolean directs, List<Addressee> to, List<FollowUp> found) {
        Matcher observer = OBSERVER.matcher(folded);
        String as = observer.find() ? text.substring(observer.start(), observer.end()) : null;
        Matcher invite = INVITE.matcher(folded);
        if (invite.find()) {
            int end = invite.end() + addressees.end(text.substring(invite.end()));
            List<Addressee> invited = addressees.in(text.substring(invite.end(), end));
            found.add(new FollowUp.Invitation(
                    invited, as, text.substring(invite.start(), end).strip()));
        } else if (directs
                && !to.isEmpty()
                && ATTEND.matcher(folded).find()
                && found.stream().anyMatch(FollowUp.MeetingAhead.class::isInstance)) {
            found.add(new FollowUp.Invitation(to, as, text));
        }
    }

    private void observance(String text, String folded, List<FollowUp> found) {
        Matcher matcher = OBSERVANCE.matcher(folded);
        if (matcher.find()) {
            String name = text.substring(matcher.start(1), matcher.end(1)).strip();
            StatedDate from = dates.firstDay(folded, 0).map(Dates.Found::start).orElse(null);
            found.add(new FollowUp.Observance(name, from, text));
        }
    }

    private @Nullable SessionName session(Pattern pattern, String folded, String text) {
        Matcher matcher = pattern.matcher(folded);
        while (matcher.find()) {
            int group = matcher.group(1) != null ? 1 : 2;
            SessionName session = sessions.sessionIn(text.substring(matcher.start(group), matcher.end(group)));
            if (session != null) {
                return session;
            }
        }
        return null;
    }
}
