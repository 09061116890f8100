package dev.ferry.migration;

import dev.ferry.ledger.Run;
import dev.ferry.ledger.RunStatus;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.source.Position;
import dev.ferry.source.Source;
import dev.ferry.validate.ConstraintReport;
import dev.ferry.validate.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a verification says of itself: which part of the question it cannot answer, and in what it differs from the run. */
final class VerificationNotes {
    private static final Pattern ZONE = Pattern.compile(" sourceZone=(\\S+)");
    private static final Pattern DELETED = Pattern.compile(" deleted=(\\S+)");
    private static final Pattern FILTERS = Pattern.compile(" (filter=\\[.*\\])");

    private final MigrationOptions options;
    private final Source source;
    private final VerifiedRuns runs;
    private final ProofOutput proofs;

    VerificationNotes(MigrationOptions options, Source source, VerifiedRuns runs, ProofOutput proofs) {
        this.options = options;
        this.source = source;
        this.runs = runs;
        this.proofs = proofs;
    }

    /** What the mapping depends on beside the source, by name. */
    static Map<String, String> shape(MigrationOptions options) {
        Map<String, String> shape = new TreeMap<>();
        shape.put("sourceZone", options.sourceZone().toString());
        shape.put("deleted", options.deleted().name());
        shape.put("checks", options.checks().name());
        shape.put(
                "entities", options.entities().isEmpty() ? "all" : String.join(",", new TreeSet<>(options.entities())));
        shape.put(
                "filters",
                options.filters().entrySet().stream()
                        .map(filter -> filter.getKey().name() + ": " + filter.getValue())
                        .sorted()
                        .collect(Collectors.joining("; ")));
        return shape;
    }

    /** Whether what the source does not have is known to be missing there, and is not only left out. */
    boolean looksForUnexpected() {
        return runs.newest().isPresent() && source.extent() == Source.Extent.WHOLE && selectsWhatTheRunDid();
    }

    /** The tables of which all records are read: one may be filled by steps that were not asked for, too. */
    List<Table<?>> wholeTables() {
        List<Step> chosen = options.steps();
        return Step.tables(chosen).stream()
                .filter(table -> options.profile().steps().stream()
                        .filter(step -> step.table().name().equals(table.name()))
                        .allMatch(chosen::contains))
                .toList();
    }

    private boolean selectsWhatTheRunDid() {
        return (options.filters().isEmpty() || same(FILTERS))
                && (options.deleted() == Deleted.INCLUDED || same(DELETED));
    }

    private boolean same(Pattern option) {
        return of(option, new OptionsText(options).description()).equals(of(option, runs.options()));
    }

    private static String of(Pattern option, String described) {
        Matcher found = option.matcher(described);
        return found.find() ? found.group(1) : "";
    }

    /** The warnings, those about the comparison that the passage gave included. */
    List<Warning> warnings(ConstraintReport report, RunStatus status) {
        List<Warning> warnings = new ArrayList<>();
        if (proofs.isWanted() && status != RunStatus.COMPLETED) {
            warn(warnings, "no proof was written, since not everything is as the source says");
        }
        Optional<Run> run = runs.newest();
        if (run.isEmpty()) {
            warn(
                    warnings,
                    "the ledger knows no migration into this schema: rows that only the database has are not looked for");
        } else {
            String name = "run " + run.get().id();
            if (!runs.sameSource()) {
                warn(warnings, name + " read another source, or this one has changed since");
            }
            if (!same(ZONE)) {
                warn(
                        warnings,
                        name + " read timestamps with --source-zone " + of(ZONE, runs.options())
                                + ", this verification with " + options.sourceZone());
            }
            if (!same(DELETED) || !same(FILTERS)) {
                warn(warnings, name + " took other records: see --filter and --include-deleted");
            }
            if (!looksForUnexpected()
                    || wholeTables().size() < Step.tables(options.steps()).size()) {
                warn(warnings, "only a part of the source is read: rows that it does not have are not looked for");
            }
            if (report.violationCount() > 0 && runs.wroteTheRest()) {
                warn(warnings, name + " was made with --force: records that are rejected now count for nothing");
            }
        }
        report.warnings().stream()
                .filter(warning -> warning.rule().equals(Verification.RULE))
                .forEach(warnings::add);
        return warnings;
    }

    private void warn(List<Warning> warnings, String message) {
        warnings.add(
                new Warning(new Position(options.source(), "", 0, 1, 1, ""), "", "", Verification.RULE, message, 1));
    }
}
