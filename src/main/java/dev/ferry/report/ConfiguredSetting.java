package dev.ferry.report;

import java.util.Optional;

/**
 * A setting in force, as {@code config} shows it.
 *
 * @param name the setting's name
 * @param value its value, redacted by the caller where it is secret; empty where it is not set
 * @param origin where the value comes from: {@code default}, {@code flag --url}, {@code environment DATABASE_URL} …
 */
public record ConfiguredSetting(String name, Optional<String> value, String origin) {}
