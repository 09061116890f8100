package dev.ferry.migration;

import dev.ferry.source.BindingException;
import dev.ferry.validate.Violation;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes secret values out of what is told of a source. */
final class Concealment {
    static final String MASK = "***";

    /** A word, a piece of code or bytes that a message about broken syntax quotes. */
    private static final Pattern QUOTED = Pattern.compile(
            "(?<=found )\\p{L}[\\p{L}\\p{N}]*(?= \\()|(?<=no character: )[0-9A-F ]+"
                    + "|^.*(?= is .*: a data module may hold only literals$)",
            Pattern.DOTALL);

    private final SensitiveFields fields;
    private final Pattern members;

    Concealment(SensitiveFields fields) {
        this.fields = fields;
        this.members = members(fields.all());
    }

    /** A member with its value, as JSON or a data module has it, to the end of the text where that cuts it off. */
    private static Pattern members(Set<String> names) {
        String any = names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile("(?s)([\"']?(?:" + any + ")[\"']?\\s*[:=]\\s*)"
                + "(?:\"(?:[^\"\\\\]|\\\\.)*+(?:\"|\\\\?$)|'(?:[^'\\\\]|\\\\.)*+(?:'|\\\\?$)|[^\\s,}\\]\"'][^,}\\]]*)");
    }

    /** The same without the values of secret fields. */
    Violation conceal(Violation violation) {
        if (fields.bySection().isEmpty() || violation.value().isEmpty()) {
            return violation;
        }
        Set<String> names = fields.in(violation.position().section());
        boolean secret = Arrays.stream(violation.field().split("\\.")).anyMatch(names::contains);
        String value = secret ? MASK : conceal(violation.value());
        String message = secret ? violation.message().replace(violation.value(), MASK) : conceal(violation.message());
        return with(violation, message, value);
    }

    private String conceal(String text) {
        return members.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(MASK));
    }

    /**
     * The same without what stands in the source, where secrets may: in broken syntax nobody knows where a value begins and
     * ends.
     */
    Violation concealAll(Violation broken) {
        String section = broken.position().section();
        boolean mayHold = section.isEmpty()
                ? !fields.bySection().isEmpty()
                : !fields.in(section).isEmpty();
        if (!mayHold) {
            return broken;
        }
        String message = QUOTED.matcher(broken.message()).replaceAll(Matcher.quoteReplacement(MASK));
        return with(broken, message, broken.value().isEmpty() ? "" : MASK);
    }

    /** A violation of the file as a whole. */
    Violation broken(String table, BindingException broken) {
        return concealAll(
                new Violation(broken.position(), table, "", "", broken.rule(), broken.getMessage(), broken.value()));
    }

    /** The same failure without what its message quotes of the source. */
    BindingException conceal(BindingException broken) {
        Violation concealed = broken("", broken);
        BindingException same =
                new BindingException(broken.position(), broken.rule(), concealed.message(), concealed.value());
        same.setStackTrace(broken.getStackTrace());
        return same;
    }

    private static Violation with(Violation violation, String message, String value) {
        return new Violation(
                violation.position(),
                violation.entity(),
                violation.id(),
                violation.field(),
                violation.constraint(),
                message,
                value);
    }
}
