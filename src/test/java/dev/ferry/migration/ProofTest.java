package dev.ferry.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.UsageException;
import dev.ferry.profile.subscriptions.SubscriptionsProfile;
import dev.ferry.verify.Proof.Deviation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proof that the database holds what a source says, and that it still does. */
@NullMarked
class ProofTest {
    private static final String ADA = "{\"user_id\": 1, \"language\": \"en\"}";
    private static final String BOB = "{\"user_id\": 2, \"created_at\": \"2025-03-04T08:15:30\"}";

    @TempDir
    private Path folder;

    private Trial bot;
    private Path proof;

    @BeforeEach
    void proved() {
        bot = new Trial(new SubscriptionsProfile(), folder.resolve("data.json"));
        proof = folder.resolve("proof.json");
        users(ADA, BOB).migrate();
        try (VerificationResult result = verify(request -> request.withProof(proof), options -> options)) {
            assertThat(result.proof()).contains(proof);
        }
    }

    private Trial users(String... users) {
        return bot.document("{\"users\": [" + String.join(",", users) + "], \"analytics\": {}}");
    }

    private VerificationResult verify(
            UnaryOperator<VerificationRequest> change, UnaryOperator<MigrationOptions> options) {
        return Verification.of(
                        bot.database(),
                        change.apply(VerificationRequest.of(options.apply(bot.options()))),
                        MigrationListener.SILENT)
                .run();
    }

    /** What no longer holds: {@code part entity}. */
    private List<String> deviations(ExitCode expected, UnaryOperator<MigrationOptions> options) {
        try (VerificationResult result = verify(request -> request.withCheckedProof(proof), options)) {
            assertThat(result.exitCode()).isEqualTo(expected);
            return result.check().orElseThrow().deviations().stream()
                    .map(deviation -> (deviation.part() + " " + deviation.entity()).strip())
                    .toList();
        }
    }

    @Test
    void it_holds_as_long_as_nothing_changes_whatever_the_size_of_a_batch() {
        assertThat(deviations(ExitCode.DONE, options -> options)).isEmpty();
        assertThat(deviations(ExitCode.DONE, options -> options.withBatchSize(1)))
                .isEmpty();
    }

    @Test
    void it_says_of_what_it_is_and_names_no_value_of_a_row() throws IOException {
        assertThat(proof)
                .content()
                .contains("\"formatVersion\" : 1", "\"profile\" : \"subscriptions\"", "\"sourceSha256\"", "\"tag\"")
                .contains("\"entity\" : \"users\"", "\"rows\" : 2")
                .doesNotContain("2025-03-04")
                .endsWith("}\n");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("data.json", "proof.json");
        }
    }

    @Test
    void records_in_another_order_are_another_source_with_the_same_rows() {
        users(BOB, ADA);
        assertThat(deviations(ExitCode.MISMATCH, options -> options)).containsExactly("source");
    }

    @Test
    void a_row_that_changed_in_source_and_database_alike_is_another_content() {
        users("{\"user_id\": 1, \"language\": \"de\"}", BOB);
        bot.execute("UPDATE subscriptions.users SET language = 'de' WHERE user_id = 1");
        assertThat(deviations(ExitCode.MISMATCH, options -> options)).containsExactly("source", "content users");
    }

    @Test
    void rows_that_are_gone_are_missing_in_number_and_content() {
        bot.execute("DELETE FROM subscriptions.user_subscriptions WHERE user_id ="
                + " (SELECT id FROM subscriptions.users WHERE user_id = 1)");
        assertThat(deviations(ExitCode.MISMATCH, options -> options))
                .containsExactly("rows user_subscriptions", "content user_subscriptions");
    }

    @Test
    void what_the_source_leaves_open_is_no_part_of_it() {
        bot.execute("UPDATE subscriptions.users SET created_at = '2001-01-01Z' WHERE user_id = 1");
        assertThat(deviations(ExitCode.DONE, options -> options)).isEmpty();
        bot.execute("UPDATE subscriptions.users SET created_at = '2001-01-01Z' WHERE user_id = 2");
        assertThat(deviations(ExitCode.MISMATCH, options -> options)).containsExactly("content users");
    }

    @Test
    void a_number_with_other_trailing_zeros_is_the_same() {
        bot.execute("UPDATE subscriptions.analytics SET value = value + 0.000");
        assertThat(deviations(ExitCode.DONE, options -> options)).isEmpty();
    }

    @Test
    void a_proof_that_somebody_changed_does_not_hold() throws IOException {
        Files.writeString(proof, Files.readString(proof).replace("\"rows\" : 2", "\"rows\" : 3"));
        assertThat(deviations(ExitCode.MISMATCH, options -> options))
                .containsExactly("rows users", "rows user_subscriptions");
    }

    @Test
    void other_tables_or_options_are_another_question() {
        assertThat(deviations(ExitCode.MISMATCH, options -> options.withEntities(Set.of("users"))))
                .contains("options", "rows analytics", "rows user_subscriptions");
    }

    @Test
    void a_deviation_says_what_was_and_what_is() {
        users(ADA, BOB, "{\"user_id\": 3}").migrate();
        try (VerificationResult result = verify(request -> request.withCheckedProof(proof), options -> options)) {
            assertThat(result.check().orElseThrow().deviations()).contains(new Deviation("rows", "users", "2", "3"));
        }
    }

    @Test
    void nothing_is_written_where_anything_differs_and_an_older_proof_stays() throws IOException {
        String before = Files.readString(proof);
        bot.execute("UPDATE subscriptions.users SET language = 'de'");
        try (VerificationResult result = verify(request -> request.withProof(proof), options -> options)) {
            assertThat(result.exitCode()).isEqualTo(ExitCode.MISMATCH);
            assertThat(result.proof()).isEmpty();
            assertThat(result.warnings()).anyMatch(warning -> warning.message().contains("no proof was written"));
        }
        assertThat(proof).hasContent(before);
    }

    @Test
    void what_is_no_proof_is_refused_before_anything_is_compared() throws IOException {
        for (String content : List.of("", "{", "[]", "{}", "{\"formatVersion\": 2}", "\u0000")) {
            Files.writeString(proof, content);
            assertThatThrownBy(() -> deviations(ExitCode.DONE, options -> options))
                    .as(content)
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("proof");
        }
        Files.delete(proof);
        assertThatThrownBy(() -> deviations(ExitCode.DONE, options -> options))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void it_is_not_written_over_the_source_nor_into_a_folder_that_is_not_there() {
        for (Path file : List.of(folder.resolve("data.json"), folder.resolve("no/proof.json"), folder)) {
            assertThatThrownBy(() -> verify(request -> request.withProof(file), options -> options))
                    .isInstanceOf(UsageException.class);
        }
    }
}
