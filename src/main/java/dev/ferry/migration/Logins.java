package dev.ferry.migration;

import dev.ferry.database.Database;
import dev.ferry.database.SqlFailure;
import dev.ferry.failure.UsageException;
import dev.ferry.migration.LoginReport.Checked;
import dev.ferry.migration.LoginReport.Outcome;
import dev.ferry.password.Login;
import dev.ferry.password.Match;
import dev.ferry.password.StoredHash;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.KeyAttribute;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Passwords;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.write.HibernateModel;
import dev.ferry.write.ReadRow;
import dev.ferry.write.TargetTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks stored hashes against passwords, so that people are known to get in; changes nothing. */
public final class Logins {
    private final Database database;
    private final Profile profile;
    private final String schema;
    private final EntityStep<?, ?> step;

    private Logins(Database database, Profile profile, String schema, EntityStep<?, ?> step) {
        this.database = database;
        this.profile = profile;
        this.schema = schema;
        this.step = step;
    }

    /**
     * The logins of a profile's rows.
     *
     * @throws UsageException where its rows have no passwords
     */
    public static Logins of(Database database, Profile profile, String schema) {
        EntityStep<?, ?> found = profile.steps().stream()
                .filter(step -> step instanceof EntityStep<?, ?> filling && filling.passwords() != null)
                .map(step -> (EntityStep<?, ?>) step)
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "profile " + profile.name() + " has no passwords", "choose a profile whose rows are users"));
        return new Logins(database, profile, schema, found);
    }

    /** Checks at most so many of these logins, evenly spread over them. */
    public LoginReport check(List<Login> logins, int most) {
        int count = Math.min(most, logins.size());
        List<Login> chosen = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            chosen.add(logins.get((int) ((long) i * logins.size() / count)));
        }
        return read(tables -> checked(tables, step, chosen));
    }

    /** Checks a password that everybody is said to have, with the first users that have one. */
    public LoginReport check(String password, int most) {
        return read(tables -> {
            List<Checked> checks = new ArrayList<>();
            Passwords<?, ?> passwords = passwords(step);
            List<String> attributes = List.of(passwords.attribute(), passwords.loginAttribute());
            for (List<Optional<String>> row : tables.first(step.table().entity(), attributes, most)) {
                checks.add(new Checked(row.get(1).orElse(""), outcome(row.get(0), password)));
            }
            return checks;
        });
    }

    private static <D extends Record, E> List<Checked> checked(
            TargetTables tables, EntityStep<D, E> step, List<Login> logins) throws SQLException {
        Passwords<D, E> passwords = passwords(step);
        Table<E> table = step.table();
        UniqueKey<E> key =
                new UniqueKey<>("", List.of(new KeyAttribute<>(passwords.loginAttribute(), passwords.login()::apply)));
        List<Optional<ReadRow>> rows = tables.read(
                table.entity(),
                key,
                logins.stream().map(login -> NaturalKey.of(login.name())).toList(),
                List.of(passwords.attribute()));
        List<Checked> checks = new ArrayList<>();
        for (int i = 0; i < logins.size(); i++) {
            Login login = logins.get(i);
            checks.add(new Checked(
                    login.name(),
                    rows.get(i)
                            .map(row -> outcome(row.values().get(0), login.password()))
                            .orElse(Outcome.MISSING)));
        }
        return checks;
    }

    private static <D extends Record, E> Passwords<D, E> passwords(EntityStep<D, E> step) {
        return Optional.ofNullable(step.passwords()).orElseThrow();
    }

    private static Outcome outcome(Optional<String> hash, String password) {
        if (hash.isEmpty()) {
            return Outcome.NOT_MATCHING;
        }
        Match match = StoredHash.of(hash.get())
                .map(stored -> stored.matches(password))
                .orElse(Match.UNKNOWN);
        return switch (match) {
            case YES -> Outcome.MATCHING;
            case NO -> Outcome.NOT_MATCHING;
            case UNKNOWN -> Outcome.CANNOT_TELL;
        };
    }

    private LoginReport read(Reading reading) {
        try (HibernateModel model = new HibernateModel(profile, schema);
                Connection connection = database.connect("verify");
                TargetTables tables = new TargetTables(model, connection)) {
            connection.setReadOnly(true);
            return new LoginReport(profile.name(), database.description() + ", schema " + schema, reading.from(tables));
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
    }

    /** Reads checks out of the target. */
    @FunctionalInterface
    private interface Reading {
        List<Checked> from(TargetTables tables) throws SQLException;
    }
}
