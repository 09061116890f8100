package dev.ferry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutsideReferenceTest {
    private final String url = TestPostgres.newDatabase();

    @BeforeEach
    void tables() {
        DatabaseDump.execute(url, """
                CREATE SCHEMA shop; CREATE SCHEMA "Other";
                CREATE TABLE shop.buyer (id int PRIMARY KEY, referrer int REFERENCES shop.buyer);
                CREATE TABLE shop.sale (id int, day date, buyer int CONSTRAINT sale_buyer REFERENCES shop.buyer,
                  PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
                CREATE TABLE shop.sale_old PARTITION OF shop.sale FOR VALUES FROM (MINVALUE) TO ('2026-01-01');
                CREATE TABLE shop.sale_new PARTITION OF shop.sale FOR VALUES FROM ('2026-01-01') TO (MAXVALUE);
                ALTER TABLE shop.sale_old ADD CONSTRAINT old_buyer FOREIGN KEY (id) REFERENCES shop.buyer;
                CREATE TABLE "Other".buyer (id int PRIMARY KEY);
                CREATE TABLE "Other".line (sale int, day date, buyer int CONSTRAINT line_buyer REFERENCES "Other".buyer,
                  CONSTRAINT line_sale FOREIGN KEY (sale, day) REFERENCES shop.sale ON DELETE CASCADE);
                CREATE TABLE "Other".old_line (sale int, day date,
                  CONSTRAINT line_old FOREIGN KEY (sale, day) REFERENCES shop.sale_old);
                """);
    }

    @Test
    void tables_outside_the_set_are_told_with_what_they_refer_to() throws SQLException {
        assertThat(find("buyer", "sale"))
                .containsExactly(
                        new OutsideReference("line_sale", "\"Other\".line", "shop.sale"),
                        new OutsideReference("line_old", "\"Other\".old_line", "shop.sale_old"));
        assertThat(find("buyer"))
                .containsExactly(
                        new OutsideReference("sale_buyer", "shop.sale", "shop.buyer"),
                        new OutsideReference("old_buyer", "shop.sale_old", "shop.buyer"));
    }

    @Test
    void without_tables_or_references_there_is_none() throws SQLException {
        assertThat(find()).isEmpty();
        DatabaseDump.execute(url, "DROP TABLE \"Other\".line, \"Other\".old_line");
        assertThat(find("buyer", "sale")).isEmpty();
    }

    private List<OutsideReference> find(String... tables) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return OutsideReference.to(connection, "shop", List.of(tables));
        }
    }
}
