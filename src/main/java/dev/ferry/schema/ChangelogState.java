package dev.ferry.schema;

import dev.ferry.failure.UsageException;
import dev.ferry.ledger.RunLedger;
import dev.ferry.ledger.SchemaVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What the ledger remembers of a schema's last update, so that "up to date" is known without starting Liquibase.
 *
 * <p>It is true where the changelog's files are the same as then and the changelog table has the same changesets as
 * then; a rollback by other tools shows in the latter.
 */
final class ChangelogState {
    private final Connection connection;
    private final Changelog changelog;

    ChangelogState(Connection connection, Changelog changelog) {
        this.connection = connection;
        this.changelog = changelog;
    }

    boolean upToDate() throws SQLException {
        if (!hasTable(RunLedger.SCHEMA, "schemas") || !hasHistory()) {
            return false;
        }
        Optional<Recorded> recorded = recorded();
        return recorded.isPresent()
                && recorded.get().sha256().equals(changelog.sha256())
                && recorded.get().digest().equals(digest());
    }

    /**
     * Checks that no other profile has the schema.
     *
     * @throws UsageException where one has
     */
    void requireOwner() throws SQLException {
        Optional<Recorded> recorded = hasTable(RunLedger.SCHEMA, "schemas") ? recorded() : Optional.empty();
        if (recorded.isPresent() && !recorded.get().profile().equals(changelog.name())) {
            throw new UsageException(
                    "schema '" + changelog.schema() + "' belongs to profile '"
                            + recorded.get().profile() + "', not to '" + changelog.name() + "'",
                    "give the profile a schema of its own with --schema");
        }
    }

    void record() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO ferry.schemas (schema_name, profile, changelog_sha256, applied_digest) VALUES (?, ?, ?, ?)
                ON CONFLICT (schema_name) DO UPDATE
                SET changelog_sha256 = excluded.changelog_sha256, applied_digest = excluded.applied_digest
                """)) {
            statement.setString(1, changelog.schema());
            statement.setString(2, changelog.name());
            statement.setString(3, changelog.sha256());
            statement.setString(4, digest());
            statement.executeUpdate();
        }
    }

    private record Recorded(String profile, String sha256, String digest) {}

    private Optional<Recorded> recorded() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT profile, changelog_sha256, applied_digest FROM ferry.schemas WHERE schema_name = ?")) {
            statement.setString(1, changelog.schema());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Recorded(row.getString(1), row.getString(2), row.getString(3)))
                        : Optional.empty();
            }
        }
    }

    private String digest() throws SQLException {
        return SchemaVersion.of(connection, changelog.schema()).digest();
    }

    /** Whether the schema has a changelog table. */
    boolean hasHistory() throws SQLException {
        return hasTable(changelog.schema(), "databasechangelog");
    }

    private boolean hasTable(String schema, String table) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                        + "WHERE n.nspname = ? AND c.relname = ?")) {
            statement.setString(1, schema);
            statement.setString(2, table);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
