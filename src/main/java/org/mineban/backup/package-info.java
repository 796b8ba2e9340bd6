/**
 * Everything that people made in one file, and back: backups made while the program runs, checked before anything is touched, restored onto either
 * engine; made by plan and kept by rule; and what tells an administrator that something is wrong.
 *
 * <p>Start with {@link org.mineban.backup.Backup}, then {@link org.mineban.backup.BackupFile} and {@link org.mineban.backup.Restore}.
 */
@DomainModule(dependsOn = {"platform", "storage", "audit"})
@NullMarked
package org.mineban.backup;

import org.jspecify.annotations.NullMarked;
import org.mineban.kernel.DomainModule;
