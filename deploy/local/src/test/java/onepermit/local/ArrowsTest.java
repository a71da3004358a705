package onepermit.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArrowsTest {

    @Test
    void the_launcher_speaks_to_the_stack_by_the_contracts_alone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "onepermit.exchange.access..",
                        "onepermit.exchange.catalogue..",
                        "onepermit.exchange.decision..",
                        "onepermit.exchange.identity..",
                        "onepermit.exchange.ledger..",
                        "onepermit.exchange.load..",
                        "onepermit.exchange.publication..",
                        "onepermit.exchange.replica..",
                        "onepermit.exchange.rpc..",
                        "onepermit.gateway..",
                        "onepermit.bench..",
                        "org.springframework..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("onepermit.local"));
    }
}
