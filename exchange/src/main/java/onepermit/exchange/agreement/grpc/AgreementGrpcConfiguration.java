package onepermit.exchange.agreement.grpc;

import io.grpc.BindableService;
import onepermit.exchange.agreement.keep.Agreements;
import onepermit.exchange.agreement.keep.KeepConfiguration;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.rpc.server.RequestLogConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the agreement service. */
@AutoConfiguration(
        after = {KeepConfiguration.class, RequestLogConfiguration.class},
        before = GrpcServerAutoConfiguration.class)
@ConditionalOnProperty("onepermit.department")
public class AgreementGrpcConfiguration {

    @Bean
    BindableService agreementEndpoint(
            Agreements agreements, RequestLog requests, PlatformTransactionManager transactions) {
        return new AgreementEndpoint(agreements, requests, new TransactionTemplate(transactions));
    }
}
