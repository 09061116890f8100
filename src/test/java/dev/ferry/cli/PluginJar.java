package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** The jar of a profile that somebody else wrote and compiled against Ferry. */
@NullMarked
final class PluginJar {
    private static final String PROFILE = """
            package org.example.notes;

            import dev.ferry.profile.*;
            import dev.ferry.source.Section;
            import java.util.List;
            import java.util.Optional;
            import java.util.stream.Stream;

            public final class NotesProfile implements Profile {
                private static final Section NOTES = Section.list("notes", "code");
                private static final EntityStep<NoteRecord, Note> STEP = new EntityStep<>(
                        new Table<>(
                                "notes",
                                Note.class,
                                new UniqueKey<>("code", List.of(new KeyAttribute<>("code", note -> note.code)))),
                        Reading.records(NOTES, NoteRecord.class),
                        (dto, references) -> Stream.of(new Note(dto.code(), dto.text())));

                public String name() { return "notes"; }
                public String version() { return "7"; }
                public String description() { return "notes"; }
                public List<Section> sections() { return List.of(NOTES); }
                public List<Class<?>> entities() { return List.of(Note.class); }
                public List<Step> steps() { return List.of(STEP); }
                public Defaults defaults() { return new Defaults(100); }
            }
            """;
    private static final String RECORD = """
            package org.example.notes;

            import jakarta.validation.constraints.NotNull;
            import jakarta.validation.constraints.Size;

            public record NoteRecord(@NotNull String code, @Size(max = 20) String text) {}
            """;
    private static final String ENTITY = """
            package org.example.notes;

            import jakarta.persistence.*;

            @Entity
            @Table(name = "notes")
            public class Note {
                @Id
                String code;
                String text;

                protected Note() {}

                Note(String code, String text) {
                    this.code = code;
                    this.text = text;
                }
            }
            """;
    private static final String CHANGELOG = """
            databaseChangeLog:
              - logicalFilePath: liquibase/notes/changelog.yaml
              - changeSet:
                  id: empty
                  author: notes
                  changes:
                    - tagDatabase:
                        tag: empty
                  rollback:
                    - empty: {}
              - changeSet:
                  id: tables
                  author: notes
                  changes:
                    - sql:
                        sql: CREATE TABLE notes (code text PRIMARY KEY, text text)
                  rollback:
                    - sql:
                        sql: DROP TABLE notes
            """;

    private PluginJar() {}

    /** Compiles and packs it. */
    static Path in(Path folder, String expectedViolations) {
        Map<String, byte[]> content = new TreeMap<>(compiled(folder));
        content.put("META-INF/services/dev.ferry.profile.Profile", bytes("org.example.notes.NotesProfile\n"));
        content.put("liquibase/notes/changelog.yaml", bytes(CHANGELOG));
        content.put(
                "samples/notes/notes.json",
                bytes("{\"notes\": [{\"code\": \"a\", \"text\": \"first\"}, {\"code\": \"b\"}]}\n"));
        content.put("samples/notes/broken/notes.json", bytes("""
                        {"notes": [
                          {"code": "c", "text": "longer than twenty letters"},
                          {"code": "d", "text": "fine"}]}
                        """));
        content.put("samples/notes/broken/expected.txt", bytes(expectedViolations));
        Path jar = folder.resolve("notes.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out)) {
            // As the tools do that make jars.
            for (String folderInside : List.of("liquibase/notes/", "samples/notes/", "samples/notes/broken/")) {
                packed.putNextEntry(new JarEntry(folderInside));
                packed.closeEntry();
            }
            for (Map.Entry<String, byte[]> entry : content.entrySet()) {
                packed.putNextEntry(new JarEntry(entry.getKey()));
                packed.write(entry.getValue());
                packed.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> compiled(Path folder) {
        try {
            Path sources = Files.createDirectories(folder.resolve("plugin-src"));
            Path classes = Files.createDirectories(folder.resolve("plugin-classes"));
            List<String> files = List.of(
                    write(sources, "NotesProfile", PROFILE),
                    write(sources, "NoteRecord", RECORD),
                    write(sources, "Note", ENTITY));
            Stream<String> arguments = Stream.concat(
                    Stream.of(
                            "-proc:none",
                            "-parameters",
                            "-nowarn",
                            "-d",
                            classes.toString(),
                            "-cp",
                            System.getProperty("java.class.path")),
                    files.stream());
            assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                    .isZero();
            Map<String, byte[]> content = new TreeMap<>();
            try (Stream<Path> all = Files.walk(classes)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    content.put(classes.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(Path folder, String name, String source) throws IOException {
        return Files.writeString(folder.resolve(name + ".java"), source).toString();
    }
}
