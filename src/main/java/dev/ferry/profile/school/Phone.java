package dev.ferry.profile.school;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.ferry.profile.Check.Fault;
import dev.ferry.profile.school.dto.Country;
import dev.ferry.profile.school.dto.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Telephone numbers as a country's people write them, stored as E.164 (ITU-T recommendation E.164, section 6). */
final class Phone {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Phone() {}

    /**
     * The number as {@code +254712345678}; empty where there is none, or where the text is none. Its length must be one that the
     * country has; whether somebody has the number nobody knows.
     *
     * @param country the country's name, whose prefixes a number without an international one has
     */
    static Optional<String> of(@Nullable String text, String country) {
        // E.164 has no letters and no extensions: a number with them would be another one without.
        return Text.of(text)
                .filter(number -> number.codePoints().noneMatch(Character::isLetter))
                .flatMap(number -> parsed(number, Country.region(country).orElse(null)))
                .filter(NUMBERS::isPossibleNumber)
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.E164));
    }

    /** What is wrong with a number; nothing where it is missing. */
    static List<Fault> check(String field, @Nullable String text, String country) {
        return Text.of(text).isEmpty() || of(text, country).isPresent()
                ? List.of()
                : List.of(new Fault(
                        field,
                        "phone",
                        "must be a telephone number of " + country + ", or one that begins with + and a country's code",
                        String.valueOf(text)));
    }

    private static Optional<PhoneNumber> parsed(String number, @Nullable String region) {
        try {
            return Optional.of(NUMBERS.parse(number, region));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
