package dev.ferry.cli.setting;

import static dev.ferry.cli.setting.Setting.Trait.FLAG_ONLY;

import dev.ferry.ledger.RunId;
import java.nio.file.Path;

/** The settings that {@code verify} alone has. */
public final class VerifySettings {
    /** The command. */
    public static final String COMMAND = "verify";

    /** The run whose rows are verified. */
    public static final Setting<RunId> VERIFIED_RUN = Setting.of(
                    "verified-run",
                    ValueTypes.run(),
                    "The run whose rows are verified; if not given all that read this very source, else the newest.")
            .flags("--run")
            .with(FLAG_ONLY)
            .forCommands(COMMAND);
    /** Where a proof is written. */
    public static final Setting<Path> PROOF = Setting.of(
                    "proof",
                    ValueTypes.path("FILE"),
                    "Where all is equal, write a proof: the source's SHA-256, and counts and hashes of all rows.")
            .with(FLAG_ONLY)
            .forCommands(COMMAND);
    /** A proof that is checked. */
    public static final Setting<Path> CHECK_PROOF = Setting.of(
                    "check-proof",
                    ValueTypes.path("FILE"),
                    "Compare with a proof that was written earlier, and say what no longer holds.")
            .with(FLAG_ONLY)
            .forCommands(COMMAND);

    private VerifySettings() {}
}
