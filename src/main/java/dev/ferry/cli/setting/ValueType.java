package dev.ferry.cli.setting;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a setting's value may be.
 *
 * @param label the value's place-holder in help, empty where the option takes none
 * @param allowed the values allowed, as a sentence ends: {@code 1 to 10000}
 * @param choices all values where they can be listed, else none
 * @param parser turns text into a value, empty where the text is not allowed
 */
public record ValueType<T>(String label, String allowed, List<String> choices, Function<String, Optional<T>> parser) {
    public ValueType {
        choices = List.copyOf(choices);
    }

    /** The value that a text stands for, empty where it is not allowed. */
    public Optional<T> parse(String text) {
        return parser.apply(text);
    }

    /** Whether an option of this type stands alone on the command line and means yes. */
    public boolean isSwitch() {
        return label.isEmpty();
    }
}
