package dev.ferry.profile;

import java.util.stream.Stream;

/** Turns a valid record into the rows that it stands for; a pure function. */
@FunctionalInterface
public interface Mapping<D extends Record, E> {
    /** The rows of one record, in order. */
    Stream<E> map(D dto, References references);
}
