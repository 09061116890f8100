package dev.ferry.migration;

import dev.ferry.profile.CommitMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a run was asked to do, in words: for people, for who goes on with it, and as a command; without secrets. */
final class OptionsText {
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    private final MigrationOptions options;

    OptionsText(MigrationOptions options) {
        this.options = options;
    }

    /** For people. */
    String description() {
        return "mode=" + options.mode() + " commit=" + options.commit().mode() + " workers="
                + options.commit().workers() + " writer=" + options.writer() + " timeout=" + options.timeout() + " "
                + shape();
    }

    /** What decides which batches there are and what each becomes: equal for a run and one that may go on with it. */
    String resumeKey() {
        return "ferry=" + Version.current() + " profile=" + options.profile().version() + " " + shape() + " limits="
                + options.limits() + " passwords=" + options.passwordHash();
    }

    private String shape() {
        return "onConflict=" + options.onConflict() + " onRejected=" + options.onRejected() + " existingRows="
                + options.existingRows() + " entities="
                + (options.entities().isEmpty() ? "all" : new TreeSet<>(options.entities())) + " checks="
                + options.checks() + " batchSize=" + options.batchSize() + " sourceZone="
                + options.sourceZone().normalized()
                + " deleted=" + options.deleted() + filters();
    }

    /** Without the texts of filters, which may be secret; the hash still tells two filters apart. */
    private String filters() {
        return options.filters().entrySet().stream()
                .map(entry -> entry.getKey().name() + ": " + entry.getValue())
                .sorted()
                .map(filter -> " filter=[%s #%s]".formatted(filter.replaceAll("'[^']*'", "'…'"), Sha256.start(filter)))
                .collect(Collectors.joining());
    }

    /** How to go on with the run; empty where it commits as a whole. */
    String resumeCommand() {
        if (options.commit().mode() == CommitMode.ATOMIC) {
            return "";
        }
        MigrationOptions standard = MigrationOptions.of(options.profile(), options.source());
        List<String> words =
                new ArrayList<>(List.of("migrate", "-p", options.profile().name()));
        words.add(options.database().isPresent() ? "SOURCE" : options.source());
        if (standard.commit().mode() != CommitMode.BATCH) {
            words.addAll(List.of("--commit", "batch"));
        }
        add(words, "--workers", options.commit().workers(), standard.commit().workers());
        add(words, "--writer", word(options.writer()), word(standard.writer()));
        add(words, "--schema", options.schema(), standard.schema());
        add(words, "--batch-size", options.batchSize(), standard.batchSize());
        add(words, "--on-conflict", word(options.onConflict()), word(standard.onConflict()));
        add(words, "--entities", String.join(",", new TreeSet<>(options.entities())), "");
        add(words, "--source-zone", options.sourceZone().normalized(), standard.sourceZone());
        add(words, "--password-hash", word(options.passwordHash()), word(standard.passwordHash()));
        // Its texts may be secret.
        options.filters().keySet().forEach(section -> words.addAll(List.of("--filter", section.name() + ": …")));
        flag(words, "--force", options.onRejected() == OnRejected.WRITE_THE_REST);
        flag(words, "--truncate", options.existingRows() == ExistingRows.TRUNCATED);
        flag(words, "--skip-validation", options.checks() == Checks.SKIP_VALIDATION);
        flag(words, "--include-deleted", options.deleted() == Deleted.INCLUDED);
        words.add("--resume");
        return words.stream().map(OptionsText::quoted).collect(Collectors.joining(" "));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void add(List<String> words, String option, Object value, Object standard) {
        if (!value.equals(standard)) {
            words.add(option);
            words.add(value.toString());
        }
    }

    private static void flag(List<String> words, String option, boolean wanted) {
        if (wanted) {
            words.add(option);
        }
    }

    /** As a shell takes it for one word. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
