package dev.ferry.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicBoolean;

/** The database on the embedded PostgreSQL, in use until it is closed. */
final class EmbeddedDatabase implements Database {
    private final EmbeddedServer server;
    private final Path home;
    private final ServerDatabase database;
    private final AtomicBoolean closed = new AtomicBoolean();

    EmbeddedDatabase(EmbeddedServer server, Path home, ServerDatabase database) {
        this.server = server;
        this.home = home;
        this.database = database;
    }

    @Override
    public Connection connect(String purpose) {
        return database.connect(purpose);
    }

    @Override
    public String description() {
        return "embedded " + database.product() + " in " + home + " (database " + EmbeddedCluster.DATABASE + ")";
    }

    @Override
    public boolean embedded() {
        return true;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.release();
        }
    }
}
