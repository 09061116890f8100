package dev.ferry.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.source.Section;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sections a filter is for, and which records it selects. */
class FilterTest {
    private static final ShopProfile.Good GOOD = new ShopProfile.Good(
            "g1",
            "Ärmel 😀",
            true,
            5,
            7_000_000_000L,
            null,
            new BigDecimal("-1.50"),
            LocalDate.of(2024, 2, 29),
            LocalTime.of(10, 0, 30),
            Instant.parse("2024-01-01T10:00:00Z"),
            null,
            List.of(),
            false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id = 'g1'",
                "\"id\" = 'g1'",
                "ID = 'g1'",
                "'g1' = id",
                "(id) = ('g1')",
                "id <> 'G1' AND id != 'g2'",
                "inStock",
                "in_stock",
                "in_stock = TRUE",
                "in_stock > FALSE",
                "in_stock IS TRUE",
                "in_stock IS NOT FALSE",
                "(pieces > 4) IS TRUE",
                "NOT hidden",
                "pieces = 5.0",
                "pieces BETWEEN 5 AND 6",
                "pieces NOT BETWEEN 6 AND 9",
                "3 < pieces AND 9 >= pieces",
                "views > 6999999999",
                "price = -1.5",
                "price < pieces",
                "price IN (1, -1.5, NULL)",
                "code IS NULL",
                "sold_at IS NULL AND name IS NOT NULL",
                "code > 5 OR pieces = 5",
                "(code > 5) IS NOT TRUE",
                "name LIKE 'Ä%'",
                "name LIKE '_rm%l _'",
                "name NOT LIKE 'ä%'",
                "name ILIKE 'ÄRMEL%'",
                "name ILIKE '!ärmel%' ESCAPE '!'",
                "name > 'Zebra' AND name < '😀'",
                // U+FF5E is above the surrogates that U+1F600 consists of, but below U+1F600.
                "name < 'Ärmel 😁' AND name > 'Ärmel \uFF5E'",
                "made_on = '2024-02-29'",
                "madeOn >= DATE '2024-02-29'",
                "opens = '10:00:30'",
                "createdAt = '2024-01-01 10:00'",
                "created_at = '2024-01-01T10:00:00.000Z'",
                "created_at = '2024-01-01 12:00:00+02'",
                "created_at = '2024-01-01T12:00+02:00'",
                "created_at = TIMESTAMP '2024-01-01 10:00:00'",
                "created_at > '2024-01-01' AND created_at < DATE '2024-01-02'",
            })
    void a_record_is_selected_where_the_condition_is_true(String condition) {
        assertThat(selects("goods: " + condition)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id = 'g2'",
                "code = 5",
                "code <> 5",
                "NOT code = 5",
                "NOT (code > 5 AND pieces = 5)",
                "id = NULL",
                "NOT id = NULL",
                "pieces NOT IN (1, NULL)",
                "sold_at NOT IN ('2024-01-01')",
                "NOT sold_at BETWEEN '2024-01-01' AND '2024-01-02'",
                "name LIKE NULL",
                "name LIKE 'ä%'",
                "name LIKE 'Ärmel'",
                "name LIKE 'Ärmel _%_'",
                "name LIKE '%!%%' ESCAPE '!'",
                "name < 'Zebra'",
                "created_at < '2024-01-01 10:00'",
            })
    void a_record_is_not_selected_where_the_condition_is_false_or_unknown(String condition) {
        assertThat(selects("goods: " + condition)).isFalse();
    }

    @Test
    void an_entity_is_a_section_an_alias_or_a_table_in_any_case() {
        assertThat(sections("goods: id = 'a'")).containsExactly(ShopProfile.GOODS);
        assertThat(sections("WARES:id = 'a'")).containsExactly(ShopProfile.GOODS);
        assertThat(sections("Goods_Sold : id = 'a'")).containsExactly(ShopProfile.GOODS);
        assertThat(sections("\"clients\": id = 'a'")).containsExactly(ShopProfile.CLIENTS);
        assertThat(sections("settings: setting_key LIKE 'a%'")).containsExactly(ShopProfile.SETTINGS);
    }

    @Test
    void a_filter_without_an_entity_is_for_every_section_that_has_all_its_fields() {
        assertThat(sections("id = 'a:b'")).containsExactlyInAnyOrder(ShopProfile.GOODS, ShopProfile.CLIENTS);
        assertThat(sections("name = 'a' AND visits > 1")).containsExactly(ShopProfile.CLIENTS);
    }

    @Test
    void several_filters_of_a_section_must_all_select_a_record() {
        assertThat(selects("id = 'g1'", "goods: pieces = 5")).isTrue();
        assertThat(selects("id = 'g1'", "goods: pieces = 6")).isFalse();
        assertThat(selects("id = 'g2'", "goods: pieces = 5")).isFalse();
    }

    @Test
    void a_filter_tells_its_fields_and_itself() {
        RowFilter filter = filter("goods: created_at > '2024-01-01' AND NOT name IN ('b', 'it''s')");

        assertThat(filter.fields()).containsExactlyInAnyOrder("createdAt", "name");
        assertThat(filter).hasToString("(createdAt > '2024-01-01T00:00:00Z' AND NOT name IN ('b', 'it''s'))");
    }

    @Test
    void a_time_without_an_offset_is_one_of_the_source_zone() {
        String filter = "goods: created_at = '2024-01-01 11:00' AND created_at > '2024-01-01'";

        RowFilter inBerlin = filters(ZoneId.of("Europe/Berlin"), filter).get(ShopProfile.GOODS);
        assertThat(inBerlin).isNotNull().matches(wanted -> wanted.selects(GOOD));
        assertThat(selects(filter)).isFalse();
    }

    private static boolean selects(String... written) {
        return filter(written).selects(GOOD);
    }

    private static RowFilter filter(String... written) {
        return Objects.requireNonNull(filters(ZoneOffset.UTC, written).get(ShopProfile.GOODS));
    }

    private static Iterable<Section> sections(String written) {
        return filters(ZoneOffset.UTC, written).keySet();
    }

    private static Map<Section, RowFilter> filters(ZoneId zone, String... written) {
        return Filters.parse(new ShopProfile(), zone, List.of(written));
    }
}
