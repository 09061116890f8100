package dev.ferry.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param parts which parts of the benchmark
 * @param shapes what is loaded
 * @param ways how it is loaded
 * @param rows how many courses, and how many users
 * @param rounds how often fast ways are run
 * @param largest the largest of the sizes
 * @param complete whether nothing was left out or changed
 */
record Options(
        Set<Part> parts, List<Shape> shapes, Set<Way> ways, int rows, int rounds, int largest, boolean complete) {
    static final String USAGE = """
            src/bench/run [--quick] [--compare] [--sizes] [--memory] [--profile]
                          [--rows N] [--rounds N] [--shape courses|users] [--only WAY,…]""";

    private static final int ROWS = 300_000;
    private static final int ROUNDS = 3;
    private static final int LARGEST = 3_000_000;
    private static final int QUICK_ROWS = 30_000;
    private static final int QUICK_ROUNDS = 3;

    /** A part of the benchmark. */
    enum Part {
        /** All ways, the same rows. */
        COMPARE,
        /** Ferry from few rows to many. */
        SIZES,
        /** Ferry in a small heap. */
        MEMORY,
        /** Where Ferry's time goes. */
        PROFILE
    }

    /** @throws IllegalArgumentException where a word is none of the usage, with what is wrong */
    static Options parse(String... arguments) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        List<Shape> shapes = List.of(Shape.values());
        Set<Way> ways = EnumSet.allOf(Way.class);
        boolean quick = Arrays.asList(arguments).contains("--quick");
        int rows = quick ? QUICK_ROWS : ROWS;
        int rounds = quick ? QUICK_ROUNDS : ROUNDS;
        List<String> words = new ArrayList<>(Arrays.asList(arguments));
        while (!words.isEmpty()) {
            String word = words.remove(0);
            switch (word) {
                case "--quick" -> {}
                case "--compare", "--sizes", "--memory", "--profile" ->
                    parts.add(Part.valueOf(constant(word.substring(2))));
                case "--rows" -> rows = Integer.parseInt(value(word, words));
                case "--rounds" -> rounds = Integer.parseInt(value(word, words));
                case "--shape" -> shapes = List.of(Shape.valueOf(constant(value(word, words))));
                case "--only" -> {
                    ways = EnumSet.noneOf(Way.class);
                    for (String way : value(word, words).split(",", -1)) {
                        ways.add(Way.valueOf(constant(way)));
                    }
                }
                default -> throw new IllegalArgumentException("unknown option: " + word);
            }
        }
        if (parts.isEmpty()) {
            parts = quick ? EnumSet.of(Part.COMPARE, Part.SIZES) : EnumSet.allOf(Part.class);
        }
        return new Options(parts, shapes, ways, rows, rounds, quick ? rows : LARGEST, arguments.length == 0);
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String value(String option, List<String> words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return words.remove(0);
    }
}
