package org.mineban.bench;

import static mineban.tables.Tables.ORGANISATION;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mineban.Main;
import org.mineban.accounts.BreachedPasswords;
import org.mineban.accounts.Notices;
import org.mineban.accounts.Passwords;
import org.mineban.accounts.People;
import org.mineban.accounts.SecondFactors;
import org.mineban.accounts.Session;
import org.mineban.accounts.Sessions;
import org.mineban.accounts.SignIn;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Verification;
import org.mineban.kernel.Language;
import org.mineban.platform.Settings;
import org.mineban.secrets.Keyring;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;
import org.mineban.storage.Engine;
import org.mineban.storage.PostgresServer;

/**
 * {@code kill -9} of the whole server while 200 people’s worth of forms are sent, again and again. Each form adds an organisation under a name of its
 * own, from a real session with its code; the answer that leads on is the acknowledgement. Run by {@code bench/faults/kill-server}.
 */
public final class ServerKillFault {

    private static final int SENDERS = 200;
    private static final Pattern CODE = Pattern.compile("name=\"form-code\" value=\"([^\"]+)\"");

    private final DatabaseAddress address;
    private final Path folder;
    private final int port;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private ServerKillFault(DatabaseAddress address, Path folder, int port) {
        this.address = address;
        this.folder = folder;
        this.port = port;
    }

    /**
     * Kills.
     *
     * @param arguments how often, 50 unless told; then {@code postgresql} for that engine
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        boolean server = arguments.length > 1 && arguments[1].equals("postgresql");
        Path folder = Files.createTempDirectory(Path.of("target"), "fault-kill-server");
        DatabaseAddress address =
                server ? PostgresServer.running().orElseThrow().newDatabase() : DatabaseAddress.in(folder);
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        boolean whole = new ServerKillFault(address, folder, port).run(kills);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path one : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
        System.exit(whole ? 0 : 1);
    }

    private boolean run(int kills) throws IOException, InterruptedException {
        Random random = new Random();
        AuditTrail trail = new AuditTrail();
        String session = signIn();
        long acknowledged = 0;
        long lost = 0;
        int broken = 0;
        for (int round = 1; round <= kills; round++) {
            String prefix = "r" + round + "-";
            Queue<String> said = new ConcurrentLinkedQueue<>();
            sendAndKill(session, prefix, said, 200 + random.nextInt(1800));
            try (Database database = Database.open(address, Clock.systemUTC())) {
                Set<String> kept = database.read(sql -> sql.select(ORGANISATION.NAME)
                        .from(ORGANISATION)
                        .where(ORGANISATION.NAME.startsWith(prefix))
                        .fetchSet(ORGANISATION.NAME));
                long missing = said.stream().filter(one -> !kept.contains(one)).count();
                String integrity = address.engine() == Engine.SQLITE
                        ? database.read(sql -> String.valueOf(sql.fetchValue("pragma integrity_check")))
                        : "ok";
                Verification found = database.read(trail::verify);
                acknowledged += said.size();
                lost += missing;
                broken += integrity.equals("ok") && found.fault().isEmpty() ? 0 : 1;
                System.out.printf(
                        "kill %2d: %,5d acknowledged, %d of them lost; %,5d kept; integrity %s; trail of %,d %s%n",
                        round,
                        said.size(),
                        missing,
                        kept.size(),
                        integrity,
                        found.entries(),
                        found.fault().isPresent() ? found.fault().get() : "whole");
            }
        }
        System.out.printf(
                "%s: %d kills of the server under %d senders: %,d acknowledged, %d lost, %d times not whole%n",
                address.engine(), kills, SENDERS, acknowledged, lost, broken);
        return lost == 0 && broken == 0 && acknowledged > 0;
    }

    /** An administrator’s session. */
    private String signIn() {
        Clock clock = Clock.systemUTC();
        try (Database database = Database.open(address, clock)) {
            People people = new People(database, new AuditTrail(), Notices.NONE);
            Sessions sessions = new Sessions(database, people, clock);
            SecondFactors factors =
                    new SecondFactors(database, people, Keyring.open(folder.resolve("keys"), false), Notices.NONE);
            Passwords passwords = new Passwords(BreachedPasswords.of(Settings.none()));
            SignIn signIn = new SignIn(database, people, sessions, factors, passwords, Notices.NONE, clock);
            SignIn.From from = new SignIn.From("127.0.0.1", "bench", Optional.empty());
            String link = signIn.firstAdministratorLink().orElseThrow().text();
            SignIn.Outcome.In in = signIn.makeFirstAdministrator(
                    link, "Anna Vu", "anna@example.org", Language.ENGLISH, "ferry lantern oboe gravel", from);
            return signIn.strengthen(
                            sessions.find(in.session().text()).orElseThrow(), Session.Method.PASSWORD_AND_CODE, from)
                    .session()
                    .text();
        }
    }

    private void sendAndKill(String session, String prefix, Queue<String> said, int afterMilliseconds)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx400m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--port",
                        String.valueOf(port))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("server.log").toFile());
        builder.environment().put("MINEBAN_DATA", folder.toString());
        if (address.engine() == Engine.POSTGRESQL) {
            builder.environment().put("MINEBAN_DATABASE_URL", address.url());
            address.user().ifPresent(user -> builder.environment().put("MINEBAN_DATABASE_USER", user));
            address.password().ifPresent(word -> builder.environment().put("MINEBAN_DATABASE_PASSWORD", word));
        }
        Process server = builder.start();
        AtomicBoolean going = new AtomicBoolean(true);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                String code = code(session, server);
                for (int sender = 0; sender < SENDERS; sender++) {
                    String name = prefix + sender + "-";
                    senders.execute(() -> send(session, code, name, said, going));
                }
                long first = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
                while (said.isEmpty() && System.nanoTime() < first) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
                TimeUnit.MILLISECONDS.sleep(afterMilliseconds);
            } finally {
                server.destroyForcibly(); // kill -9
                going.set(false);
                server.waitFor();
            }
        }
    }

    /** The code of the forms, once the server answers. */
    private String code(String session, Process server) throws InterruptedException {
        for (int tries = 0; tries < 600 && server.isAlive(); tries++) {
            try {
                HttpResponse<String> page =
                        client.send(request("/en/account", session).build(), HttpResponse.BodyHandlers.ofString());
                Matcher found = CODE.matcher(page.body());
                if (found.find()) {
                    return found.group(1);
                }
                throw new IllegalStateException("The server answers " + page.statusCode());
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new IllegalStateException("The server does not answer; see server.log in " + folder);
    }

    private HttpRequest.Builder request(String path, String session) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Cookie", "mineban-session=" + session);
    }

    private void send(String session, String code, String name, Queue<String> said, AtomicBoolean going) {
        for (int number = 0; going.get(); number++) {
            HttpRequest form = request("/en/organisations", session)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("name=" + name + number + "&state=&form-code=" + code))
                    .build();
            try {
                int status = client.send(form, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status == 303) {
                    said.add(name + number);
                } else {
                    throw new IllegalStateException("The server answers " + status);
                }
            } catch (IOException killed) {
                return;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
