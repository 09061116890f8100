package dev.ferry.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsFileTest {
    @TempDir
    private Path folder;

    @Test
    void what_is_published_holds_every_login_with_its_password_for_its_owner_alone() throws IOException {
        Path file = folder.resolve("credentials.csv");
        try (CredentialsFile credentials = CredentialsFile.open(file)) {
            credentials.add("ann@example.org", "pass.word+1Aa");
            credentials.add("\"odd, one\"@example.org", "Other=2bBcdef");
            credentials.seal();
            assertThat(file).doesNotExist();
            assertThat(listed()).allSatisfy(CredentialsFileTest::ownersAlone);
            credentials.publish();
        }

        assertThat(Files.readString(file))
                .isEqualTo("login,password\r\n"
                        + "ann@example.org,pass.word+1Aa\r\n"
                        + "\"\"\"odd, one\"\"@example.org\",Other=2bBcdef\r\n");
        ownersAlone(file);
        assertThat(listed()).containsExactly(file);
    }

    @Test
    void nothing_is_left_where_it_is_not_published() throws IOException {
        try (CredentialsFile credentials = CredentialsFile.open(folder.resolve("credentials.csv"))) {
            credentials.add("ann@example.org", "password");
            credentials.seal();
        }

        assertThat(listed()).isEmpty();
    }

    @Test
    void without_any_password_there_is_no_file() throws IOException {
        try (CredentialsFile credentials = CredentialsFile.open(folder.resolve("credentials.csv"))) {
            credentials.seal();
            credentials.publish();
        }

        assertThat(listed()).isEmpty();
    }

    @Test
    void a_file_that_is_there_is_refused_and_so_is_a_link_that_leads_nowhere() throws IOException {
        Path file = Files.writeString(folder.resolve("credentials.csv"), "precious");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("nowhere"));

        assertThatThrownBy(() -> CredentialsFile.open(file))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("exists");
        assertThatThrownBy(() -> CredentialsFile.open(link)).isInstanceOf(UsageException.class);
        assertThat(file).hasContent("precious");
        assertThat(listed()).containsExactlyInAnyOrder(file, link);
    }

    @Test
    void a_folder_that_is_not_there_is_told_at_once() {
        assertThatThrownBy(() -> CredentialsFile.open(folder.resolve("none/credentials.csv")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("No Such File");
    }

    @Test
    void a_file_that_another_made_before_the_commit_stops_it() throws IOException {
        Path file = folder.resolve("credentials.csv");
        try (CredentialsFile credentials = CredentialsFile.open(file)) {
            credentials.add("ann@example.org", "password");
            Files.writeString(file, "precious");

            assertThatThrownBy(credentials::seal).isInstanceOf(UsageException.class);
        }

        assertThat(listed()).containsExactly(file);
    }

    @Test
    void a_file_that_another_made_after_it_is_not_replaced_and_the_passwords_are_not_lost() throws IOException {
        Path file = folder.resolve("credentials.csv");
        try (CredentialsFile credentials = CredentialsFile.open(file)) {
            credentials.add("ann@example.org", "s3cret.Word+");
            credentials.seal();
            Files.writeString(file, "precious");

            assertThatThrownBy(credentials::publish).isInstanceOfSatisfying(CredentialsException.class, e -> {
                assertThat(e.advice().orElseThrow()).contains(".ferry-credentials");
                assertThat(e.getMessage()).doesNotContain("s3cret");
            });
        }

        assertThat(file).hasContent("precious");
        assertThat(listed()).hasSize(2).filteredOn(other -> !other.equals(file)).allSatisfy(kept -> {
            ownersAlone(kept);
            assertThat(kept).content().contains("ann@example.org,s3cret.Word+");
        });
    }

    private List<Path> listed() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void ownersAlone(Path file) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
