package dev.ferry.migration;

import dev.ferry.ledger.EntityCount;
import dev.ferry.profile.NaturalKey;
import dev.ferry.validate.KeyIndex;
import dev.ferry.verify.ContentHash;
import java.util.List;

/** What a verification has found of one table so far. */
final class TableVerification {
    private final String entity;
    private final KeyIndex keys = new KeyIndex();
    private final ContentHash content = new ContentHash();
    long matching;
    long missing;
    long different;
    long unexpected;

    TableVerification(String entity) {
        this.entity = entity;
    }

    /**
     * Notes a row that the source maps to and that is there.
     *
     * @param key the text forms of its primary key's values
     * @param name its natural key
     */
    void found(List<String> key, NaturalKey name, String digest) {
        keys.add(new NaturalKey(List.copyOf(key)), 0);
        content.add(name.toString(), digest);
    }

    /** Whether the source maps to the row of a key. */
    boolean isExpected(List<String> key) {
        return keys.standing(new NaturalKey(List.copyOf(key))) != KeyIndex.Standing.ABSENT;
    }

    /** Notes a row that nothing in the source maps to; it is told of once, whatever number of runs inserted it. */
    void unexpected(List<String> key) {
        keys.add(new NaturalKey(List.copyOf(key)), 0);
        unexpected++;
    }

    ContentHash content() {
        return content;
    }

    VerifiedEntity with(EntityCount count) {
        return new VerifiedEntity(
                entity,
                count.read(),
                count.filtered(),
                count.valid(),
                count.rejected(),
                matching,
                missing,
                different,
                unexpected);
    }
}
