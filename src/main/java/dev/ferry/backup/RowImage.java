package dev.ferry.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as PostgreSQL writes composite values, for a cast to the table's row type.
 *
 * @see <a href="https://www.postgresql.org/docs/current/rowtypes.html#ROWTYPES-IO-SYNTAX">Composite Type Input and Output</a>
 */
final class RowImage {
    private RowImage() {}

    static String of(List<@Nullable String> values) {
        StringBuilder image = new StringBuilder("(");
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                image.append(',');
            }
            String value = values.get(i);
            if (value != null) {
                image.append('"')
                        .append(value.replace("\\", "\\\\").replace("\"", "\"\""))
                        .append('"');
            }
        }
        return image.append(')').toString();
    }
}
