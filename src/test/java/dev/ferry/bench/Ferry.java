package dev.ferry.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ferry's commands, as a user gives them: by the launcher where the property {@code ferry.launcher} says where it is. */
final class Ferry {
    private static final String LAUNCHER = System.getProperty("ferry.launcher", "");

    private Ferry() {}

    /** @param java options of its Java, apart by spaces; or nothing */
    static Command migrate(Target target, String java, Shape shape, Path source, String... options) {
        List<String> words = words("migrate", shape, source);
        words.addAll(List.of("--timeout", "1h"));
        words.addAll(List.of(options));
        return command(target, java, words);
    }

    static Command validate(Target target, Shape shape, Path source) {
        return command(target, "", words("validate", shape, source));
    }

    private static List<String> words(String command, Shape shape, Path source) {
        return new ArrayList<>(List.of(command, "-p", shape.profile(), source.toString(), "--json", "--quiet"));
    }

    private static Command command(Target target, String java, List<String> arguments) {
        Map<String, String> environment = Map.of("DATABASE_URL", target.url(), "FERRY_JAVA_OPTS", java);
        List<String> words = new ArrayList<>();
        if (LAUNCHER.isEmpty()) {
            words.addAll(List.of(Command.java(), "-XX:TieredStopAtLevel=1"));
            words.addAll(java.isEmpty() ? List.of() : List.of(java.split(" ", -1)));
            words.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.ferry.cli.Main"));
        } else {
            words.add(LAUNCHER);
        }
        words.addAll(arguments);
        return new Command(words, environment);
    }
}
