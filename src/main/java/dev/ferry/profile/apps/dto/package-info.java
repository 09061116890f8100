/**
 * The records of an app directory as they stand in data modules and documents, in all three generations, and how their values
 * are read: addresses, ratings, names of categories, slugs.
 */
@NullMarked
package dev.ferry.profile.apps.dto;

import org.jspecify.annotations.NullMarked;
