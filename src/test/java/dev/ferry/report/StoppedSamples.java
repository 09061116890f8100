package dev.ferry.report;

import dev.ferry.migration.MigrationResult;
import dev.ferry.migration.Summary;
import dev.ferry.source.Position;
import dev.ferry.validate.ConstraintReport;
import dev.ferry.validate.Violation;
import dev.ferry.validate.Warning;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** Results of sources that could not be read to their end. */
@NullMarked
final class StoppedSamples {
    private StoppedSamples() {}

    /** Reading stopped after a few records, although the rest was to be written. */
    static MigrationResult stopped() {
        ConstraintReport report = Samples.report(
                new Violation(
                        new Position("courses/data.json", "data", 1, 2, 3, "/"),
                        "courses",
                        "",
                        "instance_key",
                        "Pattern",
                        "must match \"[A-Z]{2}\\.\\d{3}\"",
                        ""),
                new Violation(
                        new Position("courses/data.json", "data", 3, 4, 1_009, "/AS.180.101_FA23" + "/0".repeat(998)),
                        "courses",
                        "",
                        "",
                        "limit",
                        "values are nested deeper than 1000 levels (raise the limit with --max-depth)",
                        "[[[[[[[[[[[[[[[[[[[[…"));
        report.warn(new Warning(
                new Position("courses", "", 0, 1, 1, ""),
                "",
                "",
                "skip-validation",
                "constraints were not checked and the load was not verified, as asked",
                1));
        report.warn(new Warning(
                new Position("courses/data.json", "data", 0, 1, 10, "/AS.180.101_FA23/room"),
                "courses",
                "room",
                "unknown-field",
                "is not known to the profile; it is kept in column data",
                1));
        return new MigrationResult.Rejected(Samples.summary(
                report, Samples.counts("course_metadata", 2, 2, 0, 0), Samples.counts("courses", 2, 1, 1, 0)));
    }

    /** Nothing could be read. */
    static MigrationResult unreadable() {
        ConstraintReport report = Samples.report(new Violation(
                new Position("courses.json", "", 0, 1, 1, ""), "", "", "", "syntax", "the file is empty", ""));
        return new MigrationResult.Rejected(new Summary("courses", "", null, null, List.of(), report, 12, 0, 0));
    }
}
