package dev.ferry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Processor time in seconds and memory of processes, as Linux tells them; zero elsewhere, and of a process that has ended.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
final class Proc {
    /** What the kernel counts in, whatever its own clock is. */
    private static final double TICKS_PER_SECOND = 100;

    /** Places among the fields that follow the program's name. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;
    private static final int USER_OF_CHILDREN = 13;
    private static final int SYSTEM_OF_CHILDREN = 14;

    private Proc() {}

    /** Of the children of this process that have ended, and of theirs. */
    static double endedChildren() {
        return seconds(Path.of("/proc/self/stat"), USER_OF_CHILDREN, SYSTEM_OF_CHILDREN);
    }

    /** Of a server and its children, ended ones included. */
    static double server(long pid) {
        double living = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .mapToDouble(child -> seconds(stat(child.pid()), USER, SYSTEM))
                .sum();
        return living + seconds(stat(pid), USER, SYSTEM, USER_OF_CHILDREN, SYSTEM_OF_CHILDREN);
    }

    /** Of each thread, by its number and name. */
    static Map<String, Double> threads(long pid) {
        Map<String, Double> seconds = new HashMap<>();
        try (Stream<Path> tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
            for (Path task : tasks.toList()) {
                String name =
                        task.getFileName() + " " + read(task.resolve("comm")).strip();
                seconds.put(name, seconds(task.resolve("stat"), USER, SYSTEM));
            }
        } catch (IOException e) {
            // It has ended, or this is no Linux.
        }
        return seconds;
    }

    /** The most memory that a process had at a time, in bytes. */
    static long peakMemory(long pid) {
        return read(Path.of("/proc/" + pid + "/status"))
                .lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    private static Path stat(long pid) {
        return Path.of("/proc/" + pid + "/stat");
    }

    private static double seconds(Path stat, int... places) {
        String text = read(stat);
        // The name stands in brackets and may hold anything.
        List<String> fields =
                List.of(text.substring(text.lastIndexOf(')') + 1).strip().split(" ", -1));
        long ticks = 0;
        for (int place : places) {
            ticks += place < fields.size() ? Long.parseLong(fields.get(place)) : 0;
        }
        return ticks / TICKS_PER_SECOND;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
