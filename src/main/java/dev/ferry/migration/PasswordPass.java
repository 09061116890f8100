package dev.ferry.migration;

import dev.ferry.migration.MigrationListener.Progress;
import dev.ferry.migration.PasswordMaker.Act;
import dev.ferry.migration.PasswordMaker.Effort;
import dev.ferry.migration.PasswordMaker.Wanted;
import dev.ferry.migration.SectionReader.Pass;
import dev.ferry.migration.StepPasswords.Whose;
import dev.ferry.password.CredentialsFile;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Password;
import dev.ferry.profile.Passwords;
import dev.ferry.profile.Reading;
import dev.ferry.source.BindingException;
import dev.ferry.source.Position;
import dev.ferry.validate.Warning;
import dev.ferry.write.ReadRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hashes and generates the passwords of one step's rows before the run's transaction, which they would keep open for long: a
 * hash takes some 50 ms. What a row has already is kept where it will do.
 */
final class PasswordPass<R extends Record, D extends Record, E> {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordPass.class);
    private static final long TOLD_EVERY = TimeUnit.MILLISECONDS.toNanos(100);

    private final RunContext run;
    private final EntityStep<D, E> step;
    private final Reading<R, D> reading;
    private final Passwords<D, E> passwords;
    private final Optional<CredentialsFile> credentials;
    private final RecordMapper<R, D, E> mapper;
    private final List<Wanted> wanted = new ArrayList<>();
    private final Map<Act, Long> acts = new EnumMap<>(Act.class);
    private long missing;
    private boolean rejected;
    private long told;

    PasswordPass(
            RunContext run,
            EntityStep<D, E> step,
            Reading<R, D> reading,
            Passwords<D, E> passwords,
            Optional<CredentialsFile> credentials) {
        this.run = run;
        this.step = step;
        this.reading = reading;
        this.passwords = passwords;
        this.credentials = credentials;
        this.mapper = new RecordMapper<>(run, step, reading);
    }

    /** Makes the passwords of a step, if its records have any. */
    static <D extends Record, E> void run(
            RunContext run, EntityStep<D, E> step, Optional<CredentialsFile> credentials) {
        if (step.passwords() != null) {
            run(run, step, step.reading(), step.passwords(), credentials);
        }
    }

    private static <R extends Record, D extends Record, E> void run(
            RunContext run,
            EntityStep<D, E> step,
            Reading<R, D> reading,
            Passwords<D, E> passwords,
            Optional<CredentialsFile> credentials) {
        new PasswordPass<>(run, step, reading, passwords, credentials).run();
    }

    private void run() {
        try {
            run.reader(reading).forEachBatch(Pass.QUIET, this::collect);
        } catch (BindingException e) {
            // The main pass meets it again, and tells of it; nothing will be written.
            LOG.debug(
                    "no passwords are made for {}: the source is broken",
                    step.table().name());
            return;
        }
        run.target().pause();
        StepPasswords<D, E> made = new StepPasswords<>(passwords, credentials);
        Effort effort = effort();
        if (!wanted.isEmpty()) {
            tell();
            new PasswordCores(new PasswordMaker(run.options().passwordHash(), effort)).make(wanted, password -> {
                made.add(password);
                acts.merge(password.act(), 1L, Long::sum);
                tell();
            });
        }
        run.passwords(step, made);
        if (effort == Effort.FULL) {
            report();
        } else if (effort == Effort.TRUST) {
            reportTrust();
        }
    }

    private Effort effort() {
        boolean inVain = rejected && run.options().onRejected() == OnRejected.WRITE_NOTHING;
        return switch (run.options().mode()) {
            case MIGRATE -> inVain ? Effort.NONE : Effort.FULL;
            case REHEARSE -> inVain ? Effort.NONE : Effort.COMPARE;
            case VERIFY -> Effort.TRUST;
            default -> Effort.NONE;
        };
    }

    private void collect(List<Checked<R>> records) {
        List<Whose> whose = new ArrayList<>();
        List<Password> said = new ArrayList<>();
        for (TakenRecord<D, E> record : TakenRecord.<R, D, E>take(records, reading)) {
            for (Candidate<D, E> candidate : record.candidates()) {
                rejected |= candidate.rejectedBefore();
                Optional<Password> password =
                        candidate.accepted() ? candidate.dto().map(passwords.password()) : Optional.empty();
                Optional<NaturalKey> key = mapper.key(candidate.origin());
                if (password.isPresent() && isWanted(password.get()) && key.isPresent()) {
                    whose.add(new Whose(key.get(), candidate.origin().offset()));
                    said.add(password.get());
                }
            }
        }
        add(whose, said);
    }

    private static boolean isWanted(Password password) {
        return password instanceof Password.Plain || password instanceof Password.Missing;
    }

    private void add(List<Whose> whose, List<Password> said) {
        List<NaturalKey> keys = whose.stream().map(Whose::key).toList();
        List<Optional<ReadRow>> rows = run.options().existingRows() == ExistingRows.TRUNCATED
                ? keys.stream().map(key -> Optional.<ReadRow>empty()).toList()
                : run.target().read(step.table(), step.table().key(), keys, List.of(passwords.attribute()));
        for (int i = 0; i < keys.size(); i++) {
            // A row that is there is left as it is, unless the run updates.
            if (rows.get(i).isEmpty() || run.options().onConflict() == OnConflict.UPDATE) {
                add(
                        whose.get(i),
                        said.get(i),
                        rows.get(i).flatMap(row -> row.values().get(0)));
            }
        }
    }

    private void add(Whose whose, Password said, Optional<String> present) {
        // With a bare digest nobody can log in, so it is not worth keeping.
        Optional<String> hash = present.filter(text -> !(Password.of(text) instanceof Password.Digest));
        if (said instanceof Password.Missing && hash.isEmpty() && credentials.isEmpty()) {
            missing++;
        } else {
            wanted.add(new Wanted(whose, said, hash));
        }
    }

    private void tell() {
        long done = acts.values().stream().mapToLong(Long::longValue).sum();
        long now = System.nanoTime();
        if (done == 0 || done == wanted.size() || now - told >= TOLD_EVERY) {
            told = now;
            run.listener().progress(new Progress(step.table().name() + " passwords", done, 0, done, wanted.size()));
        }
    }

    private void report() {
        long made = acts.getOrDefault(Act.HASHED, 0L) + acts.getOrDefault(Act.GENERATED, 0L);
        if (made > 0) {
            List<String> parts = new ArrayList<>();
            parts.add(acts.getOrDefault(Act.HASHED, 0L) + " hashed");
            parts.add(acts.getOrDefault(Act.GENERATED, 0L) + " generated");
            parts.add(acts.getOrDefault(Act.KEPT, 0L) + " kept");
            parts.add(missing + " missing");
            warn("passwords", String.join(", ", parts), 1);
        }
        long unchecked = acts.getOrDefault(Act.KEPT_UNCHECKED, 0L);
        if (unchecked > 0) {
            warn(
                    "unchecked-password",
                    "the hash in the database is of a format that cannot be compared with the source's password; it is kept",
                    unchecked);
        }
    }

    private void reportTrust() {
        long trusted = acts.getOrDefault(Act.KEPT, 0L) + acts.getOrDefault(Act.KEPT_UNCHECKED, 0L);
        if (trusted > 0) {
            warn(
                    Verification.RULE,
                    "the stored hash of a plain or generated password was not compared; verify --logins checks logins",
                    trusted);
        }
    }

    private void warn(String rule, String message, long count) {
        Position position =
                new Position(run.options().source(), reading.section().name(), 0, 1, 1, "");
        String table = reading.table().orElse(step.table().name());
        run.report().warn(new Warning(position, table, "", rule, message, count));
    }
}
