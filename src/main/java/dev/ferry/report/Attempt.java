package dev.ferry.report;

import java.util.Optional;

/**
 * What was attempted when a command failed, as far as it was known by then.
 *
 * @param profile the profile's name
 * @param run the id of the run that had begun
 */
public record Attempt(Command command, Optional<String> profile, Optional<String> run) {
    /** Nothing is known but the command. */
    public static Attempt of(Command command) {
        return new Attempt(command, Optional.empty(), Optional.empty());
    }
}
