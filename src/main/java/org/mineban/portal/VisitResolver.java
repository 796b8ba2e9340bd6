package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.mineban.accounts.Access;
import org.mineban.kernel.AskedDay;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.presentation.Knowledge;
import org.mineban.presentation.KnowledgeSource;
import org.mineban.presentation.Narrator;
import org.mineban.search.SearchQuery;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads a {@link Visit} from a request: its language, its day and the rest of its query, each within bounds. */
@Component
final class VisitResolver implements HandlerMethodArgumentResolver {

    private static final int MOST_PARAMETERS = 16;
    private static final int LONGEST_VALUE = 100;

    /** The parameter that holds what a reader looks for: longer than others, and cut rather than left out. */
    private static final String SEARCHED = "q";

    private final KnowledgeSource source;
    private final Access access;
    private final Clock clock;
    private final Map<Language, Narrator> narrators = new EnumMap<>(Language.class);

    VisitResolver(KnowledgeSource source, Access access, Clock clock) {
        this.source = source;
        this.access = access;
        this.clock = clock;
        Knowledge knowledge = source.current();
        for (Language language : Language.values()) {
            narrators.put(language, knowledge.narrator(language, LocalDate.MAX));
        }
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Visit.class);
    }

    @Override
    public Visit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        Visit visit = visit(http, day(http, "on"), day(http, Visit.KNOWN_ON).map(this::notAhead));
        HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
        if (response != null) {
            visit.knownOn().ifPresent(known -> tell(response, known, visit.knownBeforeRecord()));
        }
        return visit;
    }

    /** For programs, whose JSON has no place for a sentence. */
    private static void tell(HttpServletResponse response, LocalDate known, boolean beforeRecord) {
        response.setHeader("Mineban-Known-On", known.toString());
        if (beforeRecord) {
            response.setHeader("Mineban-Shipped-Record-As-Of", Knowledge.SHIPPED_AS_OF.toString());
        }
    }

    private static Optional<LocalDate> day(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(AskedDay::parse);
    }

    /** Nobody knows today what will be known tomorrow. */
    private LocalDate notAhead(LocalDate known) {
        if (known.isAfter(today())) {
            throw new Problem(
                            "known-on-ahead",
                            Problem.Kind.WRONG_USAGE,
                            Map.of("value", known.toString(), "today", today().toString()))
                    .asException();
        }
        return known;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The visit of a request whose day may be unreadable: as of today. */
    Visit today(HttpServletRequest request) {
        return visit(request, Optional.empty(), Optional.empty());
    }

    private Visit visit(HttpServletRequest request, Optional<LocalDate> asked, Optional<LocalDate> knownOn) {
        LocalDate today = today();
        Language language =
                request.getAttribute(PortalFilter.LANGUAGE) instanceof Language found ? found : Language.ENGLISH;
        SequencedMap<String, String> query = new LinkedHashMap<>();
        boolean form =
                !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
        for (String name : form
                ? java.util.Set.<String>of()
                : new java.util.TreeSet<>(request.getParameterMap().keySet())) {
            String value = bounded(name, request.getParameter(name));
            if (!name.equals("on")
                    && !name.equals(Visit.KNOWN_ON)
                    && !value.isBlank()
                    && name.length() <= LONGEST_VALUE
                    && value.length() <= (name.equals(SEARCHED) ? SearchQuery.LONGEST : LONGEST_VALUE)
                    && query.size() < MOST_PARAMETERS) {
                query.put(name, value);
            }
        }
        return new Visit(
                Objects.requireNonNull(narrators.get(language)).on(asked.orElse(today)),
                knownOn.map(source::knownOn).orElseGet(source::current),
                asked.orElse(today),
                today,
                asked.isPresent(),
                knownOn,
                request.getRequestURI(),
                query,
                visitor(request));
    }

    private Visitor visitor(HttpServletRequest request) {
        return new Visitor(
                SignedInFilter.of(request),
                access,
                () -> request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken code ? code.getToken() : "");
    }

    private static String bounded(String name, String value) {
        return name.equals(SEARCHED) ? SearchQuery.readable(value) : value;
    }
}
