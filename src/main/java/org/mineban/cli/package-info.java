/**
 * The command line: one thin class per command. Data goes to standard output, talk to standard error; scripts depend on both and on
 * {@link org.mineban.cli.ExitCode}.
 */
@DomainModule(
        dependsOn = {
            "platform",
            "submissions",
            "reporting",
            "storage",
            "accounts",
            "audit",
            "secrets",
            "depositary",
            "backup",
            "jobs",
            "mail",
            "translations",
            "documents",
            "convention",
            "parties",
            "obligations",
            "reporting",
            "resolutions",
            "presentation",
            "search",
            "operations",
            "rollup",
            "victims",
            "exchange",
            "geography",
            "portal"
        })
@NullMarked
package org.mineban.cli;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
