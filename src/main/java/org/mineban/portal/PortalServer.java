package org.mineban.portal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mineban.audit.AuditTrail;
import org.mineban.depositary.RecordedKnowledge;
import org.mineban.jobs.JobRunner;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;
import org.mineban.presentation.Knowledge;
import org.mineban.search.Search;
import org.mineban.storage.Database;
import org.mineban.submissions.RecordedReceipts;
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
     * What a server is made of.
     *
     * @param knowledge the record that comes with the program
     * @param clock what today is, read in UTC; only pages ask it, no rule does
     * @param settings what the administrator has set
     * @param database what people made; whoever opened it closes it, after the server
     * @param dataFolder where the key file is, unless the settings name another
     */
    public record Parts(Knowledge knowledge, Clock clock, Settings settings, Database database, Path dataFolder) {

        /** The file of the keys that seal secrets. */
        Path keyFile() {
            return settings.find(Setting.KEY_FILE).map(Path::of).orElseGet(() -> dataFolder.resolve("keys"));
        }
    }

    /**
     * Serves until the returned context is closed.
     *
     * @param host the address to listen on; {@code 127.0.0.1} keeps the server to this machine
     * @param port the port; 0 takes a free one, which is then the property {@code local.server.port}
     */
    public static ConfigurableApplicationContext start(Parts parts, String host, int port) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(PortalConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .lazyInitialization(true)
                .registerShutdownHook(true)
                .initializers((GenericApplicationContext beans) -> {
                    beans.registerBean(Parts.class, () -> parts);
                    beans.registerBean(
                            RecordedKnowledge.class,
                            () -> new RecordedKnowledge(
                                    parts.knowledge().with(new RecordedReceipts(parts.database())), parts.database()));
                    beans.registerBean(Clock.class, parts::clock);
                    beans.registerBean(Settings.class, parts::settings);
                    beans.registerBean(Database.class, parts::database, bean -> bean.setDestroyMethodName(null));
                    beans.registerBean(AuditTrail.class, AuditTrail::new);
                })
                .properties(settings(host, port))
                .properties(proxies(parts.settings()))
                .run();
        context.getBean(Search.class).prepareAfter(UNTIL_SEARCH_IS_PREPARED);
        context.getBean(JobRunner.class).start();
        return context;
    }

    /**
     * Which neighbours are believed when they say for whom they ask, and by which scheme: none, unless they are set. Whoever else sends such
     * headers is taken as they are.
     */
    private static Map<String, Object> proxies(Settings settings) {
        return settings.find(Setting.TRUSTED_PROXIES)
                .<Map<String, Object>>map(addresses -> Map.of(
                        "server.forward-headers-strategy",
                        "native",
                        "server.tomcat.remoteip.internal-proxies",
                        Stream.of(addresses.split(",", -1))
                                .map(String::strip)
                                .filter(address -> !address.isEmpty())
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|")),
                        "server.tomcat.remoteip.host-header",
                        "X-Forwarded-Host",
                        "server.tomcat.remoteip.port-header",
                        "X-Forwarded-Port"))
                .orElse(Map.of("server.forward-headers-strategy", "none"));
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
                Map.entry("server.tomcat.max-swallow-size", UploadLimit.MOST_BYTES + "B"),
                Map.entry("spring.servlet.multipart.max-file-size", UploadLimit.MOST_BYTES + "B"),
                Map.entry("spring.servlet.multipart.max-request-size", UploadLimit.MOST_BYTES + "B"),
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
