/**
 * Technique with no word of the domain: tables of facts, message files, formats of dates and numbers.
 *
 * <p>Only sub-packages of the domain modules (stores, readers) and delivery may use it.
 */
@DomainModule
@NullMarked
package org.mineban.platform;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
