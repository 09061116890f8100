package dev.ferry.migration;

import dev.ferry.migration.SectionReader.Pass;
import dev.ferry.profile.AggregateStep;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.Parent;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Step;
import dev.ferry.validate.KeyIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Learns which parents are left out whose steps are not of this run: what hangs on them is left out whether all is migrated at
 * once or part by part. Nothing is written or told of them.
 */
final class OtherParts {
    private final RunContext run;
    private final Set<Class<?>> needed;
    private final boolean mayLeaveOut;

    OtherParts(RunContext run) {
        this.run = run;
        this.needed = needed(run.options().profile().steps(), run.options().steps());
        this.mayLeaveOut = !run.options().filters().isEmpty()
                || (run.options().deleted() == Deleted.LEFT_OUT
                        && run.options().profile().steps().stream()
                                .flatMap(step -> step.readings().stream())
                                .anyMatch(Reading::mayBeDeleted));
    }

    /** The entities whose rows the run's own steps need, and those that these need. */
    private static Set<Class<?>> needed(List<Step> all, List<Step> own) {
        Set<Class<?>> needed = new HashSet<>();
        own.forEach(step -> parents(step).forEach(needed::add));
        int before = -1;
        while (before < needed.size()) {
            before = needed.size();
            all.stream()
                    .filter(step -> needed.contains(step.table().entity()))
                    .flatMap(OtherParts::parents)
                    .toList()
                    .forEach(needed::add);
        }
        return needed;
    }

    /** The entities that a step's records refer to. */
    static Stream<Class<?>> parents(Step step) {
        Stream<? extends Parent<?>> parents = Stream.empty();
        if (step instanceof EntityStep<?, ?> entityStep) {
            parents = entityStep.parents().stream();
        } else if (step instanceof AggregateStep<?> aggregateStep) {
            parents = aggregateStep.contributions().stream().flatMap(contribution -> contribution.parents().stream());
        }
        return parents.map(Parent::entity);
    }

    /** Reads the records of a step that is not of this run, where a record may be left out. */
    void read(Step step) {
        if (mayLeaveOut
                && step instanceof EntityStep<?, ?> entityStep
                && needed.contains(step.table().entity())) {
            read(entityStep);
        }
    }

    private <D extends Record, E> void read(EntityStep<D, E> step) {
        if (step.reading().unit() == Reading.Unit.RECORD) {
            read(step, step.reading());
        }
    }

    private <R extends Record, D extends Record, E> void read(EntityStep<D, E> step, Reading<R, D> reading) {
        RecordMapper<R, D, E> mapper = new RecordMapper<>(run, step, reading);
        KeyIndex keys = run.keysOf(step.table()).natural();
        run.reader(reading)
                .forEachBatch(Pass.QUIET, records -> mapper.leftOut(records).forEach(keys::leaveOut));
    }
}
