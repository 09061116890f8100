package dev.ferry.profile.school.dto;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What V1 says of a person's name: the parts, or some exports the whole name as one. */
public interface NameFields {
    /** The first part. */
    @Nullable
    String firstName();

    /** What stands between. */
    @Nullable
    String middleName();

    /** The last part. */
    @Nullable
    String lastName();

    /** The name as one text. */
    @Nullable
    String fullName();

    /** The same under another name. */
    @Nullable
    String name();

    /** The name in parts: those that the source has, else the whole name split; empty where it has neither. */
    default Optional<PersonName> personName() {
        Optional<String> first = Text.of(firstName());
        if (first.isPresent()) {
            return Optional.of(new PersonName(first.get(), Text.of(middleName()), Text.of(lastName())));
        }
        return Stream.of(Text.of(fullName()), Text.of(name()), partsWithoutFirst())
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(PersonName::split);
    }

    private Optional<String> partsWithoutFirst() {
        return Text.of(Stream.of(Text.of(middleName()), Text.of(lastName()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" ")));
    }
}
