package dev.ferry.source;

import java.util.List;
import java.util.Optional;

/** A record that is taken before or after its neighbours in the file; only its offsets are others. */
record TakenRecord(RawRecord record, long offset, long end) implements RawRecord {
    @Override
    public Position position() {
        return record.position();
    }

    @Override
    public Optional<String> key() {
        return record.key();
    }

    @Override
    public String id() {
        return record.id();
    }

    @Override
    public Form form() {
        return record.form();
    }

    @Override
    public byte[] bytes() {
        return record.bytes();
    }

    @Override
    public Position locate(List<String> path) {
        return record.locate(path);
    }

    @Override
    public Position at(int byteIndex, List<String> path) {
        return record.at(byteIndex, path);
    }
}
