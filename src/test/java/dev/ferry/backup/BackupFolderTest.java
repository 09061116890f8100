package dev.ferry.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFolderTest {
    @TempDir
    Path path;

    private BackupFolder folder;

    @BeforeEach
    void folder() {
        folder = new BackupFolder(path);
    }

    @Test
    void backups_are_listed_newest_first_and_damaged_ones_last() throws IOException {
        add("a", "2026-11-20T09:00:00Z", "courses");
        add("b", "2026-11-22T09:00:00Z", "courses");
        add("c", "2026-11-21T09:00:00Z", "copy");
        Files.writeString(path.resolve("z" + BackupFolder.EXTENSION), "nonsense");
        Files.writeString(path.resolve("notes.zip"), "not one of ours");
        assertThat(names(folder.list())).containsExactly("b", "c", "a", "z");
        assertThat(folder.list().get(3).damage()).contains("its structure is broken");
    }

    @Test
    void a_list_of_a_profile_has_the_damaged_ones_too() throws IOException {
        add("a", "2026-11-20T09:00:00Z", "courses");
        Files.writeString(path.resolve("z" + BackupFolder.EXTENSION), "nonsense");
        assertThat(names(BackupList.of(folder, Optional.of("courses")).backups()))
                .containsExactly("a", "z");
        assertThat(names(BackupList.of(folder, Optional.of("apps")).backups())).containsExactly("z");
    }

    @Test
    void a_folder_that_is_not_there_holds_none() {
        assertThat(new BackupFolder(path.resolve("none")).list()).isEmpty();
    }

    @Test
    void older_ones_of_the_same_tables_go_and_no_others() throws IOException {
        for (String day : List.of("18", "19", "20", "21")) {
            add("courses" + day, "2026-11-" + day + "T09:00:00Z", "courses");
            add("copy" + day, "2026-11-" + day + "T09:00:00Z", "copy");
        }
        Files.writeString(path.resolve("damaged" + BackupFolder.EXTENSION), "nonsense");
        Files.writeString(path.resolve("courses.txt"), "not one of ours");
        new TestArchive()
                .manifest(TestArchive.replacing("a database", "PostgreSQL 17.2 at another"))
                .write(path.resolve("other" + BackupFolder.EXTENSION));
        Path newest = path.resolve("courses21" + BackupFolder.EXTENSION);
        try (Archive archive = Archive.open(newest)) {
            assertThat(folder.prune(archive.file(), 2))
                    .containsExactlyInAnyOrder(
                            path.resolve("courses18" + BackupFolder.EXTENSION),
                            path.resolve("courses19" + BackupFolder.EXTENSION));
        }
        assertThat(names(folder.list()))
                .containsExactlyInAnyOrder(
                        "courses20", "courses21", "copy18", "copy19", "copy20", "copy21", "other", "damaged");
        assertThat(path.resolve("courses.txt")).exists();
    }

    @Test
    void the_new_one_stays_even_where_others_claim_to_be_newer() throws IOException {
        add("a", "2026-11-20T09:00:00Z", "courses");
        add("b", "2036-11-20T09:00:00Z", "courses");
        try (Archive archive = Archive.open(path.resolve("a" + BackupFolder.EXTENSION))) {
            folder.prune(archive.file(), 1);
            assertThatExceptionOfType(UsageException.class).isThrownBy(() -> folder.prune(archive.file(), 0));
        }
        assertThat(names(folder.list())).containsExactly("a");
    }

    @Test
    void names_sort_by_time_and_say_where_they_are_from() {
        assertThat(BackupFolder.name("courses", "courses", "", "20261121T023154Z-7f3a"))
                .isEqualTo("courses-20261121T023154Z-7f3a.ferry.zip");
        assertThat(BackupFolder.name("courses", "../my schema", "", "20261121T023154Z-7f3a"))
                .isEqualTo("courses-___my_schema-20261121T023154Z-7f3a.ferry.zip");
        assertThat(BackupFolder.name("courses", "", "source", "20261121T023154Z-7f3a"))
                .isEqualTo("courses-source-20261121T023154Z-7f3a.ferry.zip");
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_refused() throws IOException {
        Path file = Files.createFile(path.resolve("file"));
        assertThatExceptionOfType(UsageException.class).isThrownBy(() -> new BackupFolder(file).make());
    }

    private void add(String name, String created, String schema) throws IOException {
        new TestArchive()
                .manifest(
                        TestArchive.replacing("2026-11-20T09:00:00Z", created)
                                .andThen(TestArchive.replacing(
                                        "\"schema\" : \"courses\"", "\"schema\" : \"" + schema + "\""))::apply)
                .write(path.resolve(name + BackupFolder.EXTENSION));
    }

    private static List<String> names(List<ListedBackup> backups) {
        return backups.stream()
                .map(backup -> backup.file().getFileName().toString().replace(BackupFolder.EXTENSION, ""))
                .toList();
    }
}
