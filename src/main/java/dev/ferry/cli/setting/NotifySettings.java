package dev.ferry.cli.setting;

import static dev.ferry.cli.setting.Setting.Trait.SECRET;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The setting that says who is told of a command's end. */
public final class NotifySettings {
    /** The web hook. All of its address is secret, since who knows it may write to it. */
    public static final Setting<URI> NOTIFY = Setting.of(
                    "notify",
                    new ValueType<>("URL", "an http:// or https:// address", List.of(), NotifySettings::address),
                    "Post the result as JSON to this web hook, such as one of Slack; never fails the command.")
            .with(SECRET)
            .forCommands("migrate", "validate", RollbackSettings.COMMAND);

    private NotifySettings() {}

    private static Optional<URI> address(String text) {
        try {
            URI address = new URI(text.strip());
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            return Optional.of(address)
                    .filter(any -> List.of("http", "https").contains(scheme) && any.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
