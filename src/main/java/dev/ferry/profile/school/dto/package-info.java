/**
 * The rows of the V1 tables: the names are the source's own, in camelCase.
 *
 * <p>Texts are kept as they stand, so that filters see what the source has; {@link dev.ferry.profile.school.dto.Text} takes the
 * white space off when rows are made, and what is blank then is missing. Identifiers are taken exactly.
 */
@NullMarked
package dev.ferry.profile.school.dto;

import org.jspecify.annotations.NullMarked;
