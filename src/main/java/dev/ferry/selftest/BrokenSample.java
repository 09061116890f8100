package dev.ferry.selftest;

import dev.ferry.validate.ConstraintReport;
import dev.ferry.validate.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A profile's broken sample, whose {@code expected.txt} has a line for each violation, in the order in which they are found:
 * {@code file:line:column entity constraint pointer}.
 */
final class BrokenSample {
    private BrokenSample() {}

    /** Fails where what was found is not what is listed; gives the reason where nothing is. */
    static Optional<String> compare(Path folder, ConstraintReport report) {
        Path expected = folder.resolve("expected.txt");
        if (!Files.exists(expected)) {
            return Optional.of(
                    "the broken sample lists none in expected.txt; " + report.violationCount() + " were found");
        }
        List<String> listed;
        try {
            listed = Files.readAllLines(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> found = new ArrayList<>();
        report.forEach(violation -> found.add(line(violation)));
        for (int i = 0; i < Math.max(listed.size(), found.size()); i++) {
            String wanted = i < listed.size() ? listed.get(i) : "no more";
            String seen = i < found.size() ? found.get(i) : "no more";
            BrokenPromise.unless(
                    wanted.equals(seen),
                    "violation " + (i + 1) + " is listed as '" + wanted + "', found was '" + seen + "'");
        }
        return Optional.empty();
    }

    private static String line(Violation violation) {
        return Path.of(violation.position().file()).getFileName() + ":"
                + violation.position().line() + ":" + violation.position().column() + " " + violation.entity() + " "
                + violation.constraint() + " " + violation.position().pointer();
    }
}
