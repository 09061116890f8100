package dev.ferry.source;

import java.util.Optional;

/** A record of a file. */
interface FileRecord extends RawRecord {
    /** Where it begins in the file. */
    Place start();

    /** Its number in the section, from 0. */
    long index();

    /** What identifies it, whole: {@link #id} shows a person the beginning. Empty for null as for nothing. */
    Optional<String> identity();
}
