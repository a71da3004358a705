package onepermit.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The arrows of the gateway; a rule that matches no class fails. */
class HouseRulesTest {
    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("onepermit.gateway");

    @Test
    void the_gateway_knows_no_method_and_no_fact_of_a_department() {
        never(
                "onepermit.gateway..",
                "onepermit.permit..",
                "onepermit.education..",
                "onepermit.social..",
                "onepermit.health..",
                "onepermit.exchange.decision..",
                "onepermit.exchange.publication..",
                "onepermit.exchange.replica..",
                "onepermit.exchange.ledger..");
    }

    @Test
    void the_gateway_has_no_database_and_no_kafka() {
        never("onepermit.gateway..", "java.sql..", "org.springframework.jdbc..", "org.apache.kafka..");
    }

    @Test
    void the_grpc_door_knows_neither_json_nor_the_issuer() {
        never(
                "onepermit.gateway.edge..",
                "onepermit.gateway.json..",
                "onepermit.gateway.issuer..",
                "com.google.gson..");
    }

    @Test
    void the_issuer_knows_nothing_that_its_tokens_open() {
        never("onepermit.gateway.issuer..", "onepermit.gateway.json..", "onepermit.gateway.edge..", "io.grpc..");
    }

    @Test
    void the_list_of_looks_knows_neither_json_nor_issuer_nor_console() {
        never(
                "onepermit.gateway.usage..",
                "onepermit.gateway.json..",
                "onepermit.gateway.issuer..",
                "onepermit.gateway.console..");
    }

    @Test
    void the_http_door_knows_nothing_of_the_issuer() {
        never("onepermit.gateway.json..", "onepermit.gateway.issuer..");
    }

    @Test
    void the_console_knows_neither_calls_nor_contracts() {
        never(
                "onepermit.gateway.console..",
                "onepermit.gateway.json..",
                "onepermit.gateway.edge..",
                "onepermit.exchange..",
                "io.grpc..",
                "com.google.protobuf..");
    }

    @Test
    void time_is_injected() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(GATEWAY);
    }

    private static void never(String from, String... to) {
        noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to)
                .check(GATEWAY);
    }
}
