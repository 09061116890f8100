package dev.ferry.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedCodeTest extends JsonFileTest {
    private BindingException refused(String module) {
        return refused(module.getBytes(UTF_8));
    }

    private BindingException refused(byte[] module) {
        return catchThrowableOfType(BindingException.class, () -> open(write("module.ts", module), ITEMS, DATA));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "new Date()                | new Date() is code",
                "new Date('a, b').getTime() | new Date('a, b').getTime() is code",
                "load(1, 2)                | load(1, 2) is code",
                "process.env.HOME          | process.env.HOME is code",
                "other                     | other is the name of a variable",
                "x => x + 1                | x => x + 1 is code",
                "() => 1                   | () => 1 is a function",
                "(a, b) => a               | (a, b) => a is code",
                "function () { return 1 }  | function () { return 1 } is a function",
                "async () => 1             | async () => 1 is a function",
                "class A {}                | class A {} is a class",
                "`a${b}`                   | `a${b}` is a template with ${…}",
                "tag`a`                    | tag`a` is code",
                "'a' + 'b'                 | 'a' + 'b' is a calculation, which is code",
                "1 - 1                     | 1 - 1 is a calculation, which is code",
                "1 ? 2 : 3                 | 1 ? 2 : 3 is a calculation, which is code",
                "'a' in {}                 | 'a' in {} is a calculation, which is code",
                "(1, 2)                    | (1, 2) is a calculation, which is code",
                "!0                        | !0 is a calculation, which is code",
                "-x                        | -x is a calculation, which is code",
                "'a'.length                | 'a'.length is code",
                "[1].map(f)                | [1].map(f) is code",
                "{a: 1}.a                  | {a: 1}.a is code",
                "'a'!                      | 'a'! is code",
                "/re/g                     | /re/g is a regular expression",
                "NaN                       | NaN is no number that can be stored",
                "-Infinity                 | -Infinity is a calculation, which is code",
                "{ ...base }               | ...base is a spread, which is code",
                "[ ...base ]               | ...base is a spread, which is code",
                "{ a, b: 1 }               | a is a member without a value, which stands for a variable",
                "{ get a() { return 1 } }  | get a() { return 1 } is a getter, setter or method",
                "{ a() { return 1 } }      | a() { return 1 } is a method",
                "{ [a]: 1 }                | [a]: 1 is a computed name",
                "{ ['a' + 1]: 1 }          | ['a' + 1]: 1 is a computed name",
                "[undefined]               | undefined is a gap in an array",
            })
    void what_is_no_literal_is_refused_where_its_expression_begins(String code, String message) {
        String line = " {id: 'é😀', x: ";
        BindingException e = refused("export const items = [\n{ id: 1 },\n" + line + code + "}]");

        assertThat(e).as(code).isNotNull();
        assertThat(e.getMessage()).isEqualTo(message.strip() + ": a data module may hold only literals");
        assertThat(e.rule()).isEqualTo("syntax");
        String beginning = message.substring(0, Math.min(2, message.indexOf(" is ")));
        int column = line.codePointCount(0, line.length()) + 1 + Math.max(0, code.indexOf(beginning));
        assertThat(place(e.position())).isEqualTo("3:" + column);
        assertThat(e.value()).startsWith(beginning);
        assertThat(e.position().section()).isEqualTo("items");
        assertThat(e.position().pointer()).startsWith("/items/1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "function f() {}            | 2:1 | function f() {} is a function: a data module may hold only literals",
                "export class A {}          | 2:1 | export class A {} is a class: a data module may hold only literals",
                "const enum E { A }         | 2:1 | const enum E { A } is an enum: a data module may hold only literals",
                "items.push(1)              | 2:1 | items.push(1) is code: a data module may hold only literals",
                "if (x) {}                  | 2:1 | if (x) {} is code: a data module may hold only literals",
                "const { a } = x            | 2:1 | const { a } = x is a pattern, which is code: a data module may hold only literals",
                "export default define({})  | 2:16 | define({}) is code: a data module may hold only literals",
                "[0].x                      | 1:15 | [] is code: a data module may hold only literals",
                "const a = 1 const b        | 2:13 | ';' or the end of the line is expected, found 'c'",
                "const a = [1 2]            | 2:14 | ',' or ']' is expected, found '2'",
                "const a = [1,,2]           | 2:14 | a value is expected, found ','",
                "const a = {b 1}            | 2:14 | ':' behind the member name is expected, found '1'",
                "const a = {b: 1}}          | 2:17 | ';' or the end of the line is expected, found '}'",
                "const a = [1               | 2:13 | the file ends where ',' or ']' is expected (it seems to be cut off)",
                "const a = 'x               | 2:13 | the file ends where the closing quote of text is expected (it seems to be cut off)",
                "/* x                       | 2:5 | the file ends where the end of a comment, */, is expected (it seems to be cut off)",
                "type X = { a: string       | 2:21 | the file ends where '}' is expected (it seems to be cut off)",
                "const a = 'x\\ny'          | 2:13 | a line break inside text must be written as \\n, or its closing quote is missing",
                "const a = 012              | 2:11 | a number has no leading zeros",
                "const a = 10n              | 2:11 | 10n is a bigint (leave the n out: numbers are read exactly)",
                "const a = 1__0             | 2:11 | '1__0' is no number",
                "const a = '\\\\1'          | 2:12 | a backslash before digits is no escape in a module; write \\x and two hexadecimal digits",
                "const a = '\\\\xg'         | 2:12 | \\x must be followed by two hexadecimal digits",
                "const a = '\\\\u{110000}'  | 2:12 | \\u{…} must hold hexadecimal digits of at most 10FFFF",
                "const items = []           | 2:1 | section items stands twice in the file (merge the two)",
                "const data = [1]           | 2:14 | section data must be an object whose member names are the records' keys, found an array",
                "const data = .5            | 2:14 | section data must be an object whose member names are the records' keys, found a number",
                "const data = new Map()     | 2:14 | new Map() is code: a data module may hold only literals",
            })
    void what_is_no_data_is_refused_anywhere_in_the_module(String line, String place, String message) {
        String module = line.replace("\\\\", "\u0001").replace("\\n", "\n").replace("\u0001", "\\");

        assertBroken(refused("const items = []\n" + module), "syntax", place, message);
    }

    @Test
    void a_module_without_a_section_is_refused() {
        assertThat(refused("export const x = [{}];"))
                .hasMessageStartingWith("the module holds none of the sections items, data (a section is a constant");
        assertThat(refused(" // nothing\n")).hasMessage("the file is empty");
    }

    @Test
    void bytes_that_are_no_utf8_are_refused_in_comments_too() {
        for (String module :
                new String[] {"// \u0001", "/* \u0001 */", "'\u0001'", "const \u0001", "type A = \u0001"}) {
            byte[] bytes = ("const items = [];" + module).getBytes(UTF_8);
            bytes[bytes.length - 1 - (module.length() - 1 - module.indexOf(1))] = (byte) 0xE9;
            assertThat(refused(bytes)).as(module).isNotNull();
            assertThat(refused(bytes).rule()).as(module).isEqualTo("encoding");
        }
    }

    @Test
    void depth_is_limited_in_values_parentheses_and_types() {
        for (String opening : new String[] {"[", "{a:", "(", "[("}) {
            assertThat(refused("const x = " + opening.repeat(200_000)).rule()).isEqualTo("limit");
        }
        assertThat(refused("type X = " + "{a: [".repeat(200_000)).rule()).isEqualTo("limit");
        assertThat(refused("const items = " + "[".repeat(999) + "]".repeat(999)))
                .isNull();
        assertThat(refused("const items = " + "[".repeat(1_000) + "]".repeat(1_000))
                        .rule())
                .isEqualTo("limit");
        assertThat(refused("const x = 0x" + "f".repeat(5_000)).rule()).isEqualTo("limit");
    }
}
