/** Mineban: who is bound by the Anti-Personnel Mine Ban Convention, what is due, and why. Wiring only; the work is in the modules. */
@NullMarked
package org.mineban;

import org.jspecify.annotations.NullMarked;
