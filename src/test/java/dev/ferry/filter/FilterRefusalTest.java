package dev.ferry.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.UsageException;
import dev.ferry.profile.school.SchoolProfile;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no filter may be, and how its user is told. */
class FilterRefusalTest {
    /** In the first column {@code ^} stands before the place of the caret. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1=1^; drop table users            | a semicolon ends the condition, and a filter is one condition
            ^1=1                              | this compares no field
            price > 1 OR ^'a' = 'a'           | this compares no field
            ^TRUE                             | this compares no field
            NOT ^FALSE                        | this compares no field
            ^NULL IS NULL                     | this compares no field
            ^'x' IN ('x')                     | this compares no field
            ^lower(name) = 'x'                | a function cannot stand in a filter
            name = ^lower('x')                | a function cannot stand in a filter
            name IN ('a', ^lower('x'))        | a function cannot stand in a filter
            name IN ^(SELECT 1)               | a query cannot stand in a filter
            ^EXISTS (SELECT 1)                | a query cannot stand in a filter
            name = ^(SELECT name FROM x)      | a query cannot stand in a filter
            pieces ^+ 1 > 3                   | '+' calculates, and a filter only compares
            pieces > 3 ^* 2                   | '*' calculates, and a filter only compares
            pieces ^% 2 = 1                   | '%' calculates, and a filter only compares
            ^created_at::date = '2024-01-01'  | a cast cannot stand in a filter
            ^CAST(pieces AS text) = '1'       | a cast cannot stand in a filter
            ^CASE WHEN in_stock THEN 1 END = 1 | CASE cannot stand in a filter
            name = ^?                         | a parameter cannot stand in a filter
            name = ^:name                     | a parameter cannot stand in a filter
            name = 'a' ^-- b                  | a comment cannot stand in a filter
            name ^/* b */ = 'a'               | a comment cannot stand in a filter
            name = ^$$a$$                     | '$' means nothing in a filter outside of quotes
            name = ^E'a'                      | this kind of text cannot stand in a filter
            name = ^'a                        | the quotes that begin here do not end
            name = 'a' ^b                     | 'b' is not expected here
            pieces =^                         | a condition is missing or unfinished here
            pieces = 1 AND^                   | a condition is missing or unfinished here
            pieces =^= 1                      | '=' is not expected here
            name IN ^()                       | the list has no values
            ^name IN 'a'                      | IN takes values in parentheses
            pieces = ^0x1F                    | '0x1F' cannot stand in a filter
            pieces = ^(1, 2)                  | a list cannot stand here
            (^pieces = 1) = (pieces = 2)      | a condition cannot stand here
            pieces ^^= 1                      | '^=' is none of a filter's operators
            ^~pieces = 1                      | '~pieces' cannot stand in a filter
            (pieces = 1^                      | a condition is missing or unfinished here
            pieces = 1^)                      | ')' is not expected here
            pieces = 1 ^= 2                   | '=' is not expected here
            name = 'a' ^&& in_stock           | '&&' is none of a filter's operators
            name ^SIMILAR TO 'a'              | SIMILAR_TO cannot stand in a filter
            name LIKE 'a' ESCAPE ^'xy'        | ESCAPE takes one character, or '' for none
            name LIKE ^'a\\'                  | the pattern ends with the character that makes the next one stand for itself
            ^pieces LIKE 'a'                  | 'pieces' is a number, and only texts are like a pattern
            ^name                             | 'name' is text, which is no condition by itself
            ^tags = 'a'                       | 'tags' holds more than one value and cannot be compared
            ^goods.name = 'a'                 | 'goods.name' is no field's name
            pieces = ^name                    | 'pieces' is a number, and 'name' is text
            pieces = ^'abc'                   | 'pieces' is a number, and 'abc' is no number
            pieces IN (1, ^TRUE)              | 'pieces' is a number, and TRUE is no number
            pieces BETWEEN 1 AND ^'5'         | 'pieces' is a number, and '5' is no number
            name = ^-5                        | 'name' is text, and -5 is no text
            in_stock = ^1                     | 'in_stock' is TRUE or FALSE, and 1 is no truth value
            made_on > ^'2024-02-30'           | 'made_on' is a date, and '2024-02-30' is no date
            made_on > ^'0000-01-01'           | 'made_on' is a date, and '0000-01-01' is no date
            opens < ^'25:00'                  | 'opens' is a time of day, and '25:00' is no time of day
            created_at > ^'yesterday'         | 'createdAt' is a point in time, and 'yesterday' is no point in time
            created_at > ^DATE '2024-13-01'   | 'createdAt' is a point in time, and DATE '2024-13-01' is no point in time
            """)
    void a_refusal_says_what_is_wrong_and_shows_the_place(String marked, String message) {
        String prefix = "goods: ";
        String filter = prefix + (marked == null ? "" : marked.replaceFirst("\\^", ""));
        String caret = " ".repeat(2 + prefix.length() + (marked == null ? 0 : marked.indexOf('^'))) + "^";

        assertThat(refusal(filter)).isEqualTo("--filter: " + message + "\n  " + filter + "\n" + caret);
    }

    @Test
    void a_secret_is_nothing_to_filter_by_and_is_not_shown() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Filters.parse(
                        new SchoolProfile(), ZoneOffset.UTC, List.of("teachers: password = 'Jacaranda-1987'")))
                .withMessage("""
                        --filter: 'password' is secret: no condition may be about it
                          teachers: password = '**************'
                                    ^""");
    }

    @Test
    void an_unknown_field_is_told_with_the_nearest_name_and_all_that_there_are() {
        UsageException e = refused("clients: vists > 3");

        assertThat(e).hasMessage("""
                --filter: 'Client' has no field 'vists'; did you mean visits?
                  clients: vists > 3
                           ^""");
        assertThat(e.advice()).hasValue("Fields of 'Client': id, name, visits.");
        assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void a_field_that_no_section_has_is_told_where_no_entity_is_given() {
        assertThat(refusal("name = 'a' AND colour = 'red'")).isEqualTo("""
                --filter: no section has a field 'colour'
                  name = 'a' AND colour = 'red'
                                 ^""");
        assertThat(refusal("pieces > 1 AND visits > 2")).startsWith("--filter: no section has all these fields\n");
    }

    @Test
    void an_unknown_entity_is_told_with_those_that_there_are() {
        UsageException e = refused("good: name = 'a'");

        assertThat(e).hasMessage("""
                --filter: the profile reads no 'good'; did you mean Goods?
                  good: name = 'a'
                  ^""");
        assertThat(e.advice())
                .hasValue("Before the colon stands one of: Goods, Client, settings, goods_sold, clients.");
    }

    @Test
    void an_hour_that_the_zone_leaves_out_is_no_time() {
        String filter = "created_at > '2024-03-31 02:30'";

        assertThat(Filters.parse(new ShopProfile(), ZoneOffset.UTC, List.of(filter)))
                .isNotEmpty();
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Filters.parse(new ShopProfile(), ZoneId.of("Europe/Berlin"), List.of(filter)))
                .withMessageContaining("is no point in time");
    }

    @Test
    void a_long_filter_is_shown_around_the_place_and_nothing_in_it_reaches_the_terminal() {
        String message =
                refusal("name = '" + "a".repeat(500) + "\u001b[31m\t😀' AND price > 'x' AND name = '" + "b".repeat(99));
        List<String> lines = message.lines().toList();

        assertThat(message).doesNotContain("\u001b", "\t");
        assertThat(lines.get(1)).hasSizeLessThan(130);
        int caret = lines.get(2).codePointCount(0, lines.get(2).indexOf('^'));
        assertThat(lines.get(1).codePoints().skip(caret).limit(4).toArray())
                .isEqualTo("'bbb".codePoints().toArray());
    }

    @Test
    void what_is_nested_too_deeply_is_refused_and_a_long_chain_is_not() {
        assertThat(refusal("(".repeat(101) + "pieces = 1" + ")".repeat(101)))
                .contains("parentheses are nested more than 100 deep");
        assertThat(refusal("NOT ".repeat(50_000) + "pieces = 1")).contains("nested too deeply");
        assertThat(Filters.parse(
                        new ShopProfile(),
                        ZoneOffset.UTC,
                        List.of(String.join(" OR ", java.util.Collections.nCopies(3_000, "pieces = 1")))))
                .hasSize(1);
    }

    private static String refusal(String filter) {
        return refused(filter).getMessage();
    }

    private static UsageException refused(String filter) {
        return catchThrowableOfType(
                UsageException.class, () -> Filters.parse(new ShopProfile(), ZoneOffset.UTC, List.of(filter)));
    }
}
