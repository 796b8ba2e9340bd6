package org.mineban.convention;

import java.util.Optional;
import org.mineban.kernel.Provision;

/**
 * An entry of the list of all provisions: the Convention's structure, paragraph by paragraph. Its words, in ours and not the treaty's, are the
 * message {@code provision.ID}.
 *
 * @param id such as {@code article-7-1-a}
 * @param provision the place; empty for the preamble
 * @param appliedBy the method that applies it, as {@code Article17.entryIntoForce}; empty when nothing here computes it
 */
public record ProvisionText(String id, Optional<Provision> provision, Optional<String> appliedBy) {}
