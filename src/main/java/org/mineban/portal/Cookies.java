package org.mineban.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.mineban.accounts.SignIn;
import org.mineban.secrets.Token;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookies of people who sign in: the session, the device that has signed in before, and what binds a form to a browser. Scripts cannot read
 * them, and other sites cannot send them along with a form. Over HTTPS their names begin with {@code __Host-}, so that no neighbouring host can set
 * them.
 */
final class Cookies {

    private static final String SESSION = "mineban-session";
    private static final String DEVICE = "mineban-device";
    private static final String OUTSIDE = "mineban-outside";
    private static final String FORM = "mineban-form";
    private static final Duration DEVICE_LASTS = Duration.ofDays(180);
    private static final Duration OUTSIDE_LASTS = Duration.ofMinutes(15);
    private static final int LONGEST = 100;

    private Cookies() {}

    static Optional<String> session(HttpServletRequest request) {
        return find(request, SESSION);
    }

    static Optional<String> device(HttpServletRequest request) {
        return find(request, DEVICE);
    }

    static Optional<String> form(HttpServletRequest request) {
        return find(request, FORM);
    }

    static void signIn(HttpServletRequest request, HttpServletResponse response, SignIn.Outcome.In in) {
        set(request, response, SESSION, in.session().text(), Duration.ofSeconds(-1));
        set(request, response, DEVICE, in.device().text(), DEVICE_LASTS);
    }

    static void signOut(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, SESSION, "", Duration.ZERO);
    }

    static void form(HttpServletRequest request, HttpServletResponse response, String text) {
        set(request, response, FORM, text, Duration.ofSeconds(-1));
    }

    /** The token of a sign-in begun at the provider of an organisation. */
    static Optional<String> outside(HttpServletRequest request) {
        return find(request, OUTSIDE);
    }

    static void outside(HttpServletRequest request, HttpServletResponse response, Token token) {
        set(request, response, OUTSIDE, token.text(), OUTSIDE_LASTS);
    }

    static void outsideOver(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, OUTSIDE, "", Duration.ZERO);
    }

    private static Optional<String> find(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        String wanted = name(request, name);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(wanted))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
                .findFirst();
    }

    private static void set(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration lasts) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(request, name), value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(lasts)
                        .build()
                        .toString());
    }

    private static String name(HttpServletRequest request, String name) {
        return request.isSecure() ? "__Host-" + name : name;
    }
}
