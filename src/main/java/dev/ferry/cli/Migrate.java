package dev.ferry.cli;

import dev.ferry.cli.setting.Catalog;
import dev.ferry.cli.setting.Settings;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.UsageException;
import dev.ferry.migration.RunMode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code migrate}: everything from the source to the commit. */
final class Migrate implements Command {
    static final String NAME = "migrate";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Checks a source as a whole, writes it, verifies and commits.";
    }

    @Override
    public Optional<String> argument() {
        return Optional.of("SOURCE");
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("migrate -p courses", "the profile's samples into the embedded PostgreSQL"),
                new Example("migrate -p courses data/ --dry-run", "show what would change, and change nothing"),
                new Example(
                        "migrate -p courses data/ --url postgresql://me@db.example.org/app --on-conflict update",
                        "into a database of your own, changing rows whose values differ"),
                new Example(
                        "migrate -p courses data/ --force --rejects rejects.jsonl --report report.html",
                        "write the valid records, and collect the others with their reasons"),
                new Example(
                        "migrate -p courses data/ --commit batch --workers 4",
                        "commit batch by batch; the same with --resume goes on where it stopped"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Settings settings = invocation.settings();
        if (!settings.on(Catalog.DRY_RUN)) {
            if (settings.on(Catalog.OFFLINE)) {
                throw new UsageException("--offline rehearses, so it needs --dry-run beside it", null);
            }
            return new Run(NAME, invocation).execute(RunMode.MIGRATE);
        }
        if (settings.on(Catalog.OFFLINE) && settings.on(Catalog.TRUNCATE)) {
            throw new UsageException("--truncate needs a database, and --offline asks none", null);
        }
        return new Run(NAME, invocation)
                .execute(settings.on(Catalog.OFFLINE) ? RunMode.REHEARSE_OFFLINE : RunMode.REHEARSE);
    }
}
