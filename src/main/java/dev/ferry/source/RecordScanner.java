package dev.ferry.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the values of a file's language from the window, checks them, and keeps the record at hand. */
interface RecordScanner {
    /** Skips what has no meaning; the byte behind it, {@link JsonScalars#END} at the end of the file. */
    int peek();

    /** Goes behind an opening bracket. False if the closing one follows at once, then behind that too. */
    boolean enter();

    /** Says which bracket is the innermost of those that are open before the first byte. */
    void inside(char closing);

    /** Goes to the next value or member name (true), or behind the closing bracket (false). */
    boolean another();

    /** From here on what is read is kept; the place of the next byte. */
    Place hold();

    /** Whether something is kept. */
    boolean holding();

    /** What was kept is no longer needed. */
    void release();

    /** Goes behind a member's name and the colon; the name. Something must be held. */
    String name();

    /** Goes behind a value with all that is in it. False where it means that there is no such member. */
    boolean value();

    /** The value that was read, which began at {@code start} or has its key there. Releases it. */
    RawRecord record(JsonSection section, long index, @Nullable String key, Place start);

    /** The member names and indexes that lead from the value that is held to where the window stands. */
    List<String> path();

    /** Refuses anything but what has no meaning up to the end of the file. */
    void end();
}
