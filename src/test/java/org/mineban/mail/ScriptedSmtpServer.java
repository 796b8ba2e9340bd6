package org.mineban.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A mail server that answers as a test wants: the answers that a well-behaved server in memory never gives. */
final class ScriptedSmtpServer implements AutoCloseable {

    /** Instead of an answer: the connection is cut. */
    static final String CUT = "";

    private final ServerSocket socket;
    private final Function<String, String> script;
    private final List<String> delivered = new CopyOnWriteArrayList<>();

    /** @param script the answer to a command, to {@code .} for the end of a message, or {@code null} for the usual one */
    ScriptedSmtpServer(Function<String, String> script) throws IOException {
        this.script = script;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The messages taken, with their heads. */
    List<String> delivered() {
        return delivered;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(client.getOutputStream(), false, StandardCharsets.UTF_8)) {
            say(out, "220 scripted");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!answer(line, in, out)) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The client went away.
        }
    }

    private boolean answer(String line, BufferedReader in, PrintWriter out) throws IOException {
        String verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
        String wanted = script.apply(line);
        if (wanted != null) {
            if (wanted.equals(CUT)) {
                return false;
            }
            say(out, wanted);
            return true;
        }
        switch (verb) {
            case "DATA" -> {
                say(out, "354 go on");
                StringBuilder message = new StringBuilder();
                for (String part = in.readLine(); part != null && !part.equals("."); part = in.readLine()) {
                    message.append(part).append('\n');
                }
                String end = script.apply(".");
                if (CUT.equals(end)) {
                    delivered.add(message.toString());
                    return false;
                }
                if (end == null) {
                    delivered.add(message.toString());
                }
                say(out, end == null ? "250 taken" : end);
            }
            case "QUIT" -> {
                say(out, "221 bye");
                return false;
            }
            default -> say(out, "250 ok");
        }
        return true;
    }

    private static void say(PrintWriter out, String answer) {
        out.print(answer + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
