package dev.ferry.database;

import java.util.Optional;

/** Asks the user for a password; called only when the server wants one and nobody gave it. */
@FunctionalInterface
public interface PasswordPrompt {
    /** No password can be had. */
    PasswordPrompt NONE = server -> Optional.empty();

    /**
     * The password, or nothing where there is nobody to ask.
     *
     * @param server host, port, database and user, for the question
     */
    Optional<String> ask(String server);
}
