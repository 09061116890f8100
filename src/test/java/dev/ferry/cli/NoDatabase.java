package dev.ferry.cli;

import dev.ferry.database.Database;
import java.sql.Connection;
import org.jspecify.annotations.NullMarked;

/** Has a name and nothing else: these stages do not connect. */
@NullMarked
class NoDatabase implements Database {
    @Override
    public Connection connect(String purpose) {
        throw new IllegalStateException(purpose);
    }

    @Override
    public String description() {
        return "test database";
    }

    @Override
    public boolean embedded() {
        return false;
    }

    @Override
    public void close() {}
}
