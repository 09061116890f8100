package dev.ferry.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.bind.PropertyNames;
import dev.ferry.profile.KeyRule;
import jakarta.validation.ValidationException;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.groups.Default;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/** Compares what is certainly valid with what Hibernate Validator says of the same DTOs. */
@NullMarked
final class Agreement implements AutoCloseable {
    private static final int ROUNDS = 1_000;

    private final ValidatorFactory factory = ConstraintChecker.factory(new PropertyNames());
    private final CertainlyValid everything = new CertainlyValid(factory, Default.class, KeyRule.class);
    private final CertainlyValid keys = new CertainlyValid(factory, KeyRule.class);
    private final DtoVariants variants = new DtoVariants();

    /** What was seen of variants of DTOs: {@code valid}, {@code invalid}, or both; each of them was certain. */
    Set<String> onEvery(List<? extends Record> dtos) {
        Set<String> seen = new TreeSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            Record dto = variants.of(dtos.get(round % dtos.size()));
            boolean valid = isValid(dto, Default.class, KeyRule.class);
            assertThat(everything.test(dto)).as(dto.toString()).isEqualTo(valid);
            assertThat(keys.test(dto)).as(dto.toString()).isEqualTo(isValid(dto, KeyRule.class));
            seen.add(valid ? "valid" : "invalid");
        }
        return seen;
    }

    boolean isCertain(Record dto) {
        return everything.test(dto);
    }

    boolean supports(Class<? extends Record> dto) {
        return everything.supports(dto) && keys.supports(dto);
    }

    /** A DTO that a validator fails on is not valid. */
    boolean isValid(Record dto, Class<?>... groups) {
        try {
            return factory.getValidator().validate(dto, groups).isEmpty();
        } catch (ValidationException e) {
            return false;
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
