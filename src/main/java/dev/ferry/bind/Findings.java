package dev.ferry.bind;

import dev.ferry.source.RawRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;

/** What was found in the record that is being bound: problems, at most one for each place, and unknown fields. */
final class Findings {
    /** The most problems of one record that are kept; a list of millions of wrong values must not exhaust memory. */
    static final int MAX_PROBLEMS = 1_000;

    /** Stands for the key, which is not among the record's bytes. */
    private static final int KEY = -1;

    /** By the index of their first byte, so that they come in the order of their places. */
    private final Map<Integer, Problem> problems = new TreeMap<>();

    private final List<Unknown> unknown = new ArrayList<>();
    private @Nullable RawRecord raw;
    private @Nullable FreeValue value;
    private @Nullable Literal literal;
    private long dropped;
    private long unlistedUnknown;

    /** An unknown field: its path with {@code *} for array indexes and map keys, its own path, and its value's index. */
    record Unknown(List<String> kind, List<String> path, int byteIndex) {}

    /** Forgets everything and begins with a record. */
    void begin(RawRecord record) {
        raw = record;
        problems.clear();
        unknown.clear();
        value = null;
        literal = null;
        dropped = 0;
        unlistedUnknown = 0;
    }

    RawRecord raw() {
        return Objects.requireNonNull(raw, "no record was begun");
    }

    /** The bytes that are being read: the record's, or those of an array that a text in it stands for. */
    byte[] bytes() {
        return literal == null ? raw().bytes() : literal.json();
    }

    /** The parser that is reading them. */
    JsonParser parser(DeserializationContext context) {
        return literal == null ? context.getParser() : literal.parser();
    }

    /** Says that the array is read which a text stands for; it holds no text that stands for another. */
    void begin(Literal newLiteral) {
        literal = newLiteral;
    }

    /** Says that it is read. */
    void endLiteral() {
        literal = null;
    }

    /** The value of any kind that a DTO is being made of; empty while one is made of an object's members. */
    Optional<FreeValue> value() {
        return Optional.ofNullable(value);
    }

    /** Says what value a DTO is made of. */
    void begin(FreeValue newValue) {
        value = newValue;
    }

    /** Says that it is made. */
    void endValue() {
        value = null;
    }

    /** Notes a problem with the record's key. */
    void add(Problem ofKey) {
        problems.put(KEY, ofKey);
    }

    /** Notes a problem with the value that the parser stands at. */
    void add(JsonParser parser, String rule, String message) {
        if (literal == null) {
            add(Location.byteIndex(parser), Location.path(parser), rule, message);
            return;
        }
        List<String> path = new ArrayList<>(literal.path());
        path.addAll(Location.path(parser));
        add(literal.byteIndex(), path, rule, message);
    }

    /** Notes a problem with the value or member name that begins at an index of the record's bytes. */
    void add(int byteIndex, List<String> path, String rule, String message) {
        if (problems.containsKey(byteIndex)) {
            return;
        }
        if (problems.size() >= MAX_PROBLEMS) {
            dropped++;
            return;
        }
        String value = JsonExcerpt.at(raw().bytes(), byteIndex);
        problems.put(byteIndex, new Problem(raw().at(byteIndex, path), path, rule, message, value));
    }

    /** Notes a field that the DTO does not know; the parser stands at its value. */
    void unknown(JsonParser parser) {
        if (unknown.size() < UnknownFields.MAX_KINDS) {
            unknown.add(new Unknown(Location.kind(parser), Location.path(parser), Location.byteIndex(parser)));
        } else {
            unlistedUnknown++;
        }
    }

    /** Whether a problem was noted with the value that the parser stands at, so that it must not be looked at again. */
    boolean has(JsonParser parser) {
        return !problems.isEmpty()
                && problems.containsKey(literal == null ? Location.byteIndex(parser) : literal.byteIndex());
    }

    boolean none() {
        return problems.isEmpty();
    }

    /** Whether there are problems that were not kept, so that {@link #has} cannot be relied on. */
    boolean overflowed() {
        return dropped > 0;
    }

    /** The problems, in the order of their places. */
    List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems.values());
        if (dropped > 0) {
            String message = "the record has " + dropped + " more problems, which are not listed";
            all.add(new Problem(raw().position(), List.of(), Rule.LIMIT, message, ""));
        }
        return all;
    }

    List<Unknown> unknown() {
        return unknown;
    }

    /** Unknown fields beyond those that are listed. */
    long unlistedUnknown() {
        return unlistedUnknown;
    }
}
