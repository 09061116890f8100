package dev.ferry.report;

import dev.ferry.failure.UsageException;
import dev.ferry.migration.Analysis;
import dev.ferry.migration.MigrationResult;
import dev.ferry.migration.VerificationResult;
import dev.ferry.redaction.RedactedJson;
import dev.ferry.redaction.RedactedText;
import dev.ferry.redaction.Redactor;
import dev.ferry.report.JsonOutput.Layout;
import dev.ferry.validate.ConstraintReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Writes report files: every violation of a run, in the format that the file's extension names, in constant memory.
 *
 * <p>A report stands under its name only when it is whole: it is written beside it and renamed.
 */
public final class Reports {
    private Reports() {}

    /**
     * Refuses a report file that could not be written later, so that it is known before the run and not after it.
     *
     * @throws UsageException where the extension names no format, or the folder is missing or not writable
     */
    public static void requireWritable(Path file) {
        ReportFormat.of(file);
        Path folder = folder(file);
        if (!Files.isDirectory(folder)) {
            throw new UsageException(
                    "the folder of the report file '" + file + "' does not exist",
                    "Create the folder " + folder + " first, or name another.");
        }
        if (!Files.isWritable(folder)) {
            throw new UsageException(
                    "the folder of the report file '" + file + "' is not writable", "Name another folder.");
        }
        if (Files.isDirectory(file)) {
            throw new UsageException("the report file '" + file + "' is a folder", "Name a file in it.");
        }
    }

    /**
     * Writes the report of a run, in place of an older one of that name.
     *
     * @param command {@link Command#MIGRATE} or {@link Command#VALIDATE}
     * @param redactor what it knows is masked
     * @throws UsageException as {@link #requireWritable} does
     * @throws ReportException where the disk is full or fails; the file is then as it was before
     */
    public static void write(Path file, Command command, MigrationResult result, Redactor redactor) {
        try (UnfinishedReport report = unfinished(file, ended(result), command, result, redactor)) {
            report.publish(ended(result));
        }
    }

    /** What is said where a report cannot be written after its run. */
    public static String ended(MigrationResult result) {
        return "; the run itself ended as " + result.status();
    }

    /**
     * Writes the report of a run that is to be committed, but not under its name yet.
     *
     * @throws UsageException as {@link #requireWritable} does
     * @throws ReportException where the disk is full or fails
     */
    public static UnfinishedReport prepare(Path file, Command command, MigrationResult result, Redactor redactor) {
        return unfinished(file, "; the run was taken back", command, result, redactor);
    }

    private static UnfinishedReport unfinished(
            Path file, String ending, Command command, MigrationResult result, Redactor redactor) {
        requireWritable(file);
        return unfinished(file, ending, redactor, out -> {
            if (ReportFormat.of(file) == ReportFormat.JSON) {
                JsonDocuments.writeAll(out, command, result);
            } else {
                write(out, ReportFormat.of(file), Outcome.of(command, result));
            }
        });
    }

    /**
     * Refuses a file for an analysis as {@link #requireWritable} does, and SARIF, which has no place for one.
     *
     * @throws UsageException where it cannot be written
     */
    public static void requireAnalysis(Path file) {
        requireWritable(file);
        if (ReportFormat.of(file) == ReportFormat.SARIF) {
            throw new UsageException(
                    "an analysis cannot be written as SARIF, which is for findings: '" + file + "'",
                    "Name a file that ends in .html, .md, .json or .txt.");
        }
    }

    /**
     * Writes an analysis, in place of an older file of that name.
     *
     * @throws UsageException as {@link #requireAnalysis} does
     * @throws ReportException where the disk is full or fails; the file is then as it was before
     */
    public static void write(Path file, Analysis analysis, Redactor redactor) {
        requireAnalysis(file);
        write(file, "", redactor, out -> {
            switch (ReportFormat.of(file)) {
                case HTML -> AnalysisHtml.write(out, analysis);
                case MD -> new AnalysisMarkdown(out).write(analysis);
                case JSON -> AnalysisDocument.write(out, Layout.INDENTED, analysis);
                case TXT, SARIF -> {
                    AppendableWriter writer = new AppendableWriter(out);
                    new AnalysisText(writer, Palette.PLAIN).write(analysis);
                    writer.flush();
                }
            }
        });
    }

    /**
     * Writes the report of a verification, in place of an older one of that name.
     *
     * @throws UsageException as {@link #requireWritable} does
     * @throws ReportException where the disk is full or fails; the file is then as it was before
     */
    public static void write(Path file, VerificationResult result, Redactor redactor) {
        requireWritable(file);
        try (ConstraintReport findings = VerificationFindings.of(result)) {
            Outcome outcome = Outcome.of(result, findings);
            write(file, "; the verification itself ended as " + result.status(), redactor, out -> {
                if (ReportFormat.of(file) == ReportFormat.JSON) {
                    VerificationDocument.writeAll(out, result);
                } else {
                    write(out, ReportFormat.of(file), outcome);
                }
            });
        }
    }

    private static void write(Path file, String ending, Redactor redactor, Consumer<Appendable> body) {
        try (UnfinishedReport report = unfinished(file, ending, redactor, body)) {
            report.publish(ending);
        }
    }

    static UnfinishedReport unfinished(Path file, String ending, Redactor redactor, Consumer<Appendable> body) {
        return UnfinishedReport.of(file, ending, out -> redacted(out, ReportFormat.of(file), redactor, body));
    }

    private static void redacted(Appendable out, ReportFormat format, Redactor redactor, Consumer<Appendable> body)
            throws IOException {
        switch (format) {
            case JSON, SARIF -> {
                RedactedJson json = redactor.json(out);
                body.accept(json);
                json.close();
            }
            case HTML, MD, TXT -> {
                RedactedText text = redactor.text(out);
                body.accept(text);
                text.close();
            }
        }
    }

    private static void write(Appendable out, ReportFormat format, Outcome outcome) {
        switch (format) {
            case HTML -> HtmlReport.write(out, outcome);
            case MD -> new MarkdownReport(out).write(outcome);
            case SARIF -> SarifReport.write(out, outcome);
            case TXT, JSON -> new MigrationText(new AppendableWriter(out), Palette.PLAIN).writeAll(outcome);
        }
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().resolveSibling("");
    }
}
