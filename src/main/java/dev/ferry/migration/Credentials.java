package dev.ferry.migration;

import dev.ferry.database.DatabaseException;
import dev.ferry.password.CredentialsFile;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of generated passwords through a run: there before it, sealed before its commit, published after it. */
final class Credentials implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);

    private final Optional<CredentialsFile> file;

    private Credentials(Optional<CredentialsFile> file) {
        this.file = file;
    }

    /**
     * Opens the file, if the run generates passwords: a rehearsal does not.
     *
     * @throws dev.ferry.failure.UsageException where the file is there already or cannot be made
     */
    static Credentials of(MigrationOptions options) {
        return new Credentials(
                options.mode() == RunMode.MIGRATE
                        ? options.credentials().map(CredentialsFile::open)
                        : Optional.empty());
    }

    Optional<CredentialsFile> file() {
        return file;
    }

    /** Commits between sealing the file and giving its name away, so that no password is lost and none is without a row. */
    void around(Runnable commit, MigrationListener listener) {
        file.ifPresent(CredentialsFile::seal);
        try {
            commit.run();
        } catch (RuntimeException e) {
            if (!isRefusal(e)) {
                // Whether it took effect nobody knows now, and without the file nobody could log in.
                file.filter(generated -> generated.count() > 0)
                        .map(CredentialsFile::keep)
                        .ifPresent(kept -> {
                            LOG.warn(
                                    "the outcome of the commit is not known; generated passwords are kept in {}", kept);
                            listener.credentialsKept(kept);
                        });
            }
            throw e;
        }
    }

    /** Whether the server itself said that the commit failed: not by losing the connection (class 08) or ending it (57). */
    private static boolean isRefusal(RuntimeException failure) {
        return failure instanceof DatabaseException refused
                && refused.sqlState()
                        .filter(state -> !state.startsWith("08") && !state.startsWith("57"))
                        .isPresent();
    }

    /** After the commit. */
    void publish() {
        file.ifPresent(CredentialsFile::publish);
    }

    @Override
    public void close() {
        file.ifPresent(CredentialsFile::close);
    }
}
