package dev.ferry.convert;

import dev.ferry.source.CsvCell;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Learns from all records of a section which columns its CSV file has. */
final class CsvColumns {
    private final boolean keyed;
    private final Set<String> names = new LinkedHashSet<>();

    /** The least number of members that a record has. */
    private int least = Integer.MAX_VALUE;

    private boolean whole;

    CsvColumns(Section.Shape shape) {
        keyed = shape == Section.Shape.KEYED;
    }

    /** Takes a record into account. */
    void add(RawRecord record) {
        if (whole) {
            return;
        }
        byte[] json = record.bytes();
        if (!Member.isObject(json)) {
            whole = true;
            return;
        }
        List<Member> members = Member.of(json);
        Set<String> ofRecord = new LinkedHashSet<>();
        members.forEach(member -> ofRecord.add(member.name()));
        names.addAll(ofRecord);
        least = Math.min(least, members.size());
        whole = ofRecord.size() < members.size() || !ofRecord.stream().allMatch(CsvColumns::canBeHeader);
    }

    /** U+FFFD may stand for half of a surrogate pair, which no header can hold. */
    private static boolean canBeHeader(String name) {
        return !name.isEmpty()
                && name.equals(name.strip())
                && !name.equals(CsvCell.KEY_COLUMN)
                && name.indexOf('\uFFFD') < 0;
    }

    /**
     * Whether records stand in one column, since they are no objects or have members that no header can name; so too where a
     * row would be a blank line.
     */
    boolean areWhole() {
        boolean blank = !keyed && (names.isEmpty() || (names.size() == 1 && least == 0));
        return whole || blank || names.equals(Set.of(CsvCell.VALUE_COLUMN));
    }

    /** The names of members, in the order in which they were first seen. */
    List<String> names() {
        return List.copyOf(names);
    }
}
