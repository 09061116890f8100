package dev.ferry.bind;

/** The rules that a record can break before its constraints are looked at, as reports name them. */
final class Rule {
    static final String TYPE = "type";
    static final String SYNTAX = "syntax";
    static final String DUPLICATE_KEY = "duplicate-key";
    static final String UNSUPPORTED_CHARACTER = "unsupported-character";
    static final String LIMIT = "limit";

    private Rule() {}
}
