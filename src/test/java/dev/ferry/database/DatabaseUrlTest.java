package dev.ferry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ferry.failure.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    private static final String CANARY = "canary7Z";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://me:secret@db.example.org:5433/app?sslmode=require",
                "postgres://me:secret@db.example.org:5433/app?sslmode=require",
                "jdbc:postgresql://db.example.org:5433/app?user=me&password=secret&sslmode=require",
                "postgresql:///app?host=db.example.org&port=5433&user=me&password=secret&sslmode=require",
                "postgresql:///?port=5433&dbname=app&host=db.example.org&user=me&password=secret&sslmode=require",
                " postgresql://me:secret@db.example.org:5433/app?sslmode=require\n",
            })
    void every_form_of_a_url_says_the_same(String text) {
        DatabaseUrl url = DatabaseUrl.parse(text);

        assertThat(url.server()).isEqualTo("db.example.org:5433");
        assertThat(url.database()).isEqualTo("app");
        assertThat(url.user()).isEqualTo("me");
        assertThat(url.password()).contains("secret");
        assertThat(url.parameters()).containsOnlyKeys("sslmode").containsEntry("sslmode", "require");
        assertThat(url).isEqualTo(DatabaseUrl.parse("postgres://me:secret@db.example.org:5433/app?sslmode=require"));
    }

    @ParameterizedTest
    @CsvSource({
        "p%40ss%2Fw:rd#%C3%A9+, p@ss/w:rd#é+",
        "p@ss, p@ss",
        "a@b@c, a@b@c",
        "#1, #1",
        "100%, 100%",
        "50%off, 50%off",
        "%25, %",
        "a:b:c, a:b:c",
        "[x]!$&'()*;=~, [x]!$&'()*;=~",
        "%20 , ' '",
    })
    void a_password_may_have_any_character(String written, String meant) {
        assertThat(DatabaseUrl.parse("postgresql://me:" + written.strip() + "@localhost/app")
                        .password())
                .contains(meant);
    }

    @Test
    void user_and_database_are_decoded_too() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://me%40corp:x@localhost/my%20app%2F1");

        assertThat(url.user()).isEqualTo("me@corp");
        assertThat(url.database()).isEqualTo("my app/1");
    }

    @Test
    void a_plus_sign_is_itself_for_libpq_and_a_space_for_jdbc() {
        assertThat(DatabaseUrl.parse("postgresql://localhost/a?password=a+b").password())
                .contains("a+b");
        assertThat(DatabaseUrl.parse("jdbc:postgresql://localhost/a?password=a+b")
                        .password())
                .contains("a b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://|localhost:5432",
                "postgresql://:6000/app|localhost:6000",
                "postgresql://h:/app|h:5432",
                "postgresql://[::1]:5433/app|[::1]:5433",
                "postgresql://me:x@[2001:db8::1]/app|[2001:db8::1]:5432",
                "postgresql://a:1,b:2,c/app|a:1,b:2,c:5432",
                "jdbc:postgresql://a:1,b:2/app|a:1,b:2",
                "jdbc:postgresql:app|localhost:5432",
                "jdbc:postgresql:/|localhost:5432",
                "postgresql:///app?host=a,b&port=7|a:7,b:7",
            })
    void what_is_left_out_is_what_libpq_would_take(String text, String server) {
        assertThat(DatabaseUrl.parse(text).server()).isEqualTo(server);
    }

    @Test
    void user_and_database_default_to_the_operating_systems_user() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://localhost");

        assertThat(url.user()).isEqualTo(System.getProperty("user.name"));
        assertThat(url.database()).isEqualTo(System.getProperty("user.name"));
        assertThat(url.withUser("me").database()).isEqualTo("me");
    }

    @Test
    void parameters_of_libpq_get_the_names_that_pgjdbc_knows() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://h/app?connect_timeout=3&application_name=a%20b&keepalives=0"
                + "&target_session_attrs=read-write&sslrootcert=/ca.pem&options=-c%20x%3Dy&pgbouncer=true");

        assertThat(url.parameters())
                .containsEntry("connectTimeout", "3")
                .containsEntry("ApplicationName", "a b")
                .containsEntry("tcpKeepAlive", "false")
                .containsEntry("targetServerType", "primary")
                .containsEntry("sslrootcert", "/ca.pem")
                .containsEntry("options", "-c x=y")
                .containsEntry("pgbouncer", "true")
                .hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "me:canary7Z@localhost/app",
                "mysql://me:canary7Z@localhost/app",
                "postgresql:me:canary7Z@localhost",
                "postgresql://me:pa/canary7Z@localhost/app",
                "postgresql://me:12/canary7Z@localhost/app",
                "postgresql://me:12?canary7Z@localhost/app",
                "postgresql://me:pa?canary7Z@localhost/app",
                "postgresql://me:canary7Z%40%@localhost/app",
                "postgresql://me:canary7Z%00@localhost/app",
                "postgresql://me:canary7Z%FF@localhost/app",
                "postgresql://me:x@canary7Z#1/app",
                "postgresql://me:x@local:canary7Z/app",
                "postgresql://me:canary7Z@localhost:0/app",
                "postgresql://me:canary7Z@localhost:65536/app",
                "postgresql://me:canary7Z@::1/app",
                "postgresql://me:canary7Z@localhost/app/x",
                "postgresql://me:canary7Z@localhost/app?x",
                "postgresql://me:canary7Z@%2Fvar%2Frun/app",
                "postgresql://me:canary7Z@/app?host=/var/run/postgresql",
                "postgresql://me:canary7Z@localhost/app?sslmode=canary7Z",
                "postgresql://me:canary7Z@localhost/app?hostaddr=127.0.0.1",
                "postgresql://me:canary7Z@localhost/app?keepalives=canary7Z",
            })
    void what_cannot_be_read_in_one_way_is_refused_without_repeating_it(String text) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> DatabaseUrl.parse(text))
                .satisfies(e -> assertThat(e).hasNoCause().message().doesNotContain(CANARY));
    }

    @Test
    void a_socket_directory_and_a_slash_in_the_password_are_told_apart() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> DatabaseUrl.parse("postgresql:///app?host=/var/run/postgresql"))
                .withMessageContaining("Unix-domain socket");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> DatabaseUrl.parse("postgresql://me:a/b@localhost/app"))
                .satisfies(e -> assertThat(e.advice().orElseThrow()).contains("/ as %2F"));
    }

    @Test
    void no_secret_is_ever_shown() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://me:canary7Z@h/app?sslpassword=canary7Z&options=canary7Z");

        assertThat(url).hasToString("h:5432, database app, user me");
    }
}
