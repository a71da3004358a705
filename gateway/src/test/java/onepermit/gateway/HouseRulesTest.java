package onepermit.gateway;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void the_gateway_knows_no_method_and_no_fact_of_a_department() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "onepermit.permit..",
                        "onepermit.education..",
                        "onepermit.social..",
                        "onepermit.health..",
                        "onepermit.exchange.decision..",
                        "onepermit.exchange.publication..",
                        "onepermit.exchange.replica..",
                        "onepermit.exchange.ledger..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("onepermit.gateway"));
    }
}
