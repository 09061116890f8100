package dev.ferry.profile;

/**
 * What a profile sets where its user does not.
 *
 * @param batchSize records of a batch, 1 to 10,000
 */
public record Defaults(int batchSize) {}
