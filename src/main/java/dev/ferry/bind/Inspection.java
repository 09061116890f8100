package dev.ferry.bind;

import dev.ferry.source.Limits;
import dev.ferry.source.Position;
import dev.ferry.source.RawRecord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Goes through all tokens of a record, known to its DTO or not, and notes what binding would not see: members that stand
 * twice, texts that PostgreSQL cannot hold, texts and numbers beyond the limits.
 */
final class Inspection {
    private final Findings findings;
    private final Limits limits;
    private final RawRecord raw;
    private final JsonParser parser;

    /** The member names of each object around the token, with the index of the first of each name. */
    private final Deque<Map<String, Integer>> names = new ArrayDeque<>();

    /** @param parser over the record's bytes */
    Inspection(Findings findings, Limits limits, JsonParser parser) {
        this.findings = findings;
        this.limits = limits;
        this.raw = findings.raw();
        this.parser = parser;
    }

    void run() {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case START_OBJECT -> names.push(new HashMap<>());
                case END_OBJECT -> names.pop();
                case PROPERTY_NAME -> inspectName();
                case VALUE_STRING -> inspectText();
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> inspectNumber();
                default -> {
                    // Literals and arrays are what they are.
                }
            }
        }
    }

    /** What is wrong with the record's own key. */
    static Optional<Problem> ofKey(RawRecord raw, Limits limits) {
        return raw.key()
                .flatMap(key -> TextCheck.of(key, limits)
                        .map(fault -> new Problem(raw.position(), List.of(), fault.rule(), fault.message(), raw.id())));
    }

    private void inspectName() {
        inspectText();
        int index = Location.byteIndex(parser);
        Integer first = names.element().putIfAbsent(parser.currentName(), index);
        if (first != null) {
            Position place = raw.at(first, List.of());
            findings.add(
                    parser,
                    Rule.DUPLICATE_KEY,
                    "a member of this name stands in the same object already, at " + place.line() + ":"
                            + place.column());
        }
    }

    private void inspectText() {
        TextCheck.of(raw.bytes(), Location.byteIndex(parser), limits)
                .ifPresent(fault -> findings.add(parser, fault.rule(), fault.message()));
    }

    private void inspectNumber() {
        long digits = digits(raw.bytes(), Location.byteIndex(parser));
        if (digits > limits.numberDigits()) {
            findings.add(
                    parser,
                    Rule.LIMIT,
                    "the number has " + digits + " digits when written without an exponent, at most "
                            + limits.numberDigits() + " are allowed (raise the limit with --max-digits)");
        }
    }

    /** The digits of a number of valid JSON, written without an exponent; nothing is computed from them. */
    private static long digits(byte[] json, int start) {
        int i = json[start] == '-' ? start + 1 : start;
        int whole = digitsAt(json, i);
        i += whole;
        int fraction = 0;
        if (i < json.length && json[i] == '.') {
            fraction = digitsAt(json, i + 1);
            i += 1 + fraction;
        }
        long exponent = i < json.length && (json[i] | 0x20) == 'e' ? exponent(json, i + 1) : 0;
        return exponent >= 0
                ? whole + Math.max(exponent, fraction)
                : Math.max(1, whole + exponent) + fraction - exponent;
    }

    private static long exponent(byte[] json, int start) {
        int i = json[start] == '+' || json[start] == '-' ? start + 1 : start;
        long exponent = 0;
        while (i < json.length && json[i] >= '0' && json[i] <= '9') {
            exponent = Math.min(Integer.MAX_VALUE, exponent * 10 + (json[i] - '0'));
            i++;
        }
        return json[start] == '-' ? -exponent : exponent;
    }

    private static int digitsAt(byte[] json, int start) {
        int i = start;
        while (i < json.length && json[i] >= '0' && json[i] <= '9') {
            i++;
        }
        return i - start;
    }
}
