package dev.ferry.filter;

import dev.ferry.source.RowCondition;
import java.util.Set;

/** Which records of a section a user wants; immutable. */
public interface RowFilter extends RowCondition {
    /** The DTO's components that it looks at. */
    Set<String> fields();

    /** Whether a record is wanted: where SQL's three-valued logic says true of its DTO. */
    boolean selects(Record dto);
}
