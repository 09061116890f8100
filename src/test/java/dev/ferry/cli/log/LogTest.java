package dev.ferry.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.cli.setting.LogLevel;
import dev.ferry.redaction.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogTest {
    private static final Logger LOG = LoggerFactory.getLogger(LogTest.class);

    @TempDir
    Path folder;

    @Test
    void only_its_owner_can_read_the_file() throws IOException {
        Path file = folder.resolve("logs/ferry.log");
        writeInOwnFolder(file, LogLevel.INFO, () -> LOG.info("hello"));
        assertThat(file).content().matches("[-0-9T:.]+Z INFO  LogTest - hello\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_later_command_adds_to_it() {
        Path file = folder.resolve("ferry.log");
        write(file, LogLevel.INFO, () -> LOG.info("one"));
        write(file, LogLevel.INFO, () -> LOG.info("two"));
        assertThat(file).content().hasLineCount(2);
    }

    @Test
    void a_full_file_is_followed_by_a_new_one_with_the_same_rights() throws IOException {
        Path file = Files.createDirectory(folder.resolve("100%d")).resolve("ferry.log");
        String long1 = "x".repeat(1 << 20);
        write(file, LogLevel.INFO, () -> {
            for (int i = 0; i < 42; i++) {
                LOG.info("{}", long1);
            }
        });
        assertThat(folder.resolve("100%d")).isDirectoryContaining("glob:**/ferry.log.1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void events_below_the_level_stay_out() {
        Path file = folder.resolve("ferry.log");
        write(file, LogLevel.WARN, () -> {
            LOG.info("quiet");
            LOG.warn("loud");
        });
        assertThat(file).content().contains("loud").doesNotContain("quiet");
    }

    @Test
    void secrets_and_the_values_of_rows_stay_out_of_stack_traces() {
        Path file = folder.resolve("ferry.log");
        write(
                file,
                LogLevel.INFO,
                () -> LOG.error(
                        "failed with s3cret-canary",
                        new IllegalStateException(
                                "s3cret-canary",
                                new RuntimeException(
                                        new SQLException("Key (id)=(row-canary) already exists", "23505")) {
                                    private static final long serialVersionUID = 1L;
                                })));
        assertThat(file)
                .content()
                .contains("IllegalStateException: ***", "caused by java.sql.SQLException (SQLSTATE 23505)", "    at ")
                .doesNotContain("canary");
    }

    @Test
    void a_line_break_in_a_message_forges_no_line() {
        Path file = folder.resolve("ferry.log");
        write(file, LogLevel.INFO, () -> LOG.info("a\nb\u001B[2K"));
        assertThat(file).content().endsWith(" - a?b?[2K\n").hasLineCount(1);
    }

    @Test
    void a_file_that_cannot_be_written_is_a_problem_and_no_failure() throws IOException {
        Path file = Files.createFile(folder.resolve("file")).resolve("ferry.log");
        try (Log log = Log.at(LogLevel.INFO, new Redactor()).toFile(file)) {
            LOG.info("lost");
            assertThat(log.problem())
                    .hasValueSatisfying(
                            text -> assertThat(text).startsWith("the log file " + file + " cannot be written: "));
        }
    }

    /** Linux has a file that is always full. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_while_logging_is_no_failure_but_told() {
        Path full = Path.of("/dev/full");
        try (Log log = Log.at(LogLevel.INFO, new Redactor()).toFile(full)) {
            assertThat(log.loss()).isEmpty();
            LOG.info("lost");
            assertThat(log.loss()).contains("the log file /dev/full is incomplete: No space left on device");
        }
    }

    @Test
    void a_stream_gets_the_same_lines_and_stays_open() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (Log log = Log.at(LogLevel.INFO, new Redactor()).toStream(stream)) {
            LOG.info("hello");
            assertThat(log.problem()).isEmpty();
        }
        assertThat(stream.toString(StandardCharsets.UTF_8)).endsWith("INFO  LogTest - hello\n");
    }

    @Test
    void libraries_are_heard_from_warnings_on_and_without_rows_whatever_their_level() {
        Path file = folder.resolve("ferry.log");
        ch.qos.logback.classic.Logger library =
                (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("org.hibernate.orm.test");
        library.setLevel(ch.qos.logback.classic.Level.TRACE);
        try {
            write(file, LogLevel.TRACE, () -> {
                library.trace("binding parameter (1:VARCHAR) <- [row-canary]");
                library.info("row-canary");
                library.warn("ERROR: duplicate key value\n  Detail: Key (email)=(row-canary) already exists");
                library.error("Batch entry 0 INSERT INTO t VALUES ('row-canary') was aborted");
                library.warn("Migration failed: relation exists [Failed SQL: (0) INSERT 'row-canary']");
                LOG.trace("own");
            });
        } finally {
            library.setLevel(null);
        }
        assertThat(file)
                .content()
                .contains("ERROR: duplicate key value\n", "Migration failed: relation exists\n", "own\n")
                .doesNotContain("row-canary", "binding");
    }

    private static void writeInOwnFolder(Path file, LogLevel level, Runnable events) {
        try (Log log = Log.at(level, new Redactor()).toFileInOwnFolder(file)) {
            assertThat(log.problem()).isEmpty();
            events.run();
        }
    }

    private static void write(Path file, LogLevel level, Runnable events) {
        Redactor redactor = new Redactor();
        redactor.secret("s3cret-canary");
        try (Log log = Log.at(level, redactor).toFile(file)) {
            assertThat(log.problem()).isEmpty();
            events.run();
        }
    }
}
