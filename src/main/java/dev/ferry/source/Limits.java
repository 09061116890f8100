package dev.ferry.source;

import dev.ferry.failure.UsageException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The most that one record may ask of memory, so that a hostile file cannot exhaust it.
 *
 * @param depth levels of nested objects and arrays, counted from the root of the file
 * @param stringBytes length of one string in UTF-8 bytes
 * @param numberDigits digits of one number when it is written without an exponent
 * @param recordBytes length of one record in bytes
 */
public record Limits(int depth, int stringBytes, int numberDigits, int recordBytes) {
    /** Depth 1,000, strings of 64 MiB, numbers of 1,000 digits, records of 256 MiB (the most that a jsonb value holds). */
    public static final Limits DEFAULT = new Limits(1_000, 64 << 20, 1_000, 256 << 20);

    private static final int COPIES = 8;

    public Limits {
        require("maximum depth", depth);
        require("maximum string length", stringBytes);
        require("maximum number of digits", numberDigits);
        require("maximum record length", recordBytes);
    }

    /** The same limits with another one for the length of a record. */
    public Limits withRecordBytes(int newRecordBytes) {
        return new Limits(depth, stringBytes, numberDigits, newRecordBytes);
    }

    /** The same limits with records no longer than {@link #heapShare}. */
    Limits withinHeap() {
        return recordBytes > heapShare() ? withRecordBytes(heapShare()) : this;
    }

    /** An eighth of the heap: the bytes of one record, since it is held as bytes, text and values at once. */
    static int heapShare() {
        return (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / COPIES);
    }

    /** A number of bytes for people, in the units of the settings: {@code 256 MB}, {@code 31.5 MB}, {@code 1000 bytes}. */
    static String size(int bytes) {
        if (bytes < 1 << 10) {
            return bytes + " bytes";
        }
        int shift = bytes < 1 << 20 ? 10 : 20;
        BigDecimal size = BigDecimal.valueOf(bytes)
                .divide(BigDecimal.valueOf(1L << shift), 1, RoundingMode.DOWN)
                .stripTrailingZeros();
        return size.toPlainString() + (shift == 10 ? " kB" : " MB");
    }

    private static void require(String what, int value) {
        if (value < 1) {
            throw new UsageException(what + " must be at least 1, was " + value, null);
        }
    }
}
