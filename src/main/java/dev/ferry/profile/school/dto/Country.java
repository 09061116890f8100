package dev.ferry.profile.school.dto;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Countries by the names and codes that people write, and their ISO 3166 codes of two letters. */
public final class Country {
    /** The country of a school that names none, as V1 has it. */
    public static final String DEFAULT = "Kenya";

    private static final Pattern ACCENTS_AND_SIGNS = Pattern.compile("[^\\p{L}]+");
    private static final Map<String, String> REGIONS = regions();

    private Country() {}

    /** The country as it is named, {@link #DEFAULT} where it is not. */
    public static String name(@Nullable String text) {
        return Text.of(text).orElse(DEFAULT);
    }

    /** The code of a country named in English, or by a code of two or three letters; case, accents and signs aside. */
    public static Optional<String> region(@Nullable String text) {
        return Optional.ofNullable(REGIONS.get(folded(name(text))));
    }

    private static Map<String, String> regions() {
        Map<String, String> regions = new HashMap<>();
        // Other common names of countries that the JDK calls otherwise.
        regions.put("unitedstatesofamerica", "US");
        regions.put("usa", "US");
        regions.put("uk", "GB");
        regions.put("greatbritain", "GB");
        regions.put("england", "GB");
        regions.put("ivorycoast", "CI");
        regions.put("drc", "CD");
        regions.put("democraticrepublicofthecongo", "CD");
        regions.put("unitedrepublicoftanzania", "TZ");
        regions.put("swaziland", "SZ");
        regions.put("uae", "AE");
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            regions.put(folded(country.getDisplayCountry(Locale.ENGLISH)), code);
            regions.put(folded(code), code);
            threeLetters(country).ifPresent(three -> regions.put(folded(three), code));
        }
        return Map.copyOf(regions);
    }

    private static Optional<String> threeLetters(Locale country) {
        try {
            return Optional.of(country.getISO3Country());
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    private static String folded(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD);
        return ACCENTS_AND_SIGNS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
