package dev.ferry.source;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;

/** The source is broken in a way that hides where its records begin and end, so reading stops. */
public final class BindingException extends FerryException {
    private static final long serialVersionUID = 1L;

    private final transient Position position;
    private final String rule;
    private final String value;

    /**
     * @param position where reading stopped
     * @param rule the rule that is broken, as reports name it: {@code syntax}, {@code encoding}, {@code limit}
     * @param message what is wrong and what to do about it, without the place
     * @param value the excerpt that is wrong, empty where there is none
     */
    public BindingException(Position position, String rule, String message, String value) {
        super(ExitCode.CONTENT, message, null, null);
        this.position = position;
        this.rule = rule;
        this.value = value;
    }

    /** Where reading stopped. */
    public Position position() {
        return position;
    }

    /** The rule that is broken, as reports name it. */
    public String rule() {
        return rule;
    }

    /** The excerpt that is wrong. */
    public String value() {
        return value;
    }
}
