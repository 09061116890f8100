package dev.ferry.schema;

import dev.ferry.database.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A JVM in which Liquibase starts from nothing, so that its first words would be heard too. */
final class QuietMain {
    private QuietMain() {}

    public static void main(String[] arguments) {
        Bench bench = new Bench(arguments[0], new Direct(arguments[0]), TestProfile.named("workshop"), "workshop");
        bench.owner.update();
        bench.insertTools("T", "a");
        bench.rollback("empty");
    }

    /** A database without the tests' server, which would print, too. */
    private record Direct(String url) implements Database {
        @Override
        public Connection connect(String purpose) {
            try {
                return DriverManager.getConnection(url);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
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
}
