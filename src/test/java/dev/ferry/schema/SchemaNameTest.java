package dev.ferry.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.TestPostgres;
import dev.ferry.failure.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaNameTest {
    @ParameterizedTest
    @CsvSource({
        "'',must not be empty",
        "ferry,kept for the ledger",
        "pg_catalog,belongs to PostgreSQL",
        "pg_mine,belongs to PostgreSQL",
        "information_schema,belongs to PostgreSQL",
        "x234567890x234567890x234567890x234567890x234567890x234567890x234,at most 63 bytes",
        "üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü,has 64"
    })
    void a_name_that_cannot_be_had_is_refused_before_anything_is_made(String name, String message) {
        String url = TestPostgres.newDatabase();

        assertThatThrownBy(() -> new Bench(url, TestProfile.named("workshop"), name).owner.update())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);

        assertThat(new Bench(url, TestProfile.named("workshop"), "workshop")
                        .query("SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT IN "
                                + "('public', 'information_schema')"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PG_MINE", "pgmine", "Ferry", " "})
    void a_name_that_only_looks_like_a_reserved_one_is_allowed(String name) {
        assertThatCode(() -> SchemaName.requireUsable(name)).doesNotThrowAnyException();
    }

    @Test
    void the_longest_name_that_postgresql_has_works() {
        String longest = "s".repeat(63);
        Bench bench = new Bench(TestPostgres.newDatabase(), TestProfile.named("workshop"), longest);
        bench.owner.update();
        assertThat(bench.query("SELECT current_schema()")).containsExactly(longest);
    }
}
