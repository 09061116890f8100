package dev.ferry.migration;

import static dev.ferry.migration.Trial.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.failure.UsageException;
import dev.ferry.migration.MigrationListener.Progress;
import dev.ferry.migration.members.MembersProfile;
import dev.ferry.password.Match;
import dev.ferry.password.PasswordHash;
import dev.ferry.password.StoredHash;
import dev.ferry.validate.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords on their way: kept, hashed or generated, and what a second run makes of them. */
class PasswordsTest {
    private static final String BCRYPT = "$2b$04$abcdefghijklmnopqrstuu3cQdrrZPWH8uMNr7ePK9KU8eOfe35A.";
    private static final String DIGEST = "5f4dcc3b5aa765d61d8327deb882cf99";

    @TempDir
    private Path folder;

    private Trial trial;
    private Path credentials;

    @BeforeEach
    void trial() throws IOException {
        credentials = folder.resolve("credentials.csv");
        trial = new Trial(
                new MembersProfile(),
                Files.createDirectory(folder.resolve("in")).resolve("members.json"));
    }

    private static String member(String name, @Nullable String password) {
        return "{\"name\":\"" + name + "\",\"email\":\"" + name + "@x\",\"password\":"
                + (password == null ? "null" : '"' + password + '"') + "}";
    }

    private void source(String... members) {
        trial.document("{\"members\":[" + String.join(",", members) + "]}");
    }

    private String hash(String name) {
        return trial.value("SELECT password FROM members.members WHERE name = '" + name + "'");
    }

    private String set(String name) {
        return trial.value("SELECT is_password_set FROM members.members WHERE name = '" + name + "'");
    }

    private static Match match(String hash, String plain) {
        return StoredHash.of(hash).orElseThrow().matches(plain);
    }

    @Test
    void a_known_hash_and_a_digest_are_kept_and_plain_text_is_hashed() {
        source(member("ann", BCRYPT), member("bob", DIGEST), member("cid", "plain text"), member("dan", null));

        MigrationResult result = trial.migrate();

        assertThat(result).isInstanceOf(MigrationResult.Completed.class);
        assertThat(hash("ann")).isEqualTo(BCRYPT);
        assertThat(hash("bob")).isEqualTo(DIGEST);
        assertThat(set("bob")).isEqualTo("f");
        assertThat(hash("cid")).startsWith("$2a$10$");
        assertThat(match(hash("cid"), "plain text")).isEqualTo(Match.YES);
        assertThat(set("cid")).isEqualTo("t");
        assertThat(hash("dan")).isEqualTo("null");
        assertThat(warnings(result)).contains("passwords: 1 hashed, 0 generated, 0 kept, 1 missing");
    }

    @Test
    void the_hash_is_the_one_that_was_asked_for() {
        source(member("cid", "plain text"));

        trial.migrate(options -> options.withPasswordHash(PasswordHash.ARGON2ID));

        assertThat(hash("cid")).startsWith("$argon2id$");
        assertThat(match(hash("cid"), "plain text")).isEqualTo(Match.YES);
    }

    @Test
    void a_second_run_writes_nothing_and_an_update_hashes_only_what_differs() {
        source(member("ann", "one"), member("bob", "two"), member("cid", null));
        trial.migrate();
        String ann = hash("ann");

        MigrationResult second = trial.migrate();
        assertThat(rows(second)).containsExactly("members 0/0/0/3");
        assertThat(warnings(second)).noneMatch(warning -> warning.startsWith("passwords:"));
        assertThat(rows(trial.migrate(options -> options.withOnConflict(OnConflict.UPDATE))))
                .containsExactly("members 0/0/3/0");

        source(member("ann", "one"), member("bob", "other"), member("cid", null));
        assertThat(rows(trial.migrate(options -> options.withOnConflict(OnConflict.UPDATE))))
                .containsExactly("members 0/1/2/0");
        assertThat(hash("ann")).isEqualTo(ann);
        assertThat(match(hash("bob"), "other")).isEqualTo(Match.YES);
    }

    @Test
    void an_update_keeps_the_hash_of_a_row_whose_source_has_none_or_whose_hash_cannot_be_compared() {
        source(member("ann", "one"), member("bob", "two"));
        trial.migrate();
        String ann = hash("ann");
        trial.execute("UPDATE members.members SET password = '$6$of$another$system' WHERE name = 'bob'");
        source(member("ann", null), member("bob", "two"));

        MigrationResult result = trial.migrate(options -> options.withOnConflict(OnConflict.UPDATE));

        assertThat(rows(result)).containsExactly("members 0/0/2/0");
        assertThat(hash("ann")).isEqualTo(ann);
        assertThat(hash("bob")).isEqualTo("$6$of$another$system");
        assertThat(warnings(result)).anyMatch(warning -> warning.startsWith("unchecked-password:"));
    }

    @Test
    void missing_passwords_are_generated_into_a_file_with_the_login_that_the_row_got() throws IOException {
        source(member("ann", null), member("bob", "two"), "{\"name\":\"cid\",\"email\":\"ann@x\",\"password\":\"  \"}");

        trial.migrate(options -> options.withCredentials(credentials));

        List<String> lines = Files.readAllLines(credentials);
        assertThat(lines).hasSize(3).first().isEqualTo("login,password");
        assertThat(lines.get(1)).startsWith("ann@x,");
        assertThat(lines.get(2)).startsWith("ann+1@x,");
        assertThat(match(hash("ann"), lines.get(1).substring("ann@x,".length())))
                .isEqualTo(Match.YES);
        assertThat(match(hash("cid"), lines.get(2).substring("ann+1@x,".length())))
                .isEqualTo(Match.YES);
        assertThat(set("cid")).isEqualTo("t");
    }

