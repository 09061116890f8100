package dev.ferry.cli;

import dev.ferry.database.Database;
import java.sql.Connection;

/** A database whose connections a {@link Cancellation} can cut. */
final class WatchedDatabase implements Database {
    private final Database database;
    private final Cancellation cancellation;

    WatchedDatabase(Database database, Cancellation cancellation) {
        this.database = database;
        this.cancellation = cancellation;
    }

    @Override
    public Connection connect(String purpose) {
        cancellation.check();
        return cancellation.admit(database.connect(purpose));
    }

    /** The database itself, for looking at what an interrupted command left. */
    Database unwatched() {
        return database;
    }

    @Override
    public String description() {
        return database.description();
    }

    @Override
    public boolean embedded() {
        return database.embedded();
    }

    @Override
    public void close() {
        database.close();
    }
}
