package dev.ferry.source;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ferry.failure.ExitCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenFileTest extends JsonFileTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                // trailing commas, missing and doubled separators
                "{\"a\": {\"x\": 1,}}     | 1:14 | a value is expected between ',' and '}', found none (JSON allows no comma before it)",
                "{\"a\": [1, 2,  ]}       | 1:12 | a value is expected between ',' and ']', found none (JSON allows no comma before it)",
                "{\"a\": 1,\\n }          | 1:8  | a value is expected between ',' and '}', found none (JSON allows no comma before it)",
                "{\"a\": [1,,2]}          | 1:10 | a value is expected, found ','",
                "{\"a\": 1 \"b\": 2}      | 1:9  | ',' or '}' is expected, found '\"'",
                "{\"a\": [1 2]}           | 1:10 | ',' or ']' is expected, found '2'",
                "{\"a\" 1}                | 1:6  | ':' behind the member name is expected, found '1'",
                "{,}                      | 1:2  | a member name in double quotes is expected, found ','",
                "{\"a\": }                | 1:7  | a value is expected, found '}'",
                "{\"a\": [1}}             | 1:9  | ',' or ']' is expected, found '}'",
                // what other languages allow
                "{\"a\": 'x'}             | 1:7  | a value is expected, found ' (JSON puts text in double quotes)",
                "{\"a\": NaN}             | 1:7  | a value is expected, found NaN (without quotes JSON has only numbers, true, false and null)",
                "{\"a\": None, \"b\": 1}  | 1:7  | a value is expected, found None (without quotes JSON has only numbers, true, false and null)",
                "{\"a\": truth}           | 1:7  | a value is expected, found truth (without quotes JSON has only numbers, true, false and null)",
                "{\"a\": trueish}         | 1:11 | ',' or '}' is expected, found ish (without quotes JSON has only numbers, true, false and null)",
                "{a: 1}                   | 1:2  | a member name in double quotes is expected, found a (without quotes JSON has only numbers, true, false and null)",
                "{\"a\": 1 // no\\n}      | 1:9  | ',' or '}' is expected, found / (JSON has no comments)",
                "{ # no\\n\"a\": 1}       | 1:3  | a member name in double quotes is expected, found # (JSON has no comments)",
                "{\"a\": 01}              | 1:8  | a number has no leading zeros",
                "{\"a\": +1}              | 1:7  | a value is expected, found '+'",
                "{\"a\": -}               | 1:8  | a digit is expected, found '}'",
                "{\"a\": .5}              | 1:7  | a value is expected, found '.'",
                "{\"a\": 1.}              | 1:9  | a digit behind the decimal point is expected, found '}'",
                "{\"a\": 1e}              | 1:9  | a digit of the exponent is expected, found '}'",
                "{\"a\": é}               | 1:7  | a value is expected, found é (without quotes JSON has only numbers, true, false and null)",
                "{\"a\": 😀}              | 1:7  | a value is expected, found '😀'",
                // inside texts
                "{\"😀é\": \"x\\ny\"}     | 1:10 | a line break inside text must be written as \\n, or its closing quote is missing",
                "{\"a\": \"x\\ty\"}       | 1:9  | a tab inside text must be written as \\t",
                "{\"a\": \"\\0\"}         | 1:8  | the control character U+0000 inside text must be written as \\u0000",
                "{\"a\": \"\\\\x41\"}     | 1:8  | no such escape: after a backslash stands one of \" \\ / b f n r t u",
                "{\"a\": \"\\\\u12g4\"}   | 1:8  | \\u must be followed by four hexadecimal digits",
                // ends
                "{\"a\": 1} x             | 1:10 | the end of the file is expected, found x (without quotes JSON has only numbers, true, false and null)",
                "{\"a\": 1}}              | 1:9  | the end of the file is expected, found '}'",
                "{\"a\": 1} {\"b\": 2}    | 1:10 | the end of the file is expected, found '{'",
                "{\"a\": 1                | 1:8  | the file ends where ',' or '}' is expected (it seems to be cut off)",
                "{\"a\": [1,              | 1:10 | the file ends where a value is expected (it seems to be cut off)",
                "{\"a\": \"text           | 1:12 | the file ends where the closing quote of text is expected (it seems to be cut off)",
                "{\"a\": \"te\\\\         | 1:11 | the file ends where the rest of an escape is expected (it seems to be cut off)",
                "{\"a\": \"te\\\\u00      | 1:14 | the file ends where the rest of an escape is expected (it seems to be cut off)",
                "{\"a\": tr               | 1:7  | a value is expected, found tr (without quotes JSON has only numbers, true, false and null)",
                "{\"a\"                   | 1:5  | the file ends where ':' behind the member name is expected (it seems to be cut off)",
                "{                        | 1:2  | the file ends where a member name in double quotes is expected (it seems to be cut off)",
                // the wrong kind of root
                "[{\"a\": 1}]             | 1:1  | section data must be an object whose member names are the records' keys, found an array",
                "\"text\"                 | 1:1  | section data must be an object whose member names are the records' keys, found text",
                "null                     | 1:1  | section data must be an object whose member names are the records' keys, found null",
                "<html>                   | 1:1  | a value is expected, found '<'",
            })
    void what_is_no_json_is_told_with_its_place(String json, String place, String message) {
        String content = json.replace("\\\\", "\u0001")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\0", "\0")
                .replace("\u0001", "\\");

        BindingException e = broken(content);

        assertBroken(e, "syntax", place.strip(), message);
        assertThat(e.exitCode()).isEqualTo(ExitCode.CONTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t ", "\uFEFF"})
    void an_empty_file_is_told(String content) {
        assertThat(broken(content)).hasMessage("the file is empty");
    }

    @Test
    void the_place_is_counted_in_lines_and_code_points_and_the_pointer_leads_into_the_record() {
        BindingException e =
                broken("{\r\n  \"ok\": 1,\r\n  \"k/é\": {\"list\": [0, {\"😀\": \"ü\", \"deep\": nope }]}\r\n}");

        assertThat(place(e.position())).isEqualTo("3:42");
        assertThat(e.position().pointer()).isEqualTo("/k~1é/list/1/deep");
        assertThat(e.position().index()).isEqualTo(1);
        assertThat(e.position().section()).isEqualTo("data");
        assertThat(e.value()).isEqualTo("nope }]}");
    }

    @Test
    void records_before_the_broken_one_are_given() {
        Source source = open(write("data.json", "{\"a\": 1, \"b\": 2, \"c\": }"), DATA);
        try (var records = source.records(DATA)) {
            var iterator = records.iterator();
            assertThat(text(iterator.next())).isEqualTo("1");
            assertThat(text(iterator.next())).isEqualTo("2");
            assertThat(catchThrowableOfType(BindingException.class, iterator::hasNext))
                    .hasMessageContaining("found '}'");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "80, 80 22 7D",
        "C0AF, C0 AF 22 7D",
        "C3, C3 22 7D",
        "E08080, E0 80 80 22",
        "EDA080, ED A0 80 22",
        "EDBFBF, ED BF BF 22",
        "E282, E2 82 22 7D",
        "F08282AC, F0 82 82 AC",
        "F4908080, F4 90 80 80",
        "F58080, F5 80 80 22",
        "FF, FF 22 7D",
    })
    void bytes_that_are_no_utf8_are_refused_with_their_place(String hex, String shown) {
        byte[] bad = java.util.HexFormat.of().parseHex(hex);
        BindingException e = broken(bytes("{\n\"é\": \"ä", bad, "\"}"));

        assertBroken(
                e,
                "encoding",
                "2:8",
                "the file is not UTF-8: byte 11 (counted from 0) begins no character: " + shown
                        + " (convert it from what it was written in, for example: iconv -f WINDOWS-1252 -t UTF-8)");
        assertThat(e.position().pointer()).isEqualTo("/é");
    }

    @Test
    void bytes_that_are_no_utf8_are_seen_outside_of_texts_and_at_the_end_too() {
        assertThat(broken(bytes("{\"a\": ", new byte[] {(byte) 0xFF}, "}")).rule())
                .isEqualTo("encoding");
        assertThat(broken(bytes("{\"a\": \"", new byte[] {(byte) 0xE2, (byte) 0x82}, ""))
                        .rule())
                .isEqualTo("encoding");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, UTF-16LE", "UTF-16BE, UTF-16BE", "UTF-16, UTF-16", "UTF-32LE, UTF-32", "UTF-32BE, UTF-32"})
    void other_unicode_encodings_are_refused_with_the_way_to_convert_them(String written, String named) {
        BindingException e = broken("{\"a\": 1}".getBytes(Charset.forName(written)));

        assertThat(e.rule()).isEqualTo("encoding");
        assertThat(e)
                .hasMessageStartingWith("the file is written in " + named + ", UTF-8 is expected (convert it: iconv -f "
                        + named + " -t UTF-8 '");
        assertThat(broken(bytes("\uFEFF{}".getBytes(UTF_16LE)))).hasMessageContaining("-f UTF-16 ");
    }

    @Test
    void depth_is_limited_from_the_root_of_the_file() {
        String at = "{\"a\":" + "[".repeat(999) + "]".repeat(999) + "}";
        assertThat(data(at)).hasSize(1);

        BindingException e = broken("{\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}");
        assertBroken(
                e, "limit", "1:1005", "values are nested deeper than 1000 levels (raise the limit with --max-depth)");
        assertThat(e.value()).isEqualTo("[".repeat(20) + "…");

        BindingException endless = broken("{\"a\":" + "{\"a\":".repeat(500_000));
        assertThat(endless.rule()).isEqualTo("limit");
    }

    @Test
    void a_record_longer_than_its_limit_is_refused_at_its_beginning() {
        Limits limits = Limits.DEFAULT.withRecordBytes(300_000);
        String fits = "{\"a\":\"" + "x".repeat(299_990) + "\",\n";

        BindingException e = broken((fits + "\"b\":\"" + "x".repeat(400_000) + "\"}").getBytes(UTF_8), limits);
        assertBroken(e, "limit", "2:1", "the record is longer than 292.9 kB (raise the limit with --max-record)");
        assertThat(e.value()).startsWith("\"b\":\"xxx").hasSizeLessThan(210);

        assertThat(broken((fits + "\"b\":\"" + "x".repeat(300_000) + "\"}").getBytes(UTF_8), limits)
                        .rule())
                .isEqualTo("limit");
        assertThat(Limits.size(256 << 20)).isEqualTo("256 MB");
        assertThat(Limits.size(1_000)).isEqualTo("1000 bytes");
        assertThat(broken("{\"a\": 12345}".getBytes(UTF_8), Limits.DEFAULT.withRecordBytes(9))
                        .rule())
                .isEqualTo("limit");
    }

    private static byte[] bytes(Object... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Object part : parts) {
            all.writeBytes(
                    part instanceof byte[] bytes ? bytes : part.toString().getBytes(UTF_8));
        }
        return all.toByteArray();
    }
}
