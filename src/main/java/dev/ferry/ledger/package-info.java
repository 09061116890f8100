/**
 * What every run did, kept in the database beside the data, so that it can be taken back exactly.
 *
 * <p>A run's header is committed before its work. Inside the run's own transaction the ledger keeps, per batch, the keys of
 * the rows, a hash of each as the run left it, and the text of each as it was before an update or a deletion. Undo compares
 * the hashes first: a row that someone changed since is drift, and so is one that rows of others hang on, or one that was
 * deleted and has no place to come back to.
 */
@NullMarked
package dev.ferry.ledger;

import org.jspecify.annotations.NullMarked;
