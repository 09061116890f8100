/**
 * The users and the analytics of the bot's data.json as they stand in the file.
 */
@NullMarked
package dev.ferry.profile.subscriptions.dto;

import org.jspecify.annotations.NullMarked;
