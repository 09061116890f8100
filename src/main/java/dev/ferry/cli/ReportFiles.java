package dev.ferry.cli;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.migration.MigrationResult;
import dev.ferry.report.Reports;
import dev.ferry.report.UnfinishedReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reports of a run. They are written before it is committed where that happens at once, so that a full disk leaves neither
 * rows nor half a file; else after the result, which stands whatever becomes of them.
 */
final class ReportFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReportFiles.class);

    private final String command;
    private final Invocation invocation;
    private final List<Path> files;
    private final Map<Path, UnfinishedReport> prepared = new LinkedHashMap<>();

    ReportFiles(String command, Invocation invocation, List<Path> files) {
        this.command = command;
        this.invocation = invocation;
        this.files = files;
    }

    /** Writes all but their names. */
    void prepare(MigrationResult result) {
        for (Path file : files) {
            prepared.put(file, invocation.stages().prepareReport(file, command, result, invocation.redactor()));
        }
    }

    /** Puts them where they belong; gives the result's exit code, or that of the first report that was not written. */
    ExitCode finish(MigrationResult result) {
        return files.stream()
                .map(file -> finish(file, result))
                .filter(code -> code != ExitCode.DONE)
                .findFirst()
                .orElse(result.exitCode());
    }

    private ExitCode finish(Path file, MigrationResult result) {
        try {
            Optional<UnfinishedReport> written = Optional.ofNullable(prepared.get(file));
            if (written.isPresent()) {
                written.get().publish(Reports.ended(result));
            } else {
                invocation.stages().writeReport(file, command, result, invocation.redactor());
            }
            return ExitCode.DONE;
        } catch (FerryException e) {
            LOG.error("report {}", file, e);
            invocation.messages().error("the report was not written: " + e.getMessage());
            return e.exitCode();
        }
    }

    /** Takes away what was prepared in vain. */
    @Override
    public void close() {
        prepared.values().forEach(UnfinishedReport::close);
    }
}
