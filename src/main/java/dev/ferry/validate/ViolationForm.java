package dev.ferry.validate;

import static dev.ferry.file.SpillFile.readText;
import static dev.ferry.file.SpillFile.writeText;

import dev.ferry.file.SpillFile;
import dev.ferry.source.Position;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Violations in a file. */
final class ViolationForm implements SpillFile.Form<Violation> {
    @Override
    public void write(DataOutputStream out, Violation violation) throws IOException {
        Position position = violation.position();
        writeText(out, position.file());
        writeText(out, position.section());
        out.writeLong(position.index());
        out.writeLong(position.line());
        out.writeInt(position.column());
        writeText(out, position.pointer());
        writeText(out, position.row());
        writeText(out, violation.entity());
        writeText(out, violation.id());
        writeText(out, violation.field());
        writeText(out, violation.constraint());
        writeText(out, violation.message());
        writeText(out, violation.value());
    }

    @Override
    public Violation read(DataInputStream in) throws IOException {
        Position position = new Position(
                readText(in), readText(in), in.readLong(), in.readLong(), in.readInt(), readText(in), readText(in));
        return new Violation(
                position, readText(in), readText(in), readText(in), readText(in), readText(in), readText(in));
    }
}
