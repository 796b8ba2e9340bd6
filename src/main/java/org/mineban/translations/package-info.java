/**
 * Translators' work: which texts are reviewed, the file that goes to a translator and comes back, the rules that a text must keep, and the folder
 * of mended texts that stands over the program's own.
 *
 * <p>Start with {@link org.mineban.translations.TextList}, then {@link org.mineban.translations.TextRules} and {@link
 * org.mineban.translations.TranslationImport}.
 */
@DomainModule(dependsOn = {"platform"})
@NullMarked
package org.mineban.translations;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
