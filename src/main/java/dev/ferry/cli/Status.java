package dev.ferry.cli;

import dev.ferry.cli.setting.Catalog;
import dev.ferry.database.Database;
import dev.ferry.database.DatabaseException;
import dev.ferry.database.SqlFailure;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.UsageException;
import dev.ferry.ledger.RunId;
import dev.ferry.migration.StatusReport;
import dev.ferry.profile.Profile;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** {@code status}: the target, and the runs that it has seen. */
final class Status implements Command {
    @Override
    public String name() {
        return "status";
    }

    @Override
    public String summary() {
        return "Shows the target and its runs, the newest first; of all profiles where none is given.";
    }

    @Override
    public Optional<String> argument() {
        return Optional.of("RUN");
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("status", "all runs of all profiles"),
                new Example("status -p courses --json", "those of one profile, for scripts"),
                new Example("status 20261121T023154Z-7f3a", "one run"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Optional<RunId> wanted = invocation.argument().map(RunId::new);
        List<Profile> profiles = invocation.findProfile().map(List::of).orElseGet(invocation::profiles);
        if (invocation.findProfile().isPresent()) {
            SourceChoice.of(invocation, invocation.settings(), Optional.empty())
                    .ifPresent(source -> tellOf(source, invocation));
        }
        try (Database database = Target.open(invocation)) {
            StatusReport report = invocation
                    .stages()
                    .status(database, profiles, invocation.settings().value(Catalog.SCHEMA));
            invocation.renderer().status(wanted.map(run -> only(report, run)).orElse(report));
        }
        return ExitCode.DONE;
    }

    /** Whether a source that is a database can be used; beside the result, which is about the target. */
    private static void tellOf(SourceChoice source, Invocation invocation) {
        if (source instanceof SourceChoice.DatabaseAt known) {
            try (WatchedDatabase database = known.open(invocation);
                    Connection connection = database.connect("status")) {
                connection.setReadOnly(true);
                invocation.messages().line("Source: " + database.description() + ", reachable");
            } catch (DatabaseException e) {
                invocation.messages().warning("the source cannot be opened: " + e.getMessage());
            } catch (SQLException e) {
                throw SqlFailure.explain(e);
            }
        }
    }

    private static StatusReport only(StatusReport report, RunId wanted) {
        List<dev.ferry.ledger.Run> found =
                report.runs().stream().filter(run -> run.id().equals(wanted)).toList();
        if (found.isEmpty()) {
            throw new UsageException("there is no run " + wanted, "See 'ferry status' for those that there are.");
        }
        return new StatusReport(report.target(), report.canWrite(), report.holder(), found);
    }
}
