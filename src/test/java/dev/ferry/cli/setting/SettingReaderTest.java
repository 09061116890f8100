package dev.ferry.cli.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingReaderTest {
    @TempDir
    Path folder;

    @Test
    void a_stronger_place_wins_over_each_weaker_one() throws IOException {
        assertThat(batchSize(read(Map.of()))).isEqualTo("1000 default of profile courses");
        write("ferry.properties", "batch-size=2\n");
        assertThat(batchSize(read(Map.of()))).isEqualTo("2 batch-size in ferry.properties");
        write(".env", "# ours\nFERRY_BATCH_SIZE=3\n");
        assertThat(batchSize(read(Map.of()))).isEqualTo("3 FERRY_BATCH_SIZE in .env:2");
        Map<String, String> environment = Map.of("MIGRATION_BATCH_SIZE", "4");
        assertThat(batchSize(read(environment))).isEqualTo("4 MIGRATION_BATCH_SIZE");
        Entry option = new Entry(Level.COMMAND_LINE, "batch-size", "5", "--batch-size");
        assertThat(batchSize(read(environment, option))).isEqualTo("5 --batch-size");
    }

    @Test
    void a_setting_that_nobody_sets_has_its_default() {
        Value<?> timeout = read(Map.of()).find(Catalog.TIMEOUT).orElseThrow();
        assertThat(timeout.entry().place()).isEqualTo("default");
        assertThat(timeout.value()).hasToString("PT5M");
    }

    @Test
    void two_names_with_different_values_at_one_level_are_refused() {
        assertFails(
                () -> read(Map.of("MIGRATION_LOG_LEVEL", "debug", "LOG_LEVEL", "info"))
                        .get(Catalog.LOG_LEVEL),
                "LOG_LEVEL and MIGRATION_LOG_LEVEL contradict each other");
    }

    @Test
    void two_names_that_agree_are_accepted() {
        assertThat(read(Map.of("MIGRATION_LOG_LEVEL", "DEBUG", "LOG_LEVEL", "debug"))
                        .get(Catalog.LOG_LEVEL))
                .isEqualTo(LogLevel.DEBUG);
    }

    @Test
    void one_name_with_two_values_in_a_file_is_refused() throws IOException {
        write(".env", "LOG_LEVEL=info\nLOG_LEVEL=debug\n");
        assertFails(
                () -> read(Map.of()).get(Catalog.LOG_LEVEL),
                "LOG_LEVEL in .env:1 and LOG_LEVEL in .env:2 contradict each other");
    }

    @Test
    void contradicting_urls_are_named_without_their_values() {
        assertFails(
                () -> read(Map.of("DATABASE_URL", "postgresql://u:canary@h/d", "V2_DB_NAME", "other"))
                        .value(Catalog.URL),
                "DATABASE_URL and V2_DB_* in the environment contradict each other");
    }

    @Test
    void an_empty_variable_counts_as_none() throws IOException {
        write(".env", "FERRY_BATCH_SIZE=\n");
        assertThat(batchSize(read(Map.of("MIGRATION_BATCH_SIZE", "")))).isEqualTo("1000 default of profile courses");
    }

    @Test
    void a_value_out_of_range_is_refused_with_its_place_and_the_range() {
        assertFails(
                () -> read(Map.of("MIGRATION_BATCH_SIZE", "0")).get(Catalog.BATCH_SIZE),
                "MIGRATION_BATCH_SIZE must be 1 to 10000, was '0'");
    }

    @Test
    void parts_make_a_url_with_every_part_percent_encoded() {
        assertThat(read(Map.of(
                                "ODIN_DB_HOST", "db.example.org",
                                "ODIN_DB_PORT", "5433",
                                "ODIN_DB_NAME", "my app",
                                "ODIN_DB_USER", "me@home",
                                "ODIN_DB_PASSWORD", "p@ss/w:rd#1"))
                        .value(Catalog.URL))
                .contains("postgresql://me%40home:p%40ss%2Fw%3Ard%231@db.example.org:5433/my%20app");
    }

    @Test
    void parts_may_stand_in_the_environment_and_in_the_file() throws IOException {
        write(".env", "V2_DB_NAME=app\nV2_DB_USER=me\n");
        assertThat(read(Map.of("V2_DB_PASSWORD", "secret")).find(Catalog.URL).orElseThrow())
                .satisfies(url -> assertThat(url.value()).isEqualTo("postgresql://me:secret@localhost/app"))
                .satisfies(url -> assertThat(url.entry().level()).isEqualTo(Level.ENVIRONMENT));
    }

    @Test
    void parts_without_a_name_are_refused_unless_an_option_gives_the_url() {
        Map<String, String> environment = Map.of("V2_DB_HOST", "h");
        assertFails(
                () -> read(environment).value(Catalog.URL),
                "V2_DB_HOST needs V2_DB_NAME, the name of the database, beside it");
        Entry option = new Entry(Level.COMMAND_LINE, "url", "postgresql://h/d", "--url");
        assertThat(read(environment, option).value(Catalog.URL)).contains("postgresql://h/d");
    }

    @Test
    void an_unknown_key_in_a_file_of_settings_is_refused_with_the_nearest() throws IOException {
        write("ferry.properties", "bach-size=2\n");
        assertFails(
                () -> read(Map.of()), "ferry.properties: there is no setting 'bach-size'; did you mean batch-size?");
    }

    @Test
    void what_only_the_command_line_sets_is_unknown_in_files() throws IOException {
        write("ferry.properties", "yes=true\n");
        assertFails(() -> read(Map.of()), "ferry.properties: there is no setting 'yes'");
    }

    @Test
    void an_unknown_variable_of_ours_is_a_warning_and_one_of_others_is_not() {
        SettingReader reader = new SettingReader(
                folder, Map.of("FERRY_BACH_SIZE", "1", "FERRY_JAVA_OPTS", "-Xmx1g", "BATCH_SIZE", "x"));
        reader.read(List.of());
        assertThat(reader.warnings())
                .containsExactly("FERRY_BACH_SIZE is no setting of Ferry; did you mean FERRY_BATCH_SIZE?");
    }

    @Test
    void files_named_by_options_take_the_place_of_the_usual_ones() throws IOException {
        write(".env", "this is malformed");
        write("ferry.properties", "nonsense=1");
        write("my.env", "FERRY_CONFIG=my.properties");
        write("my.properties", "batch-size=7");
        Entry option = new Entry(Level.COMMAND_LINE, "env-file", "my.env", "--env-file");
        assertThat(batchSize(read(Map.of(), option))).isEqualTo("7 batch-size in my.properties");
    }

    @Test
    void a_file_that_is_named_but_not_there_is_refused() {
        Entry option = new Entry(Level.COMMAND_LINE, "env-file", "no.env", "--env-file");
        assertFails(() -> read(Map.of(), option), "no.env cannot be read: there is no such file or folder");
    }

    private Settings read(Map<String, String> environment, Entry... options) {
        return new SettingReader(folder, environment).read(List.of(options));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String batchSize(Settings settings) {
        Value<Integer> value = settings.withProfile("courses", Map.of("batch-size", "1000"))
                .find(Catalog.BATCH_SIZE)
                .orElseThrow();
        return value.value() + " " + value.entry().place();
    }

    private static void assertFails(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FerryException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage(message);
    }
}
