package dev.ferry.source;

import java.util.List;
import java.util.Optional;

/**
 * Finds the sections of a module among its constants, and among the members of constants that are no section themselves.
 * That checks all of the module.
 */
final class TypeScriptModule {
    /** A constant is as deep as a member of a JSON document: the module is the level around it. */
    private static final int DEPTH = 1;

    private final JsonFile file;
    private final List<Section> namedAsFile;
    private final Limits limits;
    private final Contents contents;

    /** @param namedAsFile the sections that have the file's name, for a value that is exported without one */
    TypeScriptModule(JsonFile file, List<Section> sections, List<Section> namedAsFile, Limits limits) {
        this.file = file;
        this.namedAsFile = namedAsFile;
        this.limits = limits;
        this.contents = new Contents(sections);
    }

    /** The source that this file alone is. */
    Source open(String name) {
        try (JsonWindow window = new JsonWindow(file, Encoding.start(file), limits.recordBytes())) {
            read(window);
        }
        file.requireUnchanged();
        return new FileSource(name, List.of(file), contents.sections().values(), contents.notices());
    }

    private void read(JsonWindow window) {
        Trouble trouble = new Trouble(file, window);
        LiteralScanner literals = new LiteralScanner(window, trouble, DEPTH, limits);
        if (literals.peek() == JsonScalars.END) {
            throw trouble.empty();
        }
        ModuleStatements statements = new ModuleStatements(window, trouble, literals);
        Constants constants = new Constants(window, trouble, literals);
        for (Optional<String> name = statements.next(); name.isPresent(); name = statements.next()) {
            constants.read(name.get(), statements.start());
        }
        if (contents.isEmpty()) {
            throw trouble.noConstant(contents.names());
        }
    }

    /** Reads the values of constants. */
    private final class Constants {
        private final JsonWindow window;
        private final Trouble trouble;
        private final LiteralScanner literals;

        Constants(JsonWindow window, Trouble trouble, LiteralScanner literals) {
            this.window = window;
            this.trouble = trouble;
            this.literals = literals;
        }

        void read(String name, Place start) {
            int first = literals.first();
            List<Section> named = named(name, first);
            if (!named.isEmpty()) {
                section(named, List.of(name), start);
            } else if (first == '{') {
                members(name);
            } else {
                contents.unread("constant", name);
                literals.value();
            }
            literals.closeParentheses(DEPTH);
        }

        private List<Section> named(String name, int first) {
            List<Section> named = contents.named(name);
            if (!named.isEmpty() || !name.equals(ModuleStatements.DEFAULT)) {
                return named;
            }
            return namedAsFile.isEmpty() ? contents.root(first).stream().toList() : namedAsFile;
        }

        private void members(String constant) {
            long unread = contents.unread();
            int found = contents.sections().size();
            for (boolean more = literals.enter(); more; more = literals.another()) {
                Place start = literals.hold();
                String name = literals.name();
                literals.release();
                int depth = literals.depth();
                literals.first();
                List<Section> named = contents.named(name);
                if (named.isEmpty()) {
                    contents.unread("member", name);
                    literals.value();
                } else {
                    section(named, List.of(constant, name), start);
                }
                literals.closeParentheses(depth);
            }
            if (contents.sections().size() == found) {
                contents.forgetUnread(unread);
                contents.unread("constant", constant);
            }
        }

        private void section(List<Section> named, List<String> path, Place name) {
            String pointer = JsonPointer.of(path);
            int first = literals.peek();
            Place start = window.here();
            Optional<Section> fitting = Contents.fitting(named, first);
            if (literals.text().word().equals("undefined")) {
                literals.value();
                return;
            }
            if (fitting.isEmpty()) {
                // What is no literal at all is refused as such.
                literals.value();
                throw trouble.wrongShape(start, named, pointer, first);
            }
            JsonSection section =
                    new JsonSection(file, fitting.get(), start, pointer, literals.depth(), Notation.TYPESCRIPT, limits);
            if (!contents.add(section)) {
                throw trouble.secondSection(name, path.get(path.size() - 1));
            }
            RecordCursor cursor = new RecordCursor(section, trouble, literals);
            while (cursor.next()) {
                // Each record that is passed is checked, and some are remembered.
            }
            section.endsAt(window.here());
            trouble.within(Trouble.NOWHERE);
        }
    }
}
