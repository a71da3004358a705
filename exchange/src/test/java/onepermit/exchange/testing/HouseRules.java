package onepermit.exchange.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static onepermit.exchange.testing.Adapters.ADAPTERS;
import static onepermit.exchange.testing.Adapters.importAnotherAdapter;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The arrows of the house, as one test of every service: {@code @TestFactory Stream<DynamicTest> the_house_holds() { return
 * HouseRules.of("permit").tests(); }}. A rule that matches no class fails.
 */
public final class HouseRules {
    private static final List<String> ROOMS = List.of(
            "permit", "education", "social", "health", "gateway", "local", "city", "bench", "scenarios", "verify");

    private final String department;
    private final JavaClasses classes;

    private HouseRules(String department) {
        this.department = department;
        this.classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("/v1/"))
                .importPackages("onepermit." + department);
    }

    /** @param department permit, education, social or health */
    public static HouseRules of(String department) {
        return new HouseRules(department);
    }

    public Stream<DynamicTest> tests() {
        return rules().stream().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }

    private List<ArchRule> rules() {
        return List.of(
                noOtherService(),
                foreignFactsInProjectOnly(),
                adaptersStandAlone(),
                domainIsPlain(),
                adaptersAreHidden(),
                timeIsInjected());
    }

    private ArchRule noOtherService() {
        return noClasses()
                .should()
                .dependOnClassesThat(foreign("onepermit.%s").and(DescribedPredicate.not(foreign("onepermit.%s.v1"))))
                .as("a service stands on the exchange alone and imports no other service");
    }

    private ArchRule foreignFactsInProjectOnly() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..project..")
                .should()
                .dependOnClassesThat(foreign("onepermit.%s.v1"))
                .as("only project/ sees the facts of other departments");
    }

    private static ArchRule adaptersStandAlone() {
        return classes()
                .that()
                .resideInAnyPackage(ADAPTERS)
                .should(DescribedConditions.never(importAnotherAdapter()))
                .as("an adapter never imports another adapter");
    }

    private ArchRule domainIsPlain() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(ADAPTERS)
                .and()
                .haveSimpleNameNotEndingWith("Configuration")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.sql..",
                        "org.springframework.jdbc..",
                        "org.apache.kafka..",
                        "io.grpc.stub..",
                        "onepermit." + department + ".v1.."))
                .as("domain and use cases know neither SQL, nor Kafka, nor gRPC, nor their wire messages");
    }

    private static ArchRule adaptersAreHidden() {
        return classes()
                .that()
                .resideInAnyPackage(ADAPTERS)
                .and()
                .areTopLevelClasses()
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .notBePublic()
                .as("the types of an adapter are package-private");
    }

    private static ArchRule timeIsInjected() {
        return noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Configuration")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .as("time is injected as a Clock");
    }

    private DescribedPredicate<JavaClass> foreign(String pattern) {
        return resideInAnyPackage(ROOMS.stream()
                        .filter(room -> !room.equals(department))
                        .map(room -> pattern.formatted(room) + "..")
                        .toArray(String[]::new))
                .as("of another room");
    }
}
