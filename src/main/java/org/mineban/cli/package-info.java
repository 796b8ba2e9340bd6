/**
 * The command line: one thin class per command. Data goes to standard output, talk to standard error; scripts depend on both and on
 * {@link org.mineban.cli.ExitCode}.
 */
@DomainModule(
        dependsOn = {
            "platform",
            "documents",
            "convention",
            "parties",
            "obligations",
            "resolutions",
            "presentation",
            "portal"
        })
@NullMarked
package org.mineban.cli;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
