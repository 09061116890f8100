package dev.ferry.cli;

import java.util.List;

/** Every command that there is, in the order of the help. */
final class Commands {
    private Commands() {}

    /** All of them, ready to parse. */
    static CommandTree tree() {
        return new CommandTree(List.of(
                new Migrate(),
                new Validate(),
                new Verify(),
                new Analyze(),
                new Status(),
                new Rollback(),
                new Backup(),
                new Restore(),
                new Setup(),
                new SelfTest(),
                new Convert(),
                new DatabaseStart(),
                new DatabaseStop(),
                new DatabaseUrl(),
                new ProfileList(),
                new ConfigShow(),
                new ConfigExample(),
                new ConfigSchema(),
                new GenerateCompletion()));
    }
}
