package dev.ferry.filter;

import dev.ferry.source.RowCondition;
import java.util.Set;

/** Which records of a section a user wants; immutable. */
public interface RowFilter extends RowCondition {
    /** The fields that it looks at, as the source names them. */
    Set<String> fields();

    /** Whether a record is wanted: where SQL's three-valued logic says true of its DTO. */
    boolean selects(Record dto);
}
