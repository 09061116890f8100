package dev.ferry.cli;

/**
 * A setting as {@code config show} shows it.
 *
 * @param name its name
 * @param value its value without secrets, empty where it has none
 * @param origin where the value comes from, empty where it has none
 */
record ShownSetting(String name, String value, String origin) {}
