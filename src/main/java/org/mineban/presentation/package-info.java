/**
 * What pages, commands and the interface for programs have in common: explanations put into sentences of the reader's language, rows of tables,
 * and the files made of them. No rule of its own.
 *
 * <p>Start with {@link org.mineban.presentation.Narrator}.
 */
@DomainModule(
        dependsOn = {
            "platform",
            "documents",
            "convention",
            "parties",
            "obligations",
            "resolutions",
            "meetings",
            "actionplans"
        })
@NullMarked
package org.mineban.presentation;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
