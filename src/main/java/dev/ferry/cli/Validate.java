package dev.ferry.cli;

import dev.ferry.cli.setting.Catalog;
import dev.ferry.failure.ExitCode;
import dev.ferry.migration.RunMode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code validate}: the constraint report only. */
final class Validate implements Command {
    static final String NAME = "validate";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Reports every record that breaks a constraint, and writes nothing.";
    }

    @Override
    public Optional<String> argument() {
        return Optional.of("SOURCE");
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("validate -p courses data/", "check a folder without any database"),
                new Example(
                        "validate -p courses data/ --database --report report.html",
                        "check keys and references against the database, too, and keep the report"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        return new Run(NAME, invocation)
                .execute(invocation.settings().on(Catalog.DATABASE) ? RunMode.VALIDATE_DATABASE : RunMode.VALIDATE);
    }
}
