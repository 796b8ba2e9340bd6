package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.presentation.Json;
import org.mineban.search.SearchQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a reader sees when something cannot be shown: what is wrong and what to do, in the reader's language, with the right status. */
@ControllerAdvice
@Import(MalformedAddresses.class)
final class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private static final int LONGEST_SHOWN = 200;

    /** When a program may ask again that met a database that is away. */
    private static final String RETRY_AFTER_SECONDS = "10";

    /** The pages that have a form, whose fields bear the names of the parameters. */
    private static final List<String> FORMS = List.of("/states", "/duties", "/what-if", "/search", "/translations");

    private final VisitResolver visits;
    private final PageRenderer renderer;

    Faults(VisitResolver visits, PageRenderer renderer) {
        this.visits = visits;
        this.renderer = renderer;
    }

    /**
     * What the error page shows.
     *
     * @param status the HTTP status
     * @param sentence what is wrong and what to do
     * @param field where the field is whose value is wrong; empty when no field is
     */
    record View(int status, String sentence, Optional<String> field) {}

    /** No page at that address. */
    static ProblemException notFound(String path) {
        return new Problem("page-not-found", Problem.Kind.NOT_FOUND, Map.of("value", path)).asException();
    }

    /** The HTTP status of a problem. */
    static HttpStatus status(Problem problem) {
        return switch (problem.kind()) {
            case WRONG_USAGE -> HttpStatus.BAD_REQUEST;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case NOT_SIGNED_IN -> HttpStatus.UNAUTHORIZED;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_OFTEN -> HttpStatus.TOO_MANY_REQUESTS;
            case CANNOT_BE_DONE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    @ExceptionHandler(ProblemException.class)
    ResponseEntity<byte[]> problem(ProblemException thrown, HttpServletRequest request, HttpServletResponse response)
            throws ProblemException {
        if (begun(response)) {
            throw thrown;
        }
        return problem(thrown, request);
    }

    /**
     * Whether a part of the answer has gone out already. It can become no page of a fault then: what was thrown goes on to the web server, which
     * breaks the connection off, so that who saves a file hears that it is not whole. Else the file is taken back.
     */
    private static boolean begun(HttpServletResponse response) {
        if (!response.isCommitted()) {
            response.resetBuffer();
            response.setHeader("Content-Disposition", null);
            response.setHeader("Content-Length", null);
            return false;
        }
        LOG.error("An answer was broken off");
        return true;
    }

    private ResponseEntity<byte[]> problem(ProblemException thrown, HttpServletRequest request) {
        Problem problem = thrown.problem();
        if (problem.kind() == Problem.Kind.NOT_ALLOWED) {
            LOG.warn(
                    "Refused ({}) at {} {} to {}",
                    problem.id(),
                    request.getMethod(),
                    Addresses.withoutSecrets(request.getRequestURI()),
                    SignedInFilter.of(request).map(in -> in.person().actor()).orElse("nobody signed in"));
        }
        return answer(request, status(problem), forReaders(problem));
    }

    /** Where the database stands is the administrator’s matter, who reads it in the log and from doctor. */
    private static Problem forReaders(Problem problem) {
        return switch (problem.id()) {
            case "database-away" -> new Problem("database-away-here", problem.kind(), Map.of());
            case "disk-full" -> new Problem("disk-full-here", problem.kind(), Map.of());
            default -> problem;
        };
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<byte[]> other(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (begun(response)) {
            throw thrown;
        }
        return other(thrown, request);
    }

    ResponseEntity<byte[]> other(Exception thrown, HttpServletRequest request) {
        if (thrown instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(
                    request,
                    known.getStatusCode(),
                    notFound(shortened(request.getRequestURI())).problem());
        }
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Fault {} at {}", number, Addresses.withoutSecrets(request.getRequestURI()), thrown);
        Problem fault = new Problem("fault", Problem.Kind.CANNOT_BE_DONE, Map.of("value", number));
        return answer(request, HttpStatus.INTERNAL_SERVER_ERROR, fault);
    }

    /** The page for a form that is too old or comes from another site. */
    ResponseEntity<byte[]> oldForm(HttpServletRequest request) {
        return answer(request, HttpStatus.FORBIDDEN, new Problem("form-old", Problem.Kind.NOT_ALLOWED, Map.of()));
    }

    /** The page for an address that the server cannot read, so that no page was asked for. */
    ResponseEntity<byte[]> malformed(HttpServletRequest request) {
        Problem problem = new Problem("malformed-address", Problem.Kind.WRONG_USAGE, Map.of());
        return answer(request, HttpStatus.BAD_REQUEST, problem);
    }

    /** The problem with what was typed cut short and without what cannot be seen, apart from the direction of the sentence. */
    static Problem shown(Problem problem) {
        Map<String, Object> values = new HashMap<>(problem.values());
        values.computeIfPresent(
                "value",
                (name, value) -> value instanceof String text ? Visit.isolated(shortened(readable(text))) : value);
        return new Problem(problem.id(), problem.kind(), values);
    }

    private static String readable(String text) {
        return SearchQuery.readable(text);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    /** Writes the page of a problem that a filter met, before any controller was asked. */
    void write(ProblemException thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(problem(thrown, request), response);
    }

    /** Writes a page from a filter. */
    static void write(ResponseEntity<byte[]> page, HttpServletResponse response) throws IOException {
        response.setStatus(page.getStatusCode().value());
        page.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        byte[] body = page.getBody();
        if (body != null) {
            response.getOutputStream().write(body);
        }
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, HttpStatusCode status, Problem problem) {
        ResponseEntity<byte[]> page = page(request, status, problem);
        if (status.value() != HttpStatus.SERVICE_UNAVAILABLE.value()) {
            return page;
        }
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(page.getBody());
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, HttpStatusCode status, Problem problem) {
        Visit visit = visits.today(request);
        if (request.getRequestURI().startsWith("/api/")) {
            return Api.json(status, Json.problem(problem, visit.narrator()));
        }
        if (problem.id().equals("sign-in-needed") && request.getMethod().equals("GET")) {
            return Forms.seeOther(visit.link("/sign-in", Map.of("then", visit.here(Map.of()))));
        }
        if (problem.id().equals("second-factor-needed")) {
            return Forms.seeOther(visit.link("/account/factors"));
        }
        if (problem.id().equals("proof-needed")) {
            return Forms.seeOther(visit.link(ProofPages.PATH));
        }
        String sentence = visit.narrator().problem(shown(problem));
        String title = switch (status.value()) {
            case 404 -> visit.say("page.error.not-found");
            case 500 -> visit.say("page.error.fault");
            default -> visit.say("page.error.request");
        };
        return renderer.page(
                visit, status, "error", title, new View(status.value(), sentence, field(request, visit, problem)));
    }

    /** The field to correct: the day of every page, or the one that a filter is named after. */
    private static Optional<String> field(HttpServletRequest request, Visit visit, Problem problem) {
        boolean ofKnowledge = problem.id().equals("known-on-ahead")
                || (problem.id().startsWith("day-")
                        && Optional.ofNullable(request.getParameter(Visit.KNOWN_ON))
                                .map(String::strip)
                                .filter(asked -> asked.equals(problem.values().get("value")))
                                .isPresent());
        if (ofKnowledge) {
            return Optional.of(visit.chooseKnown() + "#known-on");
        }
        if (problem.id().startsWith("day-")) {
            return Optional.of(visit.here(Map.of("deposit", "")) + "#on");
        }
        String name = problem.id().equals("year-out-of-range")
                ? "year"
                : String.valueOf(problem.values().get("name"));
        boolean inForm = FORMS.contains(visit.path()) && visit.asked(name).isPresent();
        return inForm ? Optional.of(visit.here(Map.of(name, "")) + "#" + name) : Optional.empty();
    }
}
