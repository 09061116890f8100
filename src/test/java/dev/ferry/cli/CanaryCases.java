package dev.ferry.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/**
 * What {@link CanaryTest} runs of each command, successes and failures, in this order: an entry is a command's name and its
 * calls. A new command needs an entry here; {@code UNREACHABLE}, {@code SOURCE}, {@code NOBODY} and {@code SECRET} stand for
 * URLs and a password with a canary in them, {@code KNOWN} for one that Ferry knows at a place for none, and files are those that the test writes.
 */
@NullMarked
final class CanaryCases {
    private static final String RUN_WITH_REPORTS =
            "--rejects rejects.jsonl --report r.html --report r.json --report r.md "
                    + "--report r.txt --report r.sarif";

    private CanaryCases() {}

    static Map<String, List<String>> all() {
        Map<String, List<String>> cases = new LinkedHashMap<>();
        cases.put(
                "migrate",
                List.of(
                        "-p school in/v1.json --force --tag first " + RUN_WITH_REPORTS,
                        "-p school in/v1.json " + RUN_WITH_REPORTS,
                        "-p school in/target.json --force " + RUN_WITH_REPORTS,
                        "-p school in/v1.json --force --on-conflict update",
                        "-p school in/v1.json --force --on-conflict update --commit batch --workers 2 --keep-backups 1",
                        "-p school in/v1.json --force --commit batch --resume",
                        "-p school in/v1.json --dry-run --offline",
                        "-p school in/v1.json --dry-run --force",
                        "-p school SOURCE --force",
                        "-p school --source SOURCE --dry-run --force",
                        "-p school NOBODY",
                        "-p school UNREACHABLE",
                        "-p school in/syntax.json --report r.json",
                        "-p school in/v1.json --url UNREACHABLE",
                        "-p school in/v1.json --url NOBODY",
                        "-p school in/v1.json --config in/other.properties --url UNREACHABLE?sslpassword=SECRET",
                        "-p school in/v1.json --env-file in/broken.env",
                        "-p school in/v1.json --force --filter Teacher:password='SECRET'",
                        "-p school in/v1.json --force --filter Teacher:firstName='SECRET'",
                        "-p school in/v1.json --notify ftp://SECRET@localhost/SECRET",
                        "-p school in/v1.json --login-password SECRET",
                        "-p school in/v1.json --nonsense SECRET",
                        "-p school missing.json"));
        cases.put(
                "validate",
                List.of(
                        "-p school in/v1.json " + RUN_WITH_REPORTS,
                        "-p school in/v1.json --database",
                        "-p school in/syntax.json",
                        "-p school SOURCE",
                        "-p school in/v1.json --database --url UNREACHABLE"));
        cases.put(
                "verify",
                List.of(
                        "-p school in/v1.json --report v.html --report v.json --report v.md --report v.txt --report v.sarif",
                        "-p school SOURCE --proof proof.json",
                        "-p school UNREACHABLE",
                        "-p school --logins 3",
                        "-p school --logins 3 --login-password SECRET",
                        "-p school --logins 3 --credentials-file in/credentials.csv",
                        "-p school --logins 3 --url NOBODY"));
        cases.put(
                "analyze",
                List.of(
                        "-p school SOURCE --compare-counts --report a.html --report a.json --report a.md --report a.txt",
                        "-p school in/v1.json",
                        "-p school in/syntax.json --compare-counts",
                        "-p school UNREACHABLE"));
        cases.put("status", List.of("", "-p school", "--source SOURCE", "--source UNREACHABLE", "--url UNREACHABLE"));
        cases.put(
                "rollback",
                List.of(
                        "-p school --dry-run",
                        "-p school --run KNOWN --yes",
                        "-p school --yes --url NOBODY",
                        "-p school --tag first --yes"));
        cases.put(
                "backup",
                List.of(
                        "-p school",
                        "-p school --list",
                        "-p school in/v1.json --source-only",
                        "-p school --url UNREACHABLE"));
        cases.put("restore", List.of("in/v1.json --yes", "missing.ferry.zip --yes --url NOBODY"));
        cases.put("selftest", List.of("-p school"));
        cases.put("setup", List.of("-p school", "-p school --clean", "-p school --url UNREACHABLE"));
        // What it writes is the data itself.
        cases.put(
                "convert",
                List.of(
                        "-p school in/v1.json --output in/converted --format json",
                        "-p school SOURCE --output in/converted2 --format csv",
                        "-p school in/syntax.json --output in/converted3",
                        "-p school UNREACHABLE --output in/converted4"));
        cases.put("database start", List.of(""));
        cases.put("database url", List.of(""));
        cases.put("database stop", List.of(""));
        cases.put("profiles", List.of(""));
        cases.put("config show", List.of("", "--origin", "-p school --origin --url UNREACHABLE"));
        cases.put("config example", List.of(""));
        cases.put("config schema", List.of("migrate", "KNOWN"));
        cases.put("generate-completion", List.of(""));
        return cases;
    }
}
