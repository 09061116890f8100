package dev.ferry.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small table, held as text.
 *
 * @param columns what stands in each column
 * @param rows the rows, each as long as the columns
 */
record Table(List<Column> columns, List<List<String>> rows) {
    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** What stands in a column, and so how it is aligned. */
    record Column(String title, Content content) {
        static Column words(String title) {
            return new Column(title, Content.WORDS);
        }

        static Column number(String title) {
            return new Column(title, Content.NUMBERS);
        }

        boolean holdsNumbers() {
            return content == Content.NUMBERS;
        }
    }

    enum Content {
        WORDS,
        NUMBERS
    }

    /** The titles and the rows, aligned for letters of one width, two spaces between columns. */
    List<String> lines() {
        List<List<String>> all = new ArrayList<>();
        all.add(columns.stream().map(Column::title).toList());
        all.addAll(rows);
        int[] widths = IntStream.range(0, columns.size())
                .map(column -> all.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> align(row.get(i), widths[i], columns.get(i).content()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String align(String text, int width, Content content) {
        String space = " ".repeat(width - width(text));
        return content == Content.NUMBERS ? space + text : text + space;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
