package dev.ferry.database;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What others see of a connection in {@code pg_stat_activity}: {@code ferry migrate courses build7/4711}. */
public final class ApplicationName {
    /** Every name begins so. */
    static final String PREFIX = "ferry ";

    /** PostgreSQL cuts names to NAMEDATALEN - 1 bytes. */
    private static final int LONGEST = 63;

    private static final int LONGEST_HOST = 24;
    private static final Pattern OF_PROCESS = Pattern.compile(PREFIX + ".* (\\S+)/(\\d{1,18})");
    private static final String PROCESS =
            " " + host() + "/" + ProcessHandle.current().pid();

    private ApplicationName() {}

    /** The name of a connection for this purpose; where it is too long the purpose is cut, not host and process. */
    static String of(String purpose) {
        return cut(PREFIX + printable(purpose), LONGEST - PROCESS.length()) + PROCESS;
    }

    /**
     * Tells others what a connection is doing now, also inside its transaction.
     *
     * @param purpose what it is for, as in {@link Database#connect}
     */
    public static void tell(Connection connection, String purpose) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT set_config('application_name', ?, false)")) {
            statement.setString(1, of(purpose));
            statement.execute();
        }
    }

    /** Whether a name is that of a process of this machine that is not there any more. */
    static boolean isOfDeadProcess(String name) {
        Matcher process = OF_PROCESS.matcher(name);
        return process.matches()
                && process.group(1).equals(host())
                && ProcessHandle.of(Long.parseLong(process.group(2))).isEmpty();
    }

    private static String host() {
        String host = printable(hostName());
        int dot = host.indexOf('.');
        return cut(dot > 0 ? host.substring(0, dot) : host, LONGEST_HOST);
    }

    private static String hostName() {
        try {
            Path linux = Path.of("/proc/sys/kernel/hostname");
            // Where there is such a file it spares a name service that may not answer.
            return Files.isReadable(linux)
                    ? Files.readString(linux).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "localhost";
        }
    }

    /** PostgreSQL replaces everything but printable ASCII, and one character may be several bytes. */
    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
