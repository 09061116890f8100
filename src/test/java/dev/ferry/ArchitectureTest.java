package dev.ferry;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data runs one way: who may use whom, and which package alone may touch a library. */
@AnalyzeClasses(packages = "dev.ferry", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Path MAIN = Path.of("src/main/java/dev/ferry");

    @ArchTest
    static void packages_use_only_those_before_them(JavaClasses all) {
        uses("failure").check(all);
        uses("redaction").check(all);
        uses("notify").check(all);
        uses("source", "failure").check(all);
        uses("bind", "source", "failure").check(all);
        uses("filter", "source", "bind", "profile", "failure").check(all);
        uses("convert", "source", "failure").check(all);
        uses("file", "failure").check(all);
        uses("password", "file", "failure").check(all);
        uses("profile", "source", "password", "failure").check(all);
        uses("validate", "source", "bind", "profile", "file", "failure").check(all);
        uses("database", "failure").check(all);
        uses("ledger", "profile", "database", "failure").check(all);
        uses("write", "profile", "ledger", "database", "failure").check(all);
        uses("verify", "source", "bind", "profile", "ledger", "database", "write", "file", "failure")
                .check(all);
        uses("backup", "source", "ledger", "database", "file", "failure").check(all);
        uses("schema", "profile", "ledger", "database", "failure").check(all);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.ferry.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.ferry.cli..")
                .check(all);
        noClasses()
                .that()
                .resideInAPackage("dev.ferry.migration..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.ferry.report..", "dev.ferry.cli..")
                .check(all);
    }

    /** A package's own subpackages are part of it; profiles are kept apart by the rule below. */
    private static ArchRule uses(String name, String... others) {
        String[] allowed = Stream.concat(
                        Stream.of("dev.ferry." + name + ".."),
                        Stream.of(others).map(other -> "dev.ferry." + other + ("profile".equals(other) ? "" : "..")))
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> foreign =
                resideInAPackage("dev.ferry..").and(DescribedPredicate.not(resideInAnyPackage(allowed)));
        return noClasses()
                .that()
                .resideInAPackage("dev.ferry." + name + "..")
                .should()
                .dependOnClassesThat(foreign);
    }

    @ArchTest
    static final ArchRule profiles_do_not_know_each_other =
            slices().matching("dev.ferry.profile.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule nobody_knows_a_profile_but_itself = noClasses()
            .that()
            .resideOutsideOfPackage("dev.ferry.profile.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.ferry.profile.*..");

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("dev.ferry.(*)..").should().beFreeOfCycles();

    @ArchTest
    static void libraries_have_one_package_each(JavaClasses all) {
        only("tools.jackson.databind..", "dev.ferry.bind..").check(all);
        only("liquibase..", "dev.ferry.schema..").check(all);
        only("java.net.http..", "dev.ferry.notify..").check(all);
        only("jakarta.validation..", "dev.ferry.validate..", "dev.ferry.profile.*.dto..")
                .check(all);
        only("org.hibernate.validator..", "dev.ferry.validate..", "dev.ferry.profile.*.dto..")
                .check(all);
        only("io.zonky..", "dev.ferry.database..").check(all);
        only("org.bouncycastle..", "dev.ferry.password..").check(all);
        only("picocli..", "dev.ferry.cli..").check(all);
        only("com.samskivert.mustache..", "dev.ferry.report..").check(all);
        only("com.google.i18n.phonenumbers..", "dev.ferry.profile.school..").check(all);
        only("net.sf.jsqlparser..", "dev.ferry.filter..").check(all);
        only("ch.qos.logback..", "dev.ferry.cli..").check(all);
        classes()
                .that(resideInAPackage("org.hibernate..")
                        .and(DescribedPredicate.not(resideInAPackage("org.hibernate.validator.."))))
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage("dev.ferry.write..", "dev.ferry.profile.*..", "org.hibernate..")
                .allowEmptyShould(true)
                .check(all);
    }

    private static ArchRule only(String library, String... packages) {
        return noClasses()
                .that(resideInAPackage("dev.ferry..").and(DescribedPredicate.not(resideInAnyPackage(packages))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    @ArchTest
    static final ArchRule standard_streams_belong_to_main = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.ferry.cli.Main")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule names_say_what_is_special = noClasses()
            .that(alwaysTrue())
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .resideInAnyPackage("..util..", "..common..", "..helper..", "..misc..");

    @Test
    void every_package_is_null_marked() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            List<Path> packages = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
            assertThat(packages)
                    .isNotEmpty()
                    .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                            .content()
                            .contains("@NullMarked"));
        }
    }

    @Test
    void no_file_is_over_300_lines() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(300));
        }
    }

    /** The rules above hold for nothing if a name in them is wrong. */
    @ParameterizedTest
    @CsvSource({
        "failure",
        "file",
        "redaction",
        "notify",
        "password",
        "filter",
        "source",
        "bind",
        "filter",
        "convert",
        "profile",
        "validate",
        "database",
        "ledger",
        "write",
        "verify",
        "backup",
        "schema",
        "migration",
        "report",
        "selftest",
        "cli"
    })
    void every_package_that_the_rules_name_is_there(String name) {
        assertThat(MAIN.resolve(name)).isDirectory();
    }
}
