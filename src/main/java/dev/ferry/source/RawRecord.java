package dev.ferry.source;

import java.util.List;
import java.util.Optional;

/**
 * One record as it stands in the source: its bytes, and where they are.
 *
 * <p>Immutable by agreement: the byte array is shared, not copied, and must not be changed.
 */
public interface RawRecord {
    /** The name under which the DTO asks Jackson to inject {@link #key}. */
    String KEY = "key";

    /** The name under which the DTO asks Jackson to inject the record's text as it stands. */
    String PAYLOAD = "payload";

    /** The same for the value as a person reads it: the characters of a text, anything else as it stands. */
    String TEXT = "text";

    /** Where the record begins: at its key where it has one, else at its value. */
    Position position();

    /** The member name that identifies the record, where the section is keyed. */
    Optional<String> key();

    /** The identity of the record for a person: its key, its section's id field, or empty where there is neither. */
    String id();

    /** Where {@link Source#record} finds the record again; grows along the section, up to {@link Source#size}. */
    long offset();

    /** Where the record ends, in the unit of {@link #offset}. */
    default long end() {
        return offset() + length();
    }

    /** How many {@link #bytes} there are. */
    default int length() {
        return bytes().length;
    }

    /** How the record's values are to be taken. */
    default Form form() {
        return Form.JSON;
    }

    /** How the values of a record are to be taken. */
    enum Form {
        /** As JSON says. */
        JSON,
        /**
         * As texts that somebody wrote for them, since the source has no types: where a text is asked for, the characters of
         * any value; where anything else is, also a text that says it.
         */
        TEXT
    }

    /** Whether a condition that the source was given leaves the record out; then only its identity and place are known. */
    default boolean leftOut() {
        return false;
    }

    /** The record's value as UTF-8 JSON. */
    byte[] bytes();

    /**
     * The position of the value at a path inside the record; of the nearest value around it where there is none, and of the
     * record itself where the path is empty. The pointer always names the whole path.
     *
     * @param path member names and array indexes, from the record's root
     */
    Position locate(List<String> path);

    /** The position of a byte of {@link #bytes}, given the path to the value that it belongs to. */
    Position at(int byteIndex, List<String> path);
}
