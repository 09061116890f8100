package dev.ferry.cli;

import java.util.Optional;

/** Asks a person for a password. */
@FunctionalInterface
interface PasswordPrompt {
    /** Nobody is there to be asked. */
    PasswordPrompt NOBODY = question -> Optional.empty();

    /** The answer, empty where there is nobody to ask. */
    Optional<String> ask(String question);
}
