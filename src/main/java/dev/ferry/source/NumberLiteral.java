package dev.ferry.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites numbers to JSON, digit by digit, never through a floating-point number (ECMAScript 2024, section 12.9.3). */
final class NumberLiteral {
    private static final String DIGITS = "\\d++(?:_\\d++)*+";
    private static final Pattern DECIMAL = Pattern.compile(
            "([-+]?)(0|[1-9]\\d*+(?:_\\d++)*+|(?=\\.\\d))(?:\\.(" + DIGITS + ")?)?(?:[eE]([-+]?" + DIGITS + "))?");
    private static final Pattern RADIX = Pattern.compile(
            "([-+]?)0(?:[xX](\\p{XDigit}++(?:_\\p{XDigit}++)*+)|[oO]([0-7]++(?:_[0-7]++)*+)|[bB]([01]++(?:_[01]++)*+))");

    /** Numbers that a double holds and that ECMAScript writes without an exponent (section 6.1.6.1.20). */
    private static final Pattern SHORT =
            Pattern.compile("\\d{1,15}|(?=.{1,16}$)\\d+\\.0{0,5}(?:[1-9]\\d*)?|\\d{1,3}[eE]\\+?\\d");

    private final JsonWindow window;
    private final Trouble trouble;
    private final TypeScriptText text;
    private final JsonText json;
    private final Limits limits;

    NumberLiteral(JsonWindow window, Trouble trouble, TypeScriptText text, JsonText json, Limits limits) {
        this.window = window;
        this.trouble = trouble;
        this.text = text;
        this.json = json;
        this.limits = limits;
    }

    /** Whether a number may begin here: with a digit, or with a sign or point before one. */
    boolean comes() {
        int c = text.next();
        int i = c == '-' || c == '+' ? 1 : 0;
        i += text.at(i) == '.' ? 1 : 0;
        return isDigit(text.at(i));
    }

    /** Reads a number. */
    void read() {
        String written = token();
        String number = number(written);
        if (number.equals(written)) {
            json.copy(written.length());
        } else {
            json.replace(written.length(), number);
        }
    }

    /** Reads a number that is a member's name, and writes the name that ECMAScript gives the member. */
    void readName() {
        String written = token();
        String number = number(written);
        if (!SHORT.matcher(number).matches()) {
            throw trouble.syntax("a member name that is a number of this size must stand in quotes");
        }
        BigDecimal value = new BigDecimal(number);
        BigDecimal shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        json.replace(written.length(), '"' + shortest.toPlainString() + '"');
    }

    private String number(String written) {
        Matcher decimal = DECIMAL.matcher(written);
        if (decimal.matches()) {
            return decimal(decimal);
        }
        Matcher radix = RADIX.matcher(written);
        if (radix.matches()) {
            return whole(radix);
        }
        throw trouble.syntax(complaint(written));
    }

    private static String complaint(String written) {
        String digits = written.replaceFirst("^[-+]", "");
        if (digits.matches("0[0-9_]+.*")) {
            return "a number has no leading zeros";
        }
        if (digits.matches("[0-9_a-fA-FxXoObB]+n")) {
            return Excerpt.of(written) + " is a bigint (leave the n out: numbers are read exactly)";
        }
        return "'" + Excerpt.of(written) + "' is no number";
    }

    private static String decimal(Matcher decimal) {
        StringBuilder number = new StringBuilder();
        number.append("-".equals(decimal.group(1)) ? "-" : "");
        number.append(decimal.group(2).isEmpty() ? "0" : decimal.group(2));
        if (decimal.group(3) != null) {
            number.append('.').append(decimal.group(3));
        }
        if (decimal.group(4) != null) {
            boolean capital = decimal.group().indexOf('E') >= 0;
            number.append(capital ? 'E' : 'e').append(decimal.group(4));
        }
        return number.toString().replace("_", "");
    }

    private String whole(Matcher radix) {
        for (int group = 2; group <= 4; group++) {
            if (radix.group(group) != null) {
                String digits = radix.group(group).replace("_", "").toLowerCase(Locale.ROOT);
                int base = group == 2 ? 16 : group == 3 ? 8 : 2;
                // Its decimal digits are fewer than four for each of its own.
                if (digits.length() > 4L * limits.numberDigits()) {
                    throw trouble.tooManyDigits(digits.length(), limits.numberDigits());
                }
                return ("-".equals(radix.group(1)) ? "-" : "") + new BigInteger(digits, base);
            }
        }
        throw new AssertionError("the pattern has a group for each base");
    }

    /** Everything up to what cannot be part of a number. */
    private String token() {
        StringBuilder token = new StringBuilder();
        int before = 0;
        for (int c = text.next(); isPart(c, before); c = text.at(token.length())) {
            token.append((char) c);
            before = c;
            if (token.length() > limits.recordBytes()) {
                throw trouble.tooLong(window.here(), Excerpt.of(token.substring(0, Excerpt.MAX_LENGTH)));
            }
        }
        return token.toString();
    }

    private static boolean isPart(int c, int before) {
        return isDigit(c)
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || c == '.'
                || (isSign(c) && (before == 0 || before == 'e' || before == 'E'));
    }

    private static boolean isSign(int c) {
        return c == '-' || c == '+';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
