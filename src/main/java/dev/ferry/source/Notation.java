package dev.ferry.source;

/** The language that a file is written in. */
enum Notation {
    /** JSON (RFC 8259). */
    JSON {
        @Override
        RecordScanner scanner(JsonWindow window, Trouble trouble, int depth, Limits limits) {
            return new JsonRecordScanner(window, trouble, depth, limits.depth());
        }
    },
    /** The literals of an ECMAScript or TypeScript module. */
    TYPESCRIPT {
        @Override
        RecordScanner scanner(JsonWindow window, Trouble trouble, int depth, Limits limits) {
            return new LiteralScanner(window, trouble, depth, limits);
        }
    };

    /** @param depth brackets that are open before the first byte */
    abstract RecordScanner scanner(JsonWindow window, Trouble trouble, int depth, Limits limits);
}
