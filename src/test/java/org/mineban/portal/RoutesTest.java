package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mineban.accounts.Role;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address that the server knows, asked of the server itself, so that a new page is closed until it is named here. What is not named public is
 * refused to nobody in particular and to somebody without a role.
 */
@DisplayName("Every address of the portal")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTest {

    /** What everybody may read and send. A form among them lets in, or turns off, whoever knows a secret. */
    private static final Set<String> PUBLIC = Set.of(
            "GET /",
            "GET /about",
            "GET /health",
            "GET /access",
            "GET /roles",
            "GET /api",
            "GET /api/v1",
            "GET /api/v1/",
            "GET /api/v1/count",
            "GET /api/v1/deadlines",
            "GET /api/v1/search",
            "GET /api/v1/status",
            "GET /api/v1/what-if",
            "GET /api/v1/why",
            "GET /checks",
            "GET /convention",
            "GET /data",
            "GET /data/{folder}/{file}.csv",
            "GET /duties",
            "GET /duties.{format}",
            "GET /known-on",
            "GET /lists/{list}.{format}",
            "GET /meetings",
            "GET /meetings/**",
            "GET /plans",
            "GET /plans/**",
            "GET /register",
            "GET /register/{code}/casualties",
            "GET /register/{code}/casualties.{format}",
            "GET /register/{code}",
            "GET /reports",
            "GET /reports/verify",
            "GET /reports/{code}",
            "GET /reports/{code}/compare",
            "GET /reports/{code}/compare.{format}",
            "GET /reports/{code}/{year}",
            "GET /reports/{code}/{year}/{number}",
            "GET /reports/{code}/{year}/{number}/report.{format}",
            "GET /resolution.{format}",
            "GET /resolutions",
            "GET /resolutions/{slug}",
            "GET /search",
            "GET /states",
            "GET /states.{format}",
            "GET /states/{code}",
            "GET /states/{code}.{format}",
            "GET /states/{code}/duties.{format}",
            "GET /static/{address}",
            "GET /translations",
            "GET /translations/{code}.xlf",
            "GET /universalization",
            "GET /what-if",
            "GET /what-if.{format}",
            "GET /why/count/{name}",
            "GET /why/{code}/{figure}",
            "GET /why/{code}/{figure}/{year}",
            "GET /sign-in",
            "GET /sign-in/forgotten",
            "GET /sign-in/outside",
            "GET /sign-in/outside/back",
            "GET /sign-in/outside/left",
            "POST /sign-in",
            "POST /sign-in/code",
            "POST /sign-in/forgotten",
            "POST /sign-in/passkey",
            "POST /sign-in/passkey/given",
            "POST /sign-out",
            "GET /link/{token}",
            "POST /link/{token}",
            "GET /calendar/{token}.ics",
            "GET /unsubscribe/{token}",
            "POST /unsubscribe/{token}");

    /** What everybody who is signed in may do with what is their own. */
    private static final String OWN = "/account";

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private DeskPortal portal;
    private List<Route> routes;

    /**
     * One method of one address.
     *
     * @param pattern the address as it is mapped, without the conditions of its variables
     * @param path one address that fits
     */
    private record Route(String method, String pattern, String path) {
        String name() {
            return method + " " + pattern;
        }

        boolean open() {
            return PUBLIC.contains(name());
        }

        boolean own() {
            return pattern.equals(OWN) || pattern.startsWith(OWN + "/");
        }
    }

    @BeforeAll
    void start() {
        portal = new DeskPortal();
        RequestMappingHandlerMapping mappings =
                portal.part(RequestMappingHandlerMapping.class, "requestMappingHandlerMapping");
        routes = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream().flatMap(pattern -> {
                    Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
                    Stream<RequestMethod> each =
                            methods.isEmpty() ? Arrays.stream(RequestMethod.values()) : methods.stream();
                    return each.map(method -> new Route(method.name(), bare(pattern), path(pattern)));
                }))
                .toList();
    }

    @AfterAll
    void stop() {
        if (portal != null) {
            portal.close();
        }
    }

    private static String bare(String pattern) {
        return variables(pattern, true);
    }

    private static String path(String pattern) {
        return variables(pattern, false).replace("/**", "/2025");
    }

    private static String variables(String pattern, boolean named) {
        Matcher variable =
                Pattern.compile("\\{([a-z]+)(?::((?:[^{}]|\\{[^{}]*})*))?}").matcher(pattern);
        return variable.replaceAll(found ->
                Matcher.quoteReplacement(named ? "{" + found.group(1) + "}" : value(found.group(1), found.group(2))));
    }

    private static String value(String name, String condition) {
        if (condition != null && condition.matches("[a-z0-9|-]+")) {
            return condition.split("\\|", -1)[0];
        }
        return switch (name) {
            case "id" -> "019a0000-0000-7000-8000-000000000000";
            case "code" -> "UKR".matches(condition) ? "UKR" : "fr";
            case "victim" -> "V-7K2M9QXB";
            case "token" -> "x".repeat(43);
            case "figure" -> "standing";
            case "number", "batch" -> "1";
            case "kind" -> "hazard";
            case "view" -> "waiting";
            case "name" -> "inForce";
            case "year" -> "2024";
            case "part" -> "stockpiles";
            case "place" -> "0";
            case "slug" -> "A-RES-67-32";
            case "folder" -> "parties";
            case "file" -> "treaty-actions";
            case "address" -> "mineban.css";
            default -> throw new IllegalArgumentException("Say a value for {" + name + "} here");
        };
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        String page = path.startsWith("/api") || path.startsWith("/static/") ? path : "/en" + path;
        return HttpRequest.newBuilder(URI.create(portal.address(page)));
    }

    private static HttpRequest.BodyPublisher form(String code) {
        return HttpRequest.BodyPublishers.ofString(code.isEmpty() ? "" : "form-code=" + code);
    }

    private HttpResponse<String> ask(Route route, String cookie, String code) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(route.path())
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded");
        return send(request.method(
                route.method(), route.method().equals("GET") ? HttpRequest.BodyPublishers.noBody() : form(code)));
    }

    @Test
    void is_a_get_or_a_post_and_what_is_named_public_is_still_there() {
        assertThat(routes).hasSizeGreaterThan(90);
        assertThat(routes).extracting(Route::method).containsOnly("GET", "POST");
        Set<String> gone = new TreeSet<>(PUBLIC);
        routes.forEach(route -> gone.remove(route.name()));
        assertThat(gone).isEmpty();
    }

    @Test
    void that_is_not_public_is_refused_to_who_is_not_signed_in() throws IOException, InterruptedException {
        HttpResponse<String> page = send(request("/sign-in"));
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        String code = DeskPortal.hidden(page.body(), "form-code");
        List<String> wrong = new ArrayList<>();
        for (Route route : routes) {
            if (route.open()) {
                continue;
            }
            HttpResponse<String> answer = ask(route, cookie, code);
            boolean refused = route.method().equals("GET")
                    ? answer.statusCode() == 303
                            && answer.headers()
                                    .firstValue("Location")
                                    .orElse("")
                                    .startsWith("/en/sign-in?then=")
                    : answer.statusCode() == 401;
            if (!refused) {
                wrong.add(route.name() + " " + answer.statusCode());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void that_is_not_public_is_refused_to_somebody_without_a_role_but_for_their_own_account()
            throws IOException, InterruptedException {
        DeskPortal.SignedInVisitor somebody = portal.signInWithoutRole("without-role");
        String cookie = "mineban-session=" + somebody.cookie();
        String code = DeskPortal.hidden(somebody.get("/en/account").body(), "form-code");
        List<String> wrong = new ArrayList<>();
        for (Route route : routes) {
            if (route.open() || route.own()) {
                continue;
            }
            int status = ask(route, cookie, code).statusCode();
            if (status != 403) {
                wrong.add(route.name() + " " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void that_is_not_public_is_refused_to_somebody_with_a_password_alone_but_for_a_second_factor()
            throws IOException, InterruptedException {
        String cookie =
                "mineban-session=" + portal.signInWithPasswordAlone("half-way").cookie();
        HttpResponse<String> page = send(request("/account/factors").header("Cookie", cookie));
        String code = DeskPortal.hidden(page.body(), "form-code");
        List<String> wrong = new ArrayList<>();
        for (Route route : routes) {
            if (route.open() || route.own()) {
                continue;
            }
            HttpResponse<String> answer = ask(route, cookie, code);
            String to = answer.headers().firstValue("Location").orElse("");
            if (answer.statusCode() != 403 && !to.equals("/en/account/factors")) {
                wrong.add(route.name() + " " + answer.statusCode());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void that_takes_a_form_takes_none_without_its_code_not_even_from_an_administrator()
            throws IOException, InterruptedException {
        String cookie =
                "mineban-session=" + portal.signIn("forms", Role.ADMINISTRATOR).cookie();
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Route route : routes) {
            if (route.method().equals("GET")) {
                continue;
            }
            asked++;
            for (String code : List.of("", "x".repeat(43))) {
                int status = ask(route, cookie, code).statusCode();
                if (status != 403) {
                    wrong.add(route.name() + " " + status);
                }
            }
        }
        assertThat(asked).isGreaterThan(40);
        assertThat(wrong).isEmpty();
    }

    @Test
    void that_somebody_reads_signed_in_is_kept_by_no_browser_and_open_to_no_other_site()
            throws IOException, InterruptedException {
        String cookie =
                "mineban-session=" + portal.signIn("caches", Role.ADMINISTRATOR).cookie();
        List<String> wrong = new ArrayList<>();
        for (Route route : routes) {
            if (!route.method().equals("GET") || route.open()) {
                continue;
            }
            HttpResponse<String> answer =
                    send(request(route.path()).header("Cookie", cookie).header("Origin", "https://other.example"));
            if (!answer.headers().firstValue("Cache-Control").orElse("").contains("no-store")
                    || answer.headers()
                            .firstValue("Access-Control-Allow-Origin")
                            .isPresent()
                    || answer.headers().firstValue("Content-Security-Policy").isEmpty()) {
                wrong.add(route.name() + " " + answer.headers().map());
            }
        }
        assertThat(wrong).isEmpty();
    }
}
