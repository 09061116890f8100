package dev.ferry.migration;

import dev.ferry.bind.PropertyNames;
import dev.ferry.migration.MigrationListener.Progress;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Step;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Source;
import dev.ferry.validate.ConstraintChecker;
import dev.ferry.validate.ConstraintReport;
import dev.ferry.validate.KeyIndex;
import dev.ferry.validate.ReferenceChecker;
import dev.ferry.validate.Violation;
import dev.ferry.write.ParentRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the steps of one run share. */
final class RunContext implements AutoCloseable {
    private final MigrationOptions options;
    private final Source source;
    private final Target target;
    private final ConstraintReport report;
    private final Rejects rejects;
    private final MigrationListener listener;
    private final Map<Class<?>, KeyIndex> keys = new HashMap<>();
    private final ReferenceChecker references;
    private final ConstraintChecker constraints = new ConstraintChecker(new PropertyNames());

    RunContext(
            MigrationOptions options,
            Source source,
            Target target,
            ConstraintReport report,
            Rejects rejects,
            MigrationListener listener) {
        this.options = options;
        this.source = source;
        this.target = target;
        this.report = report;
        this.rejects = rejects;
        this.listener = listener;
        options.profile().entities().forEach(entity -> keys.put(entity, new KeyIndex()));
        this.references = new ReferenceChecker(
                keys,
                tables(options.profile()),
                options.mode().needsDatabase() ? Optional.of(target::present) : Optional.empty());
    }

    private static Map<Class<?>, String> tables(Profile profile) {
        Map<Class<?>, String> tables = new HashMap<>();
        for (Step step : profile.steps()) {
            if (step instanceof EntityStep<?, ?> entityStep) {
                tables.put(entityStep.entity(), entityStep.table());
            }
        }
        return tables;
    }

    MigrationOptions options() {
        return options;
    }

    Source source() {
        return source;
    }

    Target target() {
        return target;
    }

    ConstraintReport report() {
        return report;
    }

    /** One for all steps: Bean Validation takes a while to set up. */
    ConstraintChecker constraints() {
        return constraints;
    }

    ReferenceChecker references() {
        return references;
    }

    /** Gives a parent for every key, for mappings whose rows are only looked at. */
    ParentRows anyParents() {
        return target.references(Map.of());
    }

    /** The keys of an entity's records in the source. */
    KeyIndex keysOf(Class<?> entity) {
        return keys.computeIfAbsent(entity, any -> new KeyIndex());
    }

    /** Reports a rejected record and keeps it for its user. */
    void reject(EntityStep<?, ?> step, RawRecord raw, List<Violation> violations) {
        violations.forEach(report::add);
        rejects.add(step.section(), raw, violations);
    }

    /** Tells how far a step is: its listener, and whoever looks at the database. */
    void progress(EntityStep<?, ?> step, long records, long written, long position) {
        Progress progress = new Progress(step.table(), records, written, position, source.size(step.section()));
        listener.progress(progress);
        target.checkpoint(progress);
    }

    @Override
    public void close() {
        constraints.close();
    }
}
