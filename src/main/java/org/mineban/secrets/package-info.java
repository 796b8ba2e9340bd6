/**
 * Keys outside the database, and what is done with them: secrets sealed so that a stolen database is not enough to read them, and tokens that let
 * somebody in, of which only a hash is kept.
 *
 * <p>Start with {@link org.mineban.secrets.Keyring}.
 */
@DomainModule
@NullMarked
package org.mineban.secrets;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
