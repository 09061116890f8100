package dev.ferry.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Writes JSON text the way {@code jsonb} keeps it: without space, and the members of each object in the order of their names' lengths
 * and then of their bytes. The value stays the same, and PostgreSQL need not sort the members, which takes it a fifth of its time
 * for a row. What is not understood at once stays as it is. For one text at a time.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype-json.html">PostgreSQL documentation, JSON Types</a>
 */
final class JsonbOrder {
    /** Deeper values stay as they are: each level takes some of the thread's stack. */
    private static final int DEEPEST = 1_000;

    /** More members are not sorted by insertion, whose time grows with their square. */
    private static final int FEW = 64;

    /** The numbers of a member: where it begins in the target, where its name ends, where it ends. */
    private static final int MEMBER = 3;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';

    private byte[] in = {};
    private byte[] out = {};
    private byte[] unsorted = {};

    /** The members of all objects that are open. */
    private int[] members = new int[MEMBER * FEW];

    private int open;
    private int read;

    /** What was read from here on is not written yet. */
    private int unwritten;

    private int written;

    /**
     * Writes the same JSON value.
     *
     * @param target has room for the whole text
     * @param at where it is written
     * @return where it ends; -1 where it could not be written
     */
    int write(byte[] json, byte[] target, int at) {
        in = json;
        out = target;
        open = 0;
        read = 0;
        unwritten = 0;
        written = at;
        if (!isValue(0) || next() != -1) {
            return -1;
        }
        flush();
        return written;
    }

    /** The next byte that is not space, which is left out; -1 at the end. */
    private int next() {
        if (read < in.length && in[read] > ' ') {
            return in[read];
        }
        return behindSpace();
    }

    private int behindSpace() {
        flush();
        while (read < in.length && (in[read] == ' ' || in[read] == '\n' || in[read] == '\r' || in[read] == '\t')) {
            read++;
        }
        unwritten = read;
        return read < in.length ? in[read] : -1;
    }

    private void flush() {
        System.arraycopy(in, unwritten, out, written, read - unwritten);
        written += read - unwritten;
        unwritten = read;
    }

    /** Where in the target the next byte goes. */
    private int place() {
        return written + read - unwritten;
    }

    private boolean is(char expected) {
        if (next() != expected) {
            return false;
        }
        read++;
        return true;
    }

    private boolean isValue(int depth) {
        return switch (next()) {
            case '{' -> depth < DEEPEST && isObject(depth);
            case '[' -> depth < DEEPEST && isArray(depth);
            case '"' -> isString();
            default -> isScalar();
        };
    }

    private boolean isScalar() {
        int from = read;
        while (read < in.length && isPlain(in[read])) {
            read++;
        }
        return read > from;
    }

    private static boolean isPlain(byte one) {
        return (one >= '0' && one <= '9')
                || (one >= 'a' && one <= 'z')
                || one == 'E'
                || one == '-'
                || one == '+'
                || one == '.';
    }

    private boolean isString() {
        int end = special(read + 1);
        while (end < in.length && in[end] == '\\') {
            end = special(end + 2);
        }
        read = Math.min(end + 1, in.length);
        return end < in.length;
    }

    /** The next quote or backslash; the end or behind it where there is none. */
    private int special(int from) {
        int i = from;
        for (; i + Long.BYTES <= in.length; i += Long.BYTES) {
            long bytes = (long) LONGS.get(in, i);
            // The lowest bit that is set belongs to the first byte that is zero.
            long quotes = bytes ^ QUOTES;
            long backslashes = bytes ^ BACKSLASHES;
            long found = (((quotes - ONES) & ~quotes) | ((backslashes - ONES) & ~backslashes)) & (ONES << 7);
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < in.length && in[i] != '"' && in[i] != '\\') {
            i++;
        }
        return i;
    }

    private boolean isArray(int depth) {
        read++;
        if (is(']')) {
            return true;
        }
        do {
            if (!isValue(depth + 1)) {
                return false;
            }
        } while (is(','));
        return is(']');
    }

    private boolean isObject(int depth) {
        read++;
        if (is('}')) {
            return true;
        }
        int first = open;
        boolean sorted = true;
        do {
            if (next() != '"') {
                return false;
            }
            int member = open;
            if (member + MEMBER > members.length) {
                members = Arrays.copyOf(members, 2 * members.length);
            }
            members[member] = place();
            // What an escape in a name stands for is not looked up.
            int end = special(read + 1);
            if (end >= in.length || in[end] != '"') {
                return false;
            }
            read = end + 1;
            members[member + 1] = place();
            open += MEMBER;
            if (!is(':') || !isValue(depth + 1)) {
                return false;
            }
            members[member + 2] = place();
            if (sorted && member > first) {
                flush();
                sorted = compare(member - MEMBER, member) <= 0;
            }
        } while (is(','));
        if (!sorted) {
            flush();
            sort(first);
        }
        open = first;
        return is('}');
    }

    private int compare(int one, int other) {
        int length = members[one + 1] - members[one];
        int byLength = length - (members[other + 1] - members[other]);
        return byLength != 0 ? byLength : compareBytes(members[one], members[other], length);
    }

    /** Names are short: a comparison for long arrays takes longer to begin. */
    private int compareBytes(int one, int other, int length) {
        for (int i = 0; i < length; i++) {
            int difference = Byte.toUnsignedInt(out[one + i]) - Byte.toUnsignedInt(out[other + i]);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    /** Sorts the members from one on; those of one name keep their order: the last one counts. */
    private void sort(int first) {
        int count = (open - first) / MEMBER;
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = first + i * MEMBER;
        }
        if (count <= FEW) {
            for (int i = 1; i < count; i++) {
                int member = order[i];
                int to = i;
                for (; to > 0 && compare(order[to - 1], member) > 0; to--) {
                    order[to] = order[to - 1];
                }
                order[to] = member;
            }
        } else {
            Comparator<Integer> byName = this::compare;
            order = IntStream.of(order)
                    .boxed()
                    .sorted(byName)
                    .mapToInt(member -> member)
                    .toArray();
        }
        int from = members[first];
        int length = members[open - 1] - from;
        if (unsorted.length < length) {
            unsorted = new byte[2 * length];
        }
        System.arraycopy(out, from, unsorted, 0, length);
        int to = from;
        for (int member : order) {
            if (to > from) {
                out[to++] = ',';
            }
            int start = members[member];
            System.arraycopy(unsorted, start - from, out, to, members[member + 2] - start);
            to += members[member + 2] - start;
        }
    }
}
