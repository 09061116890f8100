package dev.ferry.migration;

import dev.ferry.profile.EntityStep;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.write.HibernateModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The columns whose values no report shows: those of passwords, and those that are called as a secret field is. */
final class SecretColumns {
    private final Set<String> fields = new HashSet<>();
    private final Map<String, Set<String>> byTable = new HashMap<>();

    SecretColumns(MigrationOptions options, HibernateModel model) {
        SensitiveFields.of(options.profile()).all().forEach(field -> fields.add(plain(field)));
        for (Step step : options.profile().steps()) {
            if (step instanceof EntityStep<?, ?> entityStep && entityStep.passwords() != null) {
                Table<?> table = step.table();
                byTable.computeIfAbsent(table.name(), any -> new HashSet<>())
                        .add(model.column(table.entity(), entityStep.passwords().attribute()));
            }
        }
    }

    boolean contains(Table<?> table, String column) {
        return fields.contains(plain(column))
                || byTable.getOrDefault(table.name(), Set.of()).contains(column);
    }

    /** A name without what sets the ways of spelling apart. */
    static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
