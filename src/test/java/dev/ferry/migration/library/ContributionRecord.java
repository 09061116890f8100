package dev.ferry.migration.library;

import jakarta.validation.constraints.NotNull;
import java.util.List;

record ContributionRecord(@NotNull String book, @NotNull List<@NotNull String> authors) {}
