package dev.ferry.database;

import dev.ferry.failure.FerryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that Ferry brings along, with its data below Ferry's own directory.
 *
 * <p>Processes share it: whoever needs it first starts it, whoever is done last stops it, unless {@link #start} keeps
 * it running. A process that is killed leaves it running; the next one finds it, uses it and stops it. It listens on
 * 127.0.0.1 alone and wants a password that only the directory's owner can read. Thread-safe.
 */
public final class EmbeddedServer {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    /** Sessions of Ferry count by {@link HomeLock}: of a killed process they may outlive it for two seconds. */
    private static final String OTHER_CLIENTS = """
            SELECT count(*) FROM pg_catalog.pg_stat_activity
            WHERE backend_type = 'client backend' AND NOT starts_with(application_name, '%s')
            """.formatted(ApplicationName.PREFIX);

    private final EmbeddedHome home;
    private final HomeLock lock;
    private final EmbeddedCluster cluster;

    private EmbeddedServer(EmbeddedHome home) {
        this.home = home;
        this.lock = HomeLock.of(home);
        this.cluster = new EmbeddedCluster(home, lock);
    }

    /** The server of this home directory, which is made where it is not there; nothing is started. */
    public static EmbeddedServer in(Path home) {
        return new EmbeddedServer(EmbeddedHome.in(home));
    }

    /** Starts it unless it runs, for use until the database is closed. */
    Database open() {
        return lock.exclusively(() -> {
            lock.join();
            try {
                return new EmbeddedDatabase(this, home.shown(), cluster.start());
            } catch (RuntimeException e) {
                leave();
                throw e;
            }
        });
    }

    /** Starts it unless it runs, and keeps it running until {@link #stop}. */
    public void start() {
        lock.exclusively(() -> {
            cluster.start();
            Postmaster server = cluster.running().orElseThrow();
            try {
                return Files.writeString(home.keep(), server.identity());
            } catch (IOException e) {
                throw home.failure(e);
            }
        });
    }

    /** Stops it, at once where no other command uses it, else when the last of them is done. */
    public Stop stop() {
        return lock.exclusively(() -> {
            try {
                Files.deleteIfExists(home.keep());
            } catch (IOException e) {
                throw home.failure(e);
            }
            if (cluster.running().isEmpty()) {
                return Stop.NOT_RUNNING;
            }
            if (lock.isUsed()) {
                return Stop.WHEN_UNUSED;
            }
            cluster.stop();
            return Stop.STOPPED;
        });
    }

    /** What became of a request to stop. */
    public enum Stop {
        /** There was nothing to stop. */
        NOT_RUNNING,
        /** It does not run any more. */
        STOPPED,
        /** Other commands use it; the last of them stops it. */
        WHEN_UNUSED
    }

    /** Where psql and other programs find it, password included; nothing where it does not run. */
    public Optional<String> url() {
        return cluster.running()
                .flatMap(cluster::url)
                .map(url -> "postgresql://" + url.user() + ":" + url.password().orElse("") + "@" + url.server() + "/"
                        + url.database());
    }

    /** Whether it runs. */
    public boolean isRunning() {
        return cluster.running().isPresent();
    }

    /** Ends one use, and stops the server after the last one. */
    void release() {
        lock.exclusively(() -> {
            leave();
            return lock;
        });
    }

    private void leave() {
        lock.leave();
        try {
            Optional<Postmaster> server = cluster.running();
            if (server.isPresent() && !lock.isUsed() && !isKept(server.get()) && !hasOtherClients(server.get())) {
                cluster.stop();
            }
        } catch (FerryException e) {
            // What the caller did is done; the next command finds the server and stops it.
            LOG.warn("The embedded PostgreSQL could not be stopped: {}", e.getMessage());
        }
    }

    /** Kept is the process, not the directory: after a crash of the machine a command that starts it stops it again. */
    private boolean isKept(Postmaster server) {
        try {
            return Files.exists(home.keep()) && Files.readString(home.keep()).equals(server.identity());
        } catch (IOException e) {
            throw home.failure(e);
        }
    }

    private boolean hasOtherClients(Postmaster server) {
        Optional<DatabaseUrl> url = cluster.url(server);
        if (url.isEmpty()) {
            return false;
        }
        try (Connection connection = Database.at(url.get()).connect("stop");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OTHER_CLIENTS)) {
            return row.next() && row.getLong(1) > 0;
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
    }
}
