package dev.ferry.fault;

import java.util.List;

/**
 * What became of a round.
 *
 * @param landed whether the fault found a process to strike
 * @param lost rows that are not there after all was said to be done
 * @param doubled rows that are there too often, or that should not be
 * @param stuck what did not end, or could not go on
 * @param wrong what was said or done otherwise than promised
 */
record Outcome(boolean landed, List<String> lost, List<String> doubled, List<String> stuck, List<String> wrong) {
    Outcome {
        lost = List.copyOf(lost);
        doubled = List.copyOf(doubled);
        stuck = List.copyOf(stuck);
        wrong = List.copyOf(wrong);
    }

    boolean isClean() {
        return lost.isEmpty() && doubled.isEmpty() && stuck.isEmpty() && wrong.isEmpty();
    }
}
