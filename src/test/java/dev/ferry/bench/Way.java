package dev.ferry.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A way to load a source. */
enum Way {
    /** A ready-made CSV file; what all others are compared with. */
    COPY_CSV("\\copy of a ready-made CSV file", Start.EMPTY),
    /** The same from PostgreSQL's binary form. */
    COPY_BINARY("\\copy of a ready-made binary file", Start.EMPTY),
    /** {@link InsertEach}. */
    INSERT("an INSERT … ON CONFLICT for each record", Start.EMPTY),
    /** {@link PersistEach}. */
    PERSIST("Hibernate persist, batch 50", Start.EMPTY),
    /** In one transaction, by JDBC batches. */
    FERRY_JDBC("Ferry, JDBC lane", Start.EMPTY),
    /** In one transaction, by COPY. */
    FERRY_COPY("Ferry, COPY lane", Start.EMPTY),
    /** As the profile has it. */
    FERRY("Ferry, defaults of the profile", Start.EMPTY),
    /** The run before it once more. */
    AGAIN("Ferry again, all rows present", Start.FILLED),
    /** No rows are written. */
    VALIDATE("Ferry validate", Start.ANY);

    private static final Optional<String> PSQL = Arrays.stream(
                    System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .map(folder -> Path.of(folder, "psql"))
            .filter(Files::isExecutable)
            .map(Path::toString)
            .findFirst();

    private final String label;
    private final Start start;

    /** What a way meets. */
    enum Start {
        /** Tables without rows. */
        EMPTY,
        /** Tables that hold the rows. */
        FILLED,
        /** It does not look. */
        ANY
    }

    Way(String label, Start start) {
        this.label = label;
        this.start = start;
    }

    /** What the command line calls it. */
    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String label() {
        return label;
    }

    Start start() {
        return start;
    }

    boolean isFerry() {
        return compareTo(FERRY_JDBC) >= 0;
    }

    /** The ways that differ for a shape: courses are loaded in one transaction by default, too. */
    static Set<Way> of(Shape shape) {
        Set<Way> ways = EnumSet.allOf(Way.class);
        if (shape == Shape.COURSES) {
            ways.remove(FERRY);
        }
        return ways;
    }

    /** How many of the asked rounds it takes part in: slow ways in fewer. */
    int rounds(int asked) {
        return switch (this) {
            case INSERT -> (asked + 3) / 4;
            case PERSIST -> (asked + 1) / 2;
            default -> asked;
        };
    }

    /** The program; for COPY the files must be in the target's folder. */
    Command command(Shape shape, Path source, Target target) {
        return switch (this) {
            case COPY_CSV -> copy(shape, target, "csv");
            case COPY_BINARY -> copy(shape, target, "binary");
            case INSERT -> Command.program(InsertEach.class, shape.name(), target.jdbc(), source.toString());
            case PERSIST -> Command.program(PersistEach.class, shape.name(), target.jdbc(), source.toString());
            case FERRY_JDBC -> migrate(shape, source, target, "--commit", "atomic", "--writer", "jdbc");
            case FERRY_COPY -> migrate(shape, source, target, "--commit", "atomic", "--writer", "copy");
            case FERRY, AGAIN -> migrate(shape, source, target);
            case VALIDATE -> Ferry.validate(target, shape, source);
        };
    }

    private static Command migrate(Shape shape, Path source, Target target, String... options) {
        return Ferry.migrate(target, "", shape, source, options);
    }

    /** How COPY is done here. */
    static String copier() {
        return PSQL.isPresent() ? "psql" : "the driver's CopyManager (psql is not installed)";
    }

    private static Command copy(Shape shape, Target target, String format) {
        if (PSQL.isEmpty()) {
            return Command.program(CopyFiles.class, shape.name(), target.jdbc(), format);
        }
        List<String> words = new ArrayList<>(
                List.of(PSQL.get(), "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"));
        for (Shape.Table table : shape.tables()) {
            words.add("--command=\\copy " + table.withColumns() + " from '" + table.file(target.folder(), format)
                    + "' (format " + format + ")");
        }
        words.add(target.url());
        return new Command(words, Map.of());
    }
}
