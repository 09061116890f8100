package dev.ferry.password;

import dev.ferry.failure.UsageException;
import dev.ferry.file.OwnerOnly;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file in which generated passwords leave the program, CSV with the columns login and password (RFC 4180), readable by its
 * owner alone from the first byte on.
 *
 * <p>What is added goes to a file with a name of its own beside it, {@link #seal sealed} before a run commits, and {@link #publish
 * published} when it has; it is deleted on any other way out. So the file is there if, and only if, its passwords are in the
 * database. Used by one thread.
 */
public final class CredentialsFile implements AutoCloseable {
    /** The columns. */
    static final String HEADER = "login,password";

    private static final Logger LOG = LoggerFactory.getLogger(CredentialsFile.class);

    private final Path file;
    private final Path temporary;
    private final Writer out;
    private int count;
    private boolean delivered;

    private CredentialsFile(Path file, Path temporary, Writer out) {
        this.file = file;
        this.temporary = temporary;
        this.out = out;
    }

    /**
     * Opens one.
     *
     * @throws UsageException where the file is there already, or its folder does not take one that only its owner can read
     */
    public static CredentialsFile open(Path file) {
        Path target = file.toAbsolutePath();
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException(
                    "the credentials file " + file + " exists; it is never written over",
                    "move it to where it belongs, or give --credentials-file another name");
        }
        try {
            Path temporary = OwnerOnly.temporary(folder(target), ".ferry-credentials", ".csv", "--credentials-file");
            Writer out = new BufferedWriter(
                    new OutputStreamWriter(Files.newOutputStream(temporary), StandardCharsets.UTF_8));
            CredentialsFile opened = new CredentialsFile(target, temporary, out);
            opened.line(HEADER);
            return opened;
        } catch (IOException e) {
            throw new UsageException(
                    "credentials cannot be written to " + file + " (" + reason(e) + ")",
                    "choose a folder that is there and that you may write to");
        }
    }

    private static Path folder(Path target) {
        Path folder = target.getParent();
        if (folder == null) {
            throw new UsageException(target + " is no file", "give --credentials-file a file");
        }
        return folder;
    }

    private static String reason(IOException e) {
        return e.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .replace(" Exception", "");
    }

    /** Adds a generated password. */
    public void add(String login, String password) {
        line(field(login) + "," + field(password));
        count++;
    }

    /** How many passwords were added. */
    public int count() {
        return count;
    }

    private static String field(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }

    private void line(String text) {
        try {
            out.write(text);
            out.write("\r\n");
        } catch (IOException e) {
            throw full(e);
        }
    }

    /**
     * Makes sure, before the commit, that everything is on the disk.
     *
     * @throws UsageException where another has made the file meanwhile
     */
    public void seal() {
        try {
            out.close();
            OwnerOnly.force(temporary);
        } catch (IOException e) {
            throw full(e);
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException(
                    "the credentials file " + file + " was made by another program during the run",
                    "give --credentials-file another name");
        }
    }

    private CredentialsException full(IOException cause) {
        return new CredentialsException(
                "credentials could not be written beside " + file,
                "make room on the disk; nothing was committed, so migrate again",
                cause);
    }

    /**
     * Gives the file its name, right after the commit; one without passwords gets none.
     *
     * @throws CredentialsException where that fails: the passwords are then kept under the name that it tells
     */
    public void publish() {
        if (count == 0) {
            return;
        }
        delivered = true;
        try {
            // Taken as an empty file first, which fails where there is one, and then replaced: a move alone would
            // replace
            // another's file.
            OwnerOnly.create(file);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            String why = e instanceof FileAlreadyExistsException ? "it exists meanwhile" : reason(e);
            throw new CredentialsException(
                    "the run is committed, but its credentials file could not be named " + file + " (" + why + ")",
                    "the generated passwords are in " + temporary + ": move that file to a safe place",
                    e);
        }
        try {
            OwnerOnly.forceFolder(folder(file));
        } catch (IOException e) {
            LOG.debug("the folder of {} was not synchronised", file, e);
        }
    }

    /** Keeps what was sealed under its own name, where nobody knows whether the run is committed; gives that name. */
    public Path keep() {
        delivered = true;
        return temporary;
    }

    /** Leaves nothing behind but what was published or kept. */
    @Override
    public void close() {
        if (delivered) {
            return;
        }
        try {
            Files.deleteIfExists(temporary);
            out.close();
        } catch (IOException e) {
            LOG.warn("{} could not be deleted", temporary, e);
        }
    }
}
