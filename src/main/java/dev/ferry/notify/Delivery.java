package dev.ferry.notify;

/** What became of a message to a web hook. */
public sealed interface Delivery {
    /** The web hook took it. */
    record Delivered() implements Delivery {}

    /**
     * It did not, as far as is known.
     *
     * @param reason why, as a sentence goes on, without the address
     */
    record Undelivered(String reason) implements Delivery {}
}
