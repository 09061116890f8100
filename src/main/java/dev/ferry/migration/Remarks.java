package dev.ferry.migration;

import dev.ferry.profile.Remark;
import dev.ferry.source.Position;
import dev.ferry.validate.ConstraintReport;
import dev.ferry.validate.Warning;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts a step's remarks: those of one kind are told once. */
final class Remarks {
    private final String table;
    private final Map<Remark, Seen> seen = new LinkedHashMap<>();

    Remarks(String table) {
        this.table = table;
    }

    private static final class Seen {
        private final Position first;
        private long count;

        Seen(Position first) {
            this.first = first;
        }
    }

    void add(Origin origin, Remark remark) {
        String field = Origin.path(origin.field(Origin.path(remark.path()))).stream()
                .map(step -> isIndex(step) ? "*" : step)
                .collect(Collectors.joining("."));
        Remark kind = new Remark(field, remark.rule(), remark.message());
        seen.computeIfAbsent(kind, any -> new Seen(origin.locate(Origin.path(remark.path())))).count++;
    }

    private static boolean isIndex(String step) {
        return step.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    void tell(ConstraintReport report) {
        seen.forEach((remark, found) -> report.warn(
                new Warning(found.first, table, remark.path(), remark.rule(), remark.message(), found.count)));
    }
}
