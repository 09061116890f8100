package dev.ferry.database;

import dev.ferry.failure.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data directory of the embedded PostgreSQL and the server on it. Used by one process at a time. */
final class EmbeddedCluster {
    static final String DATABASE = "ferry";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedCluster.class);
    private static final String USER = "ferry";
    private static final String UNKNOWN_DATABASE = "3D000";
    private static final int PASSWORD_BYTES = 24;
    private static final int PORT_ATTEMPTS = 3;

    /** A server that recovers from a crash takes its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final EmbeddedHome home;
    private final HomeLock lock;

    EmbeddedCluster(EmbeddedHome home, HomeLock lock) {
        this.home = home;
        this.lock = lock;
    }

    /** The server that runs on the data directory, if one does. */
    Optional<Postmaster> running() {
        try {
            return Postmaster.of(home.data());
        } catch (IOException e) {
            throw home.failure(e);
        }
    }

    /** Where that server is to be reached, password included; nothing while it starts. */
    Optional<DatabaseUrl> url(Postmaster server) {
        if (server.port().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(DatabaseUrl.undefined()
                    .withServer(LocalPort.HOST, server.port().getAsInt())
                    .withUser(USER)
                    .withPassword(Files.readString(home.password()))
                    .withDatabase(DATABASE)
                    // The port may have another owner by now: he must not be told the password for the asking.
                    .withParameter("requireAuth", "scram-sha-256"));
        } catch (IOException e) {
            throw home.failure(e);
        }
    }

    /** The database, on the server that runs or else on one started now. */
    ServerDatabase start() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<Postmaster> server = running();
            if (server.isEmpty()) {
                startServer();
                continue;
            }
            Optional<DatabaseUrl> url = url(server.get());
            try {
                if (url.isPresent()) {
                    return connected(url.get());
                }
            } catch (DatabaseException e) {
                // A process that was killed while it started or stopped the server leaves it half-way.
                if (e.exitCode() != ExitCode.ENVIRONMENT || System.nanoTime() > end) {
                    throw e;
                }
            }
            if (System.nanoTime() > end) {
                throw new DatabaseException(
                        ExitCode.ENVIRONMENT,
                        "the embedded PostgreSQL in " + home.shown() + " did not start within " + PATIENCE.toSeconds()
                                + " s",
                        "see " + home.log(),
                        null,
                        null);
            }
            pause();
        }
    }

    void stop() {
        new PostgresPrograms(home).stop(home.data());
        LOG.debug("Embedded PostgreSQL in {} stopped", home.shown());
    }

    private void startServer() {
        if (lock.isUsedElsewhere()) {
            // In another container, say: a second server on the same files would destroy them.
            throw new DatabaseException(
                    ExitCode.BUSY,
                    "another process uses the embedded PostgreSQL in " + home.shown()
                            + ", but its server is not to be found",
                    "wait until that process has ended",
                    null,
                    null);
        }
        PostgresPrograms programs = new PostgresPrograms(home);
        try {
            if (!Files.isDirectory(home.data())) {
                initialize(programs);
            }
            Postmaster.forgetOther(home.data());
            int port = startOnFreePort(programs);
            LOG.debug("Embedded PostgreSQL in {} started on port {}", home.shown(), port);
        } catch (IOException e) {
            throw home.failure(e);
        }
    }

    /** Made aside and then renamed, so that a data directory of the final name is complete and has its password. */
    private void initialize(PostgresPrograms programs) throws IOException {
        EmbeddedHome.delete(home.unfinishedData());
        Files.deleteIfExists(home.password());
        Files.createFile(home.password(), EmbeddedHome.ownerOnly(home.directory(), "rw-------"));
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Files.writeString(home.password(), Base64.getUrlEncoder().encodeToString(random));
        programs.initialize(home.unfinishedData(), USER, home.password());
        Files.move(home.unfinishedData(), home.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private int startOnFreePort(PostgresPrograms programs) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = LocalPort.choose(home.port());
            try {
                programs.start(home.data(), port);
                return port;
            } catch (DatabaseException e) {
                // Somebody else may have taken it between the choice and the start.
                if (attempt == PORT_ATTEMPTS || LocalPort.isFree(port)) {
                    throw e;
                }
            }
        }
    }

    private static ServerDatabase connected(DatabaseUrl url) {
        ServerDatabase database = new ServerDatabase(url, PasswordPrompt.NONE);
        try {
            database.connect("start").close();
        } catch (DatabaseException e) {
            if (e.sqlState().filter(UNKNOWN_DATABASE::equals).isEmpty()) {
                throw e;
            }
            create(url);
            return connected(url);
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
        return database;
    }

    private static void create(DatabaseUrl url) {
        try (Connection connection = Database.at(url.withDatabase("postgres")).connect("start");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(
                    ExitCode.INTERRUPTED, "interrupted while the embedded PostgreSQL was starting", null, null, e);
        }
    }
}
