package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.cli.Progress.Form;
import dev.ferry.redaction.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Messages messages = new Messages(new PrintStream(err, true, StandardCharsets.UTF_8), new Redactor());
    private final Cancellation cancellation = new Cancellation();
    private long now;

    @Test
    void without_a_terminal_there_is_at_most_one_line_a_second() {
        Progress progress = progress(Form.LINES);
        for (int tenths = 0; tenths <= 25; tenths++) {
            now = TimeUnit.MILLISECONDS.toNanos(tenths * 100L);
            progress.progress(step("courses", tenths * 1000L));
        }
        assertThat(shown()).isEqualTo("""
                        courses: 10,000 records, 10,000/s, 10 %, 0:00:09 left
                        courses: 20,000 records, 10,000/s, 20 %, 0:00:08 left
                        """);
    }

    @Test
    void on_a_terminal_one_line_is_drawn_again_and_again_and_erased_by_the_next_message() {
        Progress progress = progress(Form.REDRAWN);
        progress.progress(step("courses", 0));
        now = TimeUnit.SECONDS.toNanos(1);
        progress.progress(step("courses", 50_000));
        messages.line("done");
        assertThat(shown())
                .isEqualTo("\r\u001B[2Kcourses: 50,000 records, 50,000/s, 50 %, 0:00:01 left\r\u001B[2Kdone\n");
    }

    @Test
    void when_quiet_there_is_none_but_the_target_is_named() {
        Progress progress = progress(Form.NONE);
        progress.target("test database", "courses");
        progress.progress(step("courses", 0));
        now = TimeUnit.SECONDS.toNanos(5);
        progress.progress(step("courses", 50_000));
        assertThat(shown()).isEqualTo("Target: test database, schema courses\n");
    }

    @Test
    void a_run_that_is_to_end_ends_at_its_next_batch() {
        Progress progress = progress(Form.NONE);
        cancellation.request();
        assertThatThrownBy(() -> progress.progress(step("courses", 0)))
                .isInstanceOf(CommandException.class)
                .hasMessage("interrupted");
    }

    private Progress progress(Form form) {
        return new Progress(messages, form, () -> now, cancellation);
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static dev.ferry.migration.MigrationListener.Progress step(String entity, long records) {
        return new dev.ferry.migration.MigrationListener.Progress(entity, records, 0, records, 100_000);
    }
}
