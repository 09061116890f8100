package dev.ferry.report;

import dev.ferry.convert.Conversion;
import dev.ferry.database.DatabaseException;
import dev.ferry.failure.ExitCode;
import dev.ferry.ledger.EntityCount;
import dev.ferry.migration.MigrationResult;
import dev.ferry.migration.Preview;
import dev.ferry.migration.Summary;
import dev.ferry.profile.Defaults;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.source.BindingException;
import dev.ferry.source.Position;
import dev.ferry.source.Section;
import dev.ferry.validate.ConstraintReport;
import dev.ferry.validate.Violation;
import dev.ferry.validate.Warning;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Results as the stages before would give them. */
@NullMarked
final class Samples {
    private static final String RUN = "20261121T023154Z-7f3a";
    static final String TARGET = "embedded PostgreSQL in .ferry, schema courses";

    private Samples() {}

    static MigrationResult completed() {
        return new MigrationResult.Completed(
                summary(report(), counts("course_metadata", 205, 205, 0, 205), counts("courses", 75, 75, 0, 75)));
    }

    static MigrationResult partial() {
        return new MigrationResult.Completed(
                summary(broken(), counts("course_metadata", 205, 204, 1, 204), counts("courses", 75, 70, 5, 70)));
    }

    static MigrationResult rejected() {
        return new MigrationResult.Rejected(
                summary(broken(), counts("course_metadata", 205, 204, 1, 0), counts("courses", 75, 70, 5, 0)));
    }

    static MigrationResult hostile() {
        ConstraintReport report = report(
                violation(
                        1, "Pattern", "course_code", "must match \"[A-Z]{2}\\.\\d{3}\"", "<script>alert('x')</script>"),
                violation(
                        2,
                        "Pattern",
                        "course_code",
                        "must match \"[A-Z]{2}\\.\\d{3}\"",
                        "a|b `c` **d** _e_ [f](http://g) @h #1"),
                violation(
                        3,
                        "unsupported-character",
                        "name",
                        "U+0000 cannot be stored",
                        "NUL \u0000 and ESC \u001b[31mred"),
                violation(4, "NotBlank", "name", "must not be blank", "\n\t"),
                violation(
                        5,
                        "Size",
                        "name",
                        "size must be between 0 and 10",
                        "\u202egnp.exe \u2066 \u05e9\u05dc\u05d5\u05dd"),
                violation(
                        6,
                        "Size",
                        "name",
                        "size must be between 0 and 10",
                        "\ud83d\udc69\u200d\ud83d\ude80 \u65e5\u672c\u8a9e caf\u00e9"),
                violation(7, "syntax", "name", "half of a surrogate pair", "\ud83d alone"),
                violation(8, "Size", "name", "size must be between 0 and 10", "x".repeat(1_000)),
                new Violation(
                        new Position("b\u00fc cher/100% &<x>:1.json", "data", 8, 9, 3, "/a~1b/\"q\"/</td>"),
                        "courses",
                        "\"><img src=x onerror=alert(1)>",
                        "na\"me",
                        "Unheard&Of",
                        "</details></table>{{profile}} & 'quotes'",
                        "${7*7} {{7}} <!-- "));
        report.warn(new Warning(
                new Position("", "", 0, 0, 0, ""),
                "",
                "",
                "skip-validation",
                "<b>constraints</b> were not | checked",
                1));
        return new MigrationResult.Rejected(summary(report, counts("courses", 9, 0, 9, 0)));
    }

    static MigrationResult rehearsed() {
        return new MigrationResult.Rehearsed(
                summary(
                        report(),
                        counts("course_metadata", 205, 205, 0, 203),
                        new EntityCount("courses", 75, 0, 75, 0, 0, 2, 73, 0, 0)),
                List.of(
                        new Preview("course_metadata", List.of("AS.180.101", "AS.180.102"), List.of(), Map.of()),
                        new Preview(
                                "courses",
                                List.of(),
                                List.of(
                                        new Preview.Change("AS.180.101_FA23", List.of("data")),
                                        new Preview.Change("EN.553.421_FA22", List.of("course_code", "data"))),
                                Map.of("data", 2L, "course_code", 1L))));
    }

    static MigrationResult mismatched() {
        return new MigrationResult.Mismatched(
                summary(report(), counts("courses", 75, 75, 0, 75)),
                List.of("courses: 75 rows expected, 74 found", "courses 'AS.180.101_FA23' is missing"));
    }

