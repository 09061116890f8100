package dev.ferry.validate;

import dev.ferry.profile.KeyRule;
import dev.ferry.validate.TestConstraints.Code;
import dev.ferry.validate.TestConstraints.Counted;
import dev.ferry.validate.TestConstraints.EmptyOrNotBlank;
import dev.ferry.validate.TestConstraints.Ordered;
import dev.ferry.validate.TestConstraints.Range;
import dev.ferry.validate.TestConstraints.Specific;
import dev.ferry.validate.TestConstraints.Talkative;
import jakarta.validation.GroupSequence;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.ConvertGroup;
import jakarta.validation.groups.Default;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.Unwrapping;
import jakarta.validation.valueextraction.ValueExtractor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.validator.constraints.Length;
import org.hibernate.validator.constraints.ScriptAssert;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;

/** A valid DTO for each kind of constraint. Any value of one may be null. */
@NullMarked
final class TestDtos {
    private TestDtos() {}

    /** Those that the fast check can judge. */
    @NullUnmarked
    static List<Record> known() {
        Part part = new Part("a", 1);
        return List.of(
                part,
                new Scalars(null, true, 1, 1, BigDecimal.ONE, "a@b.example", Instant.EPOCH, LocalDate.of(9999, 1, 1)),
                new Texts("abc", "AB", List.of("a"), Map.of("a", "b")),
                new Containers(List.of("a"), Set.of(1), Map.of("a", List.of(1L)), Optional.of("a"), List.of("a")),
                new Cascades(part, null, List.of(part), Map.of("a", part), Optional.of(part)),
                new Ends(1, 2),
                new Composed("AB"),
                new Chosen(5, 100L, null),
                new Grouped(null, "a", "a"),
                new Failing("a"),
                new Accessor("a"));
    }

    /** Those that it must leave to Hibernate Validator. */
    @NullUnmarked
    static List<Record> unknown() {
        Part part = new Part("a", 1);
        return List.of(
                new Either("a"),
                new Sequenced("a"),
                new Converting(part),
                new Around(List.of(part)),
                new Getter("a"),
                new UnwrappedByDefault(OptionalInt.of(1)),
                new Unwrapped(Optional.of("a")),
                new Referring(new AtomicReference<>("a")),
                new Tree("a", null),
                new NoValidator(1),
                new Scripted("a"));
    }

    record Part(
            @NotBlank(groups = KeyRule.class) String name,
            @Positive int number) {}

    record Scalars(
            @Null Object nothing,
            @AssertTrue boolean yes,
            @Min(1) Integer count,
            @Positive long id,

            @DecimalMin(value = "0", inclusive = false, message = "too small")
            @DecimalMax(value = "100", message = "too big")
            @Digits(integer = 3, fraction = 1)
            BigDecimal share,

            @Email String email,
            @Past Instant past,
            @FutureOrPresent LocalDate future) {}

    record Texts(
            @Length(min = 3) @Size(max = 10) @Size(max = 200)
            String text,

            @Pattern(regexp = "[a-z]{2}", flags = Pattern.Flag.CASE_INSENSITIVE)
            String pair,

            @NotEmpty @Size(max = 2) List<String> some,
            @Size(min = 1) Map<String, String> map) {}

    record Containers(
            @NotNull List<@NotBlank String> list,
            Set<@NotNull @Min(0) Integer> set,
            Map<@NotBlank(groups = KeyRule.class) String, @NotNull List<@NotNull @Positive Long>> map,
            Optional<@NotBlank String> optional,
            Collection<@NotNull String> collection) {}

    record Cascades(
            @NotNull @Valid Part one,
            @Valid Part maybe,
            List<@Valid Part> list,
            Map<String, @NotNull @Valid Part> map,
            Optional<@Valid Part> optional) {}

    @Ordered
    record Ends(Integer from, Integer to) implements Range {}

    record Composed(@Code(max = 5) String code) {}

    record Chosen(
            @Specific Integer integer,
            @Specific Long number,
            @Specific String other) {}

    record Grouped(
            @NotNull(groups = Other.class) String ignored,
            @NotNull(groups = KeyRule.class) String key,
            @NotBlank(groups = {Default.class, Other.class}) String both) {}

    record Failing(@Counted String text) {}

    /** Its accessor gives what no constraint is about. */
    record Accessor(@NotBlank String text) {
        @Override
        public String text() {
            return "never blank";
        }
    }

    record Either(@EmptyOrNotBlank String text) {}

    @GroupSequence({Other.class, Sequenced.class})
    record Sequenced(@NotNull String text) {}

    record Converting(
            @Valid @ConvertGroup(from = Default.class, to = Other.class)
            Part part) {}

    record Around(@Valid List<Part> parts) {}

    record Getter(@NotNull String text) {
        @NotBlank
        public String getText() {
            return text;
        }
    }

    record UnwrappedByDefault(@NotNull OptionalInt number) {}

    record Unwrapped(
            @NotBlank(payload = Unwrapping.Unwrap.class) Optional<String> text) {}

    record Referring(AtomicReference<@NotBlank String> text) {}

    record Tree(@NotNull String name, @Valid Tree child) {}

    record NoValidator(@Size(max = 1) Integer number) {}

    @ScriptAssert(lang = "javascript", script = "true")
    record Scripted(String text) {}

    record Chatty(@Talkative String text) {}

    interface Other {}

    /** Makes validation look into references. */
    public static final class Extractor implements ValueExtractor<AtomicReference<@ExtractedValue ?>> {
        @Override
        public void extractValues(AtomicReference<?> reference, ValueReceiver receiver) {
            receiver.value(null, reference.get());
        }
    }
}
