/** The writers of the single formats, and the fonts. */
@NullMarked
package org.mineban.documents.writing;

import org.jspecify.annotations.NullMarked;