    static MigrationResult checked() {
        ConstraintReport report = broken();
        return new MigrationResult.Rejected(new Summary(
                "courses",
                "",
                null,
                null,
                List.of(counts("course_metadata", 205, 204, 1, 0), counts("courses", 75, 70, 5, 0)),
                report,
                420,
                0,
                0));
    }

    static MigrationResult valid() {
        return new MigrationResult.Completed(new Summary(
                "courses",
                "",
                null,
                null,
                List.of(counts("courses", 1_234_567, 1_234_567, 0, 0)),
                report(),
                75_300,
                0,
                1 << 26));
    }

    private static ConstraintReport broken() {
        ConstraintReport report = report(new Violation(
                new Position("courses/metadata.json", "metadata", 11, 62, 29, "/AS.180.101/last_period_gathered"),
                "course_metadata",
                "AS.180.101",
                "last_period_gathered",
                "Pattern",
                "must match \"(FA|SP|SU|IN)\\d{2}\"",
                "\"XX99\""));
        for (int i = 0; i < 4; i++) {
            report.add(violation(
                    12 + i,
                    "PositiveOrZero",
                    "workload_frequency.Light",
                    "must be greater than or equal to 0",
                    "-" + (i + 3)));
        }
        report.add(new Violation(
                new Position("courses/data.json", "data", 40, 1_204, 3, "/AS.999.999_FA23"),
                "courses",
                "AS.999.999_FA23",
                "",
                "reference",
                "course_metadata 'AS.999.999' is neither in the source nor in the database",
                "AS.999.999"));
        report.warn(new Warning(
                new Position("courses/metadata.json", "metadata", 0, 3, 5, "/AS.180.101/first_period_gathered"),
                "course_metadata",
                "first_period_gathered",
                "unknown-field",
                "unknown field 'first_period_gathered' is left out",
                205));
        return report;
    }

    static Violation violation(long line, String constraint, String field, String message, String value) {
        return new Violation(
                new Position("courses/data.json", "data", line - 1, line, 17, "/EN.601.226_FA" + line + "/" + field),
                "courses",
                "EN.601.226_FA" + line,
                field,
                constraint,
                message,
                value);
    }

    static ConstraintReport report(Violation... violations) {
        ConstraintReport report = new ConstraintReport();
        Stream.of(violations).forEach(report::add);
        return report;
    }

    static Summary summary(ConstraintReport report, EntityCount... entities) {
        return new Summary("courses", TARGET, RUN, "courses-" + RUN, List.of(entities), report, 1_234, 321, 67_108_864);
    }

    static EntityCount counts(String entity, long read, long valid, long rejected, long inserted) {
        return new EntityCount(entity, read, 0, valid, rejected, inserted, 0, 0, 0, 0);
    }

    static DatabaseException unreachable() {
        return new DatabaseException(
                ExitCode.ENVIRONMENT,
                "the server at db.example:5432 closed the connection",
                "See whether the server runs, then try again.",
                "57P01",
                null);
    }

    static BindingException syntaxError() {
        return new BindingException(
                new Position("courses/data.json", "data", 3, 1_204, 17, "/EN.601.226_FA23/course_name"),
                "syntax",
                "expected ',' or '}' after a member, found ']'",
                "]");
    }

    static Profile profile() {
        return new CoursesLike();
    }

    private record Course(String name) {}

    private record CoursesLike() implements Profile {
        @Override
        public String name() {
            return "courses";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public String description() {
            return "course evaluations and their metadata";
        }

        @Override
        public List<Section> sections() {
            return List.of(Section.keyed("metadata"), Section.list("data", "id"));
        }

        @Override
        public List<Class<?>> entities() {
            return List.of(Object.class);
        }

        @Override
        public List<Step> steps() {
            return List.of(new EntityStep<>(
                    new Table<>("courses", Object.class, new UniqueKey<>("", List.of())),
                    Reading.records(Section.keyed("data"), Course.class),
                    (dto, references) -> Stream.of()));
        }

        @Override
        public Defaults defaults() {
            return new Defaults(1_000);
        }
    }

    static Conversion conversion() {
        return new Conversion(
                "courses",
                List.of(
                        new Conversion.Written("metadata", Path.of("out/metadata.csv"), 1_234),
                        new Conversion.Written("data", Path.of("out/data.csv"), 0)),
                List.of());
    }
}
