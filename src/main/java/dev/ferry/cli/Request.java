package dev.ferry.cli;

import dev.ferry.cli.setting.Entry;
import java.util.List;
import java.util.Optional;

/** What a command line asks for. */
sealed interface Request {
    /** A text: help, or the version. */
    record Answer(String text) implements Request {}

    /**
     * A command.
     *
     * @param command which
     * @param options the settings that the command line gives
     * @param argument the word that is no option
     */
    record Call(Command command, List<Entry> options, Optional<String> argument) implements Request {
        public Call {
            options = List.copyOf(options);
        }
    }
}
