package dev.ferry.migration;

import dev.ferry.database.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A database that counts the statements its connections prepare or create. */
@NullMarked
final class StatementCount implements Database {
    private final Database database;
    private int statements;

    StatementCount(Database database) {
        this.database = database;
    }

    int statements() {
        return statements;
    }

    @Override
    public Connection connect(String purpose) {
        Connection connection = database.connect(purpose);
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (isStatement(method.getName(), arguments)) {
                        statements++;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    /** What tells of progress depends on the time that passes, not on what is done. */
    private static boolean isStatement(String method, Object @Nullable [] arguments) {
        boolean announces = arguments != null
                && arguments.length > 0
                && String.valueOf(arguments[0]).contains("application_name");
        return (method.equals("prepareStatement") || method.equals("createStatement")) && !announces;
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
