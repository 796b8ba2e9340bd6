/** Reads the facts of this module from its resource files and checks them. */
@NullMarked
package org.mineban.convention.store;

import org.jspecify.annotations.NullMarked;
