/**
 * The schema's owner: Liquibase brings it up to date and rolls back over runs and changesets alike.
 *
 * <p>A run leaves two rows in its profile's changelog table, among those of the schema's changesets. A rollback reads them
 * in the order of their execution and gives each to Liquibase, newest first: a changeset's own rollback, or the ledger's
 * undo of a run. So every undo meets the tables that its run knew. All of it is one transaction.
 */
@NullMarked
package dev.ferry.schema;

import org.jspecify.annotations.NullMarked;
