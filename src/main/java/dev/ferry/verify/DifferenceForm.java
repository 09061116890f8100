package dev.ferry.verify;

import static dev.ferry.file.SpillFile.readText;
import static dev.ferry.file.SpillFile.writeText;

import dev.ferry.file.SpillFile;
import dev.ferry.source.Position;
import dev.ferry.verify.Difference.Kind;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/** Differences in a file. */
final class DifferenceForm implements SpillFile.Form<Difference> {
    @Override
    public void write(DataOutputStream out, Difference difference) throws IOException {
        writeText(out, difference.kind().name());
        writeText(out, difference.entity());
        writeText(out, difference.id());
        writeText(out, difference.column());
        writeOptional(out, difference.expected());
        writeOptional(out, difference.found());
        Position position = difference.position();
        writeText(out, position.file());
        writeText(out, position.section());
        out.writeLong(position.index());
        out.writeLong(position.line());
        out.writeInt(position.column());
        writeText(out, position.pointer());
        writeText(out, position.row());
    }

    @Override
    public Difference read(DataInputStream in) throws IOException {
        return new Difference(
                Kind.valueOf(readText(in)),
                readText(in),
                readText(in),
                readText(in),
                readOptional(in),
                readOptional(in),
                new Position(
                        readText(in),
                        readText(in),
                        in.readLong(),
                        in.readLong(),
                        in.readInt(),
                        readText(in),
                        readText(in)));
    }

    private static void writeOptional(DataOutputStream out, Optional<String> text) throws IOException {
        out.writeBoolean(text.isPresent());
        if (text.isPresent()) {
            writeText(out, text.get());
        }
    }

    private static Optional<String> readOptional(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(readText(in)) : Optional.empty();
    }
}
