/**
 * The schema's owner: Liquibase brings it up to date and rolls back over runs and changesets alike.
 */
@NullMarked
package dev.ferry.schema;

import org.jspecify.annotations.NullMarked;
