package dev.ferry.migration;

/**
 * What a verification found of one table. The first four count records, the others rows.
 *
 * @param entity the table's name
 * @param read records read
 * @param filtered records left out on request
 * @param valid records without a violation
 * @param rejected records with at least one violation, which map to no row
 * @param matching rows that are as the source says
 * @param missing rows that are not there
 * @param different rows with a value that is another
 * @param unexpected rows of the run that nothing in the source maps to
 */
public record VerifiedEntity(
        String entity,
        long read,
        long filtered,
        long valid,
        long rejected,
        long matching,
        long missing,
        long different,
        long unexpected) {}
