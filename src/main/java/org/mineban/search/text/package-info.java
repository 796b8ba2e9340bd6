/** Words: how a text or a query is cut into words, and which forms of a word count as the same. No word of the domain. */
@NullMarked
package org.mineban.search.text;

import org.jspecify.annotations.NullMarked;
