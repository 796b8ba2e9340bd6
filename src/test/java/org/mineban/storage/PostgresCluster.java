package org.mineban.storage;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server that a test may stop, kill and replace: a primary, and a replica of it where one is asked for. Made with the system's package. */
public final class PostgresCluster implements AutoCloseable {

    private final Path programs;
    private final Path folder;
    private final Path data;
    private final int port;

    private PostgresCluster(Path programs, Path folder) throws IOException {
        this.programs = programs;
        this.folder = folder;
        this.data = folder.resolve("data");
        this.port = freePort();
    }

    /** Whether the package is installed. */
    public static boolean installed() {
        return programs().isPresent();
    }

    /** A new primary, started. */
    public static PostgresCluster primary() throws IOException, InterruptedException {
        PostgresCluster made = new PostgresCluster(programs().orElseThrow(), newFolder());
        made.asPostgres(
                made.program("initdb"),
                "-D",
                made.data.toString(),
                "-U",
                "postgres",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-A",
                "trust");
        Files.writeString(
                made.data.resolve("postgresql.conf"),
                "\nwal_level = replica\nmax_wal_senders = 4\nhot_standby = on\n",
                StandardOpenOption.APPEND);
        made.start();
        made.execute("create database mineban");
        return made;
    }

    /** A replica that follows this primary, started; from then on the primary acknowledges no commit that the replica has not written and applied. */
    public PostgresCluster withReplica() throws IOException, InterruptedException {
        PostgresCluster replica = new PostgresCluster(programs, newFolder());
        replica.asPostgres(
                program("pg_basebackup"),
                "-D",
                replica.data.toString(),
                "-R",
                "-X",
                "stream",
                "-c",
                "fast",
                "-d",
                "host=127.0.0.1 port=" + port + " user=postgres application_name=replica");
        replica.start();
        execute("alter system set synchronous_standby_names = 'replica'");
        execute("alter system set synchronous_commit = 'remote_apply'");
        execute("select pg_reload_conf()");
        for (int look = 0; look < 100; look++) {
            if ("sync".equals(value("select coalesce(max(sync_state), '') from pg_stat_replication"))) {
                return replica;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The replica does not follow in step.");
    }

    public void start() throws IOException, InterruptedException {
        asPostgres(
                program("pg_ctl"),
                "-D",
                data.toString(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder,
                "start");
    }

    /** Stops it at once, without saying goodbye to anybody. */
    public void stop() throws IOException, InterruptedException {
        asPostgres(program("pg_ctl"), "-D", data.toString(), "-m", "immediate", "-w", "stop");
    }

    /** {@code kill -9} of the server and of each process it has started. */
    public void kill() throws IOException {
        long server = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        ProcessHandle handle = ProcessHandle.of(server).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(List.of(handle));
        all.addAll(handle.descendants().toList());
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** Makes this replica the primary. */
    public void promote() throws IOException, InterruptedException {
        execute("alter system set synchronous_standby_names = ''");
        asPostgres(program("pg_ctl"), "-D", data.toString(), "-w", "promote");
    }

    /** Its database, and that of others: whichever of them is the primary is used. */
    public DatabaseAddress address(PostgresCluster... others) {
        StringBuilder hosts = new StringBuilder("127.0.0.1:" + port);
        for (PostgresCluster other : others) {
            hosts.append(",127.0.0.1:").append(other.port);
        }
        return DatabaseAddress.postgresql(
                "jdbc:postgresql://" + hosts + "/mineban?targetServerType=primary",
                Optional.of("postgres"),
                Optional.of(""));
    }

    private void execute(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private String value(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            return found.next() ? found.getString(1) : "";
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
    }

    private String program(String name) {
        return programs.resolve(name).toString();
    }

    private static Optional<Path> programs() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Path newFolder() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("mineban-cluster");
        if (root()) {
            run("chown", "postgres", folder.toString());
        }
        return folder;
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void asPostgres(String... command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>();
        if (root()) {
            whole.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"));
        }
        whole.addAll(Arrays.asList(command));
        run(whole.toArray(String[]::new));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("mineban-cluster", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        String said = Files.readString(output);
        Files.delete(output);
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command) + "\n" + said);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Stops what is left running and takes its folder away. */
    @Override
    public void close() {
        try {
            if (Files.exists(data.resolve("postmaster.pid"))) {
                try {
                    stop();
                } catch (IllegalStateException killedBefore) {
                    // then there is nothing to stop
                }
            }
            run("rm", "-rf", folder.toString());
        } catch (IOException | InterruptedException left) {
            System.err.println("PostgreSQL of the tests was not stopped: " + left);
        }
    }
}
