package dev.ferry.source;

import java.util.List;

/** Writes JSON pointers (RFC 6901). */
public final class JsonPointer {
    private JsonPointer() {}

    /** The pointer that goes through these member names and array indexes, each escaped; empty for the root. */
    public static String of(List<String> path) {
        StringBuilder pointer = new StringBuilder();
        path.forEach(step -> pointer.append('/').append(step.replace("~", "~0").replace("/", "~1")));
        return pointer.toString();
    }
}
