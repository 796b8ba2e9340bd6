package org.mineban.kernel;

/** Carries a {@link Problem} to the edge, where it is said in the reader's language. Never logged as a fault of ours. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.id() + " " + problem.values());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
