package dev.ferry.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import dev.ferry.fault.Moment.AtCommit;
import dev.ferry.fault.Moment.Stage;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the faults are those that they are called. */
class ProxyTest {
    private final String url = TestPostgres.newDatabase();

    @ParameterizedTest
    @CsvSource({"NOT_SENT, 1", "UNHEARD, 2"})
    void a_commit_that_is_lost_leaves_nothing_and_one_whose_reply_is_lost_everything(Stage stage, int rows)
            throws Exception {
        DatabaseDump.execute(url, "CREATE TABLE t (x int)");
        int port = URI.create(url.substring("jdbc:".length())).getPort();
        Watch watch = new Watch(new AtCommit(2, stage), (link, message) -> {
            boolean answered = stage == Stage.UNHEARD && link.orElseThrow().swallows(Duration.ofSeconds(30));
            link.orElseThrow().cutClient();
            link.orElseThrow().cutServer();
            return answered;
        });
        try (Proxy proxy = new Proxy(port)) {
            proxy.show(watch);
            try (Connection connection =
                            DriverManager.getConnection(url.replace(":" + port + "/", ":" + proxy.port() + "/"));
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("INSERT INTO t VALUES (1)");
                connection.commit();
                statement.execute("INSERT INTO t VALUES (2)");
                assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
            }
        }
        assertThat(watch.commits()).isEqualTo(2);
        // The client may see its end before the strike does.
        assertThat(watch.landed()).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(stage == Stage.UNHEARD);
        assertThat(DatabaseDump.column(url, "SELECT x FROM t")).hasSize(rows);
    }
}
