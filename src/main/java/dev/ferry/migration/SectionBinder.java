package dev.ferry.migration;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongArrayList;
import dev.ferry.bind.Binder;
import dev.ferry.bind.Bound;
import dev.ferry.bind.UnknownField;
import dev.ferry.source.RawRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Binds the records of a section, pass by pass. The DTOs of the first pass are kept for the later ones, from the first record on
 * and as far as there is room. Where all of them are kept, later passes need not even read.
 */
final class SectionBinder<R extends Record> {
    /** What a DTO takes in memory: this much for each byte of its record, and this much beside. An estimate. */
    private static final int FOR_EACH_BYTE = 2;

    private static final int FOR_EACH_RECORD = 200;

    private final Supplier<Binder<R>> binders;
    private final LongPredicate room;
    /** Of the first pass, which finds the unknown fields. */
    private final Binder<R> first;

    private @Nullable Binder<R> later;
    /** For single records, while another thread walks through the section; few runs need it. */
    private @Nullable Binder<R> single;

    private final List<@Nullable R> kept = new ArrayList<>();
    private final LongArrayList offsets = new LongArrayList();
    private final IntArrayList lengths = new IntArrayList();
    private boolean keeps;
    private boolean begun;
    /** Whether the DTO of every record is kept. */
    private boolean whole;

    private int next;

    /**
     * @param binders makes a binder
     * @param readAgain whether there will be more than one pass
     * @param room takes a number of bytes if there are as many
     */
    SectionBinder(Supplier<Binder<R>> binders, boolean readAgain, LongPredicate room) {
        this.binders = binders;
        this.first = binders.get();
        this.keeps = readAgain;
        this.room = room;
    }

    /** Begins a pass, in which all records come in their order. */
    void begin() {
        if (begun) {
            keeps = false;
            later = later == null ? binders.get() : later;
        }
        begun = true;
        next = 0;
    }

    /** Ends a pass in which all records came. */
    void end() {
        whole |= keeps && !kept.contains(null);
    }

    /**
     * The records, where none of them has to be read again: what is asked of one beside its place is read then.
     *
     * @param source gives the record at an offset, to any thread
     */
    Optional<Iterator<RawRecord>> known(LongFunction<RawRecord> source) {
        return whole
                ? Optional.of(IntStream.range(0, kept.size())
                        .mapToObj(i -> (RawRecord) new KnownRecord(offsets.get(i), lengths.get(i), source))
                        .iterator())
                : Optional.empty();
    }

    /** The next record, bound. */
    Bound<R> bind(RawRecord raw) {
        int index = next++;
        @Nullable R known = index < kept.size() && offsets.get(index) == raw.offset() ? kept.get(index) : null;
        if (known != null) {
            return new Bound.Parsed<>(raw, known);
        }
        Bound<R> bound = (later == null ? first : later).bind(raw);
        keep(raw, bound instanceof Bound.Parsed<R> parsed ? parsed.value() : null);
        return bound;
    }

    /** Passes the next record by. */
    void skip(RawRecord raw) {
        next++;
        keep(raw, null);
    }

    private void keep(RawRecord raw, @Nullable R dto) {
        keeps = keeps && room.test(FOR_EACH_RECORD + (long) FOR_EACH_BYTE * raw.length());
        if (keeps) {
            kept.add(dto);
            offsets.add(raw.offset());
            lengths.add(raw.length());
        }
    }

    /** A record out of its turn. */
    Bound<R> bindSingle(RawRecord raw) {
        if (single == null) {
            single = binders.get();
        }
        return single.bind(raw);
    }

    /** The fields that the DTO does not know, in the order in which they were first seen; after the first pass. */
    List<UnknownField> unknownFields() {
        return first.unknownFields();
    }
}
