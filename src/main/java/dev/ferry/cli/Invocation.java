package dev.ferry.cli;

import dev.ferry.cli.setting.Catalog;
import dev.ferry.cli.setting.ColorMode;
import dev.ferry.cli.setting.CommitSettings;
import dev.ferry.cli.setting.PluginSettings;
import dev.ferry.cli.setting.Settings;
import dev.ferry.failure.Suggestion;
import dev.ferry.failure.UsageException;
import dev.ferry.profile.Profile;
import dev.ferry.redaction.Redactor;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One call of a command: what it was asked, and everything that it may use.
 *
 * @param settings what every setting is for this call
 * @param argument the word that is no option
 * @param stages the other packages
 * @param session the process around it
 * @param output standard output
 * @param messages standard error
 * @param failure tells what went wrong, and is told what is known until then
 * @param redactor masks secrets
 * @param cancellation ends it early
 * @param notice is told how it ends
 */
record Invocation(
        Settings settings,
        Optional<String> argument,
        Stages stages,
        Session session,
        Output output,
        Messages messages,
        Failure failure,
        Redactor redactor,
        Cancellation cancellation,
        Notice notice) {

    /** Writes results as they were asked for. */
    Renderer renderer() {
        return settings.on(Catalog.JSON)
                ? stages.json(output.document())
                : stages.text(output, style(settings.get(Catalog.COLOR), Terminal.Stream.OUT, session));
    }

    /** The profile that was asked for, which is needed. */
    Profile profile() {
        return findProfile()
                .orElseThrow(() -> new UsageException(
                        "which profile? Give one with -p: " + String.join(", ", names()), "See 'ferry profiles'."));
    }

    /** The profile that was asked for, if any. */
    Optional<Profile> findProfile() {
        return settings.value(Catalog.PROFILE)
                .map(name -> profiles().stream()
                        .filter(profile -> profile.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new UsageException(
                                "there is no profile '" + name + "'" + Suggestion.question(name, names()),
                                "Profiles: " + String.join(", ", names()) + ".")));
    }

    /** The profiles that are installed, those of plug-ins included. */
    List<Profile> profiles() {
        return stages.profiles(settings.value(PluginSettings.PLUGIN_PATH)
                .map(paths -> paths.stream().map(this::path).toList())
                .orElse(List.of()));
    }

    /** The settings together with those that a profile gives by itself. */
    Settings settingsFor(Profile profile) {
        return settings.withProfile(
                profile.name(),
                Map.of(
                        Catalog.BATCH_SIZE.name(),
                                Integer.toString(profile.defaults().batchSize()),
                        CommitSettings.COMMIT.name(),
                                profile.defaults().commit().name().toLowerCase(Locale.ROOT),
                        CommitSettings.WORKERS.name(),
                                Integer.toString(profile.defaults().workers()),
                        Catalog.SCHEMA.name(), profile.name()));
    }

    /** A path as the user means it. */
    Path path(Path named) {
        return session.folder().resolve(named);
    }

    /** Whether a stream gets colours. */
    static Style style(ColorMode mode, Terminal.Stream stream, Session session) {
        boolean wanted = session.environment().getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(session.environment().get("TERM"))
                && session.terminal().is(stream);
        return mode == ColorMode.ALWAYS || (mode == ColorMode.AUTO && wanted) ? Style.COLORED : Style.PLAIN;
    }

    private List<String> names() {
        return profiles().stream().map(Profile::name).toList();
    }
}
