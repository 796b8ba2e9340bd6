/**
 * The checks of the register, a class for each family and a method for each check, named by its id. {@link org.mineban.operations.Checks} asks them.
 */
@NullMarked
package org.mineban.operations.checks;

import org.jspecify.annotations.NullMarked;
