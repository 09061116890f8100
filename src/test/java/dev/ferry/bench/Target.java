package dev.ferry.bench;

import dev.ferry.DatabaseDump;
import dev.ferry.database.EmbeddedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/** A PostgreSQL of the benchmark's own with the settings that it comes with, and the database that the runs fill. */
final class Target implements AutoCloseable {
    /** The database that a run meets. */
    private static final String RUN = "run";

    private static final Pattern URL = Pattern.compile("postgresql://([^:]+):([^@]+)@127\\.0\\.0\\.1:(\\d+)/.+");

    private final Path folder;
    private final EmbeddedServer embedded;
    private final String user;
    private final String password;
    private final String server;
    private final long postmaster;

    /** @param folder of its own */
    Target(Path folder) {
        this.folder = folder;
        embedded = EmbeddedServer.in(folder.resolve("server"));
        embedded.start();
        Matcher url = URL.matcher(embedded.url().orElseThrow());
        if (!url.matches()) {
            throw new IllegalStateException("the embedded server's URL is of another form");
        }
        user = url.group(1);
        password = url.group(2);
        server = "127.0.0.1:" + url.group(3);
        String data = DatabaseDump.value(jdbc("ferry"), "SHOW data_directory");
        try (var lines = Files.lines(Path.of(data, "postmaster.pid"))) {
            postmaster = Long.parseLong(lines.findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where programs work that run against it. */
    Path folder() {
        return folder;
    }

    /** What the last of them printed. */
    String output() {
        try {
            return Files.readString(folder.resolve("out"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database that the runs fill, for libpq and Ferry. */
    String url() {
        return "postgresql://" + user + ":" + password + "@" + server + "/" + RUN;
    }

    /** The same for JDBC. */
    String jdbc() {
        return jdbc(RUN);
    }

    private String jdbc(String database) {
        return "jdbc:postgresql://" + server + "/" + database + "?user=" + user + "&password=" + password;
    }

    String version() {
        return DatabaseDump.value(jdbc("ferry"), "SHOW server_version");
    }

    /** Processor time of the server so far, in seconds. */
    double cpu() {
        return Proc.server(postmaster);
    }

    /** Makes the database with a shape's tables and no rows, and leaves the server nothing to write from before. */
    void empty(Shape shape) {
        String state = "empty_" + shape.profile();
        String known = "SELECT count(*) FROM pg_database WHERE datname = '" + state + "'";
        if (DatabaseDump.value(jdbc("ferry"), known).equals("0")) {
            copy("template1", RUN);
            Path source = shape.generate(this, 0);
            Ferry.migrate(this, "", shape, source).measure(this);
            copy(RUN, state);
        }
        copy(state, RUN);
        settle();
    }

    /** Writes what earlier work left to be written, so that it does not fall into a run. */
    void settle() {
        DatabaseDump.execute(jdbc("ferry"), "CHECKPOINT");
    }

    private void copy(String template, String name) {
        DatabaseDump.execute(jdbc("ferry"), "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        DatabaseDump.execute(jdbc("ferry"), "CREATE DATABASE " + name + " TEMPLATE " + template);
    }

    /** How many rows each table has, and a hash of them all that does not depend on their order. */
    List<String> rows(Shape shape) {
        return shape.tables().stream()
                .map(table -> table.name() + ": "
                        + DatabaseDump.value(
                                jdbc(),
                                "SELECT count(*) || ' rows, hash ' || coalesce(sum(hashtextextended(t::text, 0)), 0) FROM"
                                        + " (SELECT " + table.columns() + " FROM " + table.name() + ") t"))
                .toList();
    }

    /** How many rows a shape's tables have together. */
    long count(Shape shape) {
        return shape.tables().stream()
                .mapToLong(table -> Long.parseLong(DatabaseDump.value(jdbc(), "SELECT count(*) FROM " + table.name())))
                .sum();
    }

    /** Writes the rows into files for COPY. */
    void export(Shape shape, String format) {
        try (Connection connection = DriverManager.getConnection(jdbc())) {
            for (Shape.Table table : shape.tables()) {
                try (OutputStream out = Files.newOutputStream(table.file(folder, format))) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("COPY " + table.withColumns() + " TO STDOUT (FORMAT " + format + ")", out);
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("COPY TO", e);
        }
    }

    @Override
    public void close() {
        embedded.stop();
    }
}
