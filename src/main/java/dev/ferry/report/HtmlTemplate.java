package dev.ferry.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Compiles templates of HTML whose every value passes through one escaper, which also makes hidden characters visible. */
final class HtmlTemplate {
    private HtmlTemplate() {}

    /** The template of a resource beside this class. */
    static Template of(String resource) {
        try (Reader template = new InputStreamReader(
                Objects.requireNonNull(HtmlTemplate.class.getResourceAsStream(resource)), StandardCharsets.UTF_8)) {
            return Mustache.compiler()
                    .withEscaper(text -> Escapers.HTML.escape(Visible.text(text)))
                    .emptyStringIsFalse(true)
                    .compile(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
