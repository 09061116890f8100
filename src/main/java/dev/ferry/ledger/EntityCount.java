package dev.ferry.ledger;

/**
 * What a run did with the records of one table. All are counts of records but those of rows: inserted, updated,
 * unchanged, skipped and deleted.
 *
 * @param entity the table's name
 * @param read records read
 * @param filtered records left out on request
 * @param valid records without a violation
 * @param rejected records with at least one violation
 * @param inserted rows that were new
 * @param updated rows whose mapped values differed and were changed
 * @param unchanged rows whose mapped values were the same already
 * @param skipped rows that were there already and were left as they are
 * @param deleted rows taken away
 */
public record EntityCount(
        String entity,
        long read,
        long filtered,
        long valid,
        long rejected,
        long inserted,
        long updated,
        long unchanged,
        long skipped,
        long deleted) {}
