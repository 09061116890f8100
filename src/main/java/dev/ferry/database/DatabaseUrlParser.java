package dev.ferry.database;

import dev.ferry.failure.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the two forms of a PostgreSQL URL. No message repeats any of its text but a scheme: a URL that is split in the
 * wrong place has a piece of the password anywhere.
 */
final class DatabaseUrlParser {
    static final String ENCODE_ADVICE = "in a user name, password or database name write % as %25, @ as %40, : as %3A, "
            + "/ as %2F, ? as %3F, # as %23";

    private static final String JDBC = "jdbc:postgresql:";
    private static final Pattern SCHEME = Pattern.compile("^[a-z][a-z0-9+.:-]*://");
    private static final Pattern ADDRESS = Pattern.compile("(?:\\[([^\\]]*)]|([^:\\[\\]]*))(?::(\\d{0,5}))?");

    private DatabaseUrlParser() {}

    static DatabaseUrl parse(String text) {
        String url = text.strip();
        if (url.startsWith(JDBC + "//")) {
            return split(url.substring(JDBC.length() + 2), PercentCode.FORM);
        }
        if (url.startsWith(JDBC)) {
            String rest = url.substring(JDBC.length());
            return split(rest.startsWith("/") ? rest : "/" + rest, PercentCode.FORM);
        }
        for (String scheme : List.of("postgresql://", "postgres://")) {
            if (url.startsWith(scheme)) {
                return split(url.substring(scheme.length()), PercentCode.URI);
            }
        }
        Matcher scheme = SCHEME.matcher(url);
        throw new UsageException(
                "a database URL begins with postgresql:// or jdbc:postgresql:, this one "
                        + (scheme.find() ? "with " + scheme.group() : "does not"),
                "an example: postgresql://user:password@host:5432/database");
    }

    private static DatabaseUrl split(String rest, PercentCode code) {
        int question = rest.indexOf('?');
        int slash = rest.indexOf('/');
        int authorityEnd = slash >= 0 && (question < 0 || slash < question) ? slash : question;
        String authority = authorityEnd < 0 ? rest : rest.substring(0, authorityEnd);
        String tail = authorityEnd < 0 ? "" : rest.substring(authorityEnd);
        int queryStart = tail.indexOf('?');
        String path = queryStart < 0 ? tail : tail.substring(0, queryStart);
        String query = queryStart < 0 ? "" : tail.substring(queryStart + 1);

        // The last @, since a password may have one and a host may not.
        int at = authority.lastIndexOf('@');
        DatabaseUrl url = DatabaseUrl.undefined();
        url = at < 0 ? url : withLogin(url, authority.substring(0, at), code);
        url = withServers(url, authority.substring(at + 1), code);
        url = withDatabase(url, path, code);
        return withParameters(url, query, code);
    }

    private static DatabaseUrl withLogin(DatabaseUrl url, String login, PercentCode code) {
        int colon = login.indexOf(':');
        String user = colon < 0 ? login : login.substring(0, colon);
        DatabaseUrl withUser = user.isEmpty() ? url : url.withUser(code.decodeLenient(user, "user name"));
        return colon < 0 ? withUser : withUser.withPassword(code.decodeLenient(login.substring(colon + 1), "password"));
    }

    private static DatabaseUrl withServers(DatabaseUrl url, String servers, PercentCode code) {
        if (servers.isEmpty()) {
            return url;
        }
        List<Address> addresses = new ArrayList<>();
        for (String server : servers.split(",", -1)) {
            Matcher match = ADDRESS.matcher(server);
            if (!match.matches()) {
                throw new UsageException(
                        "the database URL cannot be split into host and port, the port being 1 to 65535 and an IPv6 "
                                + "address in brackets",
                        ENCODE_ADVICE);
            }
            String host = match.group(1) != null ? match.group(1) : match.group(2);
            String port = match.group(3);
            addresses.add(new Address(
                    host == null || host.isEmpty() ? Address.DEFAULT_HOST : code.decode(host, "host"),
                    port == null || port.isEmpty() ? Address.DEFAULT_PORT : Integer.parseInt(port)));
        }
        return url.withAddresses(addresses);
    }

    private static DatabaseUrl withDatabase(DatabaseUrl url, String path, PercentCode code) {
        String database = path.startsWith("/") ? path.substring(1) : path;
        if (database.contains("/") || database.contains("@")) {
            throw new UsageException(
                    "the database URL can be read in more than one way: it has a / before an @ or in the database name",
                    ENCODE_ADVICE);
        }
        return database.isEmpty() ? url : url.withDatabase(code.decode(database, "database name"));
    }

    private static DatabaseUrl withParameters(DatabaseUrl url, String query, PercentCode code) {
        DatabaseUrl result = url;
        for (String parameter : query.split("&", -1)) {
            if (parameter.isEmpty()) {
                continue;
            }
            int equals = parameter.indexOf('=');
            if (equals < 1) {
                throw new UsageException(
                        "the database URL has a parameter without name or value after its question mark",
                        ENCODE_ADVICE);
            }
            String name = code.decode(parameter.substring(0, equals), "parameter");
            result = UrlParameter.apply(result, name, code.decodeLenient(parameter.substring(equals + 1), "parameter"));
        }
        return result;
    }
}
