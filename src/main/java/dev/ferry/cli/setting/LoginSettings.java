package dev.ferry.cli.setting;

import static dev.ferry.cli.setting.Setting.Trait.FLAG_ONLY;
import static dev.ferry.cli.setting.Setting.Trait.SECRET;

import dev.ferry.password.PasswordHash;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The settings about passwords of users. */
public final class LoginSettings {
    /** The command that checks logins. */
    public static final String VERIFY = VerifySettings.COMMAND;

    private static final String MIGRATE = "migrate";
    /** A shorter one could not be masked wherever it appears. */
    private static final int SHORTEST = 4;

    /** How passwords are hashed. */
    public static final Setting<PasswordHash> PASSWORD_HASH = Setting.of(
                    "password-hash",
                    ValueTypes.choice(PasswordHash.class),
                    "How plain passwords are hashed; over 72 bytes always with argon2id.")
            .standard("bcrypt")
            .forCommands(MIGRATE);
    /** Where generated passwords are written. */
    public static final Setting<Path> CREDENTIALS_FILE = Setting.of(
                    "credentials-file",
                    ValueTypes.path("FILE"),
                    "Generated passwords with their logins, CSV: a new file that migrate writes, and verify reads.")
            .with(FLAG_ONLY)
            .forCommands(MIGRATE, VERIFY);
    /** How many logins are checked. */
    public static final Setting<Integer> LOGINS = Setting.of(
                    "logins",
                    ValueTypes.number(1, 1_000_000),
                    "Check the stored hashes of this many users, spread over the credentials file.")
            .with(FLAG_ONLY)
            .forCommands(VERIFY);
    /** The password that users are said to have. */
    public static final Setting<String> LOGIN_PASSWORD = Setting.of(
                    "login-password",
                    new ValueType<>(
                            "PASSWORD",
                            "a password of at least " + SHORTEST + " characters",
                            List.of(),
                            text -> Optional.of(text).filter(given -> given.length() >= SHORTEST)),
                    "Without a credentials file: the password that the first users with one have.")
            .with(SECRET)
            .forCommands(VERIFY);

    private LoginSettings() {}
}
