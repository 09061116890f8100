package dev.ferry.report;

import dev.ferry.validate.ConstraintReport;
import dev.ferry.validate.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The violations of a report, those together that a person mends in one go.
 *
 * <p>Memory is bounded whatever the report holds: at most {@link #MOST_GROUPS} groups with a few samples each, and
 * {@link #AHEAD} violations read ahead. A group is written by reading the report again; small groups share a reading.
 */
final class LikeViolations {
    /** Past this number of groups, likeness no longer looks at field and message. */
    static final int MOST_GROUPS = 200;

    /** The most violations that are held at once. */
    static final int AHEAD = 20_000;

    private final ConstraintReport report;
    private final Map<Likeness, Group> groups = new LinkedHashMap<>();
    private final Map<Group, List<Violation>> ahead = new HashMap<>();

    /** Reads the report once. */
    LikeViolations(ConstraintReport report) {
        this.report = report;
        report.forEach(violation ->
                groups.computeIfAbsent(likeness(violation), key -> new Group()).add(violation));
    }

    /** The groups, in the order in which each was met first. */
    List<Group> groups() {
        return List.copyOf(groups.values());
    }

    /** Gives every violation of a group, in the report's order; cheapest when called in the order of the groups. */
    void forEach(Group group, Consumer<Violation> action) {
        if (group.count() <= group.samples().size()) {
            group.samples().forEach(action);
        } else if (group.count() > AHEAD) {
            report.forEach(violation -> {
                if (groups.get(likeness(violation)) == group) {
                    action.accept(violation);
                }
            });
        } else {
            if (!ahead.containsKey(group)) {
                readAheadFrom(group);
            }
            Objects.requireNonNull(ahead.remove(group)).forEach(action);
        }
    }

    private void readAheadFrom(Group first) {
        ahead.clear();
        List<Group> following = groups();
        long room = AHEAD;
        for (Group group : following.subList(following.indexOf(first), following.size())) {
            if (group.count() <= room) {
                ahead.put(group, new ArrayList<>());
                room -= group.count();
            }
        }
        report.forEach(violation -> {
            List<Violation> read = ahead.get(groups.get(likeness(violation)));
            if (read != null) {
                read.add(violation);
            }
        });
    }

    private Likeness likeness(Violation violation) {
        Likeness fine = Likeness.of(violation);
        return groups.containsKey(fine) || groups.size() < MOST_GROUPS ? fine : fine.coarse();
    }

    /** What violations that are mended in one go have in common. */
    private record Likeness(String file, String entity, String constraint, String field, String message) {
        private static final Pattern BELOW_TOP_LEVEL = Pattern.compile("(?<=.)[./\\[].*", Pattern.DOTALL);
        private static final Pattern VALUES = Pattern.compile("'[^']*'|\"[^\"]*\"|\\d+");

        static Likeness of(Violation violation) {
            return new Likeness(
                    violation.position().file(),
                    violation.entity(),
                    violation.constraint(),
                    BELOW_TOP_LEVEL.matcher(violation.field()).replaceFirst(""),
                    VALUES.matcher(violation.message()).replaceAll("#"));
        }

        /** Without what comes from the data and so may take any number of values. */
        Likeness coarse() {
            return new Likeness(file, entity, constraint, "", "");
        }
    }

    /** Violations that are alike. */
    static final class Group {
        /** The most violations that a group keeps at hand. */
        static final int SAMPLES = 3;

        private final List<Violation> samples = new ArrayList<>(SAMPLES);
        private long count;
        private boolean oneMessage = true;
        private boolean oneField = true;

        private void add(Violation violation) {
            count++;
            if (samples.size() < SAMPLES) {
                samples.add(violation);
            }
            oneMessage &= violation.message().equals(first().message());
            oneField &= violation.field().equals(first().field());
        }

        long count() {
            return count;
        }

        /** The first violations, at least one and at most {@link #SAMPLES}. */
        List<Violation> samples() {
            return samples;
        }

        Violation first() {
            return samples.get(0);
        }

        RuleHelp help() {
            return RuleHelp.of(first().constraint());
        }

        /** The message where all have the same, else what the rule asks. */
        String title() {
            return oneMessage ? first().message() : help().explanation();
        }

        /** The field where all have the same, else empty. */
        String field() {
            return oneField ? first().field() : "";
        }
    }
}
