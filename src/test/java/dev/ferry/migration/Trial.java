package dev.ferry.migration;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import dev.ferry.database.Database;
import dev.ferry.database.DatabaseUrl;
import dev.ferry.ledger.DriftPolicy;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.RollbackGoal;
import dev.ferry.profile.Profile;
import dev.ferry.validate.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;

/** A profile, a source to write and a database of its own to try it on. */
@NullMarked
final class Trial {
    final String url;
    private final Profile profile;
    private final Path source;

    /**
     * @param source a folder, or a file, that {@link #source} writes
     */
    Trial(Profile profile, Path source) {
        this(profile, source, TestPostgres.newDatabase());
    }

    /** The same with a database that is there already. */
    Trial(Profile profile, Path source, String url) {
        this.profile = profile;
        this.source = source;
        this.url = url;
    }

    /** Writes a file of the source folder. */
    Trial file(String name, String content) {
        return write(source.resolve(name), content);
    }

    /** Writes the source that is one file. */
    Trial document(String content) {
        return write(source, content);
    }

    private Trial write(Path file, String content) {
        try {
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Database database() {
        return Database.at(DatabaseUrl.parse(url));
    }

    /** A database whose URL has further parameters. */
    Database database(String parameters) {
        return Database.at(DatabaseUrl.parse(url + "&" + parameters));
    }

    MigrationOptions options() {
        return MigrationOptions.of(profile, source.toString());
    }

    MigrationResult migrate() {
        return migrate(options -> options);
    }

    MigrationResult migrate(UnaryOperator<MigrationOptions> change) {
        return migrate(database(), change, MigrationListener.SILENT);
    }

    MigrationResult migrate(Database database, UnaryOperator<MigrationOptions> change, MigrationListener listener) {
        return Migration.into(database, change.apply(options()), listener).run();
    }

    MigrationResult offline(RunMode mode) {
        return Migration.offline(options().withMode(mode), MigrationListener.SILENT)
                .run();
    }

    RollbackResult rollback() {
        return rollback(DriftPolicy.ABORT);
    }

    RollbackResult rollback(DriftPolicy drift) {
        RollbackRequest request = new RollbackRequest(profile, profile.name(), new RollbackGoal.NewestRun(), drift);
        return Rollback.in(database(), request).run();
    }

    Map<String, List<String>> dump() {
        return DatabaseDump.of(url, profile.name());
    }

    String value(String sql) {
        return DatabaseDump.value(url, sql);
    }

    List<String> column(String sql) {
        return DatabaseDump.column(url, sql);
    }

    void execute(String sql) {
        DatabaseDump.execute(url, sql);
    }

    /** What became of the rows of each table: {@code inserted/updated/unchanged/skipped}. */
    static List<String> rows(MigrationResult result) {
        return result.summary().entities().stream()
                .map(count -> count.entity() + " " + count.inserted() + "/" + count.updated() + "/" + count.unchanged()
                        + "/" + count.skipped())
                .toList();
    }

    /** What became of the records of each table: {@code read/valid/rejected}. */
    static List<String> records(MigrationResult result) {
        return result.summary().entities().stream()
                .map(count -> count.entity() + " " + count.read() + "/" + count.valid() + "/" + count.rejected())
                .toList();
    }

    /** The listed violations: {@code entity id constraint pointer}. */
    static List<String> violations(MigrationResult result) {
        return result.summary().report().listed().stream()
                .map(found -> found.entity() + " " + found.id() + " " + found.constraint() + " "
                        + found.position().pointer())
                .toList();
    }

    static List<String> messages(MigrationResult result) {
        return result.summary().report().listed().stream()
                .map(Violation::message)
                .toList();
    }

    static EntityCount count(MigrationResult result, String entity) {
        return result.summary().entities().stream()
                .filter(count -> count.entity().equals(entity))
                .findFirst()
                .orElseThrow();
    }
}
