package dev.ferry.cli.setting;

import java.util.List;

/** The settings that say which part of a source a run takes. */
final class SelectionSettings {
    private static final String[] COMMANDS = {"migrate", "validate", VerifySettings.COMMAND};

    static final Setting<List<String>> ENTITIES = Setting.of(
                    "entities",
                    ValueTypes.words("ENTITY,…", "names of tables with commas between them; see 'profiles'"),
                    "Fill these tables only; rows that they refer to must be in the database already.")
            .forCommands(COMMANDS);
    static final Setting<String> FILTER = Setting.of(
                    "filter",
                    ValueTypes.text(
                            "[ENTITY:]EXPR", "a condition such as \"students: grade = '7' AND name LIKE 'A%'\""),
                    "Take only records that satisfy a condition in SQL, of a section, a table or every section with its"
                            + " fields; may be repeated.")
            .with(Setting.Trait.REPEATABLE)
            .forCommands(COMMANDS);
    static final Setting<Boolean> INCLUDE_DELETED = Setting.of(
                    "include-deleted", ValueTypes.yesOrNo(), "Take records that the source marks as deleted, too.")
            .forCommands(COMMANDS);

    private SelectionSettings() {}
}
