package dev.ferry.profile.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be told apart in one line. */
@NullMarked
class PostalAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Argwings Kodhek Road, P.O. Box 30197-00100, Nairobi|Argwings Kodhek Road|P.O. Box 30197|00100|Nairobi|",
                "P.O. Box 1024 - 40100, Kisumu, Kisumu County||P.O. Box 1024|40100|Kisumu|Kisumu",
                "P O BOX 12 Eldoret||P.O. Box 12||Eldoret|",
                "PO Box 77, 20100 Nakuru||P.O. Box 77|20100|Nakuru|",
                "Box 5, Kitui County||P.O. Box 5|||Kitui",
                "Plot 14, Ggaba Road, Kampala|Plot 14, Ggaba Road|||Kampala|",
                "Moi Avenue|Moi Avenue||||",
                "12 Biashara Street, Thika|12 Biashara Street|||Thika|",
                "Mombasa||||Mombasa|",
                "Next to the chief's camp, Lodwar, County of Turkana|Next to the chief's camp|||Lodwar|Turkana",
                "Boxwood Lane, Karen|Boxwood Lane|||Karen|",
                ",|||||",
            })
    void a_line_splits_where_it_can(
            String line,
            @Nullable String street,
            @Nullable String poBox,
            @Nullable String postalCode,
            @Nullable String town,
            @Nullable String county) {
        assertThat(PostalAddress.of(line))
                .isEqualTo(new PostalAddress(
                        Optional.ofNullable(street),
                        Optional.ofNullable(poBox),
                        Optional.ofNullable(postalCode),
                        Optional.ofNullable(town),
                        Optional.ofNullable(county)));
    }
}
