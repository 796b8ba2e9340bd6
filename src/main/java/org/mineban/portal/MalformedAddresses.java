package org.mineban.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Gives a page of ours to who comes with an address that the web server itself refuses, such as one with an encoded slash: it never reaches the
 * pages, and the server's own answer is English, bare, and without our headers.
 */
@Component
final class MalformedAddresses implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final ObjectProvider<Faults> faults;

    MalformedAddresses(ObjectProvider<Faults> faults) {
        this.faults = faults;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass("");
                host.getPipeline().addValve(new PageValve());
            }
        });
    }

    /** Writes the page when the server has nothing but a status to say. */
    private final class PageValve extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                new PortalFilter().doFilter(new FirstPage(request), response.getResponse(), (asked, answer) -> {
                    ResponseEntity<byte[]> page = faults.getObject().malformed((HttpServletRequest) asked);
                    page.getHeaders()
                            .forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
                    byte[] body = page.getBody();
                    if (body != null) {
                        answer.getOutputStream().write(body);
                    }
                });
                response.finishResponse();
            } catch (IOException | ServletException | RuntimeException e) {
                container.getLogger().warn("A malformed address was answered without a page", e);
            }
        }
    }

    /** The request as one for the first page in the language of the address; the rest of it cannot be trusted. */
    private static final class FirstPage extends HttpServletRequestWrapper {

        private final String path;

        FirstPage(HttpServletRequest request) {
            super(request);
            String asked = Objects.requireNonNullElse(request.getRequestURI(), "");
            this.path = PortalFilter.languageOf(asked).isPresent() ? asked.substring(0, 3) : "/";
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.emptyMap();
        }
    }
}
