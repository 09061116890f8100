package dev.ferry.ledger;

import dev.ferry.failure.HiddenCharacters;
import dev.ferry.failure.UsageException;

/** What a tag may be called: anything that Liquibase's table can hold and a person can read. */
public final class TagName {
    /** The length of the column {@code databasechangelog.tag}. */
    private static final int LONGEST = 255;

    private TagName() {}

    /**
     * Checks a tag before a run begins that is to set it.
     *
     * @throws UsageException where it is blank, too long, or has characters that nobody sees
     */
    public static void requireNew(String tag) {
        requireFitting(tag);
        if (tag.isBlank()) {
            throw new UsageException("a tag must not be blank", null);
        }
        if (HiddenCharacters.areIn(tag)) {
            throw new UsageException("a tag must not hold line breaks or other characters that nobody sees", null);
        }
    }

    /**
     * Checks a tag that is looked for; another tool may have set it.
     *
     * @throws UsageException where it is longer than any
     */
    public static void requireFitting(String tag) {
        int length = tag.codePointCount(0, tag.length());
        if (length > LONGEST) {
            throw new UsageException("a tag must have at most " + LONGEST + " characters, has " + length, null);
        }
    }
}
