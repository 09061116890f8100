package dev.ferry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The README tells the truth. */
class ReadmeTest {
    private static final String IMPORTS = """
            import dev.ferry.database.*;
            import dev.ferry.ledger.*;
            import dev.ferry.migration.*;
            import dev.ferry.profile.*;
            import dev.ferry.validate.*;
            """;

    @TempDir
    Path classes;

    @Test
    void its_java_example_compiles_and_leaves_the_database_as_it_was() throws Exception {
        Matcher example =
                Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("README.md")));
        assertThat(example.find()).isTrue();
        compile(IMPORTS
                + "public final class Example { public static void run(String url, java.util.List<String> log) {"
                + example.group(1) + "}}");

        String url = TestPostgres.newDatabase();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Method run = loader.loadClass("Example").getMethod("run", String.class, List.class);
            run.invoke(null, url, new ArrayList<String>());
        }
        assertThat(DatabaseDump.column(url, "SELECT status || ' ' || requested_tag FROM ferry.runs"))
                .containsExactly("ROLLED_BACK first-load");
        assertThat(DatabaseDump.value(url, "SELECT count(*) FROM courses.courses"))
                .isEqualTo("0");
    }

    @Test
    void every_file_that_it_links_is_there() throws Exception {
        Matcher links = Pattern.compile("]\\(([^)#]+)\\)").matcher(Files.readString(Path.of("README.md")));
        List<Path> linked = new ArrayList<>();
        while (links.find()) {
            linked.add(Path.of(links.group(1)));
        }
        assertThat(linked).isNotEmpty().allSatisfy(path -> assertThat(path).exists());
    }

    @Test
    void every_test_that_it_names_is_there() throws Exception {
        Matcher named = Pattern.compile("`(\\w+Test)#(\\w+)`").matcher(Files.readString(Path.of("README.md")));
        List<String> missing = new ArrayList<>();
        int count = 0;
        for (; named.find(); count++) {
            if (!isTest(named.group(1), named.group(2))) {
                missing.add(named.group());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(count).isGreaterThan(40);
    }

    private static boolean isTest(String name, String method) throws Exception {
        Path root = Path.of("src/test/java");
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.endsWith(name + ".java")).toList()) {
                String type =
                        root.relativize(file).toString().replace(".java", "").replace('/', '.');
                if (Arrays.stream(Class.forName(type).getDeclaredMethods())
                        .filter(declared -> declared.getName().equals(method))
                        .anyMatch(declared -> AnnotationSupport.isAnnotated(declared, Testable.class))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void compile(String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        boolean compiled = compiler.getTask(
                        messages, null, null, List.of("-d", classes.toString()), null, List.of(source))
                .call();
        assertThat(compiled).as(messages.toString()).isTrue();
    }
}
