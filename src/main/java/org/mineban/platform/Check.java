package org.mineban.platform;

import java.util.List;

/** Looks whether one thing is as it should be, for who asks the program how it is. It changes nothing. */
@FunctionalInterface
public interface Check {

    /** What was seen; at least one result, also when all is well. A check that cannot look says so in a result, and throws nothing. */
    List<CheckResult> look();
}
