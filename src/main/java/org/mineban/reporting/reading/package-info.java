/** What people write in reports, read by the language of the report: numbers, areas, dates, words for "none". Internal to reporting. */
@NullMarked
package org.mineban.reporting.reading;

import org.jspecify.annotations.NullMarked;
