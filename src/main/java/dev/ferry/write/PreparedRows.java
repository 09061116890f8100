package dev.ferry.write;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Batches that were encoded before their turn, while the server still takes another: the thread that writes need only send
 * them. One thread adds them, another takes them.
 */
final class PreparedRows {
    /** In bytes; a larger batch is encoded piece by piece as it is sent. */
    private static final int LARGEST = 1 << 21;

    /** The batches that may wait; the first of more will not be asked for any more. */
    private static final int MOST = 3;

    private final Deque<Batch> ready = new ArrayDeque<>();
    private final Deque<BinaryRows> spare = new ArrayDeque<>();

    /** Where a batch was too large, the next one probably is. */
    private @Nullable CopyTarget large;

    private record Batch(CopyTarget target, List<?> entities, BinaryRows rows) {
        boolean is(CopyTarget wanted, List<?> others) {
            if (!target.equals(wanted) || entities.size() != others.size()) {
                return false;
            }
            Iterator<?> other = others.iterator();
            return entities.stream().allMatch(entity -> entity == other.next());
        }
    }

    /** Encodes a batch, unless it is large or cannot be; it does not change any more until it is taken. */
    void add(CopyTarget target, List<?> entities, SharedSessionContractImplementor session) {
        if (target.equals(large)) {
            return;
        }
        BinaryRows rows = spare();
        try {
            rows.begin();
            for (Object entity : entities) {
                target.put(entity, rows, session);
                if (rows.length() > LARGEST) {
                    large = target;
                    return;
                }
            }
        } catch (NotByCopyException e) {
            // Found again, and told, when the batch is written.
            return;
        }
        synchronized (this) {
            ready.add(new Batch(target, List.copyOf(entities), rows));
            if (ready.size() > MOST) {
                spare.add(ready.remove().rows());
            }
        }
    }

    /** The rows of these very entities, if they were encoded; those of batches before are given up. */
    synchronized Optional<BinaryRows> take(CopyTarget target, List<?> entities) {
        if (ready.stream().noneMatch(batch -> batch.is(target, entities))) {
            return Optional.empty();
        }
        Batch next = ready.remove();
        while (!next.is(target, entities)) {
            spare.add(next.rows());
            next = ready.remove();
        }
        return Optional.of(next.rows());
    }

    /** Takes a buffer back. */
    synchronized void release(BinaryRows rows) {
        spare.add(rows);
    }

    private synchronized BinaryRows spare() {
        return spare.isEmpty() ? new BinaryRows() : spare.remove();
    }
}
