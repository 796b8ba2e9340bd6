package org.mineban.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.mineban.depositary.SourceDocument;
import org.mineban.kernel.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a form with a file from strangers, and one that is too large by what it says of its length, before any of it is read; one that does not say
 * its length is read as far as the longest that is taken.
 */
final class UploadLimit extends OncePerRequestFilter {

    /** Beside the file a form has a few short fields. */
    static final long MOST_BYTES = SourceDocument.MOST_BYTES + 64 * 1024;

    /** Of what is too large, so much is taken and thrown away, of people with an account only. */
    static final long MOST_READ_AWAY = 512L * 1024 * 1024;

    private final ObjectProvider<Faults> faults;

    UploadLimit(ObjectProvider<Faults> faults) {
        this.faults = faults;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean stranger = SignedInFilter.of(request).isEmpty();
        if (!holdsFiles(request) || (!stranger && isShortEnough(request))) {
            chain.doFilter(request, response);
            return;
        }
        Problem problem = stranger
                ? new Problem("sign-in-needed", Problem.Kind.NOT_SIGNED_IN, Map.of())
                : new Problem("file-too-large", Problem.Kind.WRONG_USAGE, Map.of("limit", SourceDocument.MOST_BYTES));
        if (!stranger && request.getContentLengthLong() <= MOST_READ_AWAY) {
            readAway(request);
        }
        faults.getObject().write(problem.asException(), request, response);
    }

    /** Whether it is a form of the kind that can hold files. */
    static boolean holdsFiles(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
    }

    private static boolean isShortEnough(HttpServletRequest request) throws ServletException, IOException {
        if (request.getContentLengthLong() >= 0) {
            return request.getContentLengthLong() <= MOST_BYTES;
        }
        try {
            request.getParts();
            return true;
        } catch (IllegalStateException tooLarge) { // so the web server says it, which reads no further
            return false;
        }
    }

    /** A browser looks at the answer only once it has sent everything: closed before, the connection is all that its user hears of. */
    private static void readAway(HttpServletRequest request) throws IOException {
        byte[] thrownAway = new byte[64 * 1024];
        InputStream body = request.getInputStream();
        long most = MOST_READ_AWAY;
        for (int read = body.read(thrownAway); read >= 0 && most > 0; read = body.read(thrownAway)) {
            most -= read; // nothing of it is kept
        }
    }
}
