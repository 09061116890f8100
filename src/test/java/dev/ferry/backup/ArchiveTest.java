package dev.ferry.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ferry.failure.RefusalException;
import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
    private static final String LINES = "{\"id\":\"1\"}\n{\"id\":null}\n";

    @TempDir
    Path folder;

    private Path file = Path.of("none");

    @Test
    void what_is_as_it_was_written_opens() throws IOException {
        file = whole().write(folder.resolve("a.ferry.zip"));
        try (Archive archive = Archive.open(file)) {
            assertThat(archive.manifest().rows()).isEqualTo(4);
            assertThat(archive.file().sha256()).isEqualTo(sha256(file));
        }
    }

    /** Every byte of the file, those of the zip's own structure too; a bit of it, and all of it. */
    @Test
    void a_byte_that_is_flipped_anywhere_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(whole().write(folder.resolve("whole.ferry.zip")));
        file = folder.resolve("flipped.ferry.zip");
        for (int i = 0; i < whole.length; i++) {
            for (int mask : new int[] {0x01, 0x20, 0xff}) {
                byte[] flipped = whole.clone();
                flipped[i] ^= (byte) mask;
                Files.write(file, flipped);
                assertThatExceptionOfType(RefusalException.class)
                        .as("byte %d with %x", i, mask)
                        .isThrownBy(this::open)
                        .withMessageContaining(file.toString());
            }
        }
    }

    @Test
    void a_file_that_is_cut_off_anywhere_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(whole().write(folder.resolve("whole.ferry.zip")));
        file = folder.resolve("cut.ferry.zip");
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatExceptionOfType(RefusalException.class)
                    .as("length %d", length)
                    .isThrownBy(this::open);
        }
    }

    @Test
    void bytes_behind_the_end_or_before_the_start_are_refused() throws IOException {
        byte[] whole = Files.readAllBytes(whole().write(folder.resolve("whole.ferry.zip")));
        byte[] behind = Arrays.copyOf(whole, whole.length + 1);
        byte[] before = new byte[whole.length + 1];
        System.arraycopy(whole, 0, before, 1, whole.length);
        for (byte[] changed : new byte[][] {behind, before}) {
            file = Files.write(folder.resolve("changed.ferry.zip"), changed);
            assertThatExceptionOfType(RefusalException.class).isThrownBy(this::open);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.jsonl",
                "tables/../../evil.jsonl",
                "/etc/evil.jsonl",
                "tables/a/b.jsonl",
                "tables\\evil.jsonl",
                "tables/..\\evil.jsonl",
                "tables/..",
                "tables/.",
                "tables/",
                "C:evil.jsonl",
                "tables/C:evil.jsonl",
                "tables/e\nvil.jsonl",
                "other/evil.jsonl",
                "evil.jsonl"
            })
    void a_name_that_might_lead_elsewhere_is_refused_listed_or_not(String name) throws IOException {
        file = whole().table(name, LINES).write(folder.resolve("listed.ferry.zip"));
        assertRefused("as none may be");
        file = whole().entry(name, LINES).write(folder.resolve("unlisted.ferry.zip"));
        assertRefused("as none may be");
    }

    @Test
    void an_entry_that_the_manifest_does_not_list_is_refused() throws IOException {
        file = whole().entry("tables/03-more.jsonl", LINES).write(folder.resolve("a.ferry.zip"));
        assertRefused("tables/03-more.jsonl is there twice, or not in its manifest");
    }

    @Test
    void an_entry_that_is_there_twice_is_refused() throws IOException {
        file = whole().entry("tables/01-b.jsonl", "x".repeat(LINES.length()))
                .write(folder.resolve("a.ferry.zip"), TestArchive.replacing("tables/01-b.jsonl", "tables/01-a.jsonl"));
        assertRefused("tables/01-a.jsonl is there twice");
    }

    @Test
    void two_manifests_are_refused() throws IOException {
        file = whole().entry("tables/99-x.j", "{}")
                .write(folder.resolve("a.ferry.zip"), TestArchive.replacing("tables/99-x.j", Manifest.NAME));
        assertThatExceptionOfType(RefusalException.class).isThrownBy(this::open);
    }

    @Test
    void an_entry_that_is_listed_twice_or_is_missing_is_refused() throws IOException {
        file = whole().listed("tables/01-a.jsonl", LINES).write(folder.resolve("a.ferry.zip"));
        assertRefused("names tables/01-a.jsonl twice");
        file = whole().listed("tables/03-more.jsonl", LINES).write(folder.resolve("b.ferry.zip"));
        assertRefused("tables/03-more.jsonl is missing");
        file = whole().listed(Manifest.NAME, LINES).write(folder.resolve("c.ferry.zip"));
        assertRefused("as none may be");
    }

    @Test
    void lengths_counts_and_checksums_must_be_those_of_the_manifest() throws IOException {
        file = whole().entry("tables/03-c.jsonl", LINES)
                .listed("tables/03-c.jsonl", LINES + LINES)
                .write(folder.resolve("a.ferry.zip"));
        assertRefused("another length");
        file = whole().entry("tables/03-c.jsonl", LINES.replace('1', '2'))
                .listed("tables/03-c.jsonl", LINES)
                .write(folder.resolve("b.ferry.zip"));
        assertRefused("another checksum");
        file = whole().manifest(TestArchive.replacing("\"records\" : 2", "\"records\" : 3"))
                .write(folder.resolve("c.ferry.zip"));
        assertRefused("has 2 lines, and its manifest says 3");
    }

    @Test
    void a_bomb_unpacks_no_more_than_its_manifest_owns_up_to() throws IOException {
        String bomb = "0".repeat(64 << 20);
        file = whole().entry("tables/03-c.jsonl", bomb)
                .listed("tables/03-c.jsonl", LINES)
                .write(folder.resolve("a.ferry.zip"));
        assertRefused("another length");
        // The same with a length in the zip's directory that agrees with the manifest.
        String real = littleEndian(bomb.length());
        String told = littleEndian(LINES.length());
        file = whole().entry("tables/03-c.jsonl", bomb)
                .listed("tables/03-c.jsonl", LINES)
                .write(folder.resolve("b.ferry.zip"), TestArchive.replacing(real, told));
        assertThatExceptionOfType(RefusalException.class).isThrownBy(this::open);
        file = whole().manifest(bytes -> (" ".repeat(20 << 20) + new String(bytes, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8))
                .write(folder.resolve("c.ferry.zip"));
        assertRefused("longer than 16 MB");
    }

    private static String littleEndian(int length) {
        byte[] bytes = {(byte) length, (byte) (length >> 8), (byte) (length >> 16), (byte) (length >> 24)};
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_manifest_of_another_form_is_refused() throws IOException {
        file = whole().manifest(TestArchive.replacing("\"format\" : 1", "\"format\" : 2"))
                .write(folder.resolve("a.ferry.zip"));
        assertRefused("its format is 2, this Ferry knows format 1");
        for (String content : new String[] {
            "[]", "nonsense", "{}", "{\"format\":1}", "{\"format\":1e99}", "{\"format\":1,\"format\":1}", "["
        }) {
            file = whole().manifest(bytes -> content.getBytes(StandardCharsets.UTF_8))
                    .write(folder.resolve("b.ferry.zip"));
            assertThatExceptionOfType(RefusalException.class).as(content).isThrownBy(this::open);
        }
        file = whole().manifest(TestArchive.replacing("\"records\" : 2", "\"records\" : -2"))
                .write(folder.resolve("c.ferry.zip"));
        assertRefused("not as Ferry writes one");
        file = whole().manifest(bytes -> new byte[0]).write(folder.resolve("d.ferry.zip"));
        assertRefused("its manifest is missing");
    }

    @Test
    void what_is_no_file_is_a_mistake_of_its_user() {
        file = folder.resolve("missing.ferry.zip");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(this::open)
                .withMessageContaining("there is no file");
        file = folder;
        assertThatExceptionOfType(UsageException.class).isThrownBy(this::open).withMessageContaining("is no file");
    }

    @Test
    void a_zip_file_of_others_is_refused_and_so_is_any_other_file() throws IOException {
        file = Files.writeString(folder.resolve("text.ferry.zip"), "x".repeat(1_000));
        assertRefused("no backup of Ferry's");
        file = Files.createFile(folder.resolve("empty.ferry.zip"));
        assertRefused("its end is missing");
    }

    private void assertRefused(String reason) {
        assertThatExceptionOfType(RefusalException.class).isThrownBy(this::open).withMessageContaining(reason);
    }

    private void open() {
        Archive.open(file).close();
    }

    private static TestArchive whole() {
        return new TestArchive().table("tables/01-a.jsonl", LINES).table("tables/02-b.jsonl", LINES);
    }

    private static String sha256(Path file) throws IOException {
        return DigestUtils.sha256Hex(Files.readAllBytes(file));
    }

    @Test
    void a_name_of_any_table_becomes_one_that_is_allowed() {
        for (String table : new String[] {"courses", "../x", "a b", "ü/ö\\ä", "x".repeat(63), "\n"}) {
            assertThat(EntryName.isAllowed(EntryName.ofTable(7, table)))
                    .as(table)
                    .isTrue();
        }
    }
}
