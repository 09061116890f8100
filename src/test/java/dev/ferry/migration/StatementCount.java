package dev.ferry.migration;

import dev.ferry.database.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.jspecify.annotations.NullMarked;

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
                    if (method.getName().equals("prepareStatement")
                            || method.getName().equals("createStatement")) {
                        statements++;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
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
