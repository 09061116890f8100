package dev.ferry.migration;

import dev.ferry.source.Position;
import dev.ferry.source.RawRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A record that was read before, and is read again only where somebody asks for more than its place. */
final class KnownRecord implements RawRecord {
    private final long offset;
    private final int length;
    private final LongFunction<RawRecord> source;
    /** Several threads may read it again; they read the same. */
    private volatile @Nullable RawRecord read;

    /** @param source gives the record at an offset, to any thread */
    KnownRecord(long offset, int length, LongFunction<RawRecord> source) {
        this.offset = offset;
        this.length = length;
        this.source = source;
    }

    private RawRecord record() {
        RawRecord record = read;
        if (record == null) {
            record = source.apply(offset);
            read = record;
        }
        return record;
    }

    @Override
    public Position position() {
        return record().position();
    }

    @Override
    public Optional<String> key() {
        return record().key();
    }

    @Override
    public String id() {
        return record().id();
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public long end() {
        return record().end();
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public Form form() {
        return record().form();
    }

    @Override
    public byte[] bytes() {
        return record().bytes();
    }

    @Override
    public Position locate(List<String> path) {
        return record().locate(path);
    }

    @Override
    public Position at(int byteIndex, List<String> path) {
        return record().at(byteIndex, path);
    }
}
