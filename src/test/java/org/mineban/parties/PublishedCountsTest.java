package org.mineban.parties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mineban.Facts;
import org.mineban.kernel.SourceRow;
import org.mineban.parties.TreatyAction.Consent;
import org.mineban.parties.store.PartiesFacts;

/** Counts that others published, each with its source, against the register. */
@DisplayName("Published counts")
class PublishedCountsTest {

    private final Register register = Facts.KNOWLEDGE.register();

    static Stream<SourceRow> published() {
        return new PartiesFacts().publishedCounts().rows().stream();
    }

    @Test
    void are_twenty_two() {
        assertThat(published()).hasSize(22);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void come_out_of_the_register(SourceRow row) {
        LocalDate on = LocalDate.parse(row.get("date"));
        int stated = Integer.parseInt(row.get("value"));
        // EXPLAINED -1 in the row: Nairobi counts Ethiopia, whose deposit is recorded two weeks later
        int expected = row.note().startsWith("EXPLAINED -1") ? stated - 1 : stated;

        assertThat(ours(row.get("measure"), on)).as(row.get("source")).isEqualTo(expected);
    }

    @Test
    void of_nairobi_counts_ethiopia_which_deposited_two_weeks_later() {
        LocalDate nairobi = LocalDate.of(2004, 12, 3);

        assertThat(register.standing(Facts.state("ETH"), nairobi).value()).isInstanceOf(Standing.Signatory.class);
        assertThat(register.consent(Facts.state("ETH"), LocalDate.of(2004, 12, 17)))
                .isPresent();
        assertThat(register.counts(LocalDate.of(2004, 12, 17))
                        .partiesByDeposit()
                        .value())
                .isEqualTo(144);
    }

    private int ours(String measure, LocalDate on) {
        Counts counts = register.counts(on);
        return switch (measure) {
            case "parties_by_deposit" -> counts.partiesByDeposit().value();
            case "signatures" -> counts.signatures().value();
            case "signed_not_bound" -> counts.signedNotBound().value();
            case "not_bound_of_197" ->
                counts.notBound().value() + counts.signedNotBound().value();
            case "signatures_plus_accessions" -> counts.signatures().value() + accessions(on);
            default -> throw new IllegalArgumentException("No such measure: " + measure);
        };
    }

    private int accessions(LocalDate on) {
        return (int) register.states().stream()
                .flatMap(state -> register.actions(state.code()).stream())
                .filter(action -> action instanceof Consent consent
                        && consent.kind() == Consent.Kind.ACCESSION
                        && !consent.date().earliest().isAfter(on))
                .count();
    }
}
