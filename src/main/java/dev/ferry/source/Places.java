package dev.ferry.source;

/** Tells where the bytes of a record stand in its file. */
interface Places {
    /** The place of the byte at an index of the record. */
    Place of(int index);
}
