package dev.ferry.convert;

import dev.ferry.convert.Conversion.Written;
import dev.ferry.failure.UsageException;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import dev.ferry.source.Source;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes the sections of a source as files of one format.
 *
 * <p>A section with records gets a file; one without gets an empty file only where a folder must have one for it, so that the
 * folder can be read again.
 */
public final class Converter {
    private final Source source;
    private final String profile;
    private final List<Section> sections;
    private final FileFormat format;

    /** @param profile the profile whose sections these are */
    public Converter(Source source, String profile, List<Section> sections, FileFormat format) {
        this.source = source;
        this.profile = profile;
        this.sections = List.copyOf(sections);
        this.format = format;
    }

    /**
     * Writes the files, all of them or none.
     *
     * @param folder made where it is not there
     * @throws UsageException where a file that would be written is there already
     * @throws dev.ferry.source.BindingException where the source is broken, or has what the format cannot say
     * @throws ConversionException where the disk fails
     */
    public Conversion into(Path folder) {
        Map<Section, Written> files = new LinkedHashMap<>();
        try (OutputFolder output =
                new OutputFolder(folder, sections.stream().map(this::fileName).toList())) {
            for (Section section : sections) {
                try (Stream<RawRecord> records = source.records(section)) {
                    Iterator<RawRecord> wanted =
                            records.filter(record -> !record.leftOut()).iterator();
                    if (wanted.hasNext()) {
                        requireNoTwin(section, files);
                        files.put(section, write(output, section, wanted));
                    }
                }
            }
            for (Section section : sections) {
                if (isMissed(section, files)) {
                    files.put(section, write(output, section, Collections.emptyIterator()));
                }
            }
            output.name();
        } catch (IOException e) {
            throw new ConversionException("the files could not be written to " + folder + ": " + e.getMessage(), e);
        }
        return new Conversion(
                profile,
                sections.stream()
                        .flatMap(section -> Optional.ofNullable(files.get(section)).stream())
                        .toList(),
                source.notices());
    }

    private static void requireNoTwin(Section section, Map<Section, Written> files) {
        if (hasFile(section, files)) {
            throw new UsageException(
                    "section " + section.name() + " has records of two shapes, which no folder can hold in one file",
                    "convert a source with one of them at a time");
        }
    }

    private static boolean hasFile(Section section, Map<Section, Written> files) {
        return files.keySet().stream().anyMatch(other -> other.name().equals(section.name()));
    }

    private String fileName(Section section) {
        return section.name() + format.extension();
    }

    /** Whether a folder without a file for a section could not be read. */
    private static boolean isMissed(Section section, Map<Section, Written> files) {
        return section.presence() == Section.Presence.REQUIRED
                && section.shape() != Section.Shape.SINGLE
                && !hasFile(section, files);
    }

    private Written write(OutputFolder output, Section section, Iterator<RawRecord> records) throws IOException {
        String name = fileName(section);
        long count = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(output.file(name)))) {
            SectionWriter writer = writer(out, section);
            writer.begin();
            while (records.hasNext()) {
                writer.write(records.next());
                count++;
            }
            writer.end();
        }
        return new Written(section.name(), output.place(name), count);
    }

    private SectionWriter writer(OutputStream out, Section section) {
        return switch (format) {
            case JSON -> new JsonWriter(out, section.shape());
            case JSONL -> new LinesWriter(out);
            case CSV -> new CsvWriter(out, section.shape(), columns(section));
        };
    }

    private CsvColumns columns(Section section) {
        CsvColumns columns = new CsvColumns(section.shape());
        try (Stream<RawRecord> records = source.records(section)) {
            records.filter(record -> !record.leftOut()).forEach(columns::add);
        }
        return columns;
    }
}
