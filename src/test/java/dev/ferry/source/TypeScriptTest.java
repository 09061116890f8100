package dev.ferry.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeScriptTest extends JsonFileTest {
    private static final Section ONE = Section.single("one");

    /** A literal as JSON. */
    private String json(String literal) {
        Source source = open(write("module.ts", "export const one = " + literal), ONE);
        return text(records(source, ONE).get(0));
    }

    @Test
    void sections_are_constants_wherever_they_stand_among_imports_and_types() {
        Source source = open(write("module.ts", """
                \uFEFF#!/usr/bin/env node
                'use strict'
                /** JSDoc {@link Item} */
                import 'side-effect'; import type { A, B as C } from "./types"
                import all, * as names from './x' with { type: 'json' };
                import fs = require("fs")
                export type { A } from './types';;
                export * from './more'
                interface Base<T = {}> { get(id: string): T; name?: `a${string}b`; '}': "}" }
                export interface Item extends Base<Item[]>, Other.Name {
                    id: string // }
                }
                type Pair<K, V> = [K, V] | { readonly [key in K]?: V extends string ? K : never }
                export type Call = (a: number) => void
                declare module 'x' { const y: number }
                declare function f<T>(x: T): T[];
                declare const missing: Item, other: string
                export const items: Array<Item> & { length: number } = [
                  { id: 1, },
                  { id: 2 } as Item,
                ] as const satisfies readonly Item[]
                let unread = { a: { items: 1 } }, data = { 'k': [0] }
                export { items, data as renamed }
                export default items
                """.replace("\n", "\r\n")), ITEMS, DATA);

        assertThat(records(source, ITEMS))
                .extracting(JsonFileTest::text)
                .containsExactly("{ \"id\": 1  }", "{ \"id\": 2 }");
        assertThat(records(source, ITEMS)).extracting(r -> place(r.position())).containsExactly("19:3", "20:3");
        assertThat(records(source, ITEMS).get(1).position().pointer()).isEqualTo("/items/1");
        assertThat(records(source, DATA))
                .extracting(r -> r.key().orElseThrow() + text(r))
                .containsExactly("k[0]");
        assertThat(records(source, DATA).get(0).position().pointer()).isEqualTo("/data/k");
        assertThat(source.notices()).containsExactly("constant unread is not read: no section has its name");
    }

    @Test
    void sections_are_members_of_a_constant_that_is_none() {
        Source source = open(write("module.mts", """
                export const mockData: Data = ({
                  settings: { items: [] },
                  items: [{ id: 'a' }] as Item[],
                  ["data"]: <Map>({ x: 1, }),
                } as Data)
                """), ITEMS, DATA);

        RawRecord item = records(source, ITEMS).get(0);
        assertThat(item.position().pointer()).isEqualTo("/mockData/items/0");
        assertThat(item.id()).isEqualTo("a");
        assertThat(item.locate(List.of("id")).pointer()).isEqualTo("/mockData/items/0/id");
        assertThat(place(item.locate(List.of("id")))).isEqualTo("3:17");
        assertThat(records(source, DATA))
                .extracting(r -> r.position().pointer())
                .containsExactly("/mockData/data/x");
        assertThat(source.record(ITEMS, item.offset()).position()).isEqualTo(item.position());
        assertThat(source.notices()).containsExactly("member settings is not read: no section has its name");
    }

    @Test
    void a_value_exported_without_a_name_is_the_section_of_the_file_s_name_or_the_root() {
        Section root = Section.list("other", "id").orRoot();
        Source named = open(write("items.js", "export default [{id: 1}]"), ITEMS);
        Source whole = open(write("module.mjs", "export default [{id: 1}] as X"), root, DATA);
        Source members = open(write("all.ts", "export default { items: [{id: 1}] } satisfies X;"), ITEMS);

        assertThat(records(named, ITEMS))
                .extracting(r -> r.position().pointer())
                .containsExactly("/default/0");
        assertThat(records(whole, root)).hasSize(1);
        assertThat(records(members, ITEMS))
                .extracting(r -> r.position().pointer())
                .containsExactly("/default/items/0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{ a: 1, $b_2: 2, 'c d': 3, \"e\": 4 } | { \"a\": 1, \"$b_2\": 2, \"c d\": 3, \"e\": 4 }",
                "{7: 1, 1.50: 2, 0x10: 3, 1e3: 4, .5: 5} | {\"7\": 1, \"1.5\": 2, \"16\": 3, \"1000\": 4, \"0.5\": 5}",
                "{['x']: 1, [`y`]: 2, [3]: 4} | {\"x\": 1, \"y\": 2, \"3\": 4}",
                "{é: 1, true: 2, as: 3, undefined: 4} | {\"é\": 1, \"true\": 2, \"as\": 3, \"undefined\": 4}",
                "[1, 2, ] | [1, 2  ]",
                "{a: undefined} | {            }",
                "{a: 1, b: undefined, c: 2,} | {\"a\": 1,               \"c\": 2 }",
                "{a: undefined, b: (undefined)} | {                            }",
                "{a: 1, a: 2} | {\"a\": 1, \"a\": 2}",
                "[true, false, null, ] | [true, false, null  ]",
                "[0, -1.50, +2, .5, 5., 1E5, 5.e-3, 1_000.000_1] | [0, -1.50, 2, 0.5, 5, 1E5, 5e-3, 1000.0001]",
                "[0xFf, -0o17, 0b1_01] | [255, -15, 5]",
                "[0xFFFFFFFFFFFFFFFFFFFF, 1234567890123456789012.10] | [1208925819614629174706175, 1234567890123456789012.10]",
                "(((1) as number)) as any | 1",
                "[<const>'x', ['y'] as Y[]['z'], 'w' as 'a' & \"b\"] | [\"x\", [\"y\"], \"w\"]",
                "[1 as typeof x[number], 2 as (a: {b: C}) => D, 3 as A extends B ? C : D] | [1, 2, 3]",
                "[1, /* , 2 */ 3 // ]\u0001] | [1,  3 \u0001]",
            })
    void literals_are_rewritten_to_json(String literal, String json) {
        assertThat(json(literal.replace('\u0001', '\n'))).isEqualToIgnoringWhitespace(json.replace('\u0001', ' '));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "'say \"hi\"' | \"say \\\"hi\\\"\"",
                "'it\\'s' | \"it's\"",
                "`a\u0001\"b\" $ {c} \\` \\${d}` | \"a\\n\\\"b\\\" $ {c} ` ${d}\"",
                "'\\n\\t\\b\\f\\r\\v\\0\\/\\\\' | \"\\n\\t\\b\\f\\r\\u000b\\u0000\\/\\\\\"",
                "'\\x41\\x22\\xe9\\x0a' | \"A\\\"é\\n\"",
                "'\\u00e9\\u{1F600}\\u{00041}' | \"\\u00e9😀A\"",
                "'\\ud83d\\u{d83d}' | \"\\ud83d\\ud83d\"",
                "'a\\\u0001b' | \"ab\"",
                "'\\a\\é\\😀\\-' | \"aé😀-\"",
                "'a\tb' | \"a\\tb\"",
                "'\u2028' | \"\u2028\"",
            })
    void texts_are_rewritten_with_their_escapes(String literal, String json) {
        assertThat(json(literal.replace('\u0001', '\n'))).isEqualTo(json);
    }

    @Test
    void a_template_has_line_feeds_however_the_file_ends_its_lines() {
        assertThat(json("`a\r\nb\rc\nd`")).isEqualTo("\"a\\nb\\nc\\nd\"");
    }

    @Test
    void a_place_inside_a_text_is_where_its_characters_stand() {
        RawRecord one = records(open(write("module.ts", "const one = { // é\n a: `x\n  😀\\u{41}!` }"), ONE), ONE)
                .get(0);
        String json = text(one);

        assertThat(json).isEqualTo("{ \n \"a\": \"x\\n  😀A!\" }");
        int bytes = json.substring(0, json.indexOf('!')).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        assertThat(place(one.at(bytes, List.of("a")))).isEqualTo("3:10");
        assertThat(place(one.at(bytes - 1, List.of("a")))).isEqualTo("3:4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: (undefined as any), b: 2", "b: 2, a: undefined", "a: undefined, b: 2, "})
    void a_keyed_record_that_is_undefined_is_no_record(String members) {
        Source source = open(write("module.ts", "export const data = {" + members + "};"), DATA);

        assertThat(records(source, DATA)).extracting(r -> r.key().orElseThrow()).containsExactly("b");
        assertThat(records(source, DATA).get(0).position().index()).isZero();
    }

    @Test
    void a_section_that_is_undefined_is_not_there() {
        Source source = open(write("module.ts", "const items = undefined; const data = {}"), ITEMS, DATA);

        assertThat(source.notices()).containsExactly("section items is not in the file; it is taken as empty");
    }

    @Test
    void any_record_is_read_again_from_its_offset_just_as_it_was() {
        StringBuilder module = new StringBuilder("const items = ([");
        for (int i = 0; i < 5_000; i++) {
            module.append(i == 0 ? "" : ",")
                    .append(i % 3 == 0 ? "\r\n" : " /* é */ ")
                    .append(i % 2 == 0 ? "(" : " ");
            module.append("{ id: 'n")
                    .append(i)
                    .append("', text: `")
                    .append("😀\nx".repeat(i % 50))
                    .append("` } as X");
            module.append(i % 2 == 0 ? ")" : "");
        }
        Source source = open(write("module.ts", module.append("])").toString()), ITEMS);
        List<RawRecord> streamed = records(source, ITEMS);

        assertThat(streamed).hasSize(5_000);
        for (int i = streamed.size() - 1; i >= 0; i -= 97) {
            RawRecord again = source.record(ITEMS, streamed.get(i).offset());
            assertThat(again.position()).isEqualTo(streamed.get(i).position());
            assertThat(again.bytes()).isEqualTo(streamed.get(i).bytes());
            assertThat(again.locate(List.of("text"))).isEqualTo(streamed.get(i).locate(List.of("text")));
        }
    }

    @Test
    void values_deep_inside_a_large_record_are_found_in_any_order() {
        String module = "const one = ['" + "é".repeat(40_000) + "',\n" + "{a:'😀'},\n".repeat(20_000) + "]";
        RawRecord one = records(open(write("module.ts", module), ONE), ONE).get(0);

        for (int i : new int[] {20_000, 1, 10_000, 19_999, 2}) {
            assertThat(place(one.locate(List.of(Integer.toString(i), "a")))).isEqualTo(i + 1 + ":4");
        }
    }

    @Test
    void a_record_longer_than_its_limit_is_refused_at_its_beginning() {
        Limits limits = Limits.DEFAULT.withRecordBytes(1_000);
        String module = "const items = [ {a: 1}, /* " + "x".repeat(5_000) + " */\n {id: '%s'}]";

        String fits = write("module.ts", module.formatted("x".repeat(900))).toString();
        assertThat(records(Sources.open(fits, List.of(ITEMS), limits), ITEMS)).hasSize(2);
        String tooLong = write("module.ts", module.formatted("x".repeat(1_000))).toString();
        assertThatThrownBy(() -> Sources.open(tooLong, List.of(ITEMS), limits))
                .isInstanceOfSatisfying(
                        BindingException.class,
                        e -> assertBroken(
                                e,
                                "limit",
                                "2:2",
                                "the record is longer than 1000 bytes (raise the limit with --max-record)"));
    }
}
