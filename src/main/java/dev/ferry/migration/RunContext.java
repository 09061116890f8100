package dev.ferry.migration;

import dev.ferry.bind.PropertyNames;
import dev.ferry.migration.MigrationListener.Progress;
import dev.ferry.migration.SectionReader.Pass;
import dev.ferry.profile.AggregateStep;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import dev.ferry.source.Source;
import dev.ferry.validate.ConstraintChecker;
import dev.ferry.validate.ConstraintReport;
import dev.ferry.validate.KeyIndex;
import dev.ferry.validate.ReferenceChecker;
import dev.ferry.validate.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the steps of one run share. */
final class RunContext implements AutoCloseable {
    private final MigrationOptions options;
    private final List<Step> steps;
    private final Source source;
    private final Binders binders;
    private final Target target;
    private final ConstraintReport report;
    private final Rejects rejects;
    private final MigrationListener listener;
    private final Map<Class<?>, TableKeys<?>> keys = new HashMap<>();
    private final Map<String, KeyIndex> supplies = new HashMap<>();
    private final Map<Section, SectionReader<?>> readers = new HashMap<>();
    private final Map<Step, StepPasswords<?, ?>> passwords = new HashMap<>();
    private final Concealment concealment;
    private final Passage passage;
    private final Set<Class<?>> parents;
    private final ReferenceChecker references;
    private final ConstraintChecker constraints = new ConstraintChecker(new PropertyNames());

    RunContext(
            MigrationOptions options,
            Source source,
            Binders binders,
            Target target,
            ConstraintReport report,
            Rejects rejects,
            MigrationListener listener,
            Concealment concealment,
            Passage passage) {
        this.passage = passage;
        this.options = options;
        this.steps = options.steps();
        this.source = new SharedSource(source);
        this.binders = binders;
        this.target = target;
        this.report = report;
        this.rejects = rejects;
        this.listener = listener;
        this.concealment = concealment;
        this.parents = steps.stream().flatMap(OtherParts::parents).collect(Collectors.toSet());
        Map<Class<?>, KeyIndex> naturalKeys = new HashMap<>();
        options.profile()
                .steps()
                .forEach(step -> naturalKeys.put(
                        step.table().entity(), keysOf(step.table()).natural()));
        Set<Class<?>> filled = Stream.concat(steps.stream(), options.referenceSteps().stream())
                .map(step -> step.table().entity())
                .collect(Collectors.toSet());
        Map<Class<?>, String> tables = new HashMap<>();
        options.profile()
                .steps()
                .forEach(step -> tables.put(step.table().entity(), step.table().name()));
        this.references = new ReferenceChecker(
                naturalKeys,
                filled,
                tables,
                options.mode().needsDatabase() ? Optional.of(target::present) : Optional.empty());
    }

    MigrationOptions options() {
        return options;
    }

    Source source() {
        return source;
    }

    Binders binders() {
        return binders;
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

    MigrationListener listener() {
        return listener;
    }

    ReferenceChecker references() {
        return references;
    }

    /** The keys that an entity's table gets from the source. */
    @SuppressWarnings("unchecked") // The map's values are the keys of their keys' entities.
    <E> TableKeys<E> keysOf(Table<E> table) {
        return (TableKeys<E>) keys.computeIfAbsent(table.entity(), any -> new TableKeys<E>());
    }

    /** The values of a unique attribute that were given out, for all steps that fill the table. */
    KeyIndex supply(Table<?> table, String attribute) {
        return supplies.computeIfAbsent(table.name() + "." + attribute, any -> new KeyIndex());
    }

    /** Sets what the rows of a step are given as passwords. */
    <D extends Record, E> void passwords(EntityStep<D, E> step, StepPasswords<D, E> made) {
        passwords.put(step, made);
    }

    /** What the rows of a step are given as passwords, if they have any. */
    @SuppressWarnings("unchecked") // The map's values are the passwords of their keys' rows.
    <D extends Record, E> Optional<StepPasswords<D, E>> passwords(EntityStep<D, E> step) {
        return Optional.ofNullable((StepPasswords<D, E>) passwords.get(step));
    }

    /** A step's number in its profile, from 1. */
    int number(Step step) {
        return options.profile().steps().indexOf(step) + 1;
    }

    /** The reader of a section, one for all steps. */
    @SuppressWarnings("unchecked") // A section has one DTO in all steps of a profile.
    <R extends Record> SectionReader<R> reader(Reading<R, ?> reading) {
        SectionReader<?> reader = readers.computeIfAbsent(
                reading.section(),
                section -> new SectionReader<>(this, reading, SectionOwner.of(options.profile(), section)));
        if (reader.dto() != reading.dto()) {
            throw new IllegalStateException("section " + reading.section().name() + " is bound to "
                    + reader.dto().getSimpleName() + " and to "
                    + reading.dto().getSimpleName());
        }
        return (SectionReader<R>) reader;
    }

    /** How a step reads a section in its main pass: the section's owner tells what is wrong, or who reads it first. */
    Pass pass(Step step, Section section) {
        Step owner = SectionOwner.of(options.profile(), section).step();
        Step teller = steps.contains(owner)
                ? owner
                : steps.stream()
                        .filter(reader -> reader.sections().contains(section))
                        .findFirst()
                        .orElseThrow();
        return teller.equals(step) ? Pass.TELLING : Pass.QUIET;
    }

    /** Whether a section's records are a step's own, so that it rejects them for later steps too. */
    boolean owns(Step step, Section section) {
        return SectionOwner.of(options.profile(), section).step().equals(step);
    }

    /** Whether rows that refer to those of a table may come, and need their identifiers. */
    boolean needs(Table<?> table) {
        return parents.contains(table.entity());
    }

    /** Whether an entity's rows are gathered from records: one that is missing is missing because its records were rejected. */
    boolean gathers(Class<?> entity) {
        return steps.stream()
                .anyMatch(step -> step instanceof AggregateStep<?> gathering
                        && gathering.table().entity().equals(entity));
    }

    /** Reports violations. */
    void tell(List<Violation> violations) {
        violations.stream().map(concealment::conceal).forEach(report::add);
    }

    /** Keeps a rejected record for its user. */
    void keep(Section section, RawRecord raw, List<Violation> violations) {
        rejects.add(section, raw, violations.stream().map(concealment::conceal).toList());
    }

    /** Tells how far a step is: its listener, and whoever looks at the database. */
    void progress(Tally tally, Section section, RawRecord last) {
        Progress progress = new Progress(
                tally.entity(), tally.read, tally.inserted + tally.updated, last.end(), source.size(section));
        listener.progress(progress);
        target.checkpoint(progress);
        if (passage.rejected() > options.maxErrors()) {
            throw new TooManyErrors(passage.rejected(), options.maxErrors());
        }
    }

    @Override
    public void close() {
        constraints.close();
    }
}
