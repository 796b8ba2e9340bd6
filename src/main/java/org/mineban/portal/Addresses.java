package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;

/** How this server is reached from outside. */
final class Addresses {

    private Addresses() {}

    /** Scheme, host and port of a request, as {@code https://mine-action.example}. */
    static String of(HttpServletRequest request) {
        String scheme = request.getScheme();
        int port = request.getServerPort();
        boolean usual = (scheme.equals("http") && port == 80) || (scheme.equals("https") && port == 443);
        return scheme + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }
}
