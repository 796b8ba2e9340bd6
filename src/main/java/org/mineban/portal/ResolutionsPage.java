package org.mineban.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.StateCode;
import org.mineban.parties.State;
import org.mineban.presentation.ResolutionColumn;
import org.mineban.resolutions.ResolutionSeries;
import org.mineban.resolutions.SeriesResolution;
import org.mineban.resolutions.StateVote;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The yearly resolutions: the series, and each with its votes. */
@RestController
final class ResolutionsPage {

    private final PageRenderer renderer;
    private final HomePage home;

    ResolutionsPage(PageRenderer renderer, HomePage home) {
        this.renderer = renderer;
        this.home = home;
    }

    /** The series, newest first. */
    record SeriesView(String shown, List<SeriesRow> rows) {}

    /**
     * A resolution in the series.
     *
     * @param quoted the count its text states; empty when it states none or the text was not found
     * @param ours our count on the day of adoption
     * @param later whether it was adopted after the chosen day
     */
    record SeriesRow(
            String symbol,
            String href,
            int session,
            String adopted,
            String vote,
            String quoted,
            String ours,
            String oursWhy,
            boolean differs,
            boolean later,
            SourceMark source) {}

    /** One resolution. */
    record View(
            String number,
            String symbol,
            int session,
            String adopted,
            String vote,
            Optional<String> quoted,
            String ours,
            String oursWhy,
            String titleVariant,
            String officialText,
            SourceMark source,
            boolean votesRecorded,
            List<VoteGroup> votes,
            Optional<String> sumDiffers,
            List<Link> others) {}

    /** The States that voted in one way. */
    record VoteGroup(String choice, String count, List<Link> states) {}

    @GetMapping("/resolutions")
    ResponseEntity<byte[]> series(Visit visit) {
        List<SeriesRow> rows = visit.knowledge().resolutions().resolutions().reversed().stream()
                .map(resolution -> row(visit, resolution))
                .toList();
        SeriesView view = new SeriesView(visit.say("page.resolutions.shown", Map.of("count", rows.size())), rows);
        return renderer.page(visit, "resolutions", visit.say("page.resolutions.title"), view);
    }

    @GetMapping("/resolutions/{slug:[A-Za-z0-9-]{1,40}}")
    ResponseEntity<byte[]> resolution(Visit visit, @PathVariable("slug") String slug) {
        SeriesResolution resolution = visit.knowledge()
                .resolutions()
                .findBySlug(slug)
                .orElseThrow(() -> Faults.notFound("/resolutions/" + slug));
        return resolution.number().equals(ResolutionColumn.SEED)
                ? home.asResolution(visit)
                : renderer.page(visit, "resolution", visit.code(resolution.symbol()), view(visit, resolution));
    }

    private static int ours(Visit visit, SeriesResolution resolution) {
        return visit.knowledge()
                .register()
                .counts(resolution.adopted())
                .partiesByDeposit()
                .value();
    }

    private SeriesRow row(Visit visit, SeriesResolution resolution) {
        int ours = ours(visit, resolution);
        return new SeriesRow(
                visit.code(resolution.symbol()),
                visit.link("/resolutions/" + resolution.slug()),
                resolution.session(),
                visit.date(resolution.adopted()),
                visit.narrator().tally(resolution),
                resolution.statesAccepted().isPresent()
                        ? visit.number(resolution.statesAccepted().getAsInt())
                        : "",
                visit.number(ours),
                visit.link("/why/count/partiesByDeposit", resolution.adopted()),
                resolution.statesAccepted().isPresent()
                        && resolution.statesAccepted().getAsInt() != ours,
                resolution.adopted().isAfter(visit.on()),
                SourceMark.of(visit, resolution.row()));
    }

    private View view(Visit visit, SeriesResolution resolution) {
        return new View(
                visit.code(resolution.number()),
                visit.code(resolution.symbol()),
                resolution.session(),
                visit.date(resolution.adopted()),
                visit.narrator().tally(resolution),
                resolution.statesAccepted().isPresent()
                        ? Optional.of(visit.number(resolution.statesAccepted().getAsInt()))
                        : Optional.empty(),
                visit.number(ours(visit, resolution)),
                visit.link("/why/count/partiesByDeposit", resolution.adopted()),
                resolution.row().get("title_variant"),
                "https://undocs.org/" + visit.lang() + "/" + resolution.symbol(),
                SourceMark.of(visit, resolution.row()),
                visit.knowledge().resolutions().votesRecorded(resolution.number()),
                votes(visit, resolution),
                sumDiffers(visit, resolution),
                neighbours(visit, visit.knowledge().resolutions(), resolution.number()));
    }

