package onepermit.exchange.access;

import java.time.Clock;
import onepermit.exchange.agreement.AgreementBook;
import onepermit.exchange.identity.IdentityConfiguration;
import onepermit.exchange.rpc.RequestShape;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Tokens and access rules of a service. */
@AutoConfiguration(after = IdentityConfiguration.class)
public class AccessConfiguration {

    /** @param jwkSet where the issuer's keys are; by default where its metadata says */
    @Bean
    @ConditionalOnMissingBean
    Tokens tokens(
            @Value("${onepermit.issuer-uri:http://localhost:8080}") String issuer,
            @Value("${onepermit.jwk-set-uri:}") String jwkSet,
            @Value("${onepermit.department:}") String department,
            Clock clock) {
        return new Tokens(
                new TokenReader(IssuerKeys.of(issuer, jwkSet), issuer, Audience.of(department), clock), clock);
    }

    @Bean
    AccessGuard accessGuard(
            @Value("${onepermit.department:}") String department, ObjectProvider<AgreementBook> agreements) {
        return new AccessGuard(department, agreements.getIfAvailable());
    }

    @Bean
    MethodRules methodRules() {
        return new MethodRules();
    }

    @Bean
    Requests requests(RequestShape shape, ObjectProvider<RefusedAttempts> refused) {
        return new Requests(shape, refused.getIfAvailable(() -> RefusedAttempts.UNTOLD));
    }
}
