/**
 * The run from source to report, and the library face of Ferry. Start reading at Migration.
 *
 * <p>Each kind of step has its own way to candidates for rows: EntityStepRun takes records or their parts, AggregateRun gathers
 * from many records, DefaultRun has its own. From there on the way is one: Landing meets the rows with the source's other rows
 * (SourceKeys) and the target's (TargetKeys), and writes. A SectionReader reads a section as often as the steps of a run need
 * it, and tells what is wrong with its records once. What depends on more than one record is decided in a FirstPass over the
 * section, so that a batch depends on nothing but its own records.
 */
@NullMarked
package dev.ferry.migration;

import org.jspecify.annotations.NullMarked;
