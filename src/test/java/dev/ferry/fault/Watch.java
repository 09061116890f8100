package dev.ferry.fault;

import dev.ferry.fault.FrontendMessages.Message;
import dev.ferry.fault.Moment.AtCommit;
import dev.ferry.fault.Moment.AtMessage;
import dev.ferry.fault.Moment.Stage;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts what one process says to the server, and strikes once when its moment comes. Thread-safe. */
final class Watch {
    private final Moment moment;
    private final Strike strike;
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();
    private final AtomicBoolean come = new AtomicBoolean();
    private final CompletableFuture<Boolean> landed = new CompletableFuture<>();
    private volatile @Nullable Link awaited;

    /** What is done; gives whether there was something to do it to. */
    interface Strike {
        boolean at(Optional<Link> link, Optional<Message> message) throws IOException;
    }

    Watch(Moment moment, Strike strike) {
        this.moment = moment;
        this.strike = strike;
    }

    /** Counts and does nothing. */
    static Watch only() {
        return new Watch(new Moment.Never(), (link, message) -> false);
    }

    long messages() {
        return messages.get();
    }

    long commits() {
        return commits.get();
    }

    /** Whether the fault landed, once it is over. */
    CompletableFuture<Boolean> landed() {
        return landed;
    }

    /** Whether the moment has not come. */
    boolean isOut() {
        return !come.get();
    }

    /** Strikes now, unless it has. */
    void strike() {
        if (come.compareAndSet(false, true)) {
            hit(Optional.empty(), Optional.empty());
        }
    }

    /** A message has come from the client; returns when it may go on. */
    void arriving(Link link, Message message) {
        long number = messages.incrementAndGet();
        long commit = message.commits() ? commits.incrementAndGet() : 0;
        stage(number, commit).filter(stage -> come.compareAndSet(false, true)).ifPresent(stage -> {
            if (stage == Stage.NOT_SENT) {
                hit(Optional.of(link), Optional.of(message));
            } else {
                if (stage == Stage.UNHEARD) {
                    link.mute();
                }
                awaited = link;
            }
        });
    }

    /** The message is on its way to the server. */
    void forwarded(Link link, Message message) {
        // Link has no equals: this is about the very connection.
        if (link.equals(awaited) && message.answered()) {
            awaited = null;
            hit(Optional.of(link), Optional.of(message));
        }
    }

    private Optional<Stage> stage(long number, long commit) {
        if (moment instanceof AtMessage at && at.number() == number) {
            return Optional.of(at.stage());
        }
        return moment instanceof AtCommit at && at.number() == commit ? Optional.of(at.stage()) : Optional.empty();
    }

    private void hit(Optional<Link> link, Optional<Message> message) {
        try {
            landed.complete(strike.at(link, message));
        } catch (IOException | RuntimeException e) {
            landed.completeExceptionally(e);
        }
    }
}
