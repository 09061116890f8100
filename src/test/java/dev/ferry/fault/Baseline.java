package dev.ferry.fault;

/**
 * What a run did that nothing disturbed.
 *
 * @param millis how long its process took
 * @param messages what it sent to the server
 * @param commits how many of them were COMMIT
 * @param rows what it left
 */
record Baseline(long millis, long messages, long commits, CanonicalRows rows) {}
