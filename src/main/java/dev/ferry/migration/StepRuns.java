package dev.ferry.migration;

import dev.ferry.ledger.BatchPlace;
import dev.ferry.profile.AggregateStep;
import dev.ferry.profile.DefaultStep;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.ReferenceStep;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes the steps of a run through the stages, one after the other. */
final class StepRuns {
    private final RunContext context;
    private final Passage passage;

    StepRuns(RunContext context, Passage passage) {
        this.context = context;
        this.passage = passage;
    }

    /** Fills the tables of the steps that were chosen, in the profile's order. */
    void fill() {
        List<Step> chosen = context.options().steps();
        OtherParts others = new OtherParts(context);
        for (Step step : context.options().profile().steps()) {
            if (chosen.contains(step)) {
                fill(step, passage);
            } else {
                others.read(step);
            }
        }
        // What the last step left to be done; whether it can be, belongs to the run's result.
        context.target().settle();
    }

    /** Writes what is missing of the profile's reference data; a rollback of this run leaves it. */
    void setUp() {
        if (!context.options().mode().isSetup()
                && !context.options().referenceSteps().isEmpty()) {
            Passage own = new Passage();
            context.target()
                    .setUp(() -> {
                        context.options().referenceSteps().forEach(step -> fill(step, own));
                        return own.counts();
                    })
                    .ifPresent(run -> context.listener().setUp(run, own.counts()));
        }
    }

    /** Empties the tables, those first that refer to others. */
    void truncate() {
        List<Table<?>> tables = new ArrayList<>(Step.tables(context.options().steps()));
        Collections.reverse(tables);
        context.options().steps().forEach(passage::begin);
        context.target().land(new BatchPlace(0, 1), new Clearing(tables, passage));
        context.target().settle();
    }

    /** Fills the table of one step. */
    void fill(Step step) {
        fill(step, passage);
    }

    private void fill(Step step, Passage into) {
        Tally tally = into.begin(step);
        PreviewNotes notes = into.notes(step);
        // Each kind of step has its own way through the stages.
        if (step instanceof AggregateStep<?> aggregateStep) {
            // Enters its table once its rows are gathered.
            new AggregateRun<>(context, aggregateStep, tally, notes).run();
            return;
        }
        context.target().enter(step.table());
        if (step instanceof EntityStep<?, ?> entityStep) {
            fill(entityStep, tally, notes);
        } else if (step instanceof ReferenceStep<?> referenceStep) {
            new ReferenceRun<>(context, referenceStep, tally).run();
        } else if (step instanceof DefaultStep<?> defaultStep) {
            new DefaultRun<>(context, defaultStep, tally, notes).run();
        }
    }

    private <D extends Record, E> void fill(EntityStep<D, E> step, Tally tally, PreviewNotes notes) {
        new EntityStepRun<>(context, step, step.reading(), tally, notes).run();
    }
}
