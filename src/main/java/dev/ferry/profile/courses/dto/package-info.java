/**
 * The records of data.json and metadata.json as they stand in the files.
 */
@NullMarked
package dev.ferry.profile.courses.dto;

import org.jspecify.annotations.NullMarked;
