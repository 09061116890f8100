package dev.ferry.schema;

import dev.ferry.TestPostgres;
import dev.ferry.database.Database;
import dev.ferry.ledger.DriftPolicy;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.NewRun;
import dev.ferry.ledger.RollbackGoal;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunLedger;
import dev.ferry.ledger.TransactionLedger;
import dev.ferry.profile.Profile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A database of its own with one profile's schema, on which tests play runs with plain SQL. */
final class Bench {
    final String url;
    final Database database;
    final Profile profile;
    final String schema;
    final SchemaOwner owner;
    private long runs;

    Bench(String url, Profile profile, String schema) {
        this(url, TestPostgres.at(url), profile, schema);
    }

    Bench(String url, Database database, Profile profile, String schema) {
        this.url = url;
        this.database = database;
        this.profile = profile;
        this.schema = schema;
        this.owner = new SchemaOwner(database, profile, schema);
    }

    static Bench workshop() {
        Bench bench = new Bench(TestPostgres.newDatabase(), TestProfile.named("workshop"), "workshop");
        bench.owner.update();
        return bench;
    }

    Bench with(Profile other) {
        Bench bench = new Bench(url, other, schema);
        bench.runs = runs;
        return bench;
    }

    /** What a run does between its start and its end. */
    interface Work {
        void run(Connection connection, TransactionLedger ledger) throws SQLException;
    }

    /** Plays a run that completes. */
    RunId run(String tag, Work work) {
        RunLedger ledger = new RunLedger(database, schema);
        NewRun run = newRun();
        ledger.start(run);
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("SET search_path = " + quoted());
            TransactionLedger inside = new TransactionLedger(connection, run.id(), schema);
            work.run(connection, inside);
            inside.complete(tag, List.of(new EntityCount("tool", 1, 0, 1, 0, 1, 0, 0, 0, 0)), "sha");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return run.id();
    }

    NewRun newRun() {
        Instant start = Instant.parse("2026-11-21T00:00:00Z").plusSeconds(runs++);
        return new NewRun(
                RunId.startingAt(start), profile.name(), "1", Optional.empty(), "test", "options", "0.1.0", start);
    }

    /** A run that inserts tools of these names. */
    RunId insertTools(String tag, String... names) {
        return run(tag, (connection, ledger) -> {
            for (String name : names) {
                execute(connection, "INSERT INTO tool (name, note) VALUES ('" + name + "', 'new')");
            }
            ledger.inserted("tool", List.of("name"), keys(names));
        });
    }

    /** A run that sets the note of these tools. */
    RunId updateTools(String tag, String note, String... names) {
        return run(tag, (connection, ledger) -> {
            ledger.updating("tool", List.of("name"), keys(names));
            for (String name : names) {
                execute(connection, "UPDATE tool SET note = '" + note + "' WHERE name = '" + name + "'");
            }
            ledger.updated("tool", List.of("name"), keys(names));
        });
    }

    UndoResult rollback(String tag, DriftPolicy policy) {
        return owner.rollback(owner.plan(new RollbackGoal.ToTag(tag)), policy);
    }

    UndoResult rollback(String tag) {
        return rollback(tag, DriftPolicy.ABORT);
    }

    static List<List<String>> keys(String... keys) {
        return Arrays.stream(keys).map(List::of).toList();
    }

    void sql(String... statements) {
        try (Connection connection = DriverManager.getConnection(url)) {
            execute(connection, "SET search_path = " + quoted());
            for (String statement : statements) {
                execute(connection, statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of a query's rows. */
    List<String> query(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = " + quoted() + "; SET TimeZone = 'UTC'");
            List<String> values = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    values.add(String.valueOf(row.getString(1)));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The schema to the byte: columns, constraints, indexes, triggers, and every row of every table. */
    List<String> dump() {
        List<String> dump = new ArrayList<>(query("SELECT format('%s %s %s %s', c.relname, a.attname, "
                + "format_type(a.atttypid, a.atttypmod), a.attnotnull) FROM pg_attribute a "
                + "JOIN pg_class c ON c.oid = attrelid "
                + "WHERE relnamespace = " + oid() + " AND attnum > 0 AND relkind = 'r' AND NOT attisdropped "
                + "ORDER BY relname, attnum"));
        dump.addAll(query("SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) "
                + "FROM pg_constraint WHERE connamespace = " + oid() + " ORDER BY 1"));
        dump.addAll(query("SELECT indexdef FROM pg_indexes WHERE schemaname = '" + schema + "' ORDER BY 1"));
        dump.addAll(query("SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid "
                + "WHERE relnamespace = " + oid() + " AND NOT tgisinternal ORDER BY 1"));
        dump.addAll(query("SELECT proname || prosrc FROM pg_proc WHERE pronamespace = " + oid() + " ORDER BY 1"));
        for (String table : query("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = '" + schema
                + "' ORDER BY tablename")) {
            dump.addAll(query("SELECT '" + table + " ' || (t.*)::text FROM " + table + " t ORDER BY 1"));
        }
        return dump;
    }

    private String oid() {
        return "(SELECT oid FROM pg_namespace WHERE nspname = '" + schema + "')";
    }

    private String quoted() {
        return '"' + schema.replace("\"", "\"\"") + '"';
    }
}
