package dev.ferry.bench;

/** What a user pays for. */
enum Tier {
    FREE,
    PREMIUM,
    PRO
}
