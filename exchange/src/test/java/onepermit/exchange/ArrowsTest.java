package onepermit.exchange;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArrowsTest {

    @Test
    void the_exchange_knows_no_department() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "onepermit.permit..", "onepermit.education..", "onepermit.social..", "onepermit.health..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .withImportOption(location -> !location.contains("/exchange/v1/"))
                        .importPackages("onepermit.exchange"));
    }
}
