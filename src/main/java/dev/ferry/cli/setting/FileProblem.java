package dev.ferry.cli.setting;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Says in words why a file cannot be used. */
public final class FileProblem {
    private FileProblem() {}

    /** The reason, without the file's name. */
    public static String of(IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (problem instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (problem instanceof java.nio.file.FileSystemException named && named.getReason() != null) {
            return named.getReason();
        }
        return String.valueOf(problem.getMessage());
    }
}
