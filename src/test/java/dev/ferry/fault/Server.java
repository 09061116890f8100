package dev.ferry.fault;

import dev.ferry.DatabaseDump;
import dev.ferry.database.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A PostgreSQL of the harness's own, with the embedded server's programs, that can be restarted under its clients. */
final class Server implements AutoCloseable {
    private static final Pattern URL = Pattern.compile("postgresql://([^:]+):([^@]+)@127\\.0\\.0\\.1:(\\d+)/(.+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final EmbeddedServer embedded;
    private final String user;
    private final String password;
    private final int port;

    /** How a server goes. */
    enum Restart {
        /** It ends its sessions. */
        FAST,
        /** It crashes, and recovers. */
        IMMEDIATE
    }

    Server(Path folder) {
        this.folder = folder;
        embedded = EmbeddedServer.in(folder);
        embedded.start();
        Matcher url = URL.matcher(embedded.url().orElseThrow());
        if (!url.matches()) {
            throw new IllegalStateException("the embedded server's URL is of another form");
        }
        user = url.group(1);
        password = url.group(2);
        port = Integer.parseInt(url.group(3));
        // No round ends the machine, so nothing need reach the disk.
        for (String setting : List.of("fsync TO off", "full_page_writes TO off", "checkpoint_timeout TO '1h'")) {
            DatabaseDump.execute(jdbc("ferry"), "ALTER SYSTEM SET " + setting);
        }
        DatabaseDump.execute(jdbc("ferry"), "SELECT pg_reload_conf()");
    }

    int port() {
        return port;
    }

    /** The URL of a database of this server for JDBC, past the proxy. */
    String jdbc(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + user + "&password=" + password;
    }

    /** The URL of a database for Ferry, by way of this port. */
    String url(String database, int throughPort) {
        return "postgresql://" + user + ":" + password + "@127.0.0.1:" + throughPort + "/" + database;
    }

    /** Makes a database like another one. */
    void copy(String template, String name) {
        drop(name);
        DatabaseDump.execute(jdbc("ferry"), "CREATE DATABASE " + name + " TEMPLATE " + template);
    }

    void drop(String name) {
        DatabaseDump.execute(jdbc("ferry"), "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    /** Restarts it, and returns when it answers again. */
    void restart(Restart how) {
        List<String> command = new ArrayList<>();
        if (ProcessHandle.current().info().user().filter("root"::equals).isPresent()) {
            // PostgreSQL refuses root; Ferry starts it in the same way.
            command.addAll(List.of("unshare", "--user"));
        }
        command.addAll(List.of(
                program("pg_ctl").toString(),
                "restart",
                "--wait",
                "--timeout=" + PATIENCE.toSeconds(),
                "--silent",
                "--mode=" + how.name().toLowerCase(Locale.ROOT),
                "--pgdata=" + folder.resolve("postgres/data"),
                "--log=" + folder.resolve("postgres/log")));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("restart.log").toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("pg_ctl restart: " + Files.readString(folder.resolve("restart.log")));
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("pg_ctl restart", e);
        }
    }

    private Path program(String name) {
        try (Stream<Path> entries = Files.list(folder.resolve("postgres"))) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("bin-"))
                    .findFirst()
                    .orElseThrow()
                    .resolve("bin")
                    .resolve(name);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        embedded.stop();
    }
}
