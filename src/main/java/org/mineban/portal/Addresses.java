package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** How this server is reached from outside. */
final class Addresses {

    /** Paths that end in a secret: who knows it is let in. */
    private static final Pattern SECRET = Pattern.compile("/(calendar|unsubscribe|link)/[^/?]+");

    private Addresses() {}

    /** A path as it may be logged: without the secrets of private addresses. */
    static String withoutSecrets(String path) {
        return SECRET.matcher(path).replaceAll("/$1/…");
    }

    /** Scheme, host and port of a request, as {@code https://mine-action.example}. */
    static String of(HttpServletRequest request) {
        String scheme = request.getScheme();
        int port = request.getServerPort();
        boolean usual = (scheme.equals("http") && port == 80) || (scheme.equals("https") && port == 443);
        return scheme + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }
}
