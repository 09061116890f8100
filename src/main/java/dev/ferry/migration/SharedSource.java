package dev.ferry.migration;

import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import dev.ferry.source.Source;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A source for several threads: one may walk through a section while another looks at single records. */
final class SharedSource implements Source {
    private final Source source;

    SharedSource(Source source) {
        this.source = source;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public synchronized String sha256() {
        return source.sha256();
    }

    @Override
    public Extent extent() {
        return source.extent();
    }

    @Override
    public synchronized long size(Section section) {
        return source.size(section);
    }

    @Override
    public synchronized Stream<RawRecord> records(Section section) {
        Stream<RawRecord> records = source.records(section);
        Iterator<RawRecord> shared = new Turns(records.iterator());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(shared, 0), false)
                .onClose(() -> close(records));
    }

    private synchronized void close(Stream<RawRecord> records) {
        records.close();
    }

    @Override
    public synchronized RawRecord record(Section section, long offset) {
        return source.record(section, offset);
    }

    @Override
    public synchronized List<String> notices() {
        return source.notices();
    }

    @Override
    public synchronized void close() {
        source.close();
    }

    /** Records that are read while nobody else uses the source. */
    private final class Turns implements Iterator<RawRecord> {
        private final Iterator<RawRecord> records;

        Turns(Iterator<RawRecord> records) {
            this.records = records;
        }

        @Override
        public boolean hasNext() {
            synchronized (SharedSource.this) {
                return records.hasNext();
            }
        }

        @Override
        public RawRecord next() {
            synchronized (SharedSource.this) {
                return records.next();
            }
        }
    }
}
