package dev.ferry.write;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import dev.ferry.database.Database;
import dev.ferry.ledger.BatchNumbers;
import dev.ferry.ledger.NewRun;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunLedger;
import dev.ferry.ledger.TransactionLedger;
import dev.ferry.profile.Defaults;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.KeyAttribute;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.schema.SchemaOwner;
import dev.ferry.source.Section;
import dev.ferry.write.Writer.RecordRows;
import dev.ferry.write.Writer.Refusal;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** A database with a table of one entity, and a lane by which it is written. */
@NullMarked
final class WriterTrial<E> implements AutoCloseable {
    private static final String SCHEMA = "courses";

    final String url = TestPostgres.newDatabase();
    final Connection connection;
    final CopyTables tables;
    private final HibernateModel model;
    private final Class<E> entity;
    private final String table;
    private final WriterChoice choice;
    private final RunId run;
    private final BatchNumbers numbers;

    /** @param ddl statements in which the schema is the first of the search path */
    WriterTrial(WriterChoice choice, Class<E> entity, String table, String... ddl) throws SQLException {
        this.choice = choice;
        this.entity = entity;
        this.table = table;
        Database database = TestPostgres.at(url);
        Profile courses = (Profile) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Profile.class}, (proxy, method, arguments) -> SCHEMA);
        new SchemaOwner(database, courses, SCHEMA).update();
        for (String statement : ddl) {
            DatabaseDump.execute(url, "SET search_path = " + SCHEMA + ", public; " + statement);
        }
        NewRun header = new NewRun(
                RunId.startingAt(Instant.now()), SCHEMA, "1", Optional.empty(), "data", "", "0", Instant.now());
        new RunLedger(database, SCHEMA).start(header);
        run = header.id();
        model = new HibernateModel(profile(), SCHEMA);
        connection = database.connect("test");
        connection.setAutoCommit(false);
        numbers = BatchNumbers.after(connection, run);
        tables = new CopyTables(connection);
    }

    EntityTable<E> table() {
        return model.table(entity);
    }

    CopyTables.Ways ways() throws SQLException {
        return tables.of(table());
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    final List<Refusal> insert(E... rows) throws SQLException {
        return write(Stream.of(rows)
                .map(row -> new RecordRows<>(List.of(row), List.of(), List.of()))
                .toList());
    }

    List<Refusal> update(E row, Object id) throws SQLException {
        return write(List.of(new RecordRows<>(List.of(), List.of(row), List.of(new FoundRow(id, List.of())))));
    }

    /** Writes records in a transaction of their own. */
    List<Refusal> write(List<RecordRows<E>> records) throws SQLException {
        List<Refusal> refusals = new ArrayList<>();
        inOneTransaction(writer -> refusals.addAll(writer.write(entity, records)));
        return refusals;
    }

    /** Has something done with a writer, in a transaction of its own. */
    void inOneTransaction(Consumer<Writer> action) throws SQLException {
        try {
            TransactionLedger ledger = new TransactionLedger(connection, run, SCHEMA, numbers);
            action.accept(CopyWriter.chosen(choice, model, connection, ledger, tables));
        } finally {
            connection.commit();
        }
    }

    /** The table's rows as texts, and what the ledger says of them. */
    List<String> rows() {
        return DatabaseDump.column(
                url,
                "SELECT t::text FROM " + SCHEMA
                        + "." + table + " t UNION ALL SELECT concat_ws(' ', table_name, action, keys, hashes)"
                        + " FROM ferry.run_batches ORDER BY 1");
    }

    /** The table's rows as texts, without their first column. */
    List<String> rowsWithoutIdentifiers() {
        return DatabaseDump.column(
                url, "SELECT regexp_replace(t::text, '^.\\d+', '') FROM " + SCHEMA + "." + table + " t ORDER BY 1");
    }

    private Profile profile() {
        Table<E> of =
                new Table<>(table, entity, new UniqueKey<>("text", List.of(new KeyAttribute<>("text", row -> 0))));
        List<Step> steps = List.of(new EntityStep<>(
                of, Reading.records(Section.list("x", "id"), Nothing.class), (dto, references) -> Stream.of()));
        return (Profile) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Profile.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "entities" -> List.of(entity);
                    case "steps" -> steps;
                    case "defaults" -> new Defaults(1);
                    default -> SCHEMA;
                });
    }

    record Nothing(String id) {}

    @Override
    public void close() throws SQLException {
        connection.close();
        model.close();
    }
}
