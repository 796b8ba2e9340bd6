/**
 * How a file becomes a {@link org.mineban.resolutions.Resolution}.
 *
 * <p>In order: {@code FileText} and {@code PdfText} bring out the characters, {@code Typesetting} takes away what the printer added,
 * {@code Blocks} finds paragraphs again, {@code Parts} tells one resolution from the next, {@code MastheadReader} and {@code BodyReader}
 * read each of them, and {@code Annotator} says what a paragraph cites, whom it asks and what follows. {@link
 * org.mineban.resolutions.reading.ResolutionReader} is the only door.
 */
@NullMarked
package org.mineban.resolutions.reading;

import org.jspecify.annotations.NullMarked;
