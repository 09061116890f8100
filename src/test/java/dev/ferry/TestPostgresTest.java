package dev.ferry;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import org.junit.jupiter.api.Test;

class TestPostgresTest {
    @Test
    void answers() throws Exception {
        try (Connection c = DriverManager.getConnection(TestPostgres.newDatabase());
                ResultSet r = c.createStatement().executeQuery("select 1")) {
            assertThat(r.next()).isTrue();
        }
    }
}
