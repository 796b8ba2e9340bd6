package org.mineban.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.mineban.platform.Messages;
import org.mineban.platform.Settings;
import org.mineban.portal.PortalServer;
import org.mineban.presentation.Knowledge;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;
import org.springframework.context.ConfigurableApplicationContext;

/** The time of the main pages, warm, in six languages, against English: the languages take turns, and the median counts. */
public final class LanguagesBench {

    private static final List<String> LANGUAGES = List.of("en", "ar", "es", "fr", "ru", "zh");

    private static final List<String> PAGES = List.of(
            "",
            "/states",
            "/states/UKR",
            "/duties",
            "/why/OMN/initial-report",
            "/what-if?state=USA&deposit=2027-01-15",
            "/universalization",
            "/resolutions",
            "/convention",
            "/search?q=mines",
            "/data");

    private LanguagesBench() {}

    /**
     * Measures.
     *
     * @param arguments how many times each page is asked for; 150 unless told
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 150;
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC);
        Path folder = Files.createTempDirectory("mineban-bench");
        try (Database database = Database.open(DatabaseAddress.in(folder), clock);
                ConfigurableApplicationContext server = PortalServer.start(
                        new PortalServer.Parts(
                                Knowledge.load(new Messages()), clock, Settings.none(), database, folder),
                        "127.0.0.1",
                        0);
                HttpClient client = HttpClient.newHttpClient()) {
            String host = "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port") + "/";
            System.out.println(
                    "Medians in milliseconds of " + rounds + " requests; kilobytes of the page in brackets.");
            System.out.printf("%-40s %s%n", "page", String.join("            ", LANGUAGES));
            double[] sums = new double[LANGUAGES.size()];
            for (String page : PAGES) {
                double[][] times = new double[LANGUAGES.size()][rounds];
                int[] sizes = new int[LANGUAGES.size()];
                for (int round = -rounds; round < rounds; round++) {
                    for (int turn = 0; turn < LANGUAGES.size(); turn++) {
                        int language = Math.floorMod(turn + round, LANGUAGES.size());
                        HttpRequest request = HttpRequest.newBuilder(URI.create(host + LANGUAGES.get(language) + page))
                                .build();
                        long begin = System.nanoTime();
                        sizes[language] = client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                                .body()
                                .length;
                        if (round >= 0) {
                            times[language][round] = (System.nanoTime() - begin) / 1e6;
                        }
                    }
                }
                StringBuilder line = new StringBuilder("%-40s".formatted(page.isEmpty() ? "/" : page));
                for (int language = 0; language < LANGUAGES.size(); language++) {
                    Arrays.sort(times[language]);
                    double median = times[language][rounds / 2];
                    sums[language] += median;
                    line.append(" %5.2f (%3d kB)".formatted(median, sizes[language] / 1000));
                }
                System.out.println(line);
            }
            StringBuilder line = new StringBuilder("%-40s".formatted("all, against English"));
            for (double sum : sums) {
                line.append(" %11.0f %%".formatted(100 * sum / sums[0]));
            }
            System.out.println(line);
        }
    }
}
