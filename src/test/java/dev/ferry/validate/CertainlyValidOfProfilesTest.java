package dev.ferry.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.bind.Binder;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Profiles;
import dev.ferry.source.Limits;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import dev.ferry.source.Source;
import dev.ferry.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For every DTO of every profile the fast check says what Hibernate Validator says. */
@NullMarked
class CertainlyValidOfProfilesTest {
    @ParameterizedTest
    @MethodSource("profiles")
    void what_is_certainly_valid_is_what_hibernate_validator_finds_valid(Profile profile) {
        try (Agreement agreement = new Agreement()) {
            samples(profile).forEach((dto, records) -> {
                assertThat(agreement.supports(dto)).as(dto.getName()).isTrue();
                assertThat(records).as(dto.getName()).isNotEmpty();
                boolean constrained = !dto.getSimpleName().equals("AnalyticsRecord");
                assertThat(agreement.onEvery(records))
                        .as(dto.getName())
                        .isEqualTo(constrained ? Set.of("valid", "invalid") : Set.of("valid"));
            });
        }
    }

    static List<Profile> profiles() {
        return Profiles.all();
    }

    /** The records of all samples, by DTO. */
    private static Map<Class<? extends Record>, List<? extends Record>> samples(Profile profile) {
        Map<Class<? extends Record>, List<? extends Record>> samples = new LinkedHashMap<>();
        Map<Section, Class<? extends Record>> dtos = new LinkedHashMap<>();
        profile.steps().stream()
                .flatMap(step -> step.readings().stream())
                .forEach(reading -> dtos.put(reading.section(), reading.dto()));
        dtos.forEach((section, dto) ->
                samples.merge(dto, records(profile, section, dto), CertainlyValidOfProfilesTest::both));
        return samples;
    }

    private static List<? extends Record> both(List<? extends Record> one, List<? extends Record> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static <D extends Record> List<D> records(Profile profile, Section section, Class<D> dto) {
        Path samples = Path.of("samples", profile.name());
        try (Stream<Path> folders = Files.list(samples).filter(Files::isDirectory)) {
            return Stream.concat(Stream.of(samples), folders)
                    .flatMap(folder -> records(folder, profile.sections(), section, dto).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <D extends Record> List<D> records(
            Path folder, List<Section> sections, Section section, Class<D> dto) {
        Binder<D> binder = new Binder<>(dto, Limits.DEFAULT);
        try (Source source = Sources.open(folder.toString(), sections, Limits.DEFAULT);
                Stream<RawRecord> records = source.records(section)) {
            return records.map(raw -> binder.bind(raw).dto())
                    .flatMap(Optional::stream)
                    .toList();
        }
    }
}