    private List<VoteGroup> votes(Visit visit, SeriesResolution resolution) {
        if (!visit.knowledge().resolutions().votesRecorded(resolution.number())) {
            return List.of();
        }
        List<VoteGroup> groups = new ArrayList<>();
        Arrays.stream(StateVote.Choice.values())
                .forEach(choice -> groups.add(group(
                        visit,
                        visit.say("vote." + Words.key(choice.name())),
                        vote -> vote.filter(cast -> cast.choice() == choice).isPresent(),
                        resolution)));
        groups.add(group(visit, visit.say("page.vote.did-not-vote"), Optional::isEmpty, resolution));
        return groups;
    }

    private VoteGroup group(
            Visit visit,
            String label,
            java.util.function.Predicate<Optional<StateVote>> wanted,
            SeriesResolution resolution) {
        List<Link> states = visit.knowledge().register().states().stream()
                .filter(State::unMember)
                .filter(state -> wanted.test(visit.knowledge().resolutions().vote(state.code(), resolution.number())))
                .sorted(Words.order(visit))
                .map(state -> Link.of(visit.state(state.code()), visit.link("/states/" + state.code())))
                .toList();
        return new VoteGroup(label, visit.number(states.size()), states);
    }

    /** That the votes by State do not add up to the published vote, where they do not. */
    private Optional<String> sumDiffers(Visit visit, SeriesResolution resolution) {
        if (!visit.knowledge().resolutions().votesRecorded(resolution.number())) {
            return Optional.empty();
        }
        int yes = count(visit, resolution, StateVote.Choice.YES);
        int no = count(visit, resolution, StateVote.Choice.NO);
        int abstain = count(visit, resolution, StateVote.Choice.ABSTAIN);
        return resolution
                .plenary()
                .filter(tally -> !tally.equals(new SeriesResolution.Tally(yes, no, abstain)))
                .map(tally ->
                        visit.say("page.resolutions.sum-differs", Map.of("yes", yes, "no", no, "abstain", abstain)));
    }

    private static int count(Visit visit, SeriesResolution resolution, StateVote.Choice choice) {
        return (int) visit.knowledge().register().states().stream()
                .filter(state -> visit.knowledge()
                        .resolutions()
                        .vote(state.code(), resolution.number())
                        .filter(vote -> vote.choice() == choice)
                        .isPresent())
                .count();
    }

    /** How a State voted, in words: that it did not vote is said only where the votes are recorded. */
    static String vote(Visit visit, ResolutionSeries series, SeriesResolution resolution, StateCode state) {
        if (!series.votesRecorded(resolution.number())) {
            return visit.say("page.vote.not-recorded");
        }
        return series.vote(state, resolution.number())
                .map(vote -> visit.say("vote." + Words.key(vote.choice().name())))
                .orElseGet(() -> visit.say("page.vote.did-not-vote"));
    }

    /** The resolution before and the one after, and the series. */
    static List<Link> neighbours(Visit visit, ResolutionSeries series, String number) {
        List<SeriesResolution> all = series.resolutions();
        int place = all.indexOf(series.find(number).orElseThrow());
        List<Link> links = new ArrayList<>();
        if (place > 0) {
            links.add(neighbour(visit, all.get(place - 1), "page.resolutions.before"));
        }
        if (place + 1 < all.size()) {
            links.add(neighbour(visit, all.get(place + 1), "page.resolutions.after"));
        }
        links.add(Link.of(visit.say("page.home.series.link"), visit.link("/resolutions")));
        return links;
    }

    private static Link neighbour(Visit visit, SeriesResolution resolution, String key) {
        return Link.of(
                visit.say(key, Map.of("symbol", visit.code(resolution.symbol()))),
                visit.link("/resolutions/" + resolution.slug()));
    }
}
