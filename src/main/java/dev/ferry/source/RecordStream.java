package dev.ferry.source;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Makes the stream of a section's records. */
final class RecordStream {
    private RecordStream() {}

    /** @param close what the end of the stream closes */
    static Stream<RawRecord> of(Iterator<? extends RawRecord> records, Runnable close) {
        int characteristics = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.<RawRecord>stream(Spliterators.spliteratorUnknownSize(records, characteristics), false)
                .onClose(close);
    }
}
