package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;
import org.mineban.platform.Settings;

/** How this server is reached from outside. */
final class Addresses {

    /** Paths that end in a secret: who knows it is let in. */
    private static final Pattern SECRET = Pattern.compile("/(calendar|unsubscribe|link)/[^/?]+");

    /** How a machine calls itself: whoever says so in a request names no other. */
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    /** A path as it may be logged: without the secrets of private addresses. */
    static String withoutSecrets(String path) {
        return SECRET.matcher(path).replaceAll("/$1/…");
    }

    /**
     * Scheme, host and port at which people reach this server, as {@code https://mine-action.example}. When none are set, it is where the request came
     * in: the name by which a machine calls itself, or the network address. What a request says of its host is anybody's word, and would send a link
     * that lets in to another site.
     */
    static String of(Settings settings, HttpServletRequest request) {
        return settings.publicAddress().orElseGet(() -> "http://" + host(request) + ":" + request.getLocalPort());
    }

    /** Whether a request names this machine as it calls itself, or by the network address at which it came in. */
    static boolean isOwnName(HttpServletRequest request) {
        String name = request.getServerName();
        return OWN_NAMES.contains(name)
                || name.equals(request.getLocalAddr())
                || name.equals("[" + request.getLocalAddr() + "]");
    }

    private static String host(HttpServletRequest request) {
        if (OWN_NAMES.contains(request.getServerName())) {
            return request.getServerName();
        }
        String address = request.getLocalAddr();
        return address.contains(":") ? "[" + address + "]" : address;
    }
}
