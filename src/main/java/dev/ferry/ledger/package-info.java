/**
 * What every run did, kept in the database beside the data, so that it can be taken back exactly.
 */
@NullMarked
package dev.ferry.ledger;

import org.jspecify.annotations.NullMarked;
