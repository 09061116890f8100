package dev.ferry.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonbOrderTest {
    private static final List<String> NAMES = List.of("", "a", "b", "B", "é", "zz", "aaa", "ä1", "名", "😀", "x y");
    /** The last one is written otherwise by jsonb. */
    private static final List<String> SCALARS = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1.50",
            "12345678901234567890.10",
            "\"\"",
            "\"a\\\"b\\\\\"",
            "\"é,{}\"",
            "1e3");

    private final JsonbOrder order = new JsonbOrder();

    private String ordered(String json) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        byte[] target = new byte[text.length + 5];
        int end = order.write(text, target, 5);
        return end < 0 ? json : new String(target, 5, end - 5, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"bb\": 1, \"a\" : [ 1 , {} ] , \"c\": {\"y\":1,\"x\":2} } | {\"a\":[1,{}],\"c\":{\"x\":2,\"y\":1},\"bb\":1}",
                "{\"a\":1,\"b\":2,\"a\":3} | {\"a\":1,\"a\":3,\"b\":2}",
                "[ 1 , true ] | [1,true]",
                "{\"é\":1,\"zz\":2,\"a\":3} | {\"a\":3,\"zz\":2,\"é\":1}"
            })
    void members_are_ordered_by_the_length_of_their_names_and_then_their_bytes(String json, String expected) {
        assertThat(ordered(json)).isEqualTo(expected);
    }

    /** What the server refuses, it must still refuse. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"b\":1,\"a\":2",
                "{\"b\":1,\"a\":2}}",
                "{\"b\":1 \"a\":2}",
                "{\"b\":1,\"a\":2,}",
                "{\"b\":1,a:2}",
                "{\"b\" 1}",
                "[1 2]",
                "[1,]",
                "\"open",
                "\"open\\",
                "1 2",
                "{\"b\\u0041\":1,\"a\":2}"
            })
    void what_is_not_understood_stays(String json) {
        assertThat(ordered(json)).isEqualTo(json);
    }

    @Test
    void depth_is_no_danger() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(ordered(deep)).isEqualTo(deep);
    }

    @Test
    void the_value_is_the_same_for_any_json_and_the_text_that_of_jsonb() throws SQLException {
        Random random = new Random(6);
        String url = TestPostgres.newDatabase();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE json (plain boolean, before text, after text)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO json VALUES (?, ?, ?)")) {
                for (int i = 0; i < 6_000; i++) {
                    StringBuilder json = new StringBuilder();
                    boolean plain = i % 2 == 0;
                    value(random, json, plain, 0);
                    insert.setBoolean(1, plain);
                    insert.setString(2, json.toString());
                    insert.setString(3, ordered(json.toString()));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
        assertThat(DatabaseDump.value(url, "SELECT count(*) FROM json WHERE before::jsonb::text <> after::jsonb::text"))
                .isEqualTo("0");
        assertThat(DatabaseDump.value(
                        url,
                        "SELECT count(*) FROM json WHERE plain"
                                + " AND regexp_replace(before::jsonb::text, '([:,]) ', '\\1', 'g') <> after"))
                .isEqualTo("0");
    }

    /** @param plain without numbers that are written otherwise, and members that are there twice or have an escape */
    private static void value(Random random, StringBuilder json, boolean plain, int depth) {
        space(random, json);
        int kind = random.nextInt(depth > 4 ? 1 : 3);
        if (kind == 0) {
            json.append(SCALARS.get(random.nextInt(SCALARS.size() - (plain ? 1 : 0))));
        } else {
            List<String> names = new ArrayList<>(NAMES);
            Collections.shuffle(names, random);
            json.append(kind == 1 ? '[' : '{');
            for (int i = random.nextInt(6); i > 0; i--) {
                space(random, json);
                if (kind == 2) {
                    String name = plain || random.nextInt(3) > 0 ? names.get(i) : "a";
                    json.append('"')
                            .append(name)
                            .append(plain || random.nextInt(20) > 0 ? "" : "\\u0062")
                            .append('"');
                    space(random, json);
                    json.append(':');
                }
                value(random, json, plain, depth + 1);
                json.append(i > 1 ? "," : "");
            }
            json.append(kind == 1 ? ']' : '}');
        }
        space(random, json);
    }

    private static void space(Random random, StringBuilder json) {
        if (random.nextInt(3) == 0) {
            json.append(" \n\t\r".charAt(random.nextInt(4)));
        }
    }
}
