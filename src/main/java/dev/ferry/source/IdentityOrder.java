package dev.ferry.source;

import java.util.Iterator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A section whose records are taken in the order of their identities. They are counted over once; where they do not stand in
 * that order already, each is then read from its own place in the file.
 *
 * <p>Offsets of records that are taken out of their place say how many bytes were taken before them.
 */
final class IdentityOrder implements FileSection {
    private final FileSection file;
    private Optional<Permutation> permutation = Optional.empty();
    private boolean known;

    private IdentityOrder(FileSection file) {
        this.file = file;
    }

    /** The section in the order that it asks for. */
    static FileSection where(FileSection file) {
        return file.section().order() == Section.Order.IDENTITY ? new IdentityOrder(file) : file;
    }

    @Override
    public Section section() {
        return file.section();
    }

    @Override
    public long length() {
        return permutation().map(Permutation::bytes).orElseGet(file::length);
    }

    @Override
    public Stream<RawRecord> records() {
        return permutation().map(this::permuted).orElseGet(file::records);
    }

    private Stream<RawRecord> permuted(Permutation order) {
        RecordAccess access = file.access();
        Iterator<RawRecord> records = IntStream.range(0, order.size())
                .<RawRecord>mapToObj(rank -> {
                    RawRecord record = read(access, order, rank);
                    if (rank == order.size() - 1) {
                        access.requireUnchanged();
                    }
                    return record;
                })
                .iterator();
        return RecordStream.of(records, access::close);
    }

    @Override
    public RawRecord record(long offset) {
        Optional<Permutation> order = permutation();
        if (order.isEmpty()) {
            return file.record(offset);
        }
        try (RecordAccess access = file.access()) {
            return read(access, order.get(), order.get().rank(offset));
        }
    }

    private static RawRecord read(RecordAccess access, Permutation order, int rank) {
        RawRecord record = access.record(order.place(rank), order.index(rank), order.length(rank));
        return new TakenRecord(record, order.offset(rank), order.offset(rank) + order.length(rank));
    }

    @Override
    public RecordAccess access() {
        return file.access();
    }

    /** The order, empty where the records stand in it. */
    private Optional<Permutation> permutation() {
        if (!known) {
            try (Stream<RawRecord> records = file.records()) {
                IdentityIndex index = new IdentityIndex();
                records.forEach(record -> index.add((FileRecord) record));
                permutation = index.permutation();
                known = true;
            }
        }
        return permutation;
    }
}
