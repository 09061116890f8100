package dev.ferry.migration.library;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

record PublisherRecord(@NotNull String name, @Nullable String city) {}
