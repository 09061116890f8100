package dev.ferry.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServerSessionTest {
    private final String url = TestPostgres.newDatabase();

    @Test
    void a_session_that_does_not_end_is_ended_and_what_it_had_not_committed_is_gone() throws SQLException {
        DatabaseDump.execute(url, "CREATE TABLE t (x int)");
        try (Connection left = DriverManager.getConnection(url);
                Connection other = DriverManager.getConnection(url);
                Statement statement = left.createStatement()) {
            ServerSession session = ServerSession.of(left);
            left.setAutoCommit(false);
            statement.execute("INSERT INTO t VALUES (1)");

            assertThat(session.awaitEnd(other, Duration.ZERO)).isTrue();
            assertThat(left.isValid(1)).isFalse();
        }
        assertThat(DatabaseDump.column(url, "SELECT x FROM t")).isEmpty();
    }

    @Test
    void another_session_of_the_same_process_id_is_left_alone() throws SQLException {
        try (Connection left = DriverManager.getConnection(url);
                Connection other = DriverManager.getConnection(url)) {
            ServerSession before = new ServerSession(ServerSession.of(left).pid(), "2020-01-01 00:00:00+00");

            assertThat(before.awaitEnd(other, Duration.ZERO)).isTrue();
            assertThat(left.isValid(1)).isTrue();
        }
    }
}
