package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a project of its own, with a java and a mvn that only say how they were called. */
class LauncherTest {
    @TempDir
    Path folder;

    private Path home;
    private Path java;

    @BeforeEach
    void project() throws IOException {
        home = Files.createDirectories(folder.resolve("a project"));
        Files.copy(Path.of("ferry"), home.resolve("ferry"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createFile(home.resolve("pom.xml"));
        Files.createDirectories(home.resolve("src/main"));
        java = Files.createDirectories(folder.resolve("a jdk"));
        release("17.0.15");
        program(java.resolve("bin/java"), "printf '%s\\n' \"$@\"; printenv FERRY_ARGUMENT_2; pwd");
        program(java.resolve("bin/javac"), "exit 0");
        program(folder.resolve("bin/mvn"), "echo maven: \"$@\"; mkdir -p target/lib; : > target/ferry.jar");
    }

    @Test
    void it_builds_once_and_says_so_on_standard_error() throws Exception {
        Result first = ferry("status");
        assertThat(first.err())
                .startsWith("building Ferry (once)…\nmaven: -q -B ")
                .contains("-Dquick", "package");
        assertThat(first.out()).doesNotContain("maven");
        assertThat(ferry("status").err()).isEmpty();
    }

    @Test
    void it_builds_again_where_a_source_has_changed() throws Exception {
        ferry("status");
        Files.createFile(home.resolve("src/main/New.java"));
        assertThat(ferry("status").err()).startsWith("building Ferry (its sources have changed)…\n");
        assertThat(ferry("status").err()).isEmpty();
    }

    @Test
    void a_build_that_failed_is_tried_again() throws Exception {
        program(folder.resolve("bin/mvn"), "echo broken; exit 1");
        assertThat(ferry("status").exit()).isEqualTo(2);
        assertThat(ferry("status").err()).contains("building Ferry", "broken", "could not be built");
    }

    @Test
    void words_travel_unchanged_but_those_with_passwords_in_the_environment() throws Exception {
        ferry("status");
        Result result = ferry("migrate", "--url", "postgresql://me:c4nary@h/d", "my data", "");
        assertThat(result.out().lines().toList())
                .containsSubsequence("migrate", "--url", "env:FERRY_ARGUMENT_2", "my data", "")
                .containsSubsequence(
                        "postgresql://me:c4nary@h/d", folder.toRealPath().toString())
                .doesNotContain("-XX:TieredStopAtLevel=1");
        assertThat(ferry("status").out()).contains("-XX:TieredStopAtLevel=1");
    }

    @Test
    void an_address_that_is_notified_and_a_login_password_are_not_on_the_command_line_either() throws Exception {
        ferry("status");
        assertThat(ferry("migrate", "--notify", "https://hooks.example.org/c4nary")
                        .out()
                        .lines())
                .containsSubsequence("--notify", "env:FERRY_ARGUMENT_2", "https://hooks.example.org/c4nary");
        assertThat(ferry("verify", "--login-password", "c4nary").out().lines())
                .containsSubsequence("--login-password", "env:FERRY_ARGUMENT_2", "c4nary");
        assertThat(ferry("migrate", "-q", "--notify=https://hooks.example.org/c4nary")
                        .out()
                        .lines())
                .containsSubsequence("env:FERRY_ARGUMENT_2", "--notify=https://hooks.example.org/c4nary");
    }

    @Test
    void an_archive_of_classes_is_made_once_for_each_java_and_each_build() throws Exception {
        archiving("echo classes > \"${file#*=}\"");
        assertThat(ferry("status").out()).contains("-XX:SharedArchiveFile=" + archive("17.0.15"));
        assertThat(ferry("status").err()).isEmpty();
        assertThat(trainings()).isEqualTo(1);
        release("25.0.3");
        assertThat(ferry("status").out()).contains("-XX:SharedArchiveFile=" + archive("25.0.3"));
        release("17.0.15");
        ferry("status");
        assertThat(trainings()).isEqualTo(2);
        Files.createFile(home.resolve("src/main/New.java"));
        ferry("status");
        assertThat(trainings()).isEqualTo(3);
    }

    @Test
    void without_an_archive_of_classes_it_works_too_and_does_not_try_again() throws Exception {
        archiving("echo broken; echo broken >&2; exit 1");
        for (int call = 0; call < 2; call++) {
            Result result = ferry("status");
            assertThat(result.out()).contains("status").doesNotContain("broken", "-XX:SharedArchiveFile");
            assertThat(result.err()).doesNotContain("broken");
        }
        assertThat(trainings()).isEqualTo(1);
    }

    @Test
    void the_second_compiler_works_for_sources_that_are_long_or_unknown() throws Exception {
        Path source = Files.createDirectory(folder.resolve("a source"));
        Files.writeString(source.resolve("small.json"), "{}");
        assertThat(ferry("migrate", "a source").out()).contains("-XX:TieredStopAtLevel=1");
        assertThat(ferry("migrate", "postgresql://h/d").out()).doesNotContain("-XX:TieredStopAtLevel=1");
        Files.write(source.resolve("large.json"), new byte[300_000]);
        assertThat(ferry("migrate", "a source").out()).doesNotContain("-XX:TieredStopAtLevel=1");
    }

    /** What java does where it is asked for an archive of classes, whose file the script finds behind {@code $file}'s equals sign. */
    private void archiving(String script) throws IOException {
        program(java.resolve("bin/java"), """
                for file; do
                  case $file in -XX:ArchiveClassesAtExit=*) echo >>'%s'; %s; exit ;; esac
                done
                printf '%%s\\n' "$@\"""".formatted(folder.resolve("trainings"), script));
    }

    private long trainings() throws IOException {
        return Files.readAllLines(folder.resolve("trainings")).size();
    }

    private Path archive(String version) {
        return home.resolve("target/launch/classes-" + version + java.toString().replace('/', '-') + ".jsa");
    }

    @Test
    void an_old_java_is_refused() throws Exception {
        release("1.8.0_392");
        assertThat(ferry("status"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "error: Java must be 17 or newer, " + java + "/bin/java is 8\n"
                                + "  Install a JDK 17 or newer, or set JAVA_HOME to one.\n"));
    }

    @Test
    void a_new_java_is_told_not_to_warn_and_an_old_one_is_not_asked_what_it_does_not_know() throws Exception {
        assertThat(ferry("status").out()).doesNotContain("--enable-native-access");
        release("25.0.3");
        assertThat(ferry("status").out())
                .contains("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    }

    private void release(String version) throws IOException {
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private static void program(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Result ferry(String... words) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of(home.resolve("ferry").toString()), Stream.of(words))
                .toList();
        File out = folder.resolve("out").toFile();
        File err = folder.resolve("err").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out)
                .redirectError(err);
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment().put("PATH", folder.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
        int exit = builder.start().waitFor();
        return new Result(exit, read(out), read(err));
    }

    private static String read(File file) throws IOException {
        return Files.readString(file.toPath(), StandardCharsets.UTF_8);
    }

    /** What the launcher left. */
    private record Result(int exit, String out, String err) {}
}
