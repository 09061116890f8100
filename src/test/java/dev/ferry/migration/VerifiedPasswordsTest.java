package dev.ferry.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.failure.ExitCode;
import dev.ferry.profile.school.SchoolProfile;
import dev.ferry.verify.Difference;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a verification says of hashes, and of a table that several steps fill. */
@NullMarked
class VerifiedPasswordsTest {
    @TempDir
    private Path folder;

    private static List<String> found(Trial school, ExitCode expected, UnaryOperator<MigrationOptions> change) {
        try (VerificationResult result = verify(school, change)) {
            assertThat(result.exitCode()).isEqualTo(expected);
            return result.differences().listed().stream()
                    .map(difference -> difference.entity() + "." + difference.column() + " "
                            + difference.expected().orElse("NULL") + " "
                            + difference.found().orElse("NULL"))
                    .toList();
        }
    }

    private static VerificationResult verify(Trial school, UnaryOperator<MigrationOptions> change) {
        return Verification.of(
                        school.database(),
                        VerificationRequest.of(change.apply(school.options())),
                        MigrationListener.SILENT)
                .run();
    }

    @Test
    void the_hash_of_a_plain_password_is_taken_as_it_is_but_must_be_one() {
        Trial school = new Trial(new SchoolProfile(), folder.resolve("v1.json")).document("""
                {"School": [{"id": "s1", "schoolName": "Kilimani", "email": "a@b.example", "schoolCode": "K-1",
                  "country": "Kenya", "password": "a plain password"}]}
                """);
        school.migrate();
        assertThat(found(school, ExitCode.DONE, options -> options)).isEmpty();
        try (VerificationResult result = verify(school, options -> options)) {
            assertThat(result.warnings()).singleElement().satisfies(warning -> {
                assertThat(warning.message()).contains("--logins");
                assertThat(warning.count()).isEqualTo(1);
            });
        }
        for (String other : List.of("'not a hash'", "'5f4dcc3b5aa765d61d8327deb882cf99'")) {
            school.execute("UPDATE school.users SET password = " + other);
            assertThat(found(school, ExitCode.MISMATCH, options -> options))
                    .as(other)
                    .containsExactly("users.password *** ***");
        }
        school.execute("UPDATE school.users SET password = NULL, is_password_set = false");
        assertThat(found(school, ExitCode.MISMATCH, options -> options))
                .containsExactlyInAnyOrder("users.password *** NULL", "users.is_password_set true false");
    }

    @Test
    void rows_of_steps_that_were_not_asked_for_are_not_unexpected() {
        Trial school = new Trial(new SchoolProfile(), Path.of("samples/school"));
        school.migrate();
        UnaryOperator<MigrationOptions> teachers = options -> options.withEntities(Set.of("teachers"));
        assertThat(found(school, ExitCode.DONE, teachers)).isEmpty();
        try (VerificationResult result = verify(school, teachers)) {
            assertThat(result.entities())
                    .extracting(VerifiedEntity::entity)
                    .contains("users", "teachers")
                    .doesNotContain("roles", "students");
            assertThat(result.warnings()).anyMatch(warning -> warning.message().contains("only a part of the source"));
        }
        school.execute("UPDATE school.roles SET name = name || 'x' WHERE name = 'TEACHER'");
        try (VerificationResult result = verify(school, options -> options)) {
            assertThat(result.differences().listed())
                    .extracting(Difference::entity)
                    .contains("roles");
        }
    }
}
