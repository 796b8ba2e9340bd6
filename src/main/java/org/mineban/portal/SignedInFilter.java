package org.mineban.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.mineban.accounts.Sessions;
import org.mineban.accounts.SignedIn;
import org.mineban.kernel.ProblemException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds who is behind a request. Whoever has no session costs nothing, and nothing is kept of them. */
final class SignedInFilter extends OncePerRequestFilter {

    private static final String SIGNED_IN = SignedInFilter.class.getName() + ".signedIn";

    private final ObjectProvider<Sessions> sessions;
    private final ObjectProvider<Faults> faults;

    SignedInFilter(ObjectProvider<Sessions> sessions, ObjectProvider<Faults> faults) {
        this.sessions = sessions;
        this.faults = faults;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> token =
                request.getRequestURI().startsWith("/static/") ? Optional.empty() : Cookies.session(request);
        if (token.isPresent()) {
            Optional<SignedIn> found;
            try {
                found = sessions.getObject().find(token.get());
            } catch (ProblemException databaseAway) {
                faults.getObject().write(databaseAway, request, response);
                return;
            }
            found.ifPresent(in -> request.setAttribute(SIGNED_IN, in));
            response.setHeader("Cache-Control", "private, no-store");
        }
        chain.doFilter(request, response);
    }

    /** Who is signed in; empty when nobody is. */
    static Optional<SignedIn> of(HttpServletRequest request) {
        return request.getAttribute(SIGNED_IN) instanceof SignedIn in ? Optional.of(in) : Optional.empty();
    }
}
