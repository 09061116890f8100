/**
 * The records of the mock data as they stand in the document: the names are the source's own, in camelCase.
 *
 * <p>Fields that the source may leave out are nullable. Of the others, identifiers, names and titles must say something; any
 * other text may be empty, since a frontend writes an empty note or telephone number as an empty text.
 */
@NullMarked
package dev.ferry.profile.classroom.dto;

import org.jspecify.annotations.NullMarked;
