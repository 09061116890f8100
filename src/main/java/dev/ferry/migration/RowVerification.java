package dev.ferry.migration;

import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.InsertedRows;
import dev.ferry.ledger.InsertedRows.PresentRow;
import dev.ferry.ledger.RunId;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Table;
import dev.ferry.source.Position;
import dev.ferry.validate.KeyIndex;
import dev.ferry.verify.Difference;
import dev.ferry.verify.Difference.Kind;
import dev.ferry.verify.DifferenceReport;
import dev.ferry.verify.Proof.ProvedEntity;
import dev.ferry.verify.ValueExcerpt;
import dev.ferry.write.ComparedRow;
import dev.ferry.write.DifferingValue;
import dev.ferry.write.HibernateModel;
import dev.ferry.write.TargetTables;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares rows with those of the target and keeps what differs; set-based, a batch at a time. */
final class RowVerification {
    /** Keys of the ledger that are looked up at once. */
    private static final int KEYS = 1_000;

    private final HibernateModel model;
    private final TargetTables tables;
    private final InsertedRows inserted;
    private final DifferenceReport report;
    private final SecretColumns secrets;
    private final ValuePlaces places;
    private final String source;
    private final Map<String, TableVerification> byTable = new LinkedHashMap<>();

    RowVerification(
            MigrationOptions options,
            HibernateModel model,
            TargetTables tables,
            InsertedRows inserted,
            DifferenceReport report) {
        this.model = model;
        this.tables = tables;
        this.inserted = inserted;
        this.report = report;
        this.secrets = new SecretColumns(options, model);
        this.places = new ValuePlaces(options.profile());
        this.source = options.source();
    }

    /** Compares the rows of a batch. */
    <E> void verify(Table<E> table, List<Met<E>> rows) throws SQLException {
        note(table, rows, compare(table, rows));
    }

    /** Compares rows that the profile itself defines; one that was there before any run made it is left as it is. */
    <E> void verifyOwn(Table<E> table, List<Met<E>> rows) throws SQLException {
        List<Met<E>> own = new ArrayList<>();
        List<Optional<ComparedRow>> compared = new ArrayList<>();
        List<Optional<ComparedRow>> all = compare(table, rows);
        Set<List<String>> made = Set.copyOf(inserted.ofCompletedRuns(
                table.name(),
                model.identifierColumns(table.entity()),
                all.stream().flatMap(Optional::stream).map(ComparedRow::key).toList()));
        for (int i = 0; i < rows.size(); i++) {
            if (all.get(i).map(row -> made.contains(row.key())).orElse(true)) {
                own.add(rows.get(i));
                compared.add(all.get(i));
            }
        }
        note(table, own, compared);
    }

