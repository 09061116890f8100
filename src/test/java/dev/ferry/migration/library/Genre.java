package dev.ferry.migration.library;

enum Genre {
    NOVEL,
    POETRY
}
