package dev.ferry.report;

import dev.ferry.database.DatabaseException;
import dev.ferry.failure.FerryException;
import dev.ferry.source.BindingException;

/** Writes a failure for people: what happened, where, and what to do next. */
final class FailureText {
    private final AppendableWriter out;
    private final Palette palette;

    FailureText(AppendableWriter out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    void write(FerryException failure) {
        String rule = failure instanceof BindingException binding ? "[" + Visible.text(binding.rule()) + "]" : "";
        out.line(palette.red("error" + rule) + palette.bold(": " + Visible.text(failure.getMessage())));
        if (failure instanceof BindingException binding) {
            String pointer = binding.position().pointer();
            new Excerpt(
                            binding.position(),
                            "",
                            Visible.text(binding.value(), 100),
                            "",
                            pointer.isEmpty() ? "" : "at " + Visible.text(Place.pointer(binding.position())))
                    .write(out, palette);
        }
        if (failure instanceof DatabaseException database) {
            database.sqlState().ifPresent(state -> out.line(palette.blue("   = ") + "SQLSTATE " + Visible.text(state)));
        }
        failure.advice().ifPresent(advice -> out.line(palette.green("help") + ": " + Visible.text(advice)));
    }
}
