package dev.ferry.profile.subscriptions.dto;

import org.jspecify.annotations.Nullable;

/**
 * What the source itself says of its users; it is compared with them and not kept.
 *
 * @param dailyStats of any shape: the bot names the field and leaves open what is in it
 */
public record AnalyticsRecord(
        @Nullable Long totalUsers, @Nullable Object dailyStats) {}
