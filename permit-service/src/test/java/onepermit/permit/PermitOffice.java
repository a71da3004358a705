package onepermit.permit;

import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.testing.TestInfrastructure;
import onepermit.exchange.testing.TestIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service as it runs, over a real broker and a real database, with an officer at its door. */
@SpringBootTest(classes = PermitServiceApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class PermitOffice {
    private static final TestIssuer ISSUER = TestIssuer.start();

    @Autowired
    private GrpcServerLifecycle server;

    @Autowired
    private PersonKeys keys;

    @Autowired
    private CitizenIds ids;

    protected Officer officer = new Officer(0, "");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestInfrastructure.register(registry);
        registry.add("onepermit.issuer-uri", ISSUER::uri);
        registry.add("onepermit.jwk-set-uri", ISSUER::jwkSetUri);
    }

    @BeforeEach
    void open() {
        officer = officerOf("000000");
    }

    @AfterEach
    void close() {
        officer.close();
    }

    /** An officer of a division; the caller closes. */
    protected Officer officerOf(String division) {
        return new Officer(server.getPort(), ISSUER.token("permit-officer", "permit", division));
    }

    protected Officer operator() {
        return new Officer(server.getPort(), ISSUER.token("operator"));
    }

    protected PersonKey key(String citizenId) {
        return keys.of(ids.read("citizen_id", citizenId));
    }
}
