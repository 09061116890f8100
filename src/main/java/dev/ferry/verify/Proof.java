package dev.ferry.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * That a database held exactly what a source maps to, in a form that can be checked again later.
 *
 * @param tool the version of Ferry that made it
 * @param profile the profile's name
 * @param profileVersion the version of the profile's mapping
 * @param schema the database schema of the profile's tables
 * @param run the run whose rows were verified, null where the ledger knows none
 * @param tag the tag that this run set, null where it set none
 * @param source the source as its user named it
 * @param sourceSha256 the source's SHA-256
 * @param options what the mapping depends on beside the source, by name
 * @param entities the rows of each table
 */
public record Proof(
        String tool,
        String profile,
        String profileVersion,
        String schema,
        @Nullable String run,
        @Nullable String tag,
        String source,
        String sourceSha256,
        Map<String, String> options,
        List<ProvedEntity> entities) {
    public Proof {
        options = Map.copyOf(options);
        entities = List.copyOf(entities);
    }

    /**
     * The rows of one table.
     *
     * @param entity the table's name
     * @param columns the columns that the hash covers, sorted by name
     * @param rows the number of rows that the source maps to
     * @param sha256 the {@link ContentHash} of their values, as the database has them
     */
    public record ProvedEntity(String entity, List<String> columns, long rows, String sha256) {
        public ProvedEntity {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Something that is no longer as it was proved.
     *
     * @param part {@code source}, {@code profile}, {@code schema}, {@code options}, {@code columns}, {@code rows} or
     *     {@code content}
     * @param entity the table that it is about, empty where it is about none
     * @param proved what the proof says
     * @param found what is there now
     */
    public record Deviation(String part, String entity, String proved, String found) {}

    /** What is no longer as this proof says, by another that was made now; nothing where it still holds. */
    public List<Deviation> deviations(Proof now) {
        List<Deviation> deviations = new ArrayList<>();
        compare("profile", "", profile + " " + profileVersion, now.profile + " " + now.profileVersion, deviations);
        compare("schema", "", schema, now.schema, deviations);
        compare("options", "", describe(options), describe(now.options), deviations);
        compare("source", "", sourceSha256, now.sourceSha256, deviations);
        Map<String, ProvedEntity> then = byName(entities);
        Map<String, ProvedEntity> there = byName(now.entities);
        then.forEach((name, proved) -> {
            Optional<ProvedEntity> found = Optional.ofNullable(there.get(name));
            found.ifPresentOrElse(
                    entity -> compare(proved, entity, deviations),
                    () -> deviations.add(new Deviation("rows", name, Long.toString(proved.rows()), "not verified")));
        });
        there.forEach((name, found) -> {
            if (!then.containsKey(name)) {
                deviations.add(new Deviation("rows", name, "not verified", Long.toString(found.rows())));
            }
        });
        return deviations;
    }

    private static void compare(ProvedEntity proved, ProvedEntity found, List<Deviation> deviations) {
        String name = proved.entity();
        compare("columns", name, String.join(", ", proved.columns()), String.join(", ", found.columns()), deviations);
        compare("rows", name, Long.toString(proved.rows()), Long.toString(found.rows()), deviations);
        compare("content", name, proved.sha256(), found.sha256(), deviations);
    }

    private static void compare(String part, String entity, String proved, String found, List<Deviation> deviations) {
        if (!proved.equals(found)) {
            deviations.add(new Deviation(part, entity, proved, found));
        }
    }

    private static Map<String, ProvedEntity> byName(List<ProvedEntity> entities) {
        Map<String, ProvedEntity> byName = new LinkedHashMap<>();
        entities.forEach(entity -> byName.put(entity.entity(), entity));
        return byName;
    }

    private static String describe(Map<String, String> options) {
        return new TreeMap<>(options).toString();
    }
}
