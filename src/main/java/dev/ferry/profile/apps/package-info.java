/**
 * An app directory in two languages: developers, categories, apps and which app is in which category.
 */
@NullMarked
package dev.ferry.profile.apps;

import org.jspecify.annotations.NullMarked;
