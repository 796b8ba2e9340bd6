package org.mineban.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.mineban.depositary.SourceDocument;
import org.mineban.kernel.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a form with a file from strangers, and one that is too large by what it says of its length, before any of it is read. */
final class UploadLimit extends OncePerRequestFilter {

    /** Beside the file a form has a few short fields. */
    static final long MOST_BYTES = SourceDocument.MOST_BYTES + 64 * 1024;

    private final ObjectProvider<Faults> faults;

    UploadLimit(ObjectProvider<Faults> faults) {
        this.faults = faults;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean file = type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
        boolean stranger = SignedInFilter.of(request).isEmpty();
        if (!file || (!stranger && request.getContentLengthLong() <= MOST_BYTES)) {
            chain.doFilter(request, response);
            return;
        }
        Problem problem = stranger
                ? new Problem("sign-in-needed", Problem.Kind.NOT_SIGNED_IN, Map.of())
                : new Problem("file-too-large", Problem.Kind.WRONG_USAGE, Map.of("limit", SourceDocument.MOST_BYTES));
        ResponseEntity<byte[]> page = faults.getObject().problem(problem.asException(), request);
        response.setStatus(page.getStatusCode().value());
        page.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        byte[] body = page.getBody();
        if (body != null) {
            response.getOutputStream().write(body);
        }
    }
}
