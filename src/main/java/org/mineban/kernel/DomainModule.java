package org.mineban.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a package directly under {@code org.mineban} as a module and names the modules it may use.
 *
 * <p>The types in the package itself are the module's API; its sub-packages are internal. {@code ModuleBoundariesTest} reads this
 * annotation and fails when a class reaches further than its module says. {@code kernel} may be used by all and is not named.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface DomainModule {

    /** Names of the modules this one may use, such as {@code "parties"}. */
    String[] dependsOn() default {};

    /**
     * Whether this module's root package must stay free of everything but the JDK, JSpecify and other such modules, so that the law in it
     * can be published as a library by moving folders.
     */
    boolean lawOnly() default false;

    /** Modules that only this module's sub-packages (stores, readers) may use, not its root package. */
    String[] innerDependsOn() default {};
}
