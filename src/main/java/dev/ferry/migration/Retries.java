package dev.ferry.migration;

import dev.ferry.database.DatabaseException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says whether a failure is worth another attempt, and waits before it; for one piece of work. */
final class Retries {
    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    /** The most attempts of one piece of work beside the first. */
    static final int MOST = 6;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    private int made;

    /** What a failure means for another attempt (PostgreSQL documentation, Appendix A). */
    enum Kind {
        /** The connection is gone, and whatever was not committed. */
        LOST("08", "57P01", "57P02", "57P03", "53300"),
        /** The transaction met another one: a deadlock, or a serialization failure. */
        PASSING("40001", "40P01"),
        /** It would fail again. */
        LASTING();

        private final String[] states;

        Kind(String... states) {
            this.states = states;
        }

        /** The kind of a failure, by the first SQLSTATE among it and its causes. */
        static Kind of(Throwable failure) {
            Optional<String> state = state(failure);
            return Stream.of(values())
                    .filter(kind -> Stream.of(kind.states)
                            .anyMatch(prefix -> state.filter(text -> text.startsWith(prefix))
                                    .isPresent()))
                    .findFirst()
                    .orElse(LASTING);
        }

        private static Optional<String> state(Throwable failure) {
            for (Throwable one = failure; one != null; one = one.getCause()) {
                if (one instanceof DatabaseException known && known.sqlState().isPresent()) {
                    return known.sqlState();
                }
                if (one instanceof SQLException sql && sql.getSQLState() != null) {
                    return Optional.of(sql.getSQLState());
                }
            }
            return Optional.empty();
        }
    }

    /** Waits before another attempt, longer each time; whether there is to be one. */
    boolean next(Throwable failure) {
        if (++made > MOST) {
            return false;
        }
        LOG.warn("attempt {} failed, another follows: {}", made, failure.getMessage());
        return pause(FIRST_PAUSE.multipliedBy(1L << made));
    }

    /** Waits about so long, so that those who met do not meet again; whether the wait was not interrupted. */
    static boolean pause(Duration about) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(about.toMillis() / 2, about.toMillis() + 1));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
