package dev.ferry.report;

import dev.ferry.ledger.RunStatus;
import dev.ferry.migration.VerificationResult;
import dev.ferry.migration.VerificationResult.ProofCheck;
import dev.ferry.migration.VerifiedEntity;
import dev.ferry.redaction.Redactor;
import dev.ferry.source.Position;
import dev.ferry.validate.ConstraintReport;
import dev.ferry.validate.Warning;
import dev.ferry.verify.Difference;
import dev.ferry.verify.Difference.Kind;
import dev.ferry.verify.DifferenceReport;
import dev.ferry.verify.Proof.Deviation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What a verification would find. */
@NullMarked
final class VerificationSamples {
    private static final String FILE = "samples/courses/metadata.json";

    private VerificationSamples() {}

    static VerificationResult equal() {
        return result(
                RunStatus.COMPLETED,
                List.of(new VerifiedEntity("courses", 280, 0, 280, 0, 280, 0, 0, 0)),
                List.of(),
                new DifferenceReport(),
                Path.of("proof.json"),
                null);
    }

    static VerificationResult different() {
        DifferenceReport differences = new DifferenceReport();
        Position value = new Position(FILE, "metadata", 1, 12, 29, "/AS.180.101/last_period_gathered");
        differences.add(new Difference(
                Kind.DIFFERENT,
                "course_metadata",
                "AS.180.101",
                "last_period_gathered",
                Optional.of("SP25"),
                Optional.of("SP26\u202E"),
                value));
        differences.add(new Difference(
                Kind.DIFFERENT,
                "course_metadata",
                "EN.553.420",
                "last_period_gathered",
                Optional.of("SU25"),
                Optional.empty(),
                new Position(FILE, "metadata", 2, 18, 29, "/EN.553.420/last_period_gathered")));
        differences.add(Difference.missing(
                "courses", "AS.180.101_FA23", new Position(FILE, "courses", 3, 40, 3, "/AS.180.101_FA23")));
        differences.add(Difference.unexpected("courses", "AS.180.102_FA23", "samples/courses"));
        return result(
                RunStatus.MISMATCHED,
                List.of(
                        new VerifiedEntity("course_metadata", 205, 0, 205, 0, 203, 0, 2, 0),
                        new VerifiedEntity("courses", 75, 0, 75, 0, 74, 1, 0, 1)),
                List.of(new Warning(
                        new Position("samples/courses", "", 0, 1, 1, ""),
                        "",
                        "",
                        "verification",
                        "run 20261121T023154Z-7f3a read another source, or this one has changed since",
                        1)),
                differences,
                null,
                new ProofCheck(
                        Path.of("proof.json"),
                        List.of(
                                new Deviation("source", "", "ab".repeat(32), "cd".repeat(32)),
                                new Deviation("rows", "courses", "76", "74"))));
    }

    private static VerificationResult result(
            RunStatus status,
            List<VerifiedEntity> entities,
            List<Warning> warnings,
            DifferenceReport differences,
            @Nullable Path proof,
            @Nullable ProofCheck check) {
        return new VerificationResult(
                "courses",
                Samples.TARGET,
                status,
                "20261121T023154Z-7f3a",
                "first",
                entities,
                new ConstraintReport(),
                warnings,
                differences,
                proof,
                check,
                1_250,
                310,
                50_000_000);
    }

    static String file(String extension) {
        try {
            Path folder = Files.createTempDirectory("ferry-report");
            Path file = folder.resolve("report." + extension);
            try (VerificationResult result = different()) {
                Reports.write(file, result, new Redactor());
                return Files.readString(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
