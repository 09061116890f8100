package dev.ferry.profile;

/**
 * Something in a valid record that its user should know. Remarks with the same field, rule and message are counted and told
 * once, as a warning at the first one's place.
 *
 * @param path the path to the value, from where the step reads, its steps joined by dots; empty for the record itself
 * @param rule the rule's name, in lower case with hyphens
 * @param message what becomes of the value, the same for all values, so without the value
 */
public record Remark(String path, String rule, String message) {}
