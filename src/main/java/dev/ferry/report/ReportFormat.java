package dev.ferry.report;

import dev.ferry.failure.UsageException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats of a report file, each known by its extension. */
public enum ReportFormat {
    HTML,
    MD,
    JSON,
    SARIF,
    TXT;

    /**
     * The format that a file's extension names, whatever its case.
     *
     * @throws UsageException where the extension is missing or names none
     */
    public static ReportFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.extension()))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "the report file must end in " + extensions() + ", was '" + file + "'",
                        "Name the report so that its extension says the format, for example report.html."));
    }

    private String extension() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    private static String extensions() {
        return Arrays.stream(values()).map(ReportFormat::extension).collect(Collectors.joining(", "));
    }
}