    private <E> List<Optional<ComparedRow>> compare(Table<E> table, List<Met<E>> rows) throws SQLException {
        List<Integer> there = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).meeting().isInsert()) {
                there.add(i);
            }
        }
        List<Optional<ComparedRow>> found = there.isEmpty()
                ? List.of()
                : tables.compareWhole(table.entity(), entities(rows, there), ids(rows, there));
        List<Optional<ComparedRow>> compared = new ArrayList<>();
        rows.forEach(row -> compared.add(Optional.empty()));
        for (int i = 0; i < there.size(); i++) {
            compared.set(there.get(i), found.get(i));
        }
        return compared;
    }

    private <E> void note(Table<E> table, List<Met<E>> rows, List<Optional<ComparedRow>> compared) throws SQLException {
        TableVerification verification = of(table);
        Map<Integer, List<DifferingValue>> values = values(table, rows, compared);
        for (int i = 0; i < rows.size(); i++) {
            Met<E> row = rows.get(i);
            String id = row.meeting().key().toString();
            if (compared.get(i).isEmpty()) {
                verification.missing++;
                report.add(Difference.missing(table.name(), id, row.origin().locate(List.of())));
                continue;
            }
            verification.found(
                    compared.get(i).get().key(),
                    row.meeting().key(),
                    compared.get(i).get().digest());
            List<DifferingValue> differing = values.getOrDefault(i, List.of());
            if (differing.isEmpty()) {
                verification.matching++;
            } else {
                verification.different++;
                differing.forEach(value -> report.add(difference(table, id, row.origin(), value)));
            }
        }
    }

    /** The values that differ, by the number of their row. */
    private <E> Map<Integer, List<DifferingValue>> values(
            Table<E> table, List<Met<E>> rows, List<Optional<ComparedRow>> compared) throws SQLException {
        List<Integer> differing = new ArrayList<>();
        List<List<String>> columns = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> ofRow = compared.get(i).map(ComparedRow::differing).orElse(List.of());
            if (!ofRow.isEmpty()) {
                differing.add(i);
                columns.add(ofRow);
            }
        }
        Map<Integer, List<DifferingValue>> byRow = new LinkedHashMap<>();
        if (!differing.isEmpty()) {
            tables.values(table.entity(), entities(rows, differing), ids(rows, differing), columns)
                    .forEach(value -> byRow.computeIfAbsent(differing.get(value.row()), any -> new ArrayList<>())
                            .add(value));
        }
        return byRow;
    }

    private Difference difference(Table<?> table, String id, Origin origin, DifferingValue value) {
        boolean secret = secrets.contains(table, value.column());
        Position position = places.of(origin, value.column());
        return new Difference(
                Kind.DIFFERENT,
                table.name(),
                id,
                value.column(),
                secret
                        ? value.expected().map(any -> Concealment.MASK)
                        : ValueExcerpt.of(value.expected(), value.found()),
                secret ? value.found().map(any -> Concealment.MASK) : ValueExcerpt.of(value.found(), value.expected()),
                position);
    }

    /** Finds the rows that runs inserted and nothing in the source maps to. */
    void findUnexpected(List<RunId> runs, Table<?> table) throws SQLException {
        TableVerification verification = of(table);
        Set<List<String>> pending = new LinkedHashSet<>();
        inserted.forEach(runs, table.name(), model.identifierColumns(table.entity()), key -> {
            if (!verification.isExpected(key)) {
                pending.add(key);
            }
            if (pending.size() == KEYS) {
                noteUnexpected(table, verification, List.copyOf(pending));
                pending.clear();
            }
        });
        noteUnexpected(table, verification, List.copyOf(pending));
    }

    /** The keys of the rows that runs inserted into a table. */
    KeyIndex keys(List<RunId> runs, Table<?> table) throws SQLException {
        KeyIndex keys = new KeyIndex();
        inserted.forEach(
                runs,
                table.name(),
                model.identifierColumns(table.entity()),
                key -> keys.add(new NaturalKey(List.copyOf(key)), 0));
        return keys;
    }

    private void noteUnexpected(Table<?> table, TableVerification verification, List<List<String>> keys)
            throws SQLException {
        List<PresentRow> present = inserted.present(
                table.name(), model.identifierColumns(table.entity()), model.naturalKeyColumns(table.entity()), keys);
        for (PresentRow row : present) {
            verification.unexpected(row.key());
            report.add(Difference.unexpected(table.name(), row.name(), source));
        }
    }

    private <E> TableVerification of(Table<E> table) {
        return byTable.computeIfAbsent(table.name(), TableVerification::new);
    }

    /** What was found of a table, beside the counts of its records. */
    VerifiedEntity entity(EntityCount count) {
        return byTable.computeIfAbsent(count.entity(), TableVerification::new).with(count);
    }

    /** The rows of a table, for a proof. */
    ProvedEntity proved(Table<?> table) {
        TableVerification verification = of(table);
        return new ProvedEntity(
                table.name(),
                model.mappedColumns(table.entity()),
                verification.content().rows(),
                verification.content().hex());
    }

    private static <E> List<E> entities(List<Met<E>> rows, List<Integer> chosen) {
        return chosen.stream().map(i -> rows.get(i).meeting().entity()).toList();
    }

    private static <E> List<Object> ids(List<Met<E>> rows, List<Integer> chosen) {
        return chosen.stream()
                .map(i -> rows.get(i).meeting().row().orElseThrow().id())
                .toList();
    }
}
