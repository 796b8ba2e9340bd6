/** Reads the facts of this module from its resource files and checks them. */
@NullMarked
package org.mineban.obligations.store;

import org.jspecify.annotations.NullMarked;
