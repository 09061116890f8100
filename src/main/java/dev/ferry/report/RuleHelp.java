package dev.ferry.report;

import java.util.Map;
import java.util.Optional;

/**
 * What a rule asks and what to do where it is broken; the one place that knows it for every report.
 *
 * @param rule the rule's name as violations and warnings carry it
 * @param explanation what the rule asks, one sentence
 * @param fix what to do, one sentence
 */
record RuleHelp(String rule, String explanation, String fix) {
    private static final Map<String, String[]> KNOWN = Map.ofEntries(
            rule("AssertFalse", "The value must be false.", "Set it to false."),
            rule("AssertTrue", "The value must be true.", "Set it to true."),
            rule("DecimalMax", "The number has an upper bound.", "Correct it to the bound that the message names."),
            rule("DecimalMin", "The number has a lower bound.", "Correct it to the bound that the message names."),
            rule(
                    "Digits",
                    "The number may have only so many digits.",
                    "Round it to the digits that the message names."),
            rule("Email", "The value must be an e-mail address.", "Correct the address, or leave the field out."),
            rule("Future", "The date must lie in the future.", "Correct the date."),
            rule("FutureOrPresent", "The date must not lie in the past.", "Correct the date."),
            rule("Max", "The number has an upper bound.", "Correct it to the bound that the message names."),
            rule("Min", "The number has a lower bound.", "Correct it to the bound that the message names."),
            rule("Negative", "The number must be below zero.", "Correct the number."),
            rule("NegativeOrZero", "The number must be zero or less.", "Correct the number."),
            rule("NotBlank", "The text must hold more than white space.", "Fill the field in."),
            rule("NotEmpty", "The value must not be empty.", "Fill the field in."),
            rule("NotNull", "The field is required.", "Add the field with a value; null counts as missing."),
            rule("Null", "The field must not be set.", "Take the field out."),
            rule("Past", "The date must lie in the past.", "Correct the date."),
            rule("PastOrPresent", "The date must not lie in the future.", "Correct the date."),
            rule("Pattern", "The text must have a certain form.", "Bring it into the form that the message names."),
            rule("Positive", "The number must be above zero.", "Correct the number."),
            rule("PositiveOrZero", "The number must be zero or more.", "Correct the number."),
            rule("Size", "The length is bounded.", "Shorten or fill the value to the length that the message names."),
            rule("URL", "The value must be a URL.", "Write the address in full, with https:// in front."),
            rule("UUID", "The value must be a UUID.", "Write it as 8-4-4-4-12 hexadecimal digits."),
            rule(
                    "conflict",
                    "The row is in the database already.",
                    "Take the record out, or migrate with --on-conflict skip or update."),
            rule(
                    "different",
                    "The database has another value than the source gives.",
                    "Migrate with --on-conflict update, or correct the source; a row that a run skipped was never made equal."),
            rule(
                    "duplicate-key",
                    "A key may stand only once; a database would keep one value and lose the other.",
                    "Keep one of the two, or rename one; the message names the first place."),
            rule("encoding", "The file must be UTF-8.", "Convert it, for example with: iconv -f UTF-16 -t UTF-8."),
            rule("key", "The record has no natural key.", "Fill in the fields that identify it."),
            rule(
                    "limit",
                    "The value is larger than Ferry takes into memory at once.",
                    "Shorten it, or raise the limit that the message names."),
            rule(
                    "missing",
                    "The source has this row, and the database does not.",
                    "Migrate the source again: what is there already is skipped."),
            rule(
                    "no-column",
                    "The profile's tables have no column for this field.",
                    "If it may be left out, nothing needs to be done."),
            rule(
                    "reference",
                    "The record belongs to another that is neither in the source nor in the database.",
                    "Add the missing record, or correct the reference; if its record was rejected, correct that one."),
            rule(
                    "syntax",
                    "The file must be well-formed, and a data module may hold only literals.",
                    "Correct the file at this place; look just before it for a missing quote, comma or bracket."),
            rule(
                    "target",
                    "The database does not accept the value.",
                    "Shorten or correct the value so that it fits the column that the message names."),
            rule("type", "The value must be of the type that the field has.", "Write it as the type that is named."),
            rule(
                    "unexpected",
                    "The database has a row of the run that the source does not have.",
                    "Take the row away if the source is right; else bring the record back."),
            rule(
                    "unique",
                    "The value may belong to one row only, and another has it.",
                    "Change one of the two; the message names the other."),
            rule(
                    "unsupported-character",
                    "PostgreSQL cannot store this character.",
                    "Take it out; U+0000 and halves of surrogate pairs are often left over by a bad conversion."),
            rule(
                    "skip-validation",
                    "Keys and references were checked all the same.",
                    "Run once more without --skip-validation to be sure."),
            rule(
                    "source",
                    "The source and the profile's sections do not match.",
                    "Check the names; if the message tells what you want, nothing needs to be done."),
            rule(
                    "verification",
                    "This is what the verification cannot tell, or tells differently from the run.",
                    "If that is what you want, nothing needs to be done."),
            rule(
                    "unknown-field",
                    "The profile does not know this field.",
                    "Check its spelling; if what became of it is what you want, nothing needs to be done."));

    /** The help for a rule that is broken, a general one where it is not known by name. */
    static RuleHelp of(String rule) {
        return known(rule)
                .orElseGet(() -> new RuleHelp(
                        rule, "The rule " + rule + " must hold.", "Correct the value as the message says."));
    }

    /** The help for what a warning tells, a general one where it is not known by name. */
    static RuleHelp ofWarning(String rule) {
        return known(rule)
                .orElseGet(() -> new RuleHelp(
                        rule,
                        "The record is valid.",
                        "If what became of the value is what you want, nothing needs to be done."));
    }

    private static Optional<RuleHelp> known(String rule) {
        return Optional.ofNullable(KNOWN.get(rule)).map(help -> new RuleHelp(rule, help[0], help[1]));
    }

    private static Map.Entry<String, String[]> rule(String name, String explanation, String fix) {
        return Map.entry(name, new String[] {explanation, fix});
    }
}
