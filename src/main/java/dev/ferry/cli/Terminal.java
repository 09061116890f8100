package dev.ferry.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of the standard streams a person sits at. Java cannot tell them apart, so the launcher does.
 *
 * @param streams those that are terminals
 */
record Terminal(Set<Stream> streams) {
    /** A standard stream. */
    enum Stream {
        /** Standard input. */
        IN,
        /** Standard output. */
        OUT,
        /** Standard error. */
        ERR
    }

    Terminal {
        streams = Set.copyOf(streams);
    }

    /** Reads what the launcher says: {@code in,out,err} or a part of it. */
    static Terminal of(String names) {
        Set<String> given = Set.of(names.toUpperCase(Locale.ROOT).split(",", -1));
        return new Terminal(Arrays.stream(Stream.values())
                .filter(stream -> given.contains(stream.name()))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a stream is a terminal. */
    boolean is(Stream stream) {
        return streams.contains(stream);
    }

    /** Whether a person can be asked: the question goes to standard error. */
    boolean canAsk() {
        return is(Stream.IN) && is(Stream.ERR);
    }
}