    @Test
    void a_second_run_generates_nothing_and_leaves_no_file() throws IOException {
        source(member("ann", null));
        trial.migrate(options -> options.withCredentials(credentials));
        Path second = folder.resolve("second.csv");

        assertThat(rows(trial.migrate(options -> options.withCredentials(second))))
                .containsExactly("members 0/0/0/1");
        assertThat(rows(trial.migrate(options -> options.withCredentials(second).withOnConflict(OnConflict.UPDATE))))
                .containsExactly("members 0/0/1/0");

        assertThat(listed()).containsExactlyInAnyOrder("credentials.csv", "in");
    }

    @Test
    void an_update_generates_what_a_first_run_without_a_file_left_missing() throws IOException {
        source(member("ann", null), member("bob", BCRYPT));
        trial.migrate();

        trial.migrate(options -> options.withCredentials(credentials).withOnConflict(OnConflict.UPDATE));

        assertThat(Files.readAllLines(credentials)).hasSize(2);
        assertThat(set("ann")).isEqualTo("t");
    }

    @Test
    void a_file_that_exists_is_refused_before_anything_is_done() throws IOException {
        source(member("ann", null));
        Files.writeString(credentials, "precious");

        assertThatThrownBy(() -> trial.migrate(options -> options.withCredentials(credentials)))
                .isInstanceOf(UsageException.class);

        assertThat(credentials).hasContent("precious");
        assertThat(trial.value("SELECT to_regclass('members.members')")).isEqualTo("null");
    }

    @Test
    void a_run_that_rejects_a_record_hashes_nothing_and_leaves_no_file() throws IOException {
        source(member("ann", null), "{\"name\":\"bob\",\"email\":\"longer-than-twenty-characters@x\"}");
        List<String> told = new ArrayList<>();

        MigrationResult result =
                trial.migrate(trial.database(), options -> options.withCredentials(credentials), progress(told));

        assertThat(result).isInstanceOf(MigrationResult.Rejected.class);
        assertThat(warnings(result)).noneMatch(warning -> warning.startsWith("passwords"));
        assertThat(listed()).containsExactly("in");
    }

    @Test
    void a_run_that_writes_the_rest_hands_over_the_passwords_of_what_it_wrote() throws IOException {
        source(member("ann", null), "{\"name\":\"bob\",\"email\":\"longer-than-twenty-characters@x\"}");

        trial.migrate(options -> options.withCredentials(credentials).withOnRejected(OnRejected.WRITE_THE_REST));

        assertThat(Files.readAllLines(credentials)).hasSize(2).last().asString().startsWith("ann@x,");
    }

    @Test
    void a_failure_in_the_transaction_leaves_no_file() throws IOException {
        source(member("ann", null));
        trial.migrate();
        trial.execute("DELETE FROM members.members");
        trial.execute("ALTER TABLE members.members ADD CONSTRAINT c CHECK (email <> 'ann@x') NOT VALID");

        assertThat(trial.migrate(options -> options.withCredentials(credentials)))
                .isInstanceOf(MigrationResult.Rejected.class);

        assertThat(listed()).containsExactly("in");
    }

    @Test
    void a_rehearsal_hashes_and_generates_nothing_and_tells_what_would_change() throws IOException {
        source(member("ann", "one"), member("bob", "two"));
        trial.migrate();
        source(member("ann", "one"), member("bob", "other"), member("cid", "three"), member("dan", null));

        MigrationResult rehearsed = trial.migrate(options ->
                options.withMode(RunMode.REHEARSE).withCredentials(credentials).withOnConflict(OnConflict.UPDATE));

        assertThat(rehearsed).isInstanceOf(MigrationResult.Rehearsed.class);
        assertThat(rows(rehearsed)).containsExactly("members 2/1/1/0");
        assertThat(listed()).containsExactly("in");
        assertThat(trial.offline(RunMode.REHEARSE_OFFLINE)).isInstanceOf(MigrationResult.Rehearsed.class);
    }

    @Test
    void progress_tells_of_the_hashing_up_to_its_end() {
        source(member("ann", "one"), member("bob", "two"), member("cid", "three"));
        List<String> told = new ArrayList<>();

        trial.migrate(trial.database(), options -> options, progress(told));

        assertThat(told).startsWith("members passwords 0/3").contains("members passwords 3/3");
    }

    @Test
    void a_listener_that_ends_the_run_while_it_hashes_ends_it_without_a_trace() throws IOException {
        source(member("ann", "one"), member("bob", null), member("cid", "three"));
        MigrationListener impatient = new MigrationListener() {
            @Override
            public void progress(Progress progress) {
                throw new IllegalStateException("enough");
            }
        };

        assertThatThrownBy(() ->
                        trial.migrate(trial.database(), options -> options.withCredentials(credentials), impatient))
                .hasMessage("enough");

        assertThat(listed()).containsExactly("in");
        assertThat(trial.value("SELECT count(*) FROM members.members")).isEqualTo("0");
    }

    private static MigrationListener progress(List<String> told) {
        return new MigrationListener() {
            @Override
            public void progress(Progress progress) {
                told.add(progress.entity() + " " + progress.records() + "/" + progress.size());
            }
        };
    }

    private static List<String> warnings(MigrationResult result) {
        return result.summary().report().warnings().stream()
                .map((Warning warning) -> warning.rule() + ": " + warning.message())
                .toList();
    }

    private List<String> listed() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
