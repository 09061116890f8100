package dev.ferry.migration;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.migration.PasswordMaker.Made;
import dev.ferry.password.CredentialsFile;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Password;
import dev.ferry.profile.Passwords;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The passwords that the rows of one step are given; made before the run's transaction. */
final class StepPasswords<D extends Record, E> {
    private final Passwords<D, E> passwords;
    private final Optional<CredentialsFile> credentials;
    private final Map<Whose, Made> made = new HashMap<>();

    /** Of one key there may be several records, of which only one is written: which, is known later. */
    record Whose(NaturalKey key, long offset) {}

    StepPasswords(Passwords<D, E> passwords, Optional<CredentialsFile> credentials) {
        this.passwords = passwords;
        this.credentials = credentials;
    }

    void add(Made password) {
        made.put(password.whose(), password);
    }

    /** Sets the hash of a row, where one was made for it. */
    void give(E row, Origin origin, NaturalKey key) {
        Made password = made.get(new Whose(key, origin.offset()));
        if (password != null) {
            passwords.give().accept(row, password.hash());
        }
    }

    /** Hands the generated password of a row over that was inserted or updated. */
    void written(Candidate<D, E> candidate, Meeting<E> meeting) {
        Made password = made.get(new Whose(meeting.key(), candidate.origin().offset()));
        if (password != null && password.generated().isPresent()) {
            credentials.ifPresent(file -> file.add(
                    passwords.login().apply(meeting.entity()),
                    password.generated().get()));
        } else if (password == null
                && candidate
                        .dto()
                        .map(passwords.password())
                        .filter(Password.Plain.class::isInstance)
                        .isPresent()) {
            throw new LostPassword(meeting.key());
        }
    }

    /** Another program took the row away after it was looked for, so that its password was not hashed. */
    private static final class LostPassword extends FerryException {
        private static final long serialVersionUID = 1L;

        LostPassword(NaturalKey key) {
            super(
                    ExitCode.ENVIRONMENT,
                    "the row of " + key + " was there when passwords were hashed, and is gone; rolled back",
                    "migrate again while no other program changes these tables",
                    null);
        }
    }
}
