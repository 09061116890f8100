package dev.ferry.profile.apps.dto;

/**
 * A field that a record gives.
 *
 * @param path the path to it, its steps joined by dots
 */
public record Field<T>(String path, T value) {}
