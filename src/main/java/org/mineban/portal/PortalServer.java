package org.mineban.portal;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.mineban.presentation.Knowledge;
import org.mineban.search.Search;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the web server. */
public final class PortalServer {

    /** The first pages go before the index of the search, which a search makes at once when it comes earlier. */
    private static final Duration UNTIL_SEARCH_IS_PREPARED = Duration.ofSeconds(3);

    private PortalServer() {}

    /**
     * Serves the knowledge until the returned context is closed.
     *
     * @param clock what today is, read in UTC; only pages ask it, no rule does
     * @param host the address to listen on; {@code 127.0.0.1} keeps the server to this machine
     * @param port the port; 0 takes a free one, which is then the property {@code local.server.port}
     */
    public static ConfigurableApplicationContext start(Knowledge knowledge, Clock clock, String host, int port) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(PortalConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .lazyInitialization(true)
                .registerShutdownHook(true)
                .initializers((GenericApplicationContext beans) -> {
                    beans.registerBean(Knowledge.class, () -> knowledge);
                    beans.registerBean(Clock.class, () -> clock);
                })
                .properties(settings(host, port))
                .run();
        context.getBean(Search.class).prepareAfter(UNTIL_SEARCH_IS_PREPARED);
        return context;
    }

    private static Map<String, Object> settings(String host, int port) {
        return Map.ofEntries(
                Map.entry("server.address", host),
                Map.entry("server.port", port),
                Map.entry("server.compression.enabled", true),
                Map.entry("server.compression.min-response-size", "1KB"),
                Map.entry(
                        "server.compression.mime-types",
                        "text/html,text/css,text/csv,text/plain,text/calendar,application/json,application/problem+json,"
                                + "image/svg+xml"),
                Map.entry("server.max-http-request-header-size", "16KB"),
                Map.entry("server.shutdown", "immediate"),
                Map.entry("server.tomcat.threads.max", 50),
                Map.entry("spring.threads.virtual.enabled", true),
                Map.entry("spring.main.lazy-initialization", true),
                Map.entry("spring.jmx.enabled", false),
                Map.entry("spring.web.resources.add-mappings", false),
                Map.entry("spring.thymeleaf.check-template-location", false),
                Map.entry("logging.level.root", "WARN"),
                Map.entry("logging.level.org.springframework.web.servlet.PageNotFound", "ERROR"),
                Map.entry("logging.pattern.console", "%d{HH:mm:ss} %-5level %msg%n%ex"));
    }
}
