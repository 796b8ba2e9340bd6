package org.mineban.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.platform.MalwareScanner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/** Has every file of every form looked through before a page sees it, where a scanner is set. While the scanner is away no file is taken. */
final class UploadScan extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(UploadScan.class);

    private final Optional<MalwareScanner> scanner;
    private final ObjectProvider<Faults> faults;

    UploadScan(Optional<MalwareScanner> scanner, ObjectProvider<Faults> faults) {
        this.scanner = scanner;
        this.faults = faults;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return scanner.isEmpty() || !UploadLimit.holdsFiles(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            for (Part part : request.getParts()) {
                if (part.getSubmittedFileName() != null) {
                    check(part, request);
                }
            }
        } catch (ProblemException refused) {
            faults.getObject().write(refused, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private void check(Part part, HttpServletRequest request) throws IOException {
        try (InputStream file = part.getInputStream()) {
            Optional<String> found = scanner.orElseThrow().find(file);
            if (found.isPresent()) {
                LOG.warn(
                        "Malware {} in a file that {} sent to {}: refused",
                        found.get(),
                        SignedInFilter.of(request)
                                .map(in -> in.person().actor())
                                .orElse("nobody"),
                        Addresses.withoutSecrets(request.getRequestURI()));
                throw new Problem("file-malware", Problem.Kind.CANNOT_BE_DONE, Map.of("value", found.get()))
                        .asException();
            }
        }
    }
}
