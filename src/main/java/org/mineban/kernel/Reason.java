package org.mineban.kernel;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Why a value is what it is. Reasons form a tree whose leaves are rows of the record. They hold names and values, never sentences: the
 * sentence is made where the reader's language is known.
 */
public sealed interface Reason {

    /** The explained values this one rests on, in reading order; empty at a leaf. */
    List<Explained<?>> because();

    /** What should be known besides. */
    List<Doubt> doubts();

    /** A row of the record states it. */
    record Stated(RuleName name, SourceRow row, List<Doubt> doubts) implements Reason {
        public Stated {
            doubts = List.copyOf(doubts);
        }

        @Override
        public List<Explained<?>> because() {
            return List.of();
        }
    }

    /**
     * A provision of the Convention, or a named interpretation of it, gives it from other values.
     *
     * @param provision the article and paragraph; empty when the rule is a way of counting or reading, not law
     * @param replaced what held before, such as the deadline that an extension moved: shown for the history, and nothing the value rests on
     */
    record Given(
            RuleName name,
            Optional<Provision> provision,
            List<Explained<?>> because,
            List<Explained<?>> replaced,
            List<Doubt> doubts)
            implements Reason {
        public Given {
            because = List.copyOf(because);
            replaced = List.copyOf(replaced);
            doubts = List.copyOf(doubts);
        }

        /** With nothing replaced. */
        public Given(RuleName name, Optional<Provision> provision, List<Explained<?>> because, List<Doubt> doubts) {
            this(name, provision, because, List.of(), doubts);
        }
    }

    /** It is the number of these. The value is their count. */
    record Counted(RuleName name, List<Explained<?>> because, List<Doubt> doubts) implements Reason {
        public Counted {
            because = List.copyOf(because);
            doubts = List.copyOf(doubts);
        }
    }

    /** The record says nothing of it: no row of that file speaks of it on or before that day. Absence is never taken for zero or for no. */
    record Silent(RuleName name, String file, Optional<LocalDate> on, List<Doubt> doubts) implements Reason {
        public Silent {
            doubts = List.copyOf(doubts);
        }

        @Override
        public List<Explained<?>> because() {
            return List.of();
        }
    }

    /** Somebody supposes it, to see what would follow. */
    record Supposed(RuleName name) implements Reason {
        @Override
        public List<Explained<?>> because() {
            return List.of();
        }

        @Override
        public List<Doubt> doubts() {
            return List.of();
        }
    }
}
