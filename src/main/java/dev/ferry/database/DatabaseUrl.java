package dev.ferry.database;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which database, as whom, and how.
 *
 * <p>Immutable. What a URL leaves out is taken as libpq takes it: host {@code localhost}, port 5432, the user of the
 * operating system, the database of the user's name; {@link ClientEnvironment#complete} looks into the environment and
 * the password file first. The password and the parameters are never part of {@link #toString}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS">Connection URIs</a>
 * @see <a href="https://jdbc.postgresql.org/documentation/use/#connecting-to-the-database">pgjdbc's URLs</a>
 */
public final class DatabaseUrl {
    private static final DatabaseUrl UNDEFINED =
            new DatabaseUrl(List.of(), null, null, null, Map.of(), Optional.empty());

    private final List<Address> addresses;
    private final @Nullable String user;
    private final @Nullable String password;
    private final @Nullable String database;
    private final Map<String, String> parameters;

    /** What {@link ClientEnvironment} has to say where the server then refuses the login. */
    private final Optional<String> passwordNote;

    private DatabaseUrl(
            List<Address> addresses,
            @Nullable String user,
            @Nullable String password,
            @Nullable String database,
            Map<String, String> parameters,
            Optional<String> passwordNote) {
        this.passwordNote = passwordNote;
        this.addresses = List.copyOf(addresses);
        this.user = user;
        this.password = password;
        this.database = database;
        this.parameters = Map.copyOf(parameters);
    }

    /**
     * Reads {@code postgresql://user:password@host:port/database?sslmode=…}, also with {@code postgres:} or several
     * hosts, and {@code jdbc:postgresql://host:port/database?user=…&password=…} or {@code jdbc:postgresql:database}.
     *
     * <p>A {@code @}, {@code #} or {@code %} that is not percent-encoded is accepted in a password where the URL can
     * only be read in one way.
     *
     * @throws dev.ferry.failure.UsageException where it cannot be read, or asks for what is not supported; the message
     * never repeats the URL
     */
    public static DatabaseUrl parse(String text) {
        return DatabaseUrlParser.parse(text);
    }

    /** A URL that leaves everything out. */
    public static DatabaseUrl undefined() {
        return UNDEFINED;
    }

    /** The same on another server; a port outside 1 to 65535 or a socket directory as the host is refused. */
    public DatabaseUrl withServer(String host, int port) {
        return withAddresses(List.of(new Address(host, port)));
    }

    /** The same as another user. */
    public DatabaseUrl withUser(String newUser) {
        return new DatabaseUrl(addresses, newUser, password, database, parameters, passwordNote);
    }

    /** The same with this password. */
    public DatabaseUrl withPassword(String newPassword) {
        return new DatabaseUrl(addresses, user, newPassword, database, parameters, passwordNote);
    }

    /** The same in another database. */
    public DatabaseUrl withDatabase(String newDatabase) {
        return new DatabaseUrl(addresses, user, password, newDatabase, parameters, passwordNote);
    }

    DatabaseUrl withAddresses(List<Address> newAddresses) {
        return new DatabaseUrl(newAddresses, user, password, database, parameters, passwordNote);
    }

    /** The same with one more of pgjdbc's connection properties. */
    DatabaseUrl withParameter(String name, String value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new DatabaseUrl(addresses, user, password, database, more, passwordNote);
    }

    /** The same with something to say of the password where the server then refuses the login. */
    DatabaseUrl withPasswordNote(String note) {
        return new DatabaseUrl(addresses, user, password, database, parameters, Optional.of(note));
    }

    /** The server's host and port, {@code db.example.org:5432}; several are separated by commas. */
    public String server() {
        return addresses().stream().map(Address::toString).collect(Collectors.joining(","));
    }

    /** The host, the first of several. */
    public String host() {
        return addresses().get(0).host();
    }

    /** The port, of the first of several hosts. */
    public int port() {
        return addresses().get(0).port();
    }

    /** The user who connects. */
    public String user() {
        return user == null ? System.getProperty("user.name", "postgres") : user;
    }

    /** The database's name. */
    public String database() {
        return database == null ? user() : database;
    }

    boolean hasServer() {
        return !addresses.isEmpty();
    }

    boolean hasUser() {
        return user != null;
    }

    boolean hasDatabase() {
        return database != null;
    }

    /** Tells the password, where there is one, to what must keep it out of texts. */
    public void reveal(Consumer<String> keeper) {
        password().ifPresent(keeper);
    }

    Optional<String> password() {
        return Optional.ofNullable(password);
    }

    Optional<String> passwordNote() {
        return passwordNote;
    }

    List<Address> addresses() {
        return addresses.isEmpty() ? List.of(new Address(Address.DEFAULT_HOST, Address.DEFAULT_PORT)) : addresses;
    }

    /** pgjdbc's connection properties that the URL sets, by name. */
    Map<String, String> parameters() {
        return parameters;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DatabaseUrl that
                && addresses.equals(that.addresses)
                && Objects.equals(user, that.user)
                && Objects.equals(password, that.password)
                && Objects.equals(database, that.database)
                && parameters.equals(that.parameters);
    }

    @Override
    public int hashCode() {
        return Objects.hash(addresses, user, database);
    }

    /** Host, port, database and user; never the password, and no parameter, since those hold secrets too. */
    @Override
    public String toString() {
        return server() + ", database " + database() + ", user " + user();
    }
}
