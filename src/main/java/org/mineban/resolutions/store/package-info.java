/** Reads the facts of this module from its resource files and checks them. */
@NullMarked
package org.mineban.resolutions.store;

import org.jspecify.annotations.NullMarked;
