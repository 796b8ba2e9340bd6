package org.mineban.resolutions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mineban.kernel.StateCode;

/** The General Assembly's yearly resolutions on the Convention since 1996, oldest first, and the votes on them. */
public final class ResolutionSeries {

    private final List<SeriesResolution> resolutions;
    private final Map<StateCode, Map<String, StateVote>> votes;
    private final java.util.Set<String> voted;

    public ResolutionSeries(List<SeriesResolution> resolutions, List<StateVote> votes) {
        this.resolutions = List.copyOf(resolutions);
        this.votes = votes.stream()
                .collect(
                        Collectors.groupingBy(StateVote::state, Collectors.toMap(StateVote::resolution, vote -> vote)));
        this.voted = votes.stream().map(StateVote::resolution).collect(Collectors.toUnmodifiableSet());
    }

    /** Every resolution, oldest first. */
    public List<SeriesResolution> resolutions() {
        return resolutions;
    }

    /** The newest resolution of the series. */
    public SeriesResolution newest() {
        return resolutions.getLast();
    }

    /** The resolution with that number, as {@code 67/32}. */
    public Optional<SeriesResolution> find(String number) {
        return resolutions.stream()
                .filter(resolution -> resolution.number().equals(number))
                .findFirst();
    }

    /** The resolution with that address, as {@code A-RES-67-32}, in capitals or not. */
    public Optional<SeriesResolution> findBySlug(String slug) {
        return resolutions.stream()
                .filter(resolution -> resolution.slug().equalsIgnoreCase(slug))
                .findFirst();
    }

    /** How the State voted on that resolution; empty when no vote of it is recorded. */
    public Optional<StateVote> vote(StateCode state, String resolution) {
        return Optional.ofNullable(votes.getOrDefault(state, Map.of()).get(resolution));
    }

    /** Whether any vote on that resolution is recorded, so that a State without one did not vote. */
    public boolean votesRecorded(String resolution) {
        return voted.contains(resolution);
    }
}
