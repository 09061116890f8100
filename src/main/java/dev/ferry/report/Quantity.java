package dev.ferry.report;

import java.util.Locale;

/** Writes quantities for people, the same in every locale. */
final class Quantity {
    private static final String[] SIZES = {"B", "KiB", "MiB", "GiB", "TiB"};

    private Quantity() {}

    /** A count, grouped by thousands: {@code 1,234}. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A count and its noun, in the plural with an s where it is not one. */
    static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** A duration: {@code 850 ms}, {@code 3.2 s}, {@code 2 min 5 s}, {@code 1 h 4 min}. */
    static String duration(long millis) {
        long seconds = millis / 1_000;
        if (seconds == 0) {
            return millis + " ms";
        }
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%d.%d s", seconds, millis % 1_000 / 100);
        }
        return seconds < 3_600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : count(seconds / 3_600) + " h " + seconds % 3_600 / 60 + " min";
    }

    /** A size in binary units: {@code 12.3 MiB}. */
    static String size(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1_024 && unit < SIZES.length - 1) {
            size /= 1_024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", size, SIZES[unit]);
    }

    /** A share in per cent, rounded down, so that only all of them are 100 %. */
    static String share(double share) {
        return share >= 1 ? "100 %" : String.format(Locale.ROOT, "%.1f %%", Math.floor(share * 1_000) / 10);
    }
}
