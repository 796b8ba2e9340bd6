package org.mineban.presentation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mineban.actionplans.store.ActionPlanFacts;
import org.mineban.convention.Convention;
import org.mineban.convention.store.ConventionFacts;
import org.mineban.kernel.Language;
import org.mineban.meetings.store.MeetingFacts;
import org.mineban.obligations.Obligations;
import org.mineban.obligations.Receipts;
import org.mineban.obligations.store.ObligationFacts;
import org.mineban.parties.Register;
import org.mineban.parties.store.PartiesFacts;
import org.mineban.platform.FactTable;
import org.mineban.platform.Messages;
import org.mineban.resolutions.ResolutionSeries;
import org.mineban.resolutions.store.ResolutionFacts;

/**
 * Everything that is known at one moment, read and checked whole and not changed after. {@link KnowledgeSource} gives the one of now.
 *
 * @param tables the files of facts, for showing and downloading them
 */
public record Knowledge(
        Messages messages,
        Convention convention,
        Register register,
        Obligations obligations,
        ResolutionSeries resolutions,
        List<FactTable> tables) {

    /** The day of which the facts that come with this release are known; moved when they are brought up to date. */
    public static final LocalDate SHIPPED_AS_OF = LocalDate.of(2026, 11, 24);

    public Knowledge {
        tables = List.copyOf(tables);
    }

    /**
     * Reads all facts and texts.
     *
     * @throws org.mineban.kernel.ProblemException {@code broken-fact} when a row breaks its rule
     */
    public static Knowledge load(Messages messages) {
        ConventionFacts conventionFacts = new ConventionFacts();
        PartiesFacts partiesFacts = new PartiesFacts();
        ObligationFacts obligationFacts = new ObligationFacts();
        ResolutionFacts resolutionFacts = new ResolutionFacts();
        Convention convention = conventionFacts.convention();
        Register register = partiesFacts.register();
        List<FactTable> tables = new ArrayList<>(partiesFacts.tables());
        tables.addAll(obligationFacts.tables());
        tables.addAll(conventionFacts.tables());
        tables.addAll(resolutionFacts.tables());
        tables.addAll(new MeetingFacts().tables());
        tables.addAll(new ActionPlanFacts().tables());
        tables.add(Glossary.terms());
        return new Knowledge(
                messages,
                convention,
                register,
                obligationFacts.obligations(register, convention),
                resolutionFacts.series(),
                tables);
    }

    /** The same with another register, and with a table of the rows that made it so. */
    public Knowledge with(Register changed, FactTable recorded) {
        List<FactTable> more = new ArrayList<>(tables);
        more.add(recorded);
        return new Knowledge(messages, convention, changed, obligations.of(changed), resolutions, more);
    }

    /** The same with what is on record of reports received. */
    public Knowledge with(Receipts recorded) {
        return new Knowledge(messages, convention, register, obligations.with(recorded), resolutions, tables);
    }

    /** The table read from that file, as {@code parties/states.csv}. */
    public Optional<FactTable> table(String file) {
        return tables.stream().filter(table -> table.file().equals(file)).findFirst();
    }

    /** A narrator of one language, for whom States have the names they had on that day. */
    public Narrator narrator(Language language, LocalDate on) {
        return new Narrator(language, messages, register, on);
    }
}
