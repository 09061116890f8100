package dev.ferry.cli;

import dev.ferry.database.Database;
import dev.ferry.migration.MigrationListener;
import dev.ferry.migration.MigrationOptions;
import dev.ferry.migration.MigrationResult;
import dev.ferry.migration.RollbackPlan;
import dev.ferry.migration.RollbackRequest;
import dev.ferry.migration.RollbackResult;
import dev.ferry.migration.StatusReport;
import dev.ferry.profile.Profile;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Connects the command line with the stages. */
final class Wiring implements Stages {
    @Override
    public List<Profile> profiles() {
        return ServiceLoader.load(Profile.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Profile::name))
                .toList();
    }

    @Override
    public Database remote(String url, Map<String, String> environment, PasswordPrompt prompt) {
        throw unconnected();
    }

    @Override
    public Database embedded(Path home) {
        throw unconnected();
    }

    @Override
    public Server server(Path home) {
        throw unconnected();
    }

    @Override
    public MigrationResult migrate(MigrationOptions options, Optional<Database> database, MigrationListener listener) {
        throw unconnected();
    }

    @Override
    public StatusReport status(Database database, List<Profile> profiles, Optional<String> schema) {
        throw unconnected();
    }

    @Override
    public RollbackPlan plan(Database database, RollbackRequest request) {
        throw unconnected();
    }

    @Override
    public RollbackResult rollback(Database database, RollbackRequest request) {
        throw unconnected();
    }

    @Override
    public void checkReport(Path file) {
        throw unconnected();
    }

    @Override
    public void writeReport(Path file, MigrationResult result) {
        throw unconnected();
    }

    @Override
    public Optional<String> schema(String command) {
        throw unconnected();
    }

    @Override
    public Renderer text(Appendable out, Style style) {
        throw unconnected();
    }

    @Override
    public Renderer json(Appendable out) {
        throw unconnected();
    }

    private static IllegalStateException unconnected() {
        return new IllegalStateException("this stage is not connected yet");
    }
}
