package dev.ferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleHelpTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pattern",
                "NotNull",
                "NotBlank",
                "Size",
                "PositiveOrZero",
                "Min",
                "Max",
                "type",
                "syntax",
                "encoding",
                "limit",
                "duplicate-key",
                "unsupported-character",
                "reference",
                "unique",
                "conflict",
                "target",
                "unknown-field",
                "skip-validation",
                "source"
            })
    void every_rule_that_ferry_names_has_help_of_its_own(String rule) {
        assertThat(RuleHelp.of(rule).explanation()).isNotEqualTo("The rule " + rule + " must hold.");
    }

    @Test
    void a_rule_of_a_profile_gets_general_help() {
        RuleHelp help = RuleHelp.of("EvenNumber");
        assertThat(help.explanation()).isEqualTo("The rule EvenNumber must hold.");
        assertThat(help.fix()).isNotEmpty();
    }
}
