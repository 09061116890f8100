package dev.ferry.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import dev.ferry.database.Database;
import dev.ferry.database.DatabaseUrl;
import dev.ferry.migration.MigrationListener.Progress;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class AnnouncementTest {
    private final String url = TestPostgres.newDatabase();
    private final AtomicLong clock = new AtomicLong();

    @Test
    void others_see_how_far_a_run_is_while_its_transaction_is_open() throws Exception {
        try (Connection connection = Database.at(DatabaseUrl.parse(url)).connect("migrate")) {
            connection.setAutoCommit(false);
            Announcement announcement = new Announcement(RunMode.MIGRATE, clock::get);
            announcement.tell(connection, new Progress("courses", 100, 100, 0, 1_000));
            clock.addAndGet(Duration.ofSeconds(30).toNanos());
            announcement.tell(connection, new Progress("courses", 250, 250, 250, 1_000));
            assertThat(seen()).containsExactly("ferry migrate courses 25% 90s left");

            clock.addAndGet(Duration.ofMillis(999).toNanos());
            announcement.tell(connection, new Progress("courses", 500, 500, 500, 1_000));
            assertThat(seen()).containsExactly("ferry migrate courses 25% 90s left");
        }
    }

    private List<String> seen() {
        return DatabaseDump.column(
                url,
                "SELECT substring(application_name from '^(.*) [^ ]+$') FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND application_name LIKE 'ferry migrate%'");
    }
}
