package dev.ferry.database;

import dev.ferry.failure.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a parameter of a URL means to pgjdbc. Names that pgjdbc has too, and names that only a pooler or another driver
 * knows, are passed on as they are.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS">libpq's parameters</a>
 * @see <a href="https://jdbc.postgresql.org/documentation/use/#connection-parameters">pgjdbc's parameters</a>
 */
final class UrlParameter {
    /** Where libpq would look for a password; read by {@link ClientEnvironment}. */
    static final String PASSWORD_FILE = "passfile";

    private static final Map<String, String> PGJDBC_NAMES = Map.of(
            "connect_timeout", "connectTimeout",
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding",
            "require_auth", "requireAuth",
            "sslnegotiation", "sslNegotiation",
            "gssencmode", "gssEncMode",
            "krbsrvname", "kerberosServerName",
            "load_balance_hosts", "loadBalanceHosts",
            "target_session_attrs", "targetServerType",
            "keepalives", "tcpKeepAlive");
    private static final Map<String, String> SSL_MODES = Stream.of(
                    "disable", "allow", "prefer", "require", "verify-ca", "verify-full")
            .collect(Collectors.toMap(mode -> mode, mode -> mode));
    private static final Map<String, Map<String, String>> PGJDBC_VALUES = Map.of(
            "sslmode", SSL_MODES,
            "keepalives", Map.of("1", "true", "0", "false"),
            "load_balance_hosts", Map.of("disable", "false", "random", "true"),
            "target_session_attrs",
                    Map.of(
                            "any", "any",
                            "read-write", "primary",
                            "primary", "primary",
                            "read-only", "secondary",
                            "standby", "secondary",
                            "prefer-standby", "preferSecondary"));

    /** To leave these out would connect elsewhere, or less safely, than the user asked. */
    private static final Set<String> UNSUPPORTED = Set.of(
            "hostaddr",
            "service",
            "requirepeer",
            "sslcertmode",
            "sslcrl",
            "sslcrldir",
            "ssl_min_protocol_version",
            "ssl_max_protocol_version");

    private UrlParameter() {}

    /** The URL with this parameter, already decoded. */
    static DatabaseUrl apply(DatabaseUrl url, String name, String value) {
        return switch (name) {
            case "user" -> url.withUser(value);
            case "password" -> url.withPassword(value);
            case "dbname", "PGDBNAME" -> url.withDatabase(value);
            case "host", "PGHOST" -> withHosts(url, value);
            case "port", "PGPORT" -> withPorts(url, value);
            default -> withProperty(url, name, value);
        };
    }

    private static DatabaseUrl withProperty(DatabaseUrl url, String name, String value) {
        if (UNSUPPORTED.contains(name)) {
            throw new UsageException("the database URL's parameter " + name + " is not supported", "leave it out");
        }
        Map<String, String> values = PGJDBC_VALUES.getOrDefault(name, Map.of());
        if (!values.isEmpty() && !values.containsKey(value)) {
            List<String> allowed = values.keySet().stream().sorted().toList();
            throw new UsageException(
                    "the database URL's parameter " + name + " must be one of " + String.join(", ", allowed), null);
        }
        return url.withParameter(PGJDBC_NAMES.getOrDefault(name, name), values.getOrDefault(value, value));
    }

    /** Hosts and ports may come in either order, so each keeps what is known of the other. */
    private static DatabaseUrl withHosts(DatabaseUrl url, String hosts) {
        List<Address> known = url.addresses();
        List<Address> addresses = new ArrayList<>();
        for (String host : hosts.split(",", -1)) {
            Address same = known.get(Math.min(addresses.size(), known.size() - 1));
            addresses.add(new Address(host.isEmpty() ? Address.DEFAULT_HOST : host, same.port()));
        }
        return url.withAddresses(addresses);
    }

    private static DatabaseUrl withPorts(DatabaseUrl url, String ports) {
        List<Address> known = url.addresses();
        List<String> given = List.of(ports.split(",", -1));
        List<Address> addresses = new ArrayList<>();
        for (int i = 0; i < Math.max(known.size(), given.size()); i++) {
            Address same = known.get(Math.min(i, known.size() - 1));
            addresses.add(new Address(same.host(), port(given.get(Math.min(i, given.size() - 1)))));
        }
        return url.withAddresses(addresses);
    }

    /** The number that a text gives, 0 where it gives none: {@link Address} says what a port must be. */
    private static int port(String text) {
        if (text.isEmpty()) {
            return Address.DEFAULT_PORT;
        }
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }
}
