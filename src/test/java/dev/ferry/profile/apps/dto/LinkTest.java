package dev.ferry.profile.apps.dto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://play.google.com/store/apps/details?id=a.b&hl=ar",
                "https://apps.apple.com/sa/app/%D8%A2%D9%8A%D8%A9/id706037876",
                "https://appgallery.huawei.com/#/app/C110460595",
                "http://example.org",
                "HTTPS://Example.ORG:8080/a;b=c/(d)!*'$+,~@x:[y]|z",
                "https://example.org/100%/%zz?q={a|b}^`[c]#?{x}",
                "http://127.0.0.1/a",
                "http://[2001:db8::1]:80/a",
                "https://example.org./",
                "http://localhost:5173/x"
            })
    void an_address_that_a_browser_takes_as_it_is_stays_as_it_is(String source) {
        assertThat(Link.of(source)).isEqualTo(link(Link.Kind.ADDRESS, source));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "`https://x.org/1_Wahy (Holy Quran)/a & b.png` https://x.org/1_Wahy%20(Holy%20Quran)/a%20&%20b.png",
                "`https://x.org/a%20b c%` https://x.org/a%20b%20c%",
                "https://x.org/آية https://x.org/%D8%A2%D9%8A%D8%A9",
                "https://x.org/😀?q=é#ü https://x.org/%F0%9F%98%80?q=%C3%A9#%C3%BC",
                "`https://x.org/\"<>^{}'` https://x.org/%22%3C%3E%5E%7B%7D'",
                "`https://x.org/?a='b'<c>` https://x.org/?a=%27b%27%3Cc%3E",
                "`https://x.org/#a \"b\"` https://x.org/#a%20%22b%22",
                "`https://x.org\\a\\b` https://x.org/a/b",
                "`https://x.org/a\tb\nc` https://x.org/abc",
                "https://موقع.org/a https://xn--4gbrim.org/a",
            })
    void what_browsers_encode_is_encoded_and_nothing_twice(String source, String address) {
        assertThat(Link.of(source)).isEqualTo(link(Link.Kind.ENCODED, address));
        assertThat(Link.of(address)).isEqualTo(link(Link.Kind.ADDRESS, address));
    }

    @Test
    void white_space_around_an_address_is_dropped() {
        assertThat(Link.of(" https://x.org/a\n")).isEqualTo(link(Link.Kind.ADDRESS, "https://x.org/a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "-",
                "N/A",
                "n/a ",
                "Not Found",
                "not  found",
                "https://x.org/1_Wahy/Not Found",
                "https://x.org/1_Wahy/Not%20Found",
                "Google Play Link Not Found\n"
            })
    void a_placeholder_is_no_address_and_no_error(String source) {
        assertThat(Link.of(source)).isEqualTo(new Link(Link.Kind.PLACEHOLDER, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.org/a",
                "www.x.org",
                "ftp://x.org/a",
                "javascript:alert(1)",
                "https:x.org",
                "https://",
                "https:///a",
                "https://host/a",
                "https://x..org",
                "https://x y.org",
                "https://x%41.org",
                "https://-x.org",
                "https://x.org:99999",
                "https://x.org:8a",
                "https://user@x.org",
                "https://x.org@evil.org/",
                "https://[::1",
                "https://knot found.org",
                "see https://x.org"
            })
    void anything_else_is_invalid_and_kept_as_it_stands(String source) {
        assertThat(Link.of(source)).isEqualTo(link(Link.Kind.INVALID, source));
    }

    private static Link link(Link.Kind kind, String address) {
        return new Link(kind, Optional.of(address));
    }
}
