package org.mineban.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.mineban.kernel.Language;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What holds for every answer: the headers that keep a page to itself, and the language. A first path segment that is one of the six languages
 * is taken off, so that a page has one address in the code; without one the reader's browser decides.
 */
final class PortalFilter extends OncePerRequestFilter {

    /** Request attribute: the {@link Language} of the answer. */
    static final String LANGUAGE = PortalFilter.class.getName() + ".language";

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setCharacterEncoding("UTF-8"); // browsers send forms so, and say it nowhere
        response.setHeader("Content-Security-Policy", policy(request.getRequestURI()));
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        response.setHeader("X-Frame-Options", "DENY"); // for browsers that do not know frame-ancestors
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        String path = request.getRequestURI();
        Optional<Language> named = languageOf(path);
        response.setHeader(
                "Cache-Control",
                letsIn(named.isPresent() ? path.substring(3) : path) ? "private, no-store" : "no-cache");
        if (path.startsWith("/api/")) {
            response.setHeader("Access-Control-Allow-Origin", "*");
        } else {
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        }
        if (named.isEmpty()) {
            response.addHeader("Vary", "Accept-Language");
        }
        request.setAttribute(LANGUAGE, named.orElseGet(() -> preferred(request)));
        chain.doFilter(named.isPresent() ? new WithoutLanguage(request, path.substring(3)) : request, response);
    }

    /** Pages that hold a secret before anybody is signed in: a one-time link, a sign-in half done. */
    private static boolean letsIn(String page) {
        return page.startsWith(SignInPages.LINK) || page.equals("/sign-in") || page.startsWith("/sign-in/");
    }

    /** The forms that send what is typed by themselves: of a draft, to keep it, and of a record, to draw its shape. */
    private static final java.util.regex.Pattern SENDING = java.util.regex.Pattern.compile(
            "/reports/[A-Z]{3}/\\d{4}/draft/[a-z]+|/register/[A-Za-z]{3}/([a-z-]+/new|records/\\d{1,18}/edit)");

    /** No page runs a script but the two that ask for a passkey and {@link #SENDING}; and those only ours. */
    private static String policy(String path) {
        String page = languageOf(path).isPresent() ? path.substring(3) : path;
        if (SENDING.matcher(page).matches()) {
            return "script-src 'self'; connect-src 'self'; " + CONTENT_SECURITY_POLICY;
        }
        return PasskeyPages.WITH_SCRIPT.contains(page)
                ? "script-src 'self'; " + CONTENT_SECURITY_POLICY
                : CONTENT_SECURITY_POLICY;
    }

    /** The language that the first segment of a path names; empty when it names none. */
    static Optional<Language> languageOf(String path) {
        boolean segment = path.length() == 3 || (path.length() > 3 && path.charAt(3) == '/');
        return segment
                ? Language.find(path.substring(1, 3)).filter(found -> path.startsWith(found.code(), 1))
                : Optional.empty();
    }

    /** The first language that the browser asks for and that is one of the six; English when it asks for none of them. */
    private static Language preferred(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null || header.length() > 500) {
            return Language.ENGLISH;
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Language.find(range.getRange().split("-", 2)[0]))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(Language.ENGLISH);
        } catch (IllegalArgumentException notAHeader) {
            return Language.ENGLISH;
        }
    }

    /** The request as it would be without the segment that names the language. */
    private static final class WithoutLanguage extends HttpServletRequestWrapper {

        private final String path;

        WithoutLanguage(HttpServletRequest request, String rest) {
            super(request);
            this.path = rest.isEmpty() ? "/" : rest;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(path);
        }

        @Override
        public String getServletPath() {
            return path;
        }
    }
}
