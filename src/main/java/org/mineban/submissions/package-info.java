/**
 * From last year's report to a submission: drafts that several people write, review and approval, what was handed in, when it was received, and the
 * public copy.
 *
 * <p>Start with {@link org.mineban.submissions.Drafts} and {@link org.mineban.submissions.Submissions}. What a report is and which rules it follows is
 * the matter of {@code reporting}.
 */
@DomainModule(
        dependsOn = {
            "reporting",
            "accounts",
            "audit",
            "storage",
            "platform",
            "documents",
            "presentation",
            "convention",
            "parties",
            "obligations"
        })
@NullMarked
package org.mineban.submissions;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
