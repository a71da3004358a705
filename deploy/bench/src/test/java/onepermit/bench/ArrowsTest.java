package onepermit.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArrowsTest {

    @Test
    void the_benchmark_knows_no_service_from_inside() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("onepermit.gateway..", "org.springframework.boot..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("onepermit.bench"));
    }
}
