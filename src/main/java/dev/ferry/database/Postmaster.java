package dev.ferry.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A server that runs on a data directory, as its {@code postmaster.pid} says.
 *
 * @param pid its process
 * @param started when, in seconds since 1970; with the pid it names the process for good
 * @param port where it listens, absent while it starts
 * @see <a href="https://www.postgresql.org/docs/current/storage-file-layout.html">Database File Layout</a>
 */
record Postmaster(long pid, String started, OptionalInt port) {
    private static final String FILE = "postmaster.pid";
    private static final int PID_LINE = 0;
    private static final int STARTED_LINE = 2;
    private static final int PORT_LINE = 3;

    /** The server of this data directory, if one runs. */
    static Optional<Postmaster> of(Path data) throws IOException {
        return read(data)
                .filter(server ->
                        server.program().filter(Postmaster::isPostgres).isPresent());
    }

    /**
     * Deletes a pid file that a crash of the machine left behind and whose pid another program has by now; PostgreSQL
     * would take that for a running server and refuse to start. Any other stale file it clears up itself.
     */
    static void forgetOther(Path data) throws IOException {
        Optional<String> program = read(data).flatMap(Postmaster::program);
        if (program.isPresent() && !isPostgres(program.get())) {
            Files.delete(data.resolve(FILE));
        }
    }

    /** Names this process for good. */
    String identity() {
        return pid + " " + started;
    }

    private static Optional<Postmaster> read(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(data.resolve(FILE), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        // The file grows line by line while the server starts.
        Optional<Long> pid =
                line(lines, PID_LINE).filter(text -> text.matches("\\d+")).map(Long::valueOf);
        OptionalInt port = line(lines, PORT_LINE).filter(text -> text.matches("\\d{1,5}")).stream()
                .mapToInt(Integer::parseInt)
                .findFirst();
        return pid.map(id -> new Postmaster(id, line(lines, STARTED_LINE).orElse(""), port));
    }

    private static Optional<String> line(List<String> lines, int number) {
        return number < lines.size() ? Optional.of(lines.get(number).strip()) : Optional.empty();
    }

    /** The program of this process, if it lives and is not another user's: then it is not this server. */
    private Optional<String> program() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .map(command -> String.valueOf(Path.of(command).getFileName()));
    }

    /** A program that was replaced on disk shows as "postgres (deleted)". */
    private static boolean isPostgres(String program) {
        return program.startsWith("postgres");
    }
}
