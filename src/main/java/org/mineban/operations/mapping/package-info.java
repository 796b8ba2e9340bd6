/**
 * From the columns of a file to the fields of records: which column is which field, and how its texts become values.
 *
 * <p>Start with {@link org.mineban.operations.mapping.Mappings}.
 */
@NullMarked
package org.mineban.operations.mapping;

import org.jspecify.annotations.NullMarked;
