/**
 * The web portal: pages made on the server, read without an account and without scripts, and the interface for programs. Delivery only, no rule of
 * its own: what a page says comes from the modules it names, each number with the way to its reasons.
 *
 * <p>Start with {@link org.mineban.portal.PortalServer}, then {@link org.mineban.portal.Visit} and one page, such as {@link
 * org.mineban.portal.StatesPage}. The page's template has the same name in {@code templates/}.
 */
@DomainModule(
        dependsOn = {
            "search",
            "presentation",
            "documents",
            "platform",
            "submissions",
            "reporting",
            "storage",
            "audit",
            "secrets",
            "accounts",
            "depositary",
            "operations",
            "victims",
            "backup",
            "mail",
            "jobs",
            "reminders",
            "translations",
            "operations",
            "rollup",
            "exchange",
            "geography",
            "convention",
            "parties",
            "obligations",
            "resolutions",
            "operations",
            "geography"
        })
@NullMarked
package org.mineban.portal;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
