/**
 * A class register: the mock data of a frontend, eleven lists in one document, becomes fourteen tables.
 *
 * <p>Rows keep the identifiers that the source gives them. Two tables hold what the source nests in its records: who is
 * enrolled in a class, and who was there when it met.
 */
@NullMarked
package dev.ferry.profile.classroom;

import org.jspecify.annotations.NullMarked;
