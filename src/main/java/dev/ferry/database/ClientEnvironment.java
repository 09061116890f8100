package dev.ferry.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a PostgreSQL client takes from its surroundings where the URL is silent: the {@code PG…} variables and the
 * password file.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-envars.html">Environment variables</a>
 */
public final class ClientEnvironment {
    private static final Map<String, String> PARAMETERS = Map.of(
            "PGSSLMODE", "sslmode",
            "PGSSLROOTCERT", "sslrootcert",
            "PGSSLCERT", "sslcert",
            "PGSSLKEY", "sslkey",
            "PGCONNECT_TIMEOUT", "connect_timeout",
            "PGAPPNAME", "application_name",
            "PGOPTIONS", "options");

    private final Map<String, String> variables;
    private final Path home;

    /**
     * @param variables environment variables
     * @param home the user's home directory, where the password file is unless {@code PGPASSFILE} says otherwise
     */
    public ClientEnvironment(Map<String, String> variables, Path home) {
        this.variables = Map.copyOf(variables);
        this.home = home;
    }

    /** The environment of this process. */
    public static ClientEnvironment ofProcess() {
        return new ClientEnvironment(System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * The URL with everything that can be known about it, the password last: from the URL, {@code PGPASSWORD} or the
     * password file.
     *
     * @throws dev.ferry.failure.UsageException where a variable has a value that is not supported
     */
    public DatabaseUrl complete(DatabaseUrl url) {
        DatabaseUrl complete = url;
        if (!url.hasServer()) {
            for (String name : List.of("host", "port")) {
                complete = withVariable(complete, "PG" + name.toUpperCase(Locale.ROOT), name);
            }
        }
        if (!url.hasUser()) {
            complete = withVariable(complete, "PGUSER", "user");
        }
        if (!url.hasDatabase()) {
            complete = withVariable(complete, "PGDATABASE", "dbname");
        }
        for (Map.Entry<String, String> parameter : PARAMETERS.entrySet()) {
            DatabaseUrl with = withVariable(complete, parameter.getKey(), parameter.getValue());
            boolean silent = with.parameters().size() > complete.parameters().size();
            complete = silent ? with : complete;
        }
        return withPassword(complete);
    }

    private DatabaseUrl withVariable(DatabaseUrl url, String variable, String parameter) {
        return value(variable)
                .map(value -> UrlParameter.apply(url, parameter, value))
                .orElse(url);
    }

    private DatabaseUrl withPassword(DatabaseUrl url) {
        if (url.password().isPresent()) {
            return url;
        }
        Optional<String> variable = value("PGPASSWORD");
        if (variable.isPresent()) {
            return url.withPassword(variable.get());
        }
        PasswordFile file = new PasswordFile(passwordFile(url));
        return file.password(url)
                .map(url::withPassword)
                .or(() -> file.whyIgnored().map(url::withPasswordNote))
                .orElse(url);
    }

    private Path passwordFile(DatabaseUrl url) {
        return Optional.ofNullable(url.parameters().get(UrlParameter.PASSWORD_FILE))
                .or(() -> value("PGPASSFILE"))
                .map(Path::of)
                .orElseGet(() -> value("APPDATA")
                        .map(directory -> Path.of(directory, "postgresql", "pgpass.conf"))
                        .orElseGet(() -> home.resolve(".pgpass")));
    }

    private Optional<String> value(String variable) {
        return Optional.ofNullable(variables.get(variable)).filter(value -> !value.isEmpty());
    }
}
