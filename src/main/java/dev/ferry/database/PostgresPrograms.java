package dev.ferry.database;

import com.sun.security.auth.module.UnixSystem;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.RefusalException;
import dev.ferry.failure.UsageException;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs {@code initdb} and {@code pg_ctl} on a home directory, their output going to its log.
 *
 * <p>PostgreSQL refuses to run as root. There its programs run in a user namespace of their own, where root has no name
 * and no rights beyond its files.
 *
 * @see <a href="https://www.postgresql.org/docs/current/app-initdb.html">initdb</a>
 * @see <a href="https://www.postgresql.org/docs/current/app-pg-ctl.html">pg_ctl</a>
 */
final class PostgresPrograms {
    private static final long LONGEST_LOG = 1 << 20;
    private static final int TAIL = 4_096;
    private static final String SECONDS = "60";
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private final EmbeddedHome home;
    private final Path programs;

    PostgresPrograms(EmbeddedHome home) {
        this.home = home;
        this.programs = PostgresBinaries.unpacked(home).resolve("bin");
    }

    /** Makes a data directory whose superuser has the password in this file. */
    void initialize(Path data, String user, Path passwordFile) {
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + data,
                "--username=" + user,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // The same order of texts everywhere, whatever locales the machine has.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        List<String> settings = List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_checkpoints=off",
                // What goes wrong with a statement is told to its client; in the log it would leave values of rows.
                "log_min_messages=log",
                "log_min_error_statement=panic",
                "log_error_verbosity=terse");
        settings.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        run("initdb", arguments);
    }

    /**
     * Starts the server in a session of its own, so that a Ctrl-C on the terminal does not reach it, and waits for it.
     */
    void start(Path data, int port) {
        run(
                "pg_ctl",
                List.of(
                        "start",
                        "--wait",
                        "--timeout=" + SECONDS,
                        "--silent",
                        "--pgdata=" + data,
                        "--log=" + home.log(),
                        "--options=-p " + port));
    }

    /** Ends all sessions and stops the server. */
    void stop(Path data) {
        run("pg_ctl", List.of("stop", "--wait", "--timeout=" + SECONDS, "--silent", "--mode=fast", "--pgdata=" + data));
    }

    private void run(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(arguments);
        try {
            File log = logFile();
            long before = log.length();
            int status = await(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start());
            if (status != 0) {
                throw failure(program, status, tail(log, before));
            }
        } catch (IOException e) {
            if (isRoot() && String.valueOf(e.getMessage()).contains("unshare")) {
                throw noUserNamespace("there is no unshare on the PATH");
            }
            throw home.failure(e);
        }
    }

    private static int await(Process process) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor();
                } catch (InterruptedException e) {
                    // These programs end by themselves, and half a start or stop would leave a riddle to the next
                    // command.
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private RuntimeException failure(String program, int status, String output) {
        if (output.contains("unshare:")) {
            return noUserNamespace("the system does not let unshare make one");
        }
        if (output.contains("database files are incompatible with server")) {
            return new RefusalException(
                    "the data in " + home.data() + " belongs to another version of PostgreSQL",
                    "use the Ferry that made it, or move the directory away to begin with an empty database");
        }
        String message = "the embedded PostgreSQL in " + home.shown() + " failed (" + program + " ended with " + status
                + ")" + (output.isEmpty() ? "" : ": " + output);
        String advice = EmbeddedHome.isDiskFull(output) ? "make room on the disk" : "see " + home.log();
        return new DatabaseException(ExitCode.ENVIRONMENT, message, advice, null, null);
    }

    private static UsageException noUserNamespace(String reason) {
        return new UsageException(
                "the embedded PostgreSQL does not run as root, and for a user namespace " + reason,
                "run as another user, install util-linux, or give --url");
    }

    /** Asked of the system: {@code user.name} can be set to anything. */
    private static boolean isRoot() {
        return !WINDOWS && new UnixSystem().getUid() == 0;
    }

    /** The log, begun anew when it is long. */
    private File logFile() throws IOException {
        Path log = home.log();
        if (Files.exists(log) && Files.size(log) > LONGEST_LOG) {
            Files.move(log, log.resolveSibling("log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log.toFile();
    }

    /** The lines that tell why, of what was written since: errors, else the last one. */
    private static String tail(File log, long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log, "r")) {
            file.seek(Math.max(from, file.length() - TAIL));
            byte[] bytes = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(bytes);
            List<String> lines = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            return lines.stream()
                    .filter(line -> line.contains("FATAL:")
                            || line.contains("PANIC:")
                            || line.contains("rror: ")
                            || line.startsWith("unshare:"))
                    .findFirst()
                    .orElse(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
        }
    }
}
