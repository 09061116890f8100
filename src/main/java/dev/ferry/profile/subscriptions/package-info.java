/**
 * A chat bot's users, their subscriptions and what is counted of them.
 */
@NullMarked
package dev.ferry.profile.subscriptions;

import org.jspecify.annotations.NullMarked;
