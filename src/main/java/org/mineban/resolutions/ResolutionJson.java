package org.mineban.resolutions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of {@code resolution read}: a contract, so names are written here and do not follow from the records.
 *
 * <p>What the text does not have is {@code null}, an empty list where there may be several. Dates are ISO 8601, as precise as the text.
 */
public final class ResolutionJson {
    private final ObjectMapper mapper =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Writes one resolution, with the others of its file in {@code parts}. */
    public String write(Resolution resolution) {
        return mapper.writeValueAsString(tree(resolution));
    }

    /** The same as maps and lists, for those who write it themselves. */
    public Map<String, @Nullable Object> tree(Resolution resolution) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Masthead masthead = resolution.masthead();
        SessionName session = masthead.session();
        Origin origin = masthead.origin();
        json.put("kind", "GENERAL_ASSEMBLY_RESOLUTION");
        json.put("language", resolution.language().code());
        json.put("symbol", resolution.symbol());
        json.put("number", resolution.number());
        json.put("part", resolution.part());
        json.put("session", session == null ? null : session.number());
        json.put("sessionInWords", session == null ? null : session.words());
        json.put("sessionKind", session == null ? null : session.kind().name());
        json.put(
                "agendaItem",
                masthead.agendaItems().isEmpty()
                        ? null
                        : masthead.agendaItems().getFirst().label());
        json.put(
                "agendaItems",
                masthead.agendaItems().stream().map(ResolutionJson::agendaItem).toList());
        json.put("adoptedOn", iso(masthead.adoptedOn()));
        json.put("distribution", masthead.distribution());
        json.put("distributedOn", iso(masthead.distributedOn()));
        json.put("committeeReport", origin == null ? null : origin.committeeReport());
        json.put("committee", origin == null ? null : origin.committee());
        json.put("origin", origin == null ? null : origin(origin));
        json.put("title", resolution.title());
        json.put("omnibusTitle", resolution.omnibusTitle());
        json.put(
                "preambular",
                resolution.preambular().stream().map(ResolutionJson::paragraph).toList());
        json.put(
                "operative",
                resolution.operative().stream().map(ResolutionJson::paragraph).toList());
        json.put("plenaryMeeting", plenary(resolution.plenaryMeeting()));
        json.put("vote", vote(resolution.vote()));
        json.put(
                "citedResolutions",
                resolution.citedResolutions().stream()
                        .map(ResolutionJson::citation)
                        .toList());
        json.put(
                "meetings",
                resolution.meetings().stream().map(ResolutionJson::meeting).toList());
        json.put(
                "comingMeetings",
                resolution.comingMeetings().stream()
                        .map(ResolutionJson::meeting)
                        .toList());
        json.put(
                "counts",
                resolution.counts().stream().map(ResolutionJson::count).toList());
        json.put(
                "articles",
                resolution.articles().stream().map(ResolutionJson::article).toList());
        json.put(
                "footnotes",
                resolution.footnotes().stream().map(ResolutionJson::footnote).toList());
        json.put(
                "annexes",
                resolution.annexes().stream().map(ResolutionJson::annex).toList());
        json.put(
                "notUnderstood",
                resolution.notUnderstood().stream()
                        .map(ResolutionJson::leftover)
                        .toList());
        json.put(
                "warnings",
                resolution.warnings().stream().map(ResolutionJson::warning).toList());
        json.put("parts", resolution.parts().stream().map(this::tree).toList());
        return json;
    }

    private static Map<String, @Nullable Object> paragraph(Paragraph paragraph) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("index", paragraph.index());
        switch (paragraph.role()) {
            case PREAMBULAR -> {}
            case OPERATIVE -> {
                json.put("number", paragraph.number());
                json.put("numberPrinted", paragraph.numberPrinted());
            }
            case SUBPARAGRAPH -> json.put("label", paragraph.label());
        }
        json.put("section", paragraph.section());
        json.put("heading", paragraph.heading());
        json.put("verbs", paragraph.verbs().stream().map(Verb::words).toList());
        json.put("verbCodes", paragraph.verbs().stream().map(Verb::code).toList());
        json.put(
                "addressees",
                paragraph.addressees().stream().map(ResolutionJson::addressee).toList());
        json.put("text", paragraph.text());
        json.put(
                "subparagraphs",
                paragraph.subparagraphs().stream()
                        .map(ResolutionJson::paragraph)
                        .toList());
        json.put("closing", paragraph.closing());
        json.put(
                "citations",
                paragraph.citations().stream().map(ResolutionJson::citation).toList());
        json.put(
                "articles",
                paragraph.articles().stream().map(ResolutionJson::article).toList());
        json.put(
                "meetings",
                paragraph.meetings().stream().map(ResolutionJson::meeting).toList());
        json.put(
                "counts", paragraph.counts().stream().map(ResolutionJson::count).toList());
        json.put("documents", paragraph.documents());
        json.put(
                "followUp",
                paragraph.followUp().stream().map(ResolutionJson::followUp).toList());
        json.put("footnotes", paragraph.footnoteMarks());
        return json;
    }

    private static Map<String, @Nullable Object> followUp(FollowUp followUp) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        switch (followUp) {
            case FollowUp.MeetingAhead ahead -> {
                json.put("type", "MEETING");
                json.putAll(meeting(ahead.meeting()));
                json.put("toBeConvened", ahead.toBeConvened());
                json.put(
                        "articles",
                        ahead.articles().stream().map(ResolutionJson::article).toList());
            }
            case FollowUp.ProvisionalAgenda agenda -> {
                json.put("type", "PROVISIONAL_AGENDA");
                putSession(json, agenda.session());
                json.put("item", agenda.item());
                json.put("subItem", agenda.subItem());
            }
            case FollowUp.ReportRequested report -> {
                json.put("type", "REPORT_REQUESTED");
                json.put("from", report.from());
                putSession(json, report.session());
            }
            case FollowUp.Invitation invitation -> {
                json.put("type", "INVITATION");
                json.put(
                        "invited",
                        invitation.invited().stream()
                                .map(ResolutionJson::addressee)
                                .toList());
                json.put("as", invitation.as());
            }
            case FollowUp.FurtherConsideration consideration -> {
                json.put("type", "FURTHER_CONSIDERATION");
                putSession(json, consideration.session());
            }
            case FollowUp.Observance observance -> {
                json.put("type", "OBSERVANCE");
                json.put("name", observance.name());
                json.put("from", iso(observance.from()));
            }
        }
        json.put("words", followUp.words());
        return json;
    }

    private static void putSession(Map<String, @Nullable Object> json, @Nullable SessionName session) {
        json.put("session", session == null ? null : session.number());
        json.put("sessionKind", session == null ? null : session.kind().name());
    }

    private static Map<String, @Nullable Object> meeting(MeetingMention meeting) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", meeting.kind().code());
        json.put("ordinal", meeting.ordinal());
        json.put("place", meeting.place());
        json.put("year", meeting.year());
        json.put("start", iso(meeting.start()));
        json.put("end", iso(meeting.end()));
        json.put("words", meeting.words());
        return json;
    }

    private static Map<String, @Nullable Object> citation(Citation citation) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("organ", citation.organ());
        json.put("kind", citation.kind().name());
        json.put("number", citation.number());
        json.put("symbol", citation.symbol());
        json.put("date", iso(citation.date()));
        json.put("words", citation.words());
        return json;
    }

    private static Map<String, @Nullable Object> article(ArticleMention article) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("article", article.article());
        json.put("paragraph", article.paragraph());
        json.put("instrument", article.instrument());
        json.put("words", article.words());
        return json;
    }

    private static Map<String, @Nullable Object> origin(Origin origin) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("committee", origin.committee());
        json.put("documents", origin.documents());
        json.put("words", origin.words());
        return json;
    }

    private static Map<String, @Nullable Object> agendaItem(AgendaItem item) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("item", item.item());
        json.put("subItem", item.subItem());
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> plenary(@Nullable PlenaryMeeting meeting) {
        if (meeting == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("number", meeting.number());
        json.put("date", iso(meeting.date()));
        json.put("words", meeting.words());
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> vote(@Nullable Vote vote) {
        if (vote == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("yes", vote.yes());
        json.put("no", vote.no());
        json.put("abstentions", vote.abstentions());
        json.put("words", vote.words());
        return json;
    }

    private static Map<String, @Nullable Object> annex(Annex annex) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("heading", annex.heading());
        json.put("text", annex.text());
        return json;
    }

    private static Map<String, Object> count(Count count) {
        return Map.of("of", count.of(), "value", count.value(), "words", count.words());
    }

    private static Map<String, Object> addressee(Addressee addressee) {
        return Map.of("who", addressee.who(), "words", addressee.words());
    }

    private static Map<String, Object> footnote(Footnote note) {
        return Map.of("mark", note.mark(), "text", note.text(), "attachedTo", note.attachedTo());
    }

    private static Map<String, Object> leftover(Leftover leftover) {
        return Map.of("place", leftover.place().name(), "text", leftover.text());
    }

    private static Map<String, Object> warning(Warning warning) {
        return Map.of("code", warning.code().name(), "detail", warning.detail());
    }

    /** ISO text of a date, or null. */
    private static @Nullable String iso(@Nullable StatedDate date) {
        return date == null ? null : date.iso();
    }

    /** Kept for callers that list several resolutions in one array. */
    public List<Map<String, @Nullable Object>> trees(List<Resolution> resolutions) {
        return resolutions.stream().map(this::tree).toList();
    }
}
