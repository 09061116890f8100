package dev.ferry.cli.setting;

import java.util.ArrayList;
import java.util.List;

/** Writes the example of a {@code .env} file from the catalog. */
public final class EnvExample {
    private EnvExample() {}

    /** The whole file: every variable with what it does, all commented out. */
    public static String text() {
        List<String> lines = new ArrayList<>(List.of(
                "# Settings of Ferry as environment variables. Copy to .env and take away the # where you set one.",
                "# Stronger than this file: options, and the environment itself. Weaker: ferry.properties.",
                "# Values: bare, 'literal', or \"with \\n escapes\"; nothing is expanded."));
        for (Group group : Group.values()) {
            lines.add("");
            lines.add("# --- " + group.heading() + " ---");
            Catalog.ALL.stream()
                    .filter(setting -> setting.group() == group
                            && !setting.environmentNames().isEmpty())
                    .filter(setting -> !setting.equals(Catalog.ENV_FILE))
                    .forEach(setting -> describe(setting, lines));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void describe(Setting<?> setting, List<String> lines) {
        List<String> names = setting.environmentNames();
        lines.add("");
        lines.add("# " + setting.description());
        lines.add("# " + capitalized(setting.type().allowed()) + "."
                + (names.size() > 1 ? " Also: " + String.join(", ", names.subList(1, names.size())) + "." : ""));
        lines.add("#" + names.get(0) + "=" + setting.byDefault().orElse(""));
        List<String> prefixes = ConnectionParts.prefixes(setting);
        if (!prefixes.isEmpty()) {
            String what = setting.equals(Catalog.SOURCE) ? "Or a database" : "Or";
            lines.add("# " + what + " by its parts (NAME is needed; HOST is localhost and PORT 5432 if not given):");
            if (setting.equals(Catalog.SOURCE)) {
                lines.add("# What its tables and columns are called stands in ferry.properties:");
                lines.add("# tables.<entity>=<name> and columns.<entity>.<field>=<name>; see 'ferry analyze'.");
            }
            prefixes.forEach(prefix -> ConnectionParts.ENDS.forEach(end -> lines.add("#" + prefix + end + "=")));
        }
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
