/**
 * One model of a document and its renderings: HTML, PDF (tagged, for archives), DOCX and plain text. Technique with no word of the domain; what
 * a document says is put together by its caller.
 *
 * <p>Start with {@link org.mineban.documents.Document}, then {@link org.mineban.documents.DocumentFiles}.
 */
@DomainModule(dependsOn = {"platform"})
@NullMarked
package org.mineban.documents;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
